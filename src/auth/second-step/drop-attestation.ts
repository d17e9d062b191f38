/**
 * Takes what an authenticator says of its maker off its answer: we do not ask for it, and to look at it would mean to ask the maker's
 * servers, at an address that whoever sends the answer may choose.
 */
import type { RegistrationResponseJSON } from '@simplewebauthn/server';

/** @param response what the browser made @returns the same without attestation @throws any value when it is no such thing */
export async function dropAttestation(response: RegistrationResponseJSON): Promise<RegistrationResponseJSON> {
  const { isoBase64URL, isoCBOR } = await import('@simplewebauthn/server/helpers');
  const sent = isoBase64URL.toBuffer(response.response.attestationObject);
  const authData = isoCBOR.decodeFirst<Map<string, unknown>>(sent).get('authData');
  if (!(authData instanceof Uint8Array)) throw new TypeError('the answer holds no credential');
  const bare = new Map<string, string | Uint8Array | Map<string, never>>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, never>()],
    ['authData', authData],
  ]);
  const attestationObject = isoBase64URL.fromBuffer(isoCBOR.encode(bare));
  return { ...response, response: { ...response.response, attestationObject } };
}
