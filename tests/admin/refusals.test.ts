/** Refusals in the log of changes: one line per kind, account and hour, whose count grows, in a real database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChangeLog } from '../../src/admin/change-log.ts';
import { Refusals } from '../../src/admin/refusals.ts';
import { STRANGER } from '../../src/domain/change.ts';
import { ChangeRepository, RefusalRepository } from '../../src/store/sqlite/app/change-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';

const HOUR_MS = 3_600_000;
const NINE = Date.UTC(2026, 2, 1, 9);
const ADA = 'ada@example.org';
let folder: string;
let db: SqliteDatabase;
let at = NINE;
let refusals: Refusals;
let log: ChangeLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-refusals-'));
  db = openDatabase(join(folder, 'app.db'));
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  at = NINE;
  refusals = new Refusals(new RefusalRepository(db), () => at);
  log = new ChangeLog(
    new ChangeRepository(db),
    () => at,
    () => refusals.write(),
  );
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const lines = (only: 'changes' | 'refusals' | null = null) =>
  log.list({ only }).map(({ act, who, about, count }) => `${act} ${who} ${about} ${count}`);

describe('refusals', () => {
  it('are one line per kind, account and hour, however many they are and whenever they are written', () => {
    for (let time = 0; time < 1000; time++) {
      refusals.note({ who: STRANGER, act: 'sign_in_refused' });
      if (time % 100 === 0) refusals.write();
    }
    for (const about of [ADA, ADA, 'grace@example.org'])
      refusals.note({ who: STRANGER, act: 'sign_in_refused', about });
    refusals.note({ who: ADA, act: 'right_refused' });
    expect(lines().toSorted()).toEqual([
      `right_refused ${ADA}  1`,
      'sign_in_refused stranger  1000',
      'sign_in_refused stranger ada@example.org 2',
      'sign_in_refused stranger grace@example.org 1',
    ]);
    expect(log.list({}).map((line) => [line.at, line.site])).toEqual(Array.from({ length: 4 }, () => [NINE, null]));
  });

  it('begin anew with each hour of UTC, and go on in theirs after a restart', () => {
    at = NINE + HOUR_MS - 1;
    refusals.note({ who: STRANGER, act: 'key_refused' });
    refusals.write();
    const again = new Refusals(new RefusalRepository(db), () => at);
    again.note({ who: STRANGER, act: 'key_refused' });
    at = NINE + HOUR_MS;
    again.note({ who: STRANGER, act: 'key_refused' });
    again.write();
    expect(log.list({}).map((line) => [line.at, line.count])).toEqual([
      [NINE + HOUR_MS, 1],
      [NINE + HOUR_MS - 1, 2],
    ]);
  });

  it('stand among what was done, or can be left out, or shown alone, a page at a time', () => {
    log.note({ who: ADA, act: 'signed_in' });
    refusals.note({ who: ADA, act: 'right_refused' });
    log.note({ who: ADA, act: 'site_added', about: 'shop.example' });
    expect(lines()).toEqual([
      `site_added ${ADA} shop.example null`,
      `right_refused ${ADA}  1`,
      `signed_in ${ADA}  null`,
    ]);
    expect(lines('changes')).toEqual([`site_added ${ADA} shop.example null`, `signed_in ${ADA}  null`]);
    expect(lines('refusals')).toEqual([`right_refused ${ADA}  1`]);
    const [last] = log.list({ limit: 1 });
    expect(log.list({ before: last?.id ?? 0 }).map(({ act }) => act)).toEqual(['right_refused', 'signed_in']);
  });

  it('wait when the database does not take them', () => {
    refusals.note({ who: STRANGER, act: 'link_refused' });
    refusals.note({ who: STRANGER, act: 'key_refused' });
    db.exec('BEGIN; DROP TABLE refusals');
    expect(() => refusals.write()).toThrow();
    db.exec('ROLLBACK');
    expect(lines().toSorted()).toEqual(['key_refused stranger  1', 'link_refused stranger  1']);
  });

  it('cannot be made fewer or taken out, by nobody', () => {
    refusals.note({ who: STRANGER, act: 'link_refused' });
    refusals.note({ who: STRANGER, act: 'link_refused' });
    refusals.write();
    for (const sql of [
      'UPDATE refusals SET count = 1',
      'UPDATE refusals SET hour = hour + 1, count = count + 1',
      'DELETE FROM refusals',
    ])
      expect(() => db.exec(sql)).toThrow('only added to');
    expect(lines()).toEqual(['link_refused stranger  2']);
  });
});
