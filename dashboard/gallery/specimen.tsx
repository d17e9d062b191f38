/** One state of the figures in one theme, with an address of its own. */
import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Site } from '../api/server-state.ts';
import { FiguresPage } from '../pages/figures-page.tsx';
import { type App, AppContext } from '../state/app.ts';
import type { Place } from '../state/place.ts';
import type { Theme } from '../state/theme.ts';
import { domainOf } from './pretend-server.ts';
import type { State } from './states.ts';

const TODAY = '2026-03-31';
const FIRST = '?period=custom&from=2026-03-03&to=2026-03-30';
/** Asked when a stale specimen has its first answers. */
const NEXT = '?period=7d';
const ANSWERED_MS = 1200;

export function Specimen({ app, state, theme }: { app: App; state: State; theme: Theme }) {
  const site: Site = {
    domain: domainOf(state),
    role: 'owner',
    ...{ timezone: 'UTC', isDemo: false, anonymous: 'day', hasEvents: true, snippet: '' },
  };
  const mine = useMemo((): App => {
    const place = createPlace(`/app/${site.domain}`, FIRST);
    return { ...app, place, theme: { current: signal(theme), toggle: () => undefined }, turnAway: () => false };
  }, [app, site.domain, theme]);
  useEffect(() => {
    if (state.trouble !== 'later') return;
    const timer = setTimeout(() => mine.place.go(`/app/${site.domain}${NEXT}`), ANSWERED_MS);
    return () => clearTimeout(timer);
  }, [mine, site.domain, state.trouble]);
  return (
    <div class="specimen" data-theme={theme} data-state={state.key}>
      <AppContext.Provider value={mine}>
        <FiguresPage site={site} today={TODAY} />
      </AppContext.Provider>
    </div>
  );
}

/** An address bar that is not the browser's: the links of a specimen lead nowhere but in itself. */
function createPlace(pathname: string, search: string): Place {
  const address = signal({ pathname, search, hash: '' });
  const go = (url: string) => {
    const next = new URL(url, window.location.origin);
    address.value = { pathname: next.pathname, search: next.search, hash: next.hash };
  };
  return { address, go, replace: go };
}
