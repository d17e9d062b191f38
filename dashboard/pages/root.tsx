/** Decides which page is shown: by what the server says, then by the address. */
import { useEffect } from 'preact/hooks';
import type { ServerState } from '../api/server-state.ts';
import { useApp } from '../state/app.ts';
import { isAtLeast } from '../state/roles.ts';
import { useView } from '../state/use-view.ts';
import { Failure } from '../ui/failure.tsx';
import { lazily } from '../ui/lazily.tsx';
import { Door } from './door.tsx';
import { SitePage } from './site-page.tsx';

const SET_UP = 'setup';
/** Its address is no site's: a domain has no dash alone. */
const OFFICE = '-';
const INVITATION = 'invitation';
const RESET = 'reset';
const Outside = lazily(() => import('./outside.tsx').then((part) => part.Outside));
const OfficeRoot = lazily(() => import('../office/office-root.tsx').then((part) => part.OfficeRoot), 'office');
const AcceptInvitation = lazily(
  () => import('../office/accept-invitation.tsx').then((part) => part.AcceptInvitation),
  'office',
);
const DemandedStep = lazily(() => import('../office/demanded-step.tsx').then((part) => part.DemandedStep), 'office');
const ResetPages = lazily(() => import('../office/reset-pages.tsx').then((part) => part.ResetPages), 'office');
const SharedRoot = lazily(() => import('../shared/shared-root.tsx').then((part) => part.SharedRoot));

export function Root() {
  const { server, failure, reload, shared } = useApp();
  const state = server.value;
  if (state !== null) return shared === null ? <Opened state={state} /> : <SharedRoot />;
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
  const { search, hash } = place.address.value;
  const isSetUp = view.domain === SET_UP;
  const first = state.sites[0]?.domain;
  const shown = state.isSignedIn && (view.domain === null || isSetUp) && first !== undefined ? first : null;

  useEffect(() => {
    if (shown !== null) place.replace(`/app/${encodeURIComponent(shown)}${isSetUp ? '' : search}`);
  }, [place, shown, isSetUp, search]);

  if (shown !== null) return null;
  if (view.domain === INVITATION && hash !== '') return <AcceptInvitation token={hash.slice(1)} />;
  if (view.domain === RESET && !state.needsSetup && (hash !== '' || !state.isSignedIn))
    return <ResetPages token={hash.slice(1)} />;
  if (state.isSignedIn && state.lacksSecondStep) return <DemandedStep email={state.user?.email ?? ''} />;
  const isInside = state.isSignedIn && !state.needsSetup;
  const mayAddFirst = state.sites.length === 0 && isAtLeast(state.user?.role ?? null, 'admin');
  if (isInside && (view.domain === OFFICE || mayAddFirst)) return <OfficeRoot state={state} />;
  const site = isInside ? state.sites.find(({ domain }) => domain === view.domain) : undefined;
  // A page of its own for each site: nothing of the one before stays in sight.
  if (site !== undefined) return <SitePage key={site.domain} site={site} />;
  return <Outside state={state} token={isSetUp ? hash.slice(1) : ''} domain={view.domain ?? ''} />;
}
