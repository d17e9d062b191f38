/** Migrations: forward only, once each, never edited. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-migrate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('migrations', () => {
  it('that ship make strict tables, and run once', () => {
    for (const set of ['app', 'events-sqlite']) {
      const db = openDatabase(join(folder, `${set}.db`));
      migrate(db, join(MIGRATIONS_DIR, set));
      migrate(db, join(MIGRATIONS_DIR, set));
      const lax = db
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%STRICT%' AND name NOT LIKE 'sqlite_%'",
        )
        .all();
      expect(lax).toEqual([]);
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('secure_delete', { simple: true })).toBe(1);
      db.close();
    }
  });

  it('are refused when one was edited, or the data is newer than the program', () => {
    const db = openDatabase(join(folder, 'own.db'));
    writeFileSync(join(folder, '0001_make_a.sql'), 'CREATE TABLE a (x INTEGER) STRICT;');
    writeFileSync(join(folder, '0002_make_b.sql'), 'CREATE TABLE b (x INTEGER) STRICT;');
    migrate(db, folder);
    writeFileSync(join(folder, '0001_make_a.sql'), 'CREATE TABLE a (y INTEGER) STRICT;');
    expect(() => migrate(db, folder)).toThrow('0001_make_a.sql was changed');
    rmSync(join(folder, '0002_make_b.sql'));
    expect(() => migrate(db, folder)).toThrow('newer version of Passant (0002_make_b.sql)');
    db.close();
  });

  it('that fail leave nothing behind', () => {
    const db = openDatabase(join(folder, 'failing.db'));
    const own = mkdtempSync(join(folder, 'failing-'));
    writeFileSync(
      join(own, '0001_half.sql'),
      'CREATE TABLE half (x INTEGER) STRICT; CREATE TABLE half (x INTEGER) STRICT;',
    );
    expect(() => migrate(db, own)).toThrow();
    expect(db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'half'").pluck().get()).toBe(0);
    db.close();
  });
});
