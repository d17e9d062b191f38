/** The address a request came from, believing `X-Forwarded-For` only from the proxies named in the settings. */
import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

export type AddressOf = (request: IncomingMessage) => string;

/** @param trusted CIDR list */
export function createAddressOf(trusted: readonly string[]): AddressOf {
  if (trusted.length === 0) return (request) => request.socket.remoteAddress ?? '';
  const isTrusted = proxyAddr.compile([...trusted]);
  return (request) => proxyAddr(request, isTrusted);
}

/** Whether an address lies in a CIDR list, as a ready function. */
export function createAddressFilter(list: readonly string[]): (address: string) => boolean {
  if (list.length === 0) return () => false;
  const matches = proxyAddr.compile([...list]);
  return (address) => matches(address, 0);
}
