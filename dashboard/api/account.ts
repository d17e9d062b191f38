/** The ways in and out. */
import { postJson } from './request.ts';

/** Creates the owner's account with the token of the set-up link, and signs in. @throws ApiError */
export async function setUp(token: string, email: string, password: string): Promise<void> {
  await postJson('/app/api/setup', { token, email, password });
}

/** @throws ApiError */
export async function signIn(email: string, password: string): Promise<void> {
  await postJson('/app/api/sign-in', { email, password });
}

/** @throws ApiError */
export async function signOut(): Promise<void> {
  await postJson('/app/api/sign-out', {});
}
