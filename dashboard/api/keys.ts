/** API keys of the service. */
import { asFields, asList, asNumberOrNull, asText, asTextOrNull, asWord } from './decode.ts';
import { getJson, postJson } from './request.ts';

const PATH = '/app/api/keys';
/** As the server knows them. */
export const SCOPES = ['stats:read', 'events:read', 'events:write', 'sites:read', 'sites:write'] as const;
export type Scope = (typeof SCOPES)[number];

export interface ApiKey {
  id: number;
  name: string;
  scopes: readonly Scope[];
  state: 'live' | 'revoked' | 'expired';
  /** null: every site. */
  site: string | null;
  /** Dates; null: never. */
  expires: string | null;
  lastUsed: string | null;
}

export interface KeyForm {
  name: string;
  scopes: readonly Scope[];
  site: string | null;
  expires: string | null;
}

/** @throws ApiError */
export async function fetchKeys(_all: 'all', signal: AbortSignal): Promise<readonly ApiKey[]> {
  return asList(asFields(await getJson(PATH, signal)).keys).map((each) => {
    const { id, name, scopes, state, site, expires, lastUsed } = asFields(each);
    return {
      ...{ id: asNumberOrNull(id) ?? 0, name: asText(name), site: asTextOrNull(site) },
      scopes: SCOPES.filter((scope) => asList(scopes).includes(scope)),
      state: asWord(state, ['live', 'revoked', 'expired']),
      ...{ expires: asTextOrNull(expires), lastUsed: asTextOrNull(lastUsed) },
    };
  });
}

/** @returns the secret, which is told only now @throws ApiError with details whose paths are the form's fields */
export async function issueKey(form: KeyForm): Promise<string> {
  return asText(asFields(await postJson(PATH, form)).secret);
}

/** @throws ApiError */
export async function revokeKey(id: number): Promise<void> {
  await postJson(`${PATH}/${id}/revoke`, {});
}
