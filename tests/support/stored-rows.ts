/** Reads what is stored as the rows that it once was, wherever it is kept: on a copy on which every day is rows again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { DaySealer } from '../../src/store/sqlite/writer/day-sealer.ts';

/** @param dataDir of a service that may be running */
export function readAsRows<T>(dataDir: string, read: (db: SqliteDatabase) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'passant-rows-'));
  const copy = join(folder, 'events.db');
  const stored = new Database(join(dataDir, 'events.db'), { readonly: true });
  stored.prepare('VACUUM INTO ?').run(copy);
  stored.close();
  const db = new Database(copy);
  try {
    unsealAll(db);
    return read(db);
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

/** Writes every sealed day back as rows, as an import into old days does with what it changes. */
export function unsealAll(db: SqliteDatabase): void {
  const sealer = new DaySealer(db);
  const days = db.prepare<[], { siteId: number; day: number }>('SELECT site_id AS siteId, day FROM sealed_days').all();
  db.transaction(() => {
    for (const day of days) sealer.unseal(day);
  })();
}
