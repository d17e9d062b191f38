/** The columns of sealed days in events.db: read by whoever answers, written by whoever seals. */
import { type Column, columnOf, toDoubles } from '../segments/column.ts';
import type { ColumnPlace, StoredColumn } from '../segments/column-encoding.ts';
import { decodeColumn } from '../segments/decode-column.ts';
import { encodeColumn } from '../segments/encode-column.ts';
import { LOOSE, type PartName } from '../segments/parts.ts';
import { distancesOfVisits, endsOfVisits, timesOfEvents } from '../segments/relative-times.ts';
import type { SqliteDatabase } from './open-database.ts';

export interface SiteDay {
  siteId: number;
  day: number;
}

const NO_ROWS: Column = { values: new Uint8Array(0), from: 0, hasNulls: false };

/** What a sealed day holds: rows of each part, the largest numbers given, and its anonymous day-visitors. */
export interface SealedDay extends Record<PartName, number> {
  lastVisit: number;
  lastEvent: number;
  lastOrdinal: number;
  anonymous: number;
}

export class SealedDays {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = prepare(db);
  }

  /** Null when the day is not sealed: all that there is of it are rows. */
  find(siteId: number, day: number): SealedDay | null {
    return this.#sql.find.get(siteId, day) ?? null;
  }

  /** The sealed days of a site, in order. */
  listDays(siteId: number): number[] {
    return this.#sql.listDays.all(siteId);
  }

  /**
   * @param length rows of the part, as `find` tells
   * @throws AppError that names site, day and column when it is damaged
   */
  read(place: ColumnPlace, length: number): Column {
    const { siteId, day, part, column } = place;
    // A part without rows has no columns.
    if (length === 0) return NO_ROWS;
    const stored = decodeColumn(place, this.#sql.read.get(siteId, day, part, column), length);
    return stored.isRelative ? this.#countBack(place, stored) : stored;
  }

  /** Ms from the beginning of each visit to its last event: most days are sealed with just that. */
  readDurations({ siteId, day }: SiteDay, length: number): Column {
    if (length === 0) return NO_ROWS;
    const place = { siteId, day, part: 'visits', column: 'last_at' } as const;
    const stored = decodeColumn(place, this.#sql.read.get(siteId, day, place.part, place.column), length);
    if (stored.isRelative) return stored;
    const startedAt = this.readValues({ ...place, column: 'started_at' }, length);
    return columnOf(distancesOfVisits(toDoubles(stored), startedAt));
  }

  /** One column as doubles, NULL as NaN. */
  readValues(place: ColumnPlace, length: number): Float64Array {
    return toDoubles(this.read(place, length));
  }

  /** One column of `loose`, whose length nothing else knows; null where it was never written. */
  readLoose({ siteId, day }: SiteDay, column: string): Column | null {
    const stored = this.#sql.read.get(siteId, day, LOOSE, column);
    return stored === undefined ? null : decodeColumn({ siteId, day, part: LOOSE, column }, stored, stored.length);
  }

  #countBack(place: ColumnPlace, distances: Column): Column {
    const { siteId, day, part } = place;
    const holds = this.find(siteId, day);
    const startedAt = this.read({ siteId, day, part: 'visits', column: 'started_at' }, holds?.visits ?? 0);
    if (part === 'visits') return endsOfVisits(distances, startedAt);
    const visit = this.readValues({ siteId, day, part: 'events', column: 'visit' }, holds?.events ?? 0);
    return timesOfEvents(distances, { day, visit, startedAt: toDoubles(startedAt) });
  }

  save(siteId: number, day: number, holds: SealedDay): void {
    const { visits, events, properties, people, lastVisit, lastEvent, lastOrdinal, anonymous } = holds;
    const rows = [visits, events, properties, people];
    this.#sql.save.run(siteId, day, ...rows, lastVisit, lastEvent, lastOrdinal, anonymous);
  }

  /** Writes one column over what was there. @param relative see `encodeColumn`. @returns its bytes */
  write(place: ColumnPlace, values: Float64Array, relative: Float64Array | null = null): number {
    const { siteId, day, part, column } = place;
    const { encoding, length, checksum, data } = encodeColumn(place, values, relative);
    this.#sql.write.run(siteId, day, part, column, encoding, length, checksum, data);
    return data.length;
  }

  /** Removes the columns of one part. */
  clear(siteId: number, day: number, part: PartName | typeof LOOSE): void {
    this.#sql.clear.run(siteId, day, part);
  }

  remove(siteId: number, day: number): void {
    this.#sql.removeColumns.run(siteId, day);
    this.#sql.remove.run(siteId, day);
  }
}

function prepare(db: SqliteDatabase) {
  const onDay = 'WHERE site_id = ? AND day = ?';
  return {
    find: db.prepare<[number, number], SealedDay>(`SELECT visits, events, properties, people, last_visit AS lastVisit,
      last_event AS lastEvent, last_ordinal AS lastOrdinal, anonymous FROM sealed_days ${onDay}`),
    listDays: db.prepare<[number], number>('SELECT day FROM sealed_days WHERE site_id = ? ORDER BY day').pluck(),
    read: db.prepare<[number, number, string, string], StoredColumn>(
      `SELECT encoding, length, checksum, data FROM segments ${onDay} AND part = ? AND column = ?`,
    ),
    save: db.prepare(`INSERT OR REPLACE INTO sealed_days
      (site_id, day, visits, events, properties, people, last_visit, last_event, last_ordinal, anonymous)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    write: db.prepare(`INSERT OR REPLACE INTO segments (site_id, day, part, column, encoding, length, checksum, data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    clear: db.prepare(`DELETE FROM segments ${onDay} AND part = ?`),
    removeColumns: db.prepare(`DELETE FROM segments ${onDay}`),
    remove: db.prepare(`DELETE FROM sealed_days ${onDay}`),
  };
}
