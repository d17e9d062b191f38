/** Writes what stands in rows beside a day, sealed or not: the instrument's counters, and the version that readers look at. */
import type { SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import type { DayBatch } from './day-batch.ts';
import { LEVEL, TIME_ZONE } from './shape.ts';

export class InstrumentWriter {
  readonly #day;
  readonly #part;
  readonly #change;

  constructor(db: SqliteDatabase) {
    this.#day = db.prepare(`INSERT INTO instrument_days
      (site_id, day, time_zone, level, parts, key_commitment, o, s, x, y, fresh, z, returned, anonymous)
      VALUES (@siteId, @day, @timeZone, @level, 1, NULL, @overlap, @identifiedOverlap, 0, 0, @fresh, 0, @returned, @anonymous)`);
    this.#part = db.prepare('INSERT INTO instrument_parts (site_id, day, part, anonymous) VALUES (?, ?, 1, ?)');
    this.#change = db.prepare('INSERT INTO day_changes (site_id, day, version) VALUES (?, ?, 1)');
  }

  /** Before the day's columns: they are cut at the midnights of the zone that stands here. */
  write(siteId: number, { day, overlap, identifiedOverlap, fresh, returned, anonymous }: DayBatch): void {
    const zone = { timeZone: TIME_ZONE, level: LEVEL };
    this.#day.run({ siteId, day, ...zone, overlap, identifiedOverlap, fresh, returned, anonymous });
    this.#part.run(siteId, day, anonymous);
    this.#change.run(siteId, day);
  }
}
