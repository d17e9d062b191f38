/** A site that ends, begins anew or changes hands. What cannot be taken back is asked with its name, as somebody has written it. */
import { ROLES, type Role } from '../state/roles.ts';
import { asFields, asList, asText } from './decode.ts';
import { getJson, postJson } from './request.ts';
import { sitePath } from './site-path.ts';

export interface RemovedSite {
  domain: string;
  /** The day on which it goes: YYYY-MM-DD. */
  until: string;
}

export type KeptRole = Exclude<Role, 'owner'> | 'none';

/** Those that whoever is signed in may have back. @throws ApiError */
export async function fetchRemovedSites(_count: number, signal: AbortSignal): Promise<readonly RemovedSite[]> {
  const { sites } = asFields(await getJson('/app/api/removed-sites', signal));
  return asList(sites).map((each) => {
    const { domain, until } = asFields(each);
    return { domain: asText(domain), until: asText(until) };
  });
}

/** @throws ApiError */
export async function removeSite(domain: string, confirm: string): Promise<void> {
  await postJson(sitePath(domain, 'remove'), { confirm });
}

/** @throws ApiError */
export async function restoreSite(domain: string): Promise<void> {
  await postJson(sitePath(domain, 'restore'), {});
}

/** One that was removed, at once and for good. @throws ApiError */
export async function eraseSite(domain: string, confirm: string): Promise<void> {
  await postJson(sitePath(domain, 'erase'), { confirm });
}

/** Everything that was counted; the site stays. @throws ApiError */
export async function emptySite(domain: string, confirm: string): Promise<void> {
  await postJson(sitePath(domain, 'empty'), { confirm });
}

/** @returns what the giver is there now; null for nothing @throws ApiError */
export async function giveSite(
  domain: string,
  form: { to: string; keep: KeptRole; confirm: string },
): Promise<Role | null> {
  const { role } = asFields(await postJson(sitePath(domain, 'give'), form));
  return ROLES.find((each) => each === role) ?? null;
}
