/** The back office itself, at `/app/-/…`: what belongs to no single period and no single figure. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ServerState } from '../api/server-state.ts';
import { useApp, useTexts } from '../state/app.ts';
import { todayIn } from '../state/period.ts';
import { isAtLeast } from '../state/roles.ts';
import { Footer } from '../ui/footer.tsx';
import { lazily } from '../ui/lazily.tsx';
import { Link } from '../ui/link.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { useCurrentInSight } from '../ui/use-current-in-sight.ts';
import { AccountPage } from './account-page.tsx';
import { ChangesPage } from './changes-page.tsx';
import { KeysPage } from './keys-page.tsx';
import { MailsPage } from './mails-page.tsx';
import { PeoplePage } from './people-page.tsx';
import { SiteSettingsPage } from './site-settings-page.tsx';
import { SitesPage } from './sites-page.tsx';

const HOME = '/app/-/';
const PAGES = ['sites', 'overview', 'people', 'keys', 'log', 'mails', 'account'] as const;
const OverviewPage = lazily(
  () => import('../overview/overview-page.tsx').then((arrived) => arrived.OverviewPage),
  'explore',
);

export function OfficeRoot({ state }: { state: ServerState }) {
  const { texts, place } = useApp();
  const { office, people, siteList, overview, keys, changes, own, mails } = useTexts('office').value;
  const [page = '', of = ''] = place.address.value.pathname.slice(HOME.length).split('/');
  const site = state.sites.find(({ domain }) => encodeURIComponent(domain) === of);
  const isAdmin = isAtLeast(state.user?.role ?? null, 'admin');
  const titles = {
    sites: siteList.title,
    overview: overview.title,
    people: people.title,
    keys: keys.title,
    log: changes.title,
    mails: mails.title,
    account: own.title,
  };
  const shown = PAGES.find((each) => each === page) ?? 'sites';
  const title = site === undefined ? titles[shown] : siteList.of(site.domain);
  useEffect(() => {
    document.title = `${title} · Passant`;
  }, [title]);

  const body = (): ComponentChildren => {
    if (shown === 'account') return <AccountPage />;
    if (shown === 'overview') return <OverviewPage state={state} />;
    if (shown === 'mails') return <MailsPage state={state} />;
    if (shown !== 'sites' && !isAdmin) return <p>{office.notAllowed}</p>;
    if (shown === 'people') return <PeoplePage state={state} />;
    if (shown === 'keys') return <KeysPage state={state} />;
    if (shown === 'log') return <ChangesPage />;
    if (of === '') return <SitesPage state={state} />;
    if (site === undefined || !isAtLeast(site.role, 'admin')) return <p>{office.notAllowed}</p>;
    return <SiteSettingsPage key={site.domain} site={site} user={state.user} />;
  };
  const list = useCurrentInSight<HTMLUListElement>(shown);
  const [first] = state.sites;
  return (
    <>
      <a class="skip" href="#office">
        {texts.value.skip}
      </a>
      <TopBar site={null} today={todayIn('UTC', new Date())} />
      <nav class="site-nav" aria-label={office.title}>
        <ul class="sideways" ref={list}>
          {first === undefined ? null : (
            <li>
              <Link href={`/app/${encodeURIComponent((site ?? first).domain)}`}>
                <span aria-hidden="true">← </span>
                {office.back}
              </Link>
            </li>
          )}
          <li>
            <Link href={`${HOME}sites`} isCurrent={shown === 'sites' && 'page'}>
              {siteList.title}
            </Link>
          </li>
          <li>
            <Link href={`${HOME}overview?period=28d`} isCurrent={shown === 'overview' && 'page'}>
              {overview.title}
            </Link>
          </li>
          {isAdmin
            ? (['people', 'keys', 'log'] as const).map((each) => (
                <li key={each}>
                  <Link href={`${HOME}${each}`} isCurrent={shown === each && 'page'}>
                    {titles[each]}
                  </Link>
                </li>
              ))
            : null}
          <li>
            <Link href={`${HOME}mails`} isCurrent={shown === 'mails' && 'page'}>
              {mails.title}
            </Link>
          </li>
          <li>
            <Link href={`${HOME}account`} isCurrent={shown === 'account' && 'page'}>
              {texts.value.account.menu}
            </Link>
          </li>
        </ul>
      </nav>
      <main class="page office" id="office" tabIndex={-1}>
        {body()}
      </main>
      <Footer />
    </>
  );
}
