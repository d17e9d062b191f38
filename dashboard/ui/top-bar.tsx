/** The bar above a site's figures: which site, which period, and the reader's own settings. */
import type { Site } from '../api/server-state.ts';
import { AccountMenu } from './account-menu.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { SitePicker } from './site-picker.tsx';
import { Switches } from './switches.tsx';
import { Wordmark } from './wordmark.tsx';

export function TopBar({ site, today }: { site: Site | null; today: string }) {
  return (
    <header class="bar">
      <div class="bar-inner">
        <Wordmark />
        {site === null ? null : (
          <div class="bar-view">
            <SitePicker site={site} />
            {site.hasEvents ? <PeriodPicker today={today} /> : null}
          </div>
        )}
        <div class="bar-settings">
          <Switches />
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
