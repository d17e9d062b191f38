/** What the server says when the dashboard opens: who is signed in, and which sites there are. */

import { ROLES, type Role } from '../state/roles.ts';
import { readWays, type Ways } from './account.ts';
import { asFields, asFlag, asList, asText, asTextOrNull, asWord } from './decode.ts';
import { getJson } from './request.ts';

export interface Site {
  domain: string;
  /** Of whoever is signed in; of a shared page the lowest. */
  role: Role;
  timezone: string;
  isDemo: boolean;
  /** What is known of visitors without consent; see docs/how-we-count.md. */
  anonymous: 'pageviews' | 'visits' | 'day' | 'two-day';
  hasEvents: boolean;
  snippet: string;
}

export interface ServerState {
  isSignedIn: boolean;
  needsSetup: boolean;
  /** What is still asked of somebody who has given the password, or comes from the provider; null for nothing. */
  secondStep: Ways | null;
  /** Who is signed in has to set up a second step before anything else. */
  lacksSecondStep: boolean;
  /** Its role is null for somebody who has one on some sites only. */
  user: { email: string; role: Role | null } | null;
  /** Where else people may sign in, and whether its button stands above the password; null where only here. */
  provider: { name: string; isFirst: boolean } | null;
  version: string;
  demoUrl: string | null;
  /** The server can send mail. */
  hasMail: boolean;
  /** Visitors' addresses do not reach the service. */
  areAddressesMissing: boolean;
  /** Where browsers can show passkeys: scheme, host and port; null where they cannot. */
  passkeyOrigin: string | null;
  sites: readonly Site[];
}

/** @throws ApiError */
export async function fetchState(signal?: AbortSignal): Promise<ServerState> {
  return decodeState(await getJson('/app/api/state', signal));
}

export function decodeState(value: unknown): ServerState {
  const fields = asFields(value);
  const user = asFields(fields.user);
  const provider = asFields(fields.provider);
  return {
    isSignedIn: asFlag(fields.signedIn),
    needsSetup: asFlag(fields.needsSetup),
    secondStep: readWays(fields.secondStep),
    lacksSecondStep: asFlag(fields.secondStepMissing),
    user:
      typeof user.email === 'string'
        ? { email: user.email, role: ROLES.find((each) => each === user.role) ?? null }
        : null,
    provider: typeof provider.name === 'string' ? { name: provider.name, isFirst: asFlag(provider.isFirst) } : null,
    version: asText(fields.version),
    demoUrl: asTextOrNull(fields.demoUrl),
    passkeyOrigin: asTextOrNull(fields.passkeyOrigin),
    hasMail: asFlag(fields.mail),
    areAddressesMissing: asFlag(fields.addressesMissing),
    sites: asList(fields.sites).map(decodeSite),
  };
}

function decodeSite(value: unknown): Site {
  const fields = asFields(value);
  return {
    domain: asText(fields.domain),
    role: ROLES.find((each) => each === fields.role) ?? 'viewer',
    timezone: asText(fields.timezone, 'UTC'),
    isDemo: asFlag(fields.demo),
    anonymous: asWord(fields.anonymous, ['pageviews', 'visits', 'day', 'two-day']),
    hasEvents: asFlag(fields.hasEvents),
    snippet: asText(fields.snippet),
  };
}
