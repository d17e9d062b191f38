/** Ranges of IP addresses in CIDR notation: read, written in one way, and asked whether an address lies in them. */
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

export interface AddressRange {
  /** The first address of the range. */
  network: Address;
  /** Leading bits that all addresses of the range share: 1 to 32, or 1 to 128. */
  bits: number;
}

/** Reads `192.0.2.0/24`, `2001:db8::/32` or one address; null for anything else, ranges of every address included. */
export function readAddressRange(text: string): AddressRange | null {
  const [address = '', length, ...rest] = text.split('/');
  const parsed = parseAddress(address);
  if (parsed === null || rest.length > 0) return null;
  const longest = parsed.kind() === 'ipv4' ? 32 : 128;
  if (length === undefined) return { network: parsed, bits: longest };
  // An IPv4 address in the clothes of IPv6 has become IPv4: its length would be of another family.
  const isDressed = parsed.kind() === 'ipv4' && address.includes(':');
  const bits = /^[1-9]\d{0,2}$/.test(length) ? Number(length) : 0;
  if (isDressed || bits < 1 || bits > longest) return null;
  return { network: firstOf(parsed, bits), bits };
}

/** The one way in which a range is written: its first address, and always a length. */
export function formatAddressRange({ network, bits }: AddressRange): string {
  return `${network.toString()}/${bits}`;
}

/** Whether an address lies in one of the ranges; a text that is no address lies in none. */
export function createRangeTest(ranges: readonly AddressRange[]): (address: string) => boolean {
  if (ranges.length === 0) return () => false;
  return (text) => {
    const address = parseAddress(text);
    if (address === null) return false;
    return ranges.some(({ network, bits }) => network.kind() === address.kind() && address.match(network, bits));
  };
}

/** An IPv4-mapped IPv6 address becomes IPv4. Short forms such as 1.2.3 are nobody's address. */
function parseAddress(text: string): Address | null {
  const bare = text.replace(/%.*$/s, '');
  return ipaddr.IPv4.isValidFourPartDecimal(bare) || ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : null;
}

function firstOf(address: Address, bits: number): Address {
  const bytes = address.toByteArray().map((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * index));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  return ipaddr.fromByteArray(bytes);
}
