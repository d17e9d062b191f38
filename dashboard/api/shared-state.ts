/** What the server says of a shared page: whether one may look, and at which site. */
import { asFields, asFlag, asList, asText, asTextOrNull, asWord } from './decode.ts';
import { getJson, postJson } from './request.ts';
import type { ServerState, Site } from './server-state.ts';

export const ACCESS = ['missing', 'open', 'locked', 'expired', 'revoked'] as const;
export type Access = (typeof ACCESS)[number];

export interface SharedPage {
  access: Access;
  isPublic: boolean;
  /** Whose pages may hold it in a frame. */
  embedding: 'none' | 'any' | readonly string[];
  /** Properties of events and revenue. */
  tellsDetails: boolean;
  /** Of its open data; null: there are none. */
  licence: string | null;
  /** null as long as one may not look. */
  site: Site | null;
}

/** Of the page at the address bar. @throws ApiError */
export async function fetchSharedState(): Promise<{ server: ServerState; page: SharedPage }> {
  return decodeSharedState(await getJson('/app/api/state'));
}

export function decodeSharedState(value: unknown): { server: ServerState; page: SharedPage } {
  const fields = asFields(value);
  const told = asFields(fields.page);
  const site = asFields(told.site);
  const page: SharedPage = {
    access: asWord(fields.access, ACCESS),
    isPublic: told.kind === 'public',
    embedding: decodeEmbedding(told.embedding),
    tellsDetails: asFlag(told.details),
    licence: asTextOrNull(told.licence),
    site:
      typeof site.domain !== 'string'
        ? null
        : {
            domain: site.domain,
            role: 'viewer',
            timezone: asText(site.timezone, 'UTC'),
            isDemo: asFlag(site.demo),
            anonymous: asWord(site.anonymous, ['pageviews', 'visits', 'day', 'two-day']),
            hasEvents: asFlag(site.hasEvents),
            snippet: '',
          },
  };
  const server: ServerState = {
    ...{
      isSignedIn: false,
      needsSetup: false,
      secondStep: null,
      lacksSecondStep: false,
      user: null,
      provider: null,
      demoUrl: null,
      hasMail: false,
      areAddressesMissing: false,
      passkeyOrigin: null,
    },
    version: asText(fields.version),
    sites: page.site === null ? [] : [page.site],
  };
  return { server, page };
}

export function decodeEmbedding(value: unknown): SharedPage['embedding'] {
  if (Array.isArray(value)) return asList(value).map((each) => asText(each));
  return value === 'any' ? 'any' : 'none';
}

/** @throws ApiError `unauthenticated` when it is wrong */
export async function enterPassword(password: string): Promise<void> {
  await postJson('/app/api/password', { password });
}
