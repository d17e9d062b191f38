/** How long a day takes to be sealed: hot rows of a few days, written by SQL, then packed one day after the other. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { DaySealer } from '../../src/store/sqlite/writer/day-sealer.ts';
import { generateYear } from './generate-days.ts';
import { InstrumentWriter } from './instrument-writer.ts';
import { RowWriter } from './row-writer.ts';
import { type Shape, shapeOf } from './shape.ts';
import { middle, roundMs } from './timing.ts';

const DAYS = 7;
const SITE = 1;

export interface Sealing {
  seal_ms_per_day: number;
  seal_ms_slowest_day: number;
  sealed_rows_per_day: number;
}

/** @param folder a temporary one, removed again */
export function measureSealing(folder: string, pageviews: number): Sealing {
  mkdirSync(folder, { recursive: true });
  const db = openDatabase(join(folder, 'events.db'));
  migrate(db, join(MIGRATIONS_DIR, 'events-sqlite'));
  const days = writeDays(db, shapeOf(pageviews));
  const sealer = new DaySealer(db);
  const times: number[] = [];
  let rows = 0;
  for (const day of days) {
    const startedAt = performance.now();
    db.transaction(() => {
      rows += sealer.seal({ siteId: SITE, day })?.rows ?? 0;
    })();
    times.push(performance.now() - startedAt);
  }
  db.close();
  rmSync(folder, { recursive: true });
  return {
    seal_ms_per_day: roundMs(middle(times)),
    seal_ms_slowest_day: roundMs(Math.max(...times)),
    sealed_rows_per_day: Math.round(rows / DAYS),
  };
}

function writeDays(db: SqliteDatabase, shape: Shape): number[] {
  const [rows, instrument] = [new RowWriter(db), new InstrumentWriter(db)];
  const written: number[] = [];
  for (const batch of generateYear(shape).days) {
    rows.write(SITE, batch);
    instrument.write(SITE, batch);
    written.push(batch.day);
    if (written.length === DAYS) break;
  }
  return written;
}
