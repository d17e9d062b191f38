/** Which addresses anybody may be sent to: every kind of address that is none of the open internet is refused. */
import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from '../../src/lib/public-address.ts';

describe('an address', () => {
  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '2a00:1450:4007:80e::200e'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['loopback', ['127.0.0.1', '127.255.255.254', '::1']],
    ['this network', ['0.0.0.0', '0.1.2.3', '::']],
    ['private', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1']],
    ['shared by a carrier', ['100.64.0.1']],
    ['link-local, as the metadata of clouds', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
    ['unique-local', ['fc00::1', 'fd12:3456::1', 'fec0::1']],
    ['multicast and broadcast', ['224.0.0.1', '239.1.1.1', '255.255.255.255', 'ff02::1']],
    [
      'reserved or for documentation',
      ['192.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.1', '240.0.0.1', '2001:db8::1'],
    ],
    ['an IPv4 one inside an IPv6 one', ['::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:a00:1', '::127.0.0.1']],
    ['behind NAT64, 6to4 or Teredo', ['64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::1']],
    ['not given out', ['4000::1', '100::1', '5f00::1', '::2']],
    ['none at all', ['', 'localhost', '1.2.3', 'a.b.c.d', '8.8.8.8, 10.0.0.1']],
  ])('is not public when it is %s', (_what, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});
