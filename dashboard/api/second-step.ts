/** The second step: given at a sign-in, and set up in one's own account. */
import { asFields, asFlag, asList, asNumberOrNull, asText, asTextOrNull } from './decode.ts';
import { makePasskey } from './passkeys.ts';
import { getJson, postJson } from './request.ts';

const PATH = '/app/api/account';

export interface Passkey {
  id: number;
  name: string;
  /** UTC ms. */
  createdAt: number;
  /** ISO date; null: never. */
  lastUsed: string | null;
}

export interface OwnSecondStep {
  /** Since when there is an app (UTC ms), or null. */
  appSince: number | null;
  passkeys: readonly Passkey[];
  recoveryLeft: number;
  /** Without one, a sign-in just now takes its place. */
  hasPassword: boolean;
}

/** Those that were made just now, shown only this time; null when there were some already. */
export type FreshCodes = readonly string[] | null;

/** Gives the second step of a sign-in. @throws ApiError `invalid` with the path `code`; `unauthenticated` when it has to begin again */
export async function giveCode(code: string): Promise<void> {
  await postJson('/app/api/sign-in/code', { code });
}

/** @throws ApiError */
export async function fetchSecondStep(_own: 'own', signal: AbortSignal): Promise<OwnSecondStep> {
  const { appSince, passkeys, recoveryLeft, hasPassword } = asFields(await getJson(`${PATH}/second-step`, signal));
  return {
    ...{ appSince: asNumberOrNull(appSince), recoveryLeft: asNumberOrNull(recoveryLeft) ?? 0 },
    hasPassword: asFlag(hasPassword),
    passkeys: asList(passkeys).map((each) => {
      const { id, name, createdAt, lastUsed } = asFields(each);
      return {
        ...{ id: asNumberOrNull(id) ?? 0, name: asText(name) },
        ...{ createdAt: asNumberOrNull(createdAt) ?? 0, lastUsed: asTextOrNull(lastUsed) },
      };
    }),
  };
}

/** @returns the secret of the app, as text and as a picture (SVG) @throws ApiError `invalid` with the path `current` */
export async function beginApp(current: string): Promise<{ secret: string; picture: string }> {
  const { secret, picture } = asFields(await postJson(`${PATH}/code-app`, { current }));
  return { secret: asText(secret), picture: asText(picture) };
}

/** @throws ApiError `invalid` with the path `code` */
export async function confirmApp(code: string): Promise<FreshCodes> {
  return readCodes(await postJson(`${PATH}/code-app/confirm`, { code }));
}

/** @throws ApiError `invalid` with the path `current` or `code` */
export async function removeApp(current: string, code: string): Promise<void> {
  await postJson(`${PATH}/code-app/remove`, { current, code });
}

/** @throws ApiError `invalid` with the path `current` or `name`; `not_shown`, `shown_before` of the browser */
export async function addPasskey(current: string, name: string): Promise<FreshCodes> {
  const response = await makePasskey(await postJson(`${PATH}/passkeys/options`, { current, name }));
  return readCodes(await postJson(`${PATH}/passkeys`, { name, response }));
}

/** @throws ApiError `invalid` with the path `current` */
export async function removePasskey(id: number, current: string): Promise<void> {
  await postJson(`${PATH}/passkeys/${id}/remove`, { current });
}

/** @throws ApiError `invalid` with the path `current` */
export async function renewCodes(current: string): Promise<FreshCodes> {
  return readCodes(await postJson(`${PATH}/recovery-codes`, { current }));
}

function readCodes(answer: unknown): FreshCodes {
  const { recoveryCodes } = asFields(answer);
  return Array.isArray(recoveryCodes) ? recoveryCodes.map((each) => asText(each)) : null;
}
