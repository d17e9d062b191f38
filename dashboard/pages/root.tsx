/** Decides which page is shown: by what the server says, then by the address. */
import { useEffect } from 'preact/hooks';
import type { ServerState } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { Door } from './door.tsx';
import { NoSites, UnknownSite } from './no-site.tsx';
import { NeedsLink, SetUp } from './set-up.tsx';
import { SignIn } from './sign-in.tsx';
import { SitePage } from './site-page.tsx';

const SET_UP = 'setup';

export function Root() {
  const { server, failure, reload } = useApp();
  const state = server.value;
  if (state !== null) return <Opened state={state} />;
  if (failure.value === null) return null;
  return (
    <Door>
      <Failure error={failure.value} onRetry={() => void reload()} />
    </Door>
  );
}

function Opened({ state }: { state: ServerState }) {
  const { place } = useApp();
  const { view } = useView();
  const { pathname, search, hash } = place.address.value;
  const isSetUp = view.domain === SET_UP;
  const first = state.sites[0]?.domain;
  const shown = state.isSignedIn && (view.domain === null || isSetUp) && first !== undefined ? first : null;

  useEffect(() => {
    if (shown !== null) place.replace(`/app/${encodeURIComponent(shown)}${isSetUp ? '' : search}`);
  }, [place, shown, isSetUp, search]);

  if (state.needsSetup) {
    const token = isSetUp ? hash.slice(1) : '';
    return token === '' ? <NeedsLink /> : <SetUp token={token} />;
  }
  if (!state.isSignedIn) return <SignIn />;
  if (shown !== null) return null;
  const site = state.sites.find(({ domain }) => domain === view.domain);
  // A page of its own for each site: nothing of the one before stays in sight.
  if (site !== undefined) return <SitePage key={pathname} site={site} />;
  return state.sites.length === 0 ? <NoSites /> : <UnknownSite domain={view.domain ?? ''} sites={state.sites} />;
}
