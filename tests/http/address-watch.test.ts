/** Lost addresses are noticed, and neither an intranet nor somebody who tries the service out is taken for them. */
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { AddressWatch } from '../../src/http/address-watch.ts';
import { createAddressOf } from '../../src/http/client-address.ts';

interface Sent {
  /** Of the other end of the connection. */
  peer: string;
  forwarded?: string;
  origin?: string;
}

const request = ({ peer, forwarded, origin = 'https://example.org' }: Sent) =>
  ({
    socket: { remoteAddress: peer },
    connection: { remoteAddress: peer },
    headers: { origin, ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage;

function watch(trusted: readonly string[], ...sent: [times: number, Sent][]): boolean {
  const addressOf = createAddressOf(trusted);
  const addressWatch = new AddressWatch();
  for (const [times, each] of sent)
    for (let count = 0; count < times; count++) addressWatch.note(request(each), addressOf(request(each)));
  return addressWatch.isMissing;
}

describe('visitors’ addresses', () => {
  it.each<[what: string, isMissing: boolean, trusted: string[], sent: Sent]>([
    ['behind a proxy that is not trusted', true, [], { peer: '172.17.0.1', forwarded: '203.0.113.9' }],
    ['behind a proxy of this machine that passes nothing on', true, ['127.0.0.1'], { peer: '127.0.0.1' }],
    ['behind a proxy that is trusted', false, ['127.0.0.1'], { peer: '127.0.0.1', forwarded: '203.0.113.9' }],
    ['without a proxy', false, [], { peer: '203.0.113.9' }],
    ['of an intranet', false, [], { peer: '192.168.1.20' }],
    ['of somebody at this machine', false, [], { peer: '127.0.0.1', origin: 'http://localhost:8090' }],
    ['of a name of this machine', false, [], { peer: '::1', origin: 'http://demo.localhost:8090' }],
  ])('%s: missing is %s', (_what, isMissing, trusted, sent) => {
    expect(watch(trusted, [19, sent])).toBe(false);
    expect(watch(trusted, [20, sent])).toBe(isMissing);
  });

  it('are not missed for a few, and no longer once the proxy is trusted', () => {
    const lost: Sent = { peer: '10.0.0.2', forwarded: '203.0.113.9' };
    const right: Sent = { peer: '203.0.113.9' };
    expect(watch([], [15, lost], [10, right])).toBe(false);
    expect(watch([], [100_000, lost])).toBe(true);
    expect(watch([], [100_000, lost], [100, right])).toBe(false);
  });
});
