/** Where the provider of OpenID Connect may send this server: its own document names addresses, and is not believed in all of them. */
import ipaddr from 'ipaddr.js';

/** As `ipaddr.js` calls them; an operator's own network may lie in any of these. */
const INSIDE = ['private', 'uniqueLocal', 'carrierGradeNat'];

/** @param address IPv4 or IPv6 @returns such as `unicast` (public), `private`, `loopback`, `linkLocal` */
export function rangeOf(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).range() : 'unreadable';
}

/**
 * @param range of an address that the provider's document leads to
 * @param ofIssuer ranges of the issuer's own addresses, which the operator has named
 */
export function isReachable(range: string, ofIssuer: ReadonlySet<string>): boolean {
  if (range === 'unicast' || ofIssuer.has(range)) return true;
  return INSIDE.includes(range) && INSIDE.some((each) => ofIssuer.has(each));
}

/** Only https; plain http where the issuer itself has it, which the settings allow on this machine alone. */
export function isAllowedScheme(url: URL, issuer: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && issuer.protocol === 'http:');
}
