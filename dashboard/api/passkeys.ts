/** Passkeys: what the server asks, shown by the browser, and sent back. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { ApiError } from './api-error.ts';
import { postJson } from './request.ts';

/**
 * Signs in with a passkey.
 * @param alone without a password before
 * @throws ApiError `unauthenticated` when it is not known; `not_shown` when the person or the browser did not show any
 */
export async function showPasskey(alone: boolean): Promise<void> {
  const options = await postJson('/app/api/sign-in/passkey/options', { alone });
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  const response = await startAuthentication({ optionsJSON }).catch(sayNotShown);
  await postJson('/app/api/sign-in/passkey', { alone, response });
}

/** Has the browser make one. @param options what the server has answered @throws ApiError `not_shown`, `shown_before` */
export async function makePasskey(options: unknown): Promise<unknown> {
  return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }).catch(sayNotShown);
}

function sayNotShown(fault: unknown): never {
  const isThere = fault instanceof Error && fault.name === 'InvalidStateError';
  throw new ApiError(0, isThere ? 'shown_before' : 'not_shown', 'No passkey was shown.');
}
