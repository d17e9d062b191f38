/** What the server says when the dashboard opens: who is signed in, and which sites there are. */
import { asFields, asFlag, asList, asText, asTextOrNull, asWord } from './decode.ts';
import { getJson } from './request.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Site {
  domain: string;
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
  user: { email: string; role: string } | null;
  language: Language;
  version: string;
  demoUrl: string | null;
  /** Visitors' addresses do not reach the service. */
  areAddressesMissing: boolean;
  sites: readonly Site[];
}

/** @throws ApiError */
export async function fetchState(signal?: AbortSignal): Promise<ServerState> {
  return decodeState(await getJson('/app/api/state', signal));
}

export function decodeState(value: unknown): ServerState {
  const fields = asFields(value);
  const user = asFields(fields.user);
  return {
    isSignedIn: asFlag(fields.signedIn),
    needsSetup: asFlag(fields.needsSetup),
    user: typeof user.email === 'string' ? { email: user.email, role: asText(user.role) } : null,
    language: asWord(fields.language, LANGUAGES),
    version: asText(fields.version),
    demoUrl: asTextOrNull(fields.demoUrl),
    areAddressesMissing: asFlag(fields.addressesMissing),
    sites: asList(fields.sites).map(decodeSite),
  };
}

function decodeSite(value: unknown): Site {
  const fields = asFields(value);
  return {
    domain: asText(fields.domain),
    timezone: asText(fields.timezone, 'UTC'),
    isDemo: asFlag(fields.demo),
    anonymous: asWord(fields.anonymous, ['pageviews', 'visits', 'day', 'two-day']),
    hasEvents: asFlag(fields.hasEvents),
    snippet: asText(fields.snippet),
  };
}
