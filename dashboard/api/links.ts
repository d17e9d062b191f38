/** The shared links of a site, for its owner. */
import { asFields, asFlag, asList, asNumberOrNull, asText, asTextOrNull } from './decode.ts';
import { getJson, postJson } from './request.ts';
import { decodeEmbedding, type SharedPage } from './shared-state.ts';
import { sitePath } from './site-path.ts';

/** As the server knows them: SPDX names. */
export const LICENCES = ['CC-BY-4.0', 'CC0-1.0', 'ODbL-1.0', 'etalab-2.0'] as const;

export interface SharedLink {
  id: number;
  isPublic: boolean;
  isExpired: boolean;
  url: string;
  name: string;
  hasPassword: boolean;
  /** Dates; null: for good, and never. */
  expires: string | null;
  created: string;
  lastUsed: string | null;
  embedding: SharedPage['embedding'];
  details: boolean;
  licence: string | null;
}

/** What is left out stays as it is. */
export interface LinkChanges {
  name?: string;
  password?: string | null;
  expires?: string | null;
  embedding?: SharedPage['embedding'];
  details?: boolean;
  licence?: string | null;
}

/** @throws ApiError */
export async function listLinks(domain: string): Promise<readonly SharedLink[]> {
  const { links } = asFields(await getJson(sitePath(domain, 'links')));
  return asList(links).map(decodeLink);
}

/** @throws ApiError */
export async function addLink(domain: string, kind: 'public' | 'secret', changes: LinkChanges): Promise<void> {
  await postJson(sitePath(domain, 'links'), { kind, ...changes });
}

/** @throws ApiError */
export async function changeLink(domain: string, id: number, changes: LinkChanges): Promise<void> {
  await postJson(sitePath(domain, `links/${id}`), changes);
}

/** @throws ApiError */
export async function revokeLink(domain: string, id: number): Promise<void> {
  await postJson(sitePath(domain, `links/${id}/revoke`), {});
}

export function decodeLink(value: unknown): SharedLink {
  const fields = asFields(value);
  return {
    id: asNumberOrNull(fields.id) ?? 0,
    isPublic: fields.kind === 'public',
    isExpired: fields.state === 'expired',
    ...{ url: asText(fields.url), name: asText(fields.name), hasPassword: asFlag(fields.hasPassword) },
    ...{ expires: asTextOrNull(fields.expires), created: asText(fields.created) },
    lastUsed: asTextOrNull(fields.lastUsed),
    embedding: decodeEmbedding(fields.embedding),
    ...{ details: asFlag(fields.details), licence: asTextOrNull(fields.licence) },
  };
}
