/** What a site does not count, as a command or a form says it: every mistake is named with its entry. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSiteSettings, type SiteOption } from '../../src/admin/parse-site-settings.ts';
import { AppError } from '../../src/domain/errors.ts';
import { NOTHING_EXCLUDED } from '../../src/domain/exclusions.ts';
import { SiteRepository } from '../../src/store/sqlite/app/site-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';

function mistakeOf(option: SiteOption, text: string): string | undefined {
  try {
    parseSiteSettings({ [option]: text }, null);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.details.map(({ path }) => path)).toEqual([`--${option}`]);
    return error.details[0]?.message;
  }
  return undefined;
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `192.0.2.${index}`).join(',');

describe('exclusions', () => {
  it('are nothing until they are said, are kept in one way of writing, and an empty text clears a list', () => {
    expect(parseSiteSettings({}, null)).toMatchObject(NOTHING_EXCLUDED);
    const site = parseSiteSettings(
      {
        'exclude-addresses':
          ' 192.0.2.7/24, 198.51.100.9,2001:DB8:0::1/32,2001:db8::9,192.0.2.200/24,::ffff:203.0.113.5',
        'exclude-countries': 'fr,DE',
        'exclude-paths': '/admin/**,/preview/*,*.pdf',
        'exclude-hosts': 'Staging.example.org,*.test.example.org',
      },
      null,
    );
    const said = {
      excludedAddresses: ['192.0.2.0/24', '198.51.100.9/32', '2001:db8::/32', '2001:db8::9/128', '203.0.113.5/32'],
      excludedCountries: ['FR', 'DE'],
      excludedPaths: ['/admin/**', '/preview/*', '*.pdf'],
      excludedHosts: ['staging.example.org', '*.test.example.org'],
    };
    expect(site).toMatchObject(said);
    expect(parseSiteSettings({ timezone: 'Europe/Paris' }, site)).toMatchObject(said);
    expect(parseSiteSettings({ 'exclude-paths': '' }, site)).toMatchObject({ ...said, excludedPaths: [] });
  });

  it.each<[SiteOption, string, RegExp]>([
    ['exclude-addresses', '192.0.2.1,300.0.0.1', /^Entry 2 \(300\.0\.0\.1\) is not an address or a range/],
    ['exclude-addresses', '192.0.2.0/33', /^Entry 1/],
    ['exclude-addresses', '192.0.2.0/0', /^Entry 1/],
    ['exclude-addresses', '192.0.2.0/', /^Entry 1/],
    ['exclude-addresses', '192.0.2.0/255.255.255.0', /^Entry 1/],
    ['exclude-addresses', '192.0.2', /^Entry 1/],
    ['exclude-addresses', 'loopback', /^Entry 1/],
    ['exclude-addresses', '0x7f.0.0.1', /^Entry 1/],
    ['exclude-addresses', '192.0.2.010', /^Entry 1/],
    ['exclude-addresses', '2001:db8:1', /^Entry 1/],
    ['exclude-addresses', '2001:db8::/129', /^Entry 1/],
    ['exclude-addresses', '2001:db8::/32/4', /^Entry 1/],
    ['exclude-addresses', '::ffff:192.0.2.0/120', /^Entry 1/],
    ['exclude-addresses', many(101), /^At most 100 entries; 101 were given/],
    ['exclude-countries', 'FR,ZZ', /^Entry 2 \(ZZ\) is not an ISO country/],
    ['exclude-countries', 'UK', /^Entry 1 \(UK\)/],
    ['exclude-countries', 'France', /^Entry 1/],
    ['exclude-paths', '/a,admin/**', /^Entry 2 \(admin\/\*\*\) is not a path that begins with \/ or \*/],
    ['exclude-paths', `/${'a'.repeat(500)}`, /^Entry 1/],
    ['exclude-paths', '/*a'.repeat(11), /^Entry 1/],
    ['exclude-paths', '/a\u0007', /^Entry 1 \(\/a\)/],
    ['exclude-hosts', 'example.org,https://example.org/', /^Entry 2/],
    ['exclude-hosts', '*', /^Entry 1/],
    ['exclude-hosts', 'a.*.example.org', /^Entry 1/],
  ])('%s=%s is refused', (option, text, message) => {
    expect(mistakeOf(option, text)).toMatch(message);
  });

  it('may have a hundred entries', () => {
    expect(mistakeOf('exclude-addresses', many(100))).toBeUndefined();
  });

  it('are none of a site whose settings are older than they', () => {
    const folder = mkdtempSync(join(tmpdir(), 'passant-exclusions-'));
    const db = openDatabase(join(folder, 'app.db'));
    try {
      migrate(db, join(MIGRATIONS_DIR, 'app'));
      const sites = new SiteRepository(db);
      sites.insert('example.org', { timezone: 'UTC' } as never, false, 0);
      expect(sites.find('example.org')).toMatchObject(NOTHING_EXCLUDED);
      expect(sites.listCollected()[0]?.exclusions.hasPath('/')).toBe(false);
    } finally {
      db.close();
      rmSync(folder, { recursive: true });
    }
  });
});
