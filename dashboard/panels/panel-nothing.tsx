/** Where a tab has no rows: how they would come, or that the filters leave none. */
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Link } from '../ui/link.tsx';
import type { Tab, TabKey } from './panels.ts';

/** What to write, where; the same in every language. */
const CODE: Partial<Record<TabKey, (domain: string) => string>> = {
  'not-found': () => "passant('404', { props: { path: location.pathname } })",
  searches: () => "passant('Search', { props: { search: 'boots' } })",
  campaigns: (domain) => `https://${domain}/?utm_campaign=spring&utm_source=letter`,
  events: () => "passant('Sign up')",
  properties: () => "passant('Sign up', { props: { plan: 'pro' } })",
  revenue: () => "passant('Purchase', { revenue: { amount: 9.9, currency: 'EUR' } })",
};

export function PanelNothing({ tab, domain }: { tab: Tab; domain: string }) {
  const { texts: textsSignal, shared } = useApp();
  const texts = textsSignal.value;
  const { view, hrefOf } = useView();
  const how = texts.panels.how[tab.key];
  const code = CODE[tab.key]?.(domain);
  if (view.conditions.length > 0) return <p class="panel-nothing">{texts.empty.filters}</p>;
  return (
    <div class="panel-nothing" data-nothing={tab.key}>
      <p>{how ?? texts.panels.nothing}</p>
      {code === undefined ? null : <code>{code}</code>}
      {tab.key === 'goals' && shared === null ? (
        <Link href={hrefOf({ page: 'goals', tabs: [], asTable: false })}>{texts.sitePages.goals}</Link>
      ) : null}
    </div>
  );
}
