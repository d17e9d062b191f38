/** The border: what goes into the one personal type does not come out again by accident. */

import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { RequestFacts } from '../../src/collect/request-facts.ts';
import { truncateAddress } from '../../src/collect/truncate-address.ts';

describe('an address', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8::1', '2001:db8:0:0::'],
    ['::1', '0:0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::'],
    ['999.1.1.1', ''],
    ['1.2.3', ''],
    ['example.org', ''],
    ['', ''],
  ])('%s is cut to %s', (address, network) => {
    expect(truncateAddress(address)).toBe(network);
  });
});

describe('request facts', () => {
  const facts = new RequestFacts({ ip: '203.0.113.77', userAgent: 'Canary/1.0', at: 0 }, (ip) => ip.endsWith('.77'));

  it('print as nothing, whichever way they are printed', () => {
    const printed = [
      JSON.stringify({ facts }),
      String(facts),
      `${facts}`,
      inspect(facts, { depth: 9, showHidden: true }),
      JSON.stringify([facts]),
    ];
    for (const text of printed) expect(text).not.toMatch(/203\.0\.113|Canary/);
    expect(JSON.stringify({ ...facts })).not.toMatch(/203\.0\.113|Canary/);
    expect(Object.values(facts)).not.toContain('Canary/1.0');
    expect(JSON.stringify(structuredClone({ ...facts }))).not.toMatch(/203\.0\.113|Canary/);
  });

  it('hand the User-Agent to a function that reduces it, and only the network of the address', () => {
    expect(facts.reduceUserAgent((userAgent) => userAgent.length)).toBe(10);
    expect(facts.network).toBe('203.0.113.0');
    expect(facts.isExcludedAddress).toBe(true);
  });
});
