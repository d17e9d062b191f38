/** One page of a site, in its frame: the bar, the ways to the other pages, and the line at the bottom. */
import { useEffect } from 'preact/hooks';
import type { Site } from '../api/server-state.ts';
import { OpenExplanation } from '../explain/open-explanation.tsx';
import { AskingSheets } from '../filters/asking-sheets.tsx';
import { useApp } from '../state/app.ts';
import { todayIn } from '../state/period.ts';
import { useView } from '../state/use-view.ts';
import { PAGES } from '../state/view.ts';
import { Footer } from '../ui/footer.tsx';
import { lazily } from '../ui/lazily.tsx';
import { PrintFoot } from '../ui/print-foot.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { AddressWarning } from './address-warning.tsx';
import { SiteNav } from './site-nav.tsx';
import { SITE_PAGES } from './site-pages.ts';

/** A site has no events but once. */
const Waiting = lazily(() => import('./waiting.tsx').then((part) => part.Waiting));
const ShareSheet = lazily(() => import('../sharing/share-sheet.tsx').then((part) => part.ShareSheet));

export function SitePage({ site }: { site: Site }) {
  const { texts } = useApp();
  const { view } = useView();
  const today = todayIn(site.timezone, new Date());
  const { Body, hasPeriod, hasComparison } = SITE_PAGES[view.page];
  const name = view.page === PAGES[0] ? '' : `${texts.value.sitePages[view.page]} · `;
  useEffect(() => {
    document.title = `${name}${site.domain} · Passant`;
  }, [name, site.domain]);
  return (
    <>
      <a class="skip" href="#figures">
        {texts.value.skip}
      </a>
      <TopBar site={site} today={today} hasPeriod={hasPeriod} hasComparison={hasComparison} />
      {site.hasEvents ? <SiteNav /> : null}
      <main class="page" id="figures" tabIndex={-1} data-page={view.page}>
        <AddressWarning />
        {site.hasEvents ? <Body site={site} today={today} /> : <Waiting site={site} />}
      </main>
      <OpenExplanation site={site} />
      <Footer />
      <AskingSheets site={site} today={today} />
      <PrintFoot today={today} />
      {view.open === 'share' ? <ShareSheet site={site} /> : null}
    </>
  );
}
