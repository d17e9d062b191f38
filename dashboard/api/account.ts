/** The ways in and out. */
import { asFields, asFlag, asText } from './decode.ts';
import { postJson } from './request.ts';

/** What may take the place of the second step; a recovery code always may. */
export interface Ways {
  app: boolean;
  passkey: boolean;
}

/** Creates the owner's account with the token of the set-up link, and signs in. @throws ApiError */
export async function setUp(token: string, email: string, password: string): Promise<void> {
  await postJson('/app/api/setup', { token, email, password });
}

/** @returns what is still asked for; null when the password was enough @throws ApiError */
export async function signIn(email: string, password: string): Promise<Ways | null> {
  const { secondStep } = asFields(await postJson('/app/api/sign-in', { email, password }));
  return readWays(secondStep);
}

/** @returns null when nothing is asked for */
export function readWays(secondStep: unknown): Ways | null {
  if (secondStep === null || secondStep === undefined) return null;
  const { app, passkey } = asFields(secondStep);
  return { app: asFlag(app), passkey: asFlag(passkey) };
}

/** @throws ApiError */
export async function signOut(): Promise<void> {
  await postJson('/app/api/sign-out', {});
}

/** A mail with a link comes to that address if it has an account: nobody is told whether it has. @throws ApiError */
export async function askForReset(email: string): Promise<void> {
  await postJson('/app/api/forgotten', { email });
}

/** @returns whose link for a new password it is @throws ApiError `not_found` when it was used, or is over */
export async function readReset(token: string, signal: AbortSignal): Promise<string> {
  return asText(asFields(await postJson('/app/api/reset', { token }, signal)).email);
}

/** @throws ApiError */
export async function acceptReset(token: string, password: string): Promise<void> {
  await postJson('/app/api/reset/accept', { token, password });
}
