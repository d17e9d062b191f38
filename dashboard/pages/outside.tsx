/** What is shown to those who see no figures yet: they have to set up, to sign in, or to choose a site that there is. */
import type { ServerState } from '../api/server-state.ts';
import { NoSites, UnknownSite } from './no-site.tsx';
import { NeedsLink, SetUp } from './set-up.tsx';
import { SignIn } from './sign-in.tsx';

interface OutsideProps {
  state: ServerState;
  /** Of the link for setting up; '' without one. */
  token: string;
  /** Of the site that the address names; '' where it names none. */
  domain: string;
}

export function Outside({ state, token, domain }: OutsideProps) {
  if (state.needsSetup) return token === '' ? <NeedsLink /> : <SetUp token={token} />;
  if (!state.isSignedIn) return <SignIn />;
  return state.sites.length === 0 ? <NoSites /> : <UnknownSite domain={domain} sites={state.sites} />;
}
