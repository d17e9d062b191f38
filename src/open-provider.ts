/** Joins sign-in by a provider of OpenID Connect, where the settings name one. */
import { Identities } from './auth/identities.ts';
import type { Config } from './config/config.ts';
import type { SignInProvider } from './http/services.ts';
import type { Outbound } from './observe/outbound.ts';
import { Provider } from './oidc/provider.ts';
import { ProviderFetch } from './oidc/provider-fetch.ts';
import type { Data } from './open-data.ts';

export type ProviderSettings = Pick<
  Config,
  'oidcIssuer' | 'oidcClientId' | 'oidcClientSecret' | 'oidcName' | 'oidcDomains' | 'oidcButton'
>;

/** Asks nothing of it yet. @returns null where none is set */
export function openProvider(
  { oidcIssuer, oidcClientId, oidcClientSecret, oidcName, oidcDomains, oidcButton }: ProviderSettings,
  { users, people, passwords, identities: store }: Pick<Data, 'users' | 'people' | 'passwords' | 'identities'>,
  outbound: Outbound,
  now: () => number,
): SignInProvider | null {
  if (oidcIssuer === null || oidcClientId === null || oidcClientSecret === null) return null;
  const issuer = new URL(oidcIssuer);
  const fetch = new ProviderFetch(issuer, (work) => outbound.during('sign-in', work));
  return {
    provider: new Provider({ issuer, clientId: oidcClientId, clientSecret: oidcClientSecret, fetch, now }),
    identities: new Identities({ users, store, people, passwords, domains: oidcDomains, now }),
    name: oidcName ?? issuer.host,
    isFirst: oidcButton === 'above',
  };
}
