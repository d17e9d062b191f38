/** The setting of a site that lets devices keep a date: where the law allows it, and nowhere else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseSiteSettings, type SiteOptions } from '../../src/admin/parse-site-settings.ts';
import { AppError } from '../../src/domain/errors.ts';
import { SiteRepository } from '../../src/store/sqlite/app/site-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';

function mistakesOf(options: SiteOptions, current: Parameters<typeof parseSiteSettings>[1] = null) {
  try {
    parseSiteSettings(options, current);
  } catch (error) {
    if (error instanceof AppError) return error.details;
  }
  return [];
}

describe('the date flag', () => {
  it.each(['FR', 'ES', 'NL', 'GB', 'US', 'CH'])('is off by default and may be switched on in %s', (jurisdiction) => {
    expect(parseSiteSettings({ jurisdiction }, null).dateFlag).toBe(false);
    const on = parseSiteSettings({ jurisdiction, 'date-flag': 'on' }, null);
    expect(on.dateFlag).toBe(true);
    expect(parseSiteSettings({ timezone: 'Europe/Paris' }, on).dateFlag).toBe(true);
    expect(parseSiteSettings({ 'date-flag': 'off' }, on).dateFlag).toBe(false);
  });

  it.each([['DE'], ['BE'], ['DK'], ['IT'], ['AT'], ['PL'], ['NO'], ['none']])('is refused in %s', (jurisdiction) => {
    const [mistake, ...others] = mistakesOf({ jurisdiction, 'date-flag': 'on' });
    expect(others).toEqual([]);
    expect(mistake?.path).toBe('--date-flag');
    const where = jurisdiction === 'none' ? 'Without a stated jurisdiction' : `In ${jurisdiction}`;
    expect(mistake?.message).toBe(`${where} the device may not keep a date before consent; leave it off.`);
    expect(parseSiteSettings({ jurisdiction, 'date-flag': 'off' }, null).dateFlag).toBe(false);
  });

  it('goes off when a jurisdiction is stated that forbids it, and does not come back by itself', () => {
    const french = parseSiteSettings({ jurisdiction: 'FR', 'date-flag': 'on' }, null);
    const german = parseSiteSettings({ jurisdiction: 'DE' }, french);
    expect(german.dateFlag).toBe(false);
    expect(parseSiteSettings({ jurisdiction: 'FR' }, german).dateFlag).toBe(false);
    expect(mistakesOf({ jurisdiction: 'DE', 'date-flag': 'on' }, french)).toHaveLength(1);
  });

  it('is on or off and nothing else', () => {
    expect(mistakesOf({ jurisdiction: 'FR', 'date-flag': 'yes' })).toEqual([
      { path: '--date-flag', message: 'Use on or off.', code: 'on-off' },
    ]);
  });

  it('is off for a site whose settings were stored before there was one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'passant-sites-'));
    const db = openDatabase(join(folder, 'app.db'));
    try {
      migrate(db, join(MIGRATIONS_DIR, 'app'));
      const sites = new SiteRepository(db);
      const settings = parseSiteSettings({ jurisdiction: 'FR', 'date-flag': 'on' }, null);
      const { dateFlag: _unknown, ...old } = settings;
      sites.insert('old.example', old as typeof settings, false, 0);
      sites.insert('new.example', settings, false, 0);
      expect(sites.listCollected().map(({ domain, dateFlag }) => [domain, dateFlag])).toEqual([
        ['new.example', true],
        ['old.example', false],
      ]);
    } finally {
      db.close();
      rmSync(folder, { recursive: true });
    }
  });
});
