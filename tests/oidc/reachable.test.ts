import { describe, expect, it } from '@jest/globals';
import { isAllowedScheme, isReachable, rangeOf } from '../../src/oidc/reachable.ts';

describe('an address that the provider’s document leads to', () => {
  it.each([
    // address, and whether it is reached from a public issuer, from one in an own network, from one on this machine
    ['8.8.8.8', [true, true, true]],
    ['2606:4700::1111', [true, true, true]],
    ['10.0.0.1', [false, true, false]],
    ['192.168.1.1', [false, true, false]],
    ['100.64.0.1', [false, true, false]],
    ['fd00::1', [false, true, false]],
    ['::ffff:10.0.0.1', [false, true, false]],
    ['127.0.0.1', [false, false, true]],
    ['::1', [false, false, true]],
    ['::ffff:127.0.0.1', [false, false, true]],
    ['169.254.169.254', [false, false, false]],
    ['fe80::1', [false, false, false]],
    ['0.0.0.0', [false, false, false]],
    ['::', [false, false, false]],
    ['224.0.0.1', [false, false, false]],
    ['64:ff9b::a00:1', [false, false, false]],
    ['2002:a00:1::', [false, false, false]],
    ['not an address', [false, false, false]],
  ])('%s is reached or not', (address, expected) => {
    const issuers = ['8.8.4.4', '10.1.2.3', '127.0.0.1'].map((each) => new Set([rangeOf(each)]));
    expect(issuers.map((ofIssuer) => isReachable(rangeOf(address), ofIssuer))).toEqual(expected);
  });

  it('is asked over https, plainly only where the issuer is', () => {
    const [secure, plain] = [new URL('https://login.example.org'), new URL('http://127.0.0.1:9000')];
    expect(isAllowedScheme(new URL('https://a.example'), secure)).toBe(true);
    expect(isAllowedScheme(new URL('http://a.example'), secure)).toBe(false);
    expect(isAllowedScheme(new URL('file:///etc/passwd'), plain)).toBe(false);
    expect(isAllowedScheme(new URL('http://127.0.0.1:9000/token'), plain)).toBe(true);
  });
});
