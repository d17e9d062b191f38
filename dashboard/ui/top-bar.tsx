/** The bar above a site's figures: which site, which period, and the reader's own settings. */
import type { Site } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useMay } from '../state/use-may.ts';
import { useView } from '../state/use-view.ts';
import { AccountMenu } from './account-menu.tsx';
import { ComparisonPicker } from './comparison-picker.tsx';
import { ShareIcon } from './icons.tsx';
import { Link } from './link.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { SitePicker } from './site-picker.tsx';
import { Switches } from './switches.tsx';
import { Wordmark } from './wordmark.tsx';

interface TopBarProps {
  site: Site | null;
  today: string;
  /** Whether the page is about a period that can be chosen. */
  hasPeriod?: boolean;
  /** Whether it compares that period with another. */
  hasComparison?: boolean;
}

export function TopBar({ site, today, hasPeriod = true, hasComparison = true }: TopBarProps) {
  const mayShare = useMay('admin');
  return (
    <header class="bar">
      <div class="bar-inner">
        <Wordmark />
        {site === null ? null : (
          <div class="bar-view">
            <SitePicker site={site} />
            {site.hasEvents && hasPeriod ? (
              <div class="bar-period">
                <PeriodPicker today={today} />
                {hasComparison ? <ComparisonPicker today={today} /> : null}
              </div>
            ) : null}
          </div>
        )}
        <div class="bar-settings">
          {mayShare ? <ShareButton /> : null}
          <Switches />
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}

function ShareButton() {
  const { action } = useApp().texts.value.share;
  const { hrefOf } = useView();
  return (
    <Link class="icon-button" href={hrefOf({ open: 'share' })} label={action} title={action}>
      <ShareIcon />
    </Link>
  );
}
