/** The end of a site by the clock: when it goes, what is refused meanwhile, and who is told. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { dayOfErasure, Sites } from '../../src/admin/sites.ts';
import { dateOf } from '../../src/lib/calendar.ts';
import { UserRepository } from '../../src/store/sqlite/app/account-repository.ts';
import { CachedSiteDirectory } from '../../src/store/sqlite/app/site-directory.ts';
import { SiteRepository } from '../../src/store/sqlite/app/site-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { createFolder, removeFolder } from '../support/service.ts';

const WEEK_MS = 7 * 86_400_000;
const REMOVED_AT = Date.parse('2026-03-02T23:30Z');
const SITE = 'shop.example';

let folder: string;
let now: number;
let db: SqliteDatabase;
let sites: Sites;
let directory: CachedSiteDirectory;
let users: UserRepository;
/** What was told of the rows of sites. */
let told: string[];

beforeEach(() => {
  folder = createFolder();
  now = REMOVED_AT;
  told = [];
  db = openDatabase(join(folder, 'app.db'));
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  const store = new SiteRepository(db);
  directory = new CachedSiteDirectory(store);
  users = new UserRepository(db);
  sites = new Sites({
    store,
    eraser: {
      removeSite: async () => void told.push('rows'),
      emptySite: async (_siteId, today) => told.push(dateOf(today)) > 1,
    },
    now: () => now,
    onChange: () => directory.reload(),
    onErased: ({ domain }) => told.push(domain),
  });
  sites.add(SITE, { timezone: 'Europe/Paris' });
});
afterEach(() => {
  db.close();
  removeFolder(folder);
});

it('is out of sight at once, and known to go on a day of its own clock', () => {
  const removed = sites.remove(SITE);
  expect(dayOfErasure(removed)).toBe('2026-03-10'); // half past midnight in Paris
  expect([sites.list(), sites.find(SITE), directory.find(SITE)]).toEqual([[], null, undefined]);
  expect(sites.listRemoved().map(({ domain }) => domain)).toEqual([SITE]);
});

it('is erased after seven days and not before, which the log says', async () => {
  sites.remove(SITE);
  now = REMOVED_AT + WEEK_MS - 1;
  await sites.eraseDue();
  expect(sites.listRemoved()).toHaveLength(1);
  now = REMOVED_AT + WEEK_MS;
  await sites.eraseDue();
  expect(sites.listRemoved()).toEqual([]);
  expect(told).toEqual([SITE, 'rows']);
  expect(() => sites.restore(SITE)).toThrow('No site of that name was removed');
});

it('keeps its name until then, and says what to do', () => {
  sites.remove(SITE);
  expect(() => sites.add(`www.${SITE}`, {})).toThrow(
    /was removed and is kept until 2026-03-10; have it back .*restore.*, or erase it now/,
  );
});

it('comes back as it was, with the roles that people have there', () => {
  const before = sites.get(SITE);
  const standing = { role: null, siteRoles: [{ siteId: before.id, role: 'owner' as const }] };
  users.insert('ada@example.org', 'hash', standing, now);
  sites.remove(SITE);
  expect(sites.restore(SITE)).toEqual(before);
  expect(users.findByEmail('ada@example.org')).toMatchObject(standing);
  expect(directory.find(SITE)?.id).toBe(before.id);
});

it('is emptied as of its own day, and not while something is imported', async () => {
  await expect(sites.empty(SITE)).rejects.toThrow('Data is being imported');
  await sites.empty(SITE);
  expect(told).toEqual(['2026-03-03', '2026-03-03']); // past midnight in Paris
});
