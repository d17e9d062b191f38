/** Places come out of the bundled file and out of every common layout of an operator's file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type GeoLocator, openGeoLocator } from '../../../src/collect/geo/open-geo-locator.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { writeMmdb } from './write-mmdb.ts';

const NOWHERE = { country: '', region: '', city: '' };
const folder = mkdtempSync(join(tmpdir(), 'passant-geo-'));
const inFolder = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

describe('openGeoLocator with the bundled file', () => {
  let geo: GeoLocator;
  beforeAll(async () => {
    geo = await openGeoLocator(null);
  });

  it.each([
    ['81.2.69.0', 'GB'],
    ['8.8.8.0', 'US'],
    ['91.198.174.0', 'NL'],
    ['2a01:e0a:1:2::', 'FR'],
    ['2001:4860:4860:0::', 'US'],
  ])('finds the country of %s', (network, country) => {
    expect(geo.locate(network)).toEqual({ country, region: '', city: '' });
  });

  it.each([
    '',
    '127.0.0.0',
    '10.0.0.0',
    '192.168.1.0',
    '172.16.5.0',
    '100.64.1.0',
    '169.254.0.0',
    '0:0:0:0::',
    'fe80:0:0:0::',
    'fd12:3456:789a:1::',
    'no address',
    '999.1.1.0',
  ])('knows no country of %j', (network) => {
    expect(geo.locate(network)).toEqual(NOWHERE);
  });

  it('names the file and its date', () => {
    expect(geo.source).toMatch(/^geo-whois-asn-country \d{4}-\d{2}-\d{2}$/);
  });

  it('answers a code or nothing for every network', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), (network) => {
        expect(geo.locate(network).country).toMatch(/^(?:[A-Z]{2})?$/);
      }),
    );
  });
});

describe('openGeoLocator with an operator’s file', () => {
  let geo: GeoLocator;
  beforeAll(async () => {
    const file = inFolder('places.mmdb');
    writeFileSync(
      file,
      writeMmdb('Test-City', {
        '203.0.113.0': {
          country: { iso_code: 'FR', names: { en: 'France' } },
          subdivisions: [{ iso_code: 'IDF' }, { iso_code: '75' }],
          city: { names: { de: 'Paris (de)', en: 'Paris' } },
        },
        '203.0.114.0': { country: { iso_code: 'CH' } },
        '203.0.115.0': { country_code: 'DE', state1: 'Bavaria', state2: '', city: 'Munich' },
        '203.0.116.0': { country_code: 'us' },
        '203.0.117.0': { country: 'BR', region: 'Sao Paulo', city: 'Campinas' },
        '203.0.118.0': { country: { iso_code: 'GB' }, subdivisions: [{ names: { en: 'England' } }] },
        '203.0.119.0': { country_code: 'ZZ', city: 'Nowhere' },
        '203.0.120.0': { autonomous_system_number: 64_496 },
        '203.0.121.0': { country_code: 'FR', city: 'Ly\u202eon\u0007' },
        '203.0.122.0': { country: { iso_code: 7 }, city: 12 },
      }),
    );
    geo = await openGeoLocator(file);
  });

  it.each([
    ['203.0.113.0', { country: 'FR', region: 'FR-IDF', city: 'Paris' }],
    ['203.0.114.0', { country: 'CH', region: '', city: '' }],
    ['203.0.115.0', { country: 'DE', region: 'Bavaria', city: 'Munich' }],
    ['203.0.116.0', { country: 'US', region: '', city: '' }],
    ['203.0.117.0', { country: 'BR', region: 'Sao Paulo', city: 'Campinas' }],
    ['203.0.118.0', { country: 'GB', region: 'England', city: '' }],
    ['203.0.119.0', NOWHERE],
    ['203.0.120.0', NOWHERE],
    ['203.0.121.0', { country: 'FR', region: '', city: 'Lyon' }],
    ['203.0.122.0', NOWHERE],
    ['198.51.100.0', NOWHERE],
  ])('places %s', (network, place) => {
    expect(geo.locate(network)).toEqual(place);
  });

  it('does not walk an IPv6 address through an IPv4 file', () => {
    expect(geo.locate('cb00:7100::')).toEqual(NOWHERE);
  });

  it('names the file’s type and date, never its path', () => {
    expect(geo.source).toBe('Test-City 2026-02-02');
  });

  it.each([
    ['missing', () => inFolder('missing.mmdb'), 'ENOENT'],
    ['a folder', () => folder, 'EISDIR'],
    ['no database', () => fileWith('text.mmdb', 'not a database'), 'not an .mmdb file'],
    ['empty', () => fileWith('empty.mmdb', ''), 'not an .mmdb file'],
    ['compressed', () => fileWith('packed.mmdb', '\u001f\u008b\u0008'), 'not an .mmdb file'],
  ])('refuses a file that is %s, naming the setting', async (_, file, reason) => {
    const refusal = await openGeoLocator(file()).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'invalid', message: expect.stringContaining('PASSANT_GEO_DB') });
    expect(String(refusal)).toContain(reason);
  });
});

function fileWith(name: string, text: string): string {
  writeFileSync(inFolder(name), text, 'latin1');
  return inFolder(name);
}
