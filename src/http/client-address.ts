/** The address a request came from, believing `X-Forwarded-For` only from the proxies named in the settings. */
import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';
import { truncateAddress } from '../collect/truncate-address.ts';

export type AddressOf = (request: IncomingMessage) => string;

/** @param trusted CIDR list */
export function createAddressOf(trusted: readonly string[]): AddressOf {
  if (trusted.length === 0) return (request) => request.socket.remoteAddress ?? '';
  const isTrusted = proxyAddr.compile([...trusted]);
  return (request) => proxyAddr(request, isTrusted);
}

/** Whoever has one address of IPv6 has the whole of its network: that, or what is no address of IPv6 as it is. */
export function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? truncateAddress(address) : address;
}

/** Whether an address lies in a CIDR list, as a ready function. */
export function createAddressFilter(list: readonly string[]): (address: string) => boolean {
  if (list.length === 0) return () => false;
  const matches = proxyAddr.compile([...list]);
  return (address) => matches(address, 0);
}
