/** Excluded messages on their real way to a SQLite file: no key is made for them, no row is written. */
import { describe, expect, it } from '@jest/globals';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { readTables } from '../support/reference/read-tables.ts';

const AT = Date.UTC(2026, 5, 10, 12);
const ID = 'V1StGXR8_Z5jdHi6B-myT';

const EXCLUSIONS: [string, Partial<CollectedSite>][] = [
  ['excluded-address', { excludedAddresses: ['198.51.3.7/32'] }],
  ['excluded-country', { excludedCountries: ['FR'] }],
  ['excluded-path', { excludedPaths: ['/admin/**'] }],
  ['excluded-host', { excludedHosts: ['*.example.org'] }],
];
const MESSAGES = [
  { n: 'pageview' },
  { n: 'pageview', c: 'granted', id: ID },
  { n: 'engagement', e: 5000, sd: 50 },
  { n: 'Order' },
  { n: 'consent', action: 'asked' },
  { n: 'consent', action: 'accepted', c: 'granted', id: ID },
];

function send(service: CountingService, body: object, more: { ip?: string; hasObjected?: boolean } = {}) {
  const page = { u: 'https://stage.example.org/admin/x', d: 'example.org' };
  return service.sendBody({ ...page, ...body }, { ip: '198.51.3.7', userAgent: 'Firefox 0', at: AT, ...more });
}

describe('what a site excludes', () => {
  it.each(EXCLUSIONS)('is dropped as %s, whatever kind of message it is, and leaves nothing', (reason, settings) => {
    const [service, untouched] = [new CountingService({ ...settings, profile: 'exempt' }), new CountingService()];
    try {
      for (const body of MESSAGES) expect([body, send(service, body)]).toEqual([body, reason]);
      service.flush();
      expect(service.listKeys()).toEqual([]);
      expect(readTables(service.file)).toEqual(readTables(untouched.file));
    } finally {
      for (const each of [service, untouched]) each.close();
    }
  });

  it('tells of an objection first, and counts everybody else', () => {
    const service = new CountingService({ excludedAddresses: ['198.51.3.7/32'] });
    try {
      expect(send(service, { n: 'pageview' }, { hasObjected: true })).toBe('objected');
      expect(send(service, { n: 'pageview' }, { ip: '198.51.3.8' })).toBeNull();
      expect(service.flush()).toEqual([true]);
    } finally {
      service.close();
    }
  });
});
