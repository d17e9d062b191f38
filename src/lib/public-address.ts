/** Whether an IP address is one of the open internet, which anybody may be sent to: not of this machine, this network, or in between. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What is given out for use at large; the rest is reserved, or stands for something else. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Only what is surely public: loopback, private, link-local, unique-local, shared (carrier) and reserved addresses are not, nor is an IPv6
 * address that has an IPv4 one inside (mapped, NAT64, 6to4, Teredo), which may be any of these.
 */
export function isPublicAddress(address: string): boolean {
  // The stricter of the two: ipaddr.js takes 1.2.3 for 1.2.0.3.
  if (isIP(address) === 0 || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}
