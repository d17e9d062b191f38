/** Cuts an IP address to its network before anything else looks at it. */
import ipaddr from 'ipaddr.js';

/** The /24 of an IPv4 address or the /64 of an IPv6 address, as its first address; '' for what is no address. */
export function truncateAddress(address: string): string {
  const v4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address); // nearly every address: no need to parse it
  if (v4) return ipaddr.IPv4.isValid(address) ? `${v4[1]}.0` : '';
  if (!ipaddr.IPv6.isValid(address)) return ''; // shortened IPv4 such as 1.2.3 is nobody's address
  const parsed = ipaddr.process(address); // an IPv4-mapped address becomes IPv4
  if (parsed.kind() === 'ipv4') return truncateAddress(parsed.toString());
  const words = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((word) => word.toString(16));
  return `${words.join(':')}::`;
}
