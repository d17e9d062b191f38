/** For which host passkeys are made: browsers ask for a name, and for https unless it is this machine. */

export interface RelyingParty {
  /** Host of the public address. */
  id: string;
  /** Scheme, host and port, as browsers say it. */
  origin: string;
}

const IP = /^\[|^\d+(\.\d+){3}$/;

/** null where browsers make no passkeys: at an IP address, or without https elsewhere than on `localhost`. @param baseUrl public address */
export function relyingPartyOf(baseUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(baseUrl);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  return IP.test(hostname) || (protocol !== 'https:' && !isLocal) ? null : { id: hostname, origin };
}
