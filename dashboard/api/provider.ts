/** Signing in with the provider that the operator has set: where to go, and whether one's own account is linked there. */
import { asFields, asFlag, asNumberOrNull, asText } from './decode.ts';
import { changeJson, getJson, postJson } from './request.ts';

const LINK = '/app/api/account/oidc';

export interface ProviderLink {
  name: string;
  /** UTC ms; null while it is not linked. */
  linkedAt: number | null;
  hasPassword: boolean;
}

/** @param returnTo a path of ours @returns where a link leads that begins to sign in */
export function signInAddress(returnTo: string): string {
  return `/app/api/oidc/start?to=${encodeURIComponent(returnTo)}`;
}

/** @throws ApiError */
export async function fetchProviderLink(_own: 'own', signal: AbortSignal): Promise<ProviderLink> {
  const { name, linkedAt, hasPassword } = asFields(await getJson(LINK, signal));
  return { name: asText(name), linkedAt: asNumberOrNull(linkedAt), hasPassword: asFlag(hasPassword) };
}

/** @param current password @returns where to go @throws ApiError `invalid` with the path `current` */
export async function beginToLink(current: string): Promise<string> {
  return asText(asFields(await postJson(LINK, { current })).url);
}

/** @param token of an invitation @returns where to go @throws ApiError `not_found` when it has been used or is over */
export async function beginToJoin(token: string): Promise<string> {
  return asText(asFields(await postJson('/app/api/oidc/join', { token })).url);
}

/** @throws ApiError */
export async function unlinkProvider(): Promise<void> {
  await changeJson('DELETE', LINK);
}
