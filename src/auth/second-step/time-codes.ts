/** Codes of six digits that follow from a secret and the time (RFC 6238): a new one every half minute, as all apps make them. */

const STEP_MS = 30_000;
/** RFC 4226 asks for 160 bits. */
const SECRET_BYTES = 20;
const CODE = /^\d{6}$/;

// The library is loaded when it is first needed: an idle service should not pay for it.
const load = () => import('otplib');

/** A new secret in base32. */
export async function createCodeSecret(): Promise<string> {
  return (await load()).generateSecret({ length: SECRET_BYTES });
}

/** What an app reads from a picture. @param service whose codes these are, such as a host @param label whose account */
export async function describeSecret(secret: string, service: string, label: string): Promise<string> {
  return (await load()).generateURI({ issuer: service, label, secret });
}

/**
 * The time step to which a code belongs: this one, the one before or the next one, as clocks differ and people type slowly.
 * @param now UTC ms
 * @returns half minutes since 1970-01-01, or null for a code of no such step
 */
export async function findStep(secret: string, code: string, now: number): Promise<number | null> {
  if (!CODE.test(code)) return null;
  const { verify } = await load();
  const found = await verify({ secret, token: code, epoch: Math.floor(now / 1000), epochTolerance: STEP_MS / 1000 });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
