/** Whether this browser can show passkeys to the server, and what stands in the way. */

/** `address`: the server's public address is none for which browsers make passkeys; `elsewhere`: this page is open at another one. */
export type PasskeyBarrier = 'address' | 'elsewhere' | 'browser';

/** @param origin the server's, as it says it @returns null when nothing stands in the way */
export function mayShowPasskeys(origin: string | null): PasskeyBarrier | null {
  if (origin === null) return 'address';
  if (origin !== window.location.origin) return 'elsewhere';
  return 'PublicKeyCredential' in window ? null : 'browser';
}
