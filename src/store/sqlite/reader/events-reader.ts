/** Answers plans from events.db over a read-only connection; keeps recent days' columns in memory and notices when they change. */
import { LRUCache } from 'lru-cache';
import type { FirstPages } from '../../../count/date-flags.ts';
import { DAYS_BEFORE } from '../../../count/estimate/broken-day.ts';
import type { InstrumentDay } from '../../../count/window-bounds.ts';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan } from '../../../stats/ports.ts';
import { type DayColumns, sizeOf } from '../../segments/day-columns.ts';
import { scanDays } from '../../segments/scan-days.ts';
import { openDatabase, type SqliteDatabase } from '../open-database.ts';
import { createDayLoader } from './load-day.ts';

interface CachedDay {
  version: number;
  columns: DayColumns;
}

export interface ReaderOptions {
  file: string;
  /** Bytes of columns kept in memory. */
  cacheBytes: number;
}

/** A cached entry costs this much beside its columns (bytes). */
const ENTRY_BYTES = 4096;

export class EventsReader {
  readonly #db: SqliteDatabase;
  readonly #cache: LRUCache<string, CachedDay>;
  readonly #terms = new Map<string, string[]>();
  readonly #loadDay;
  readonly #sql;

  constructor({ file, cacheBytes }: ReaderOptions) {
    this.#db = openDatabase(file, { readonly: true });
    this.#cache = new LRUCache({
      maxSize: cacheBytes,
      sizeCalculation: ({ columns }) => sizeOf(columns) + ENTRY_BYTES,
    });
    this.#loadDay = createDayLoader(this.#db);
    this.#sql = prepare(this.#db);
  }

  /** Runs one plan on one state of the database. */
  scan(plan: Plan): Scan {
    return this.#db.transaction(() => {
      const { siteId, window } = plan;
      return scanDays(plan, {
        days: (first, last) => this.#days(siteId, first, last),
        instrument: this.#sql.instrument.all(siteId, window.firstDay - DAYS_BEFORE, window.lastDay),
        firstPages: this.#sql.firstPages.all(siteId, window.firstDay - 1, window.lastDay),
        terms: (kind) => this.#termsOf(siteId, kind),
      });
    })();
  }

  /** First day with rows of a site, or null. */
  firstDay(siteId: number): number | null {
    return this.#sql.firstDay.get(siteId) ?? null;
  }

  close(): void {
    this.#db.close();
  }

  /** The days of a site that have rows, in order. */
  *#days(siteId: number, first: number, last: number): Generator<DayColumns> {
    for (const { day, version } of this.#sql.versions.all(siteId, first, last)) yield this.#day(siteId, day, version);
  }

  #day(siteId: number, day: number, version: number): DayColumns {
    const name = `${siteId}:${day}`;
    const known = this.#cache.get(name);
    if (known?.version === version) return known.columns;
    const columns = this.#loadDay(siteId, day);
    this.#cache.set(name, { version, columns });
    return columns;
  }

  /** Texts by id. Terms are only ever added, except when a site is removed; then its numbers are never given again. */
  #termsOf(siteId: number, kind: string): readonly string[] {
    const name = `${siteId}:${kind}`;
    const known = this.#terms.get(name) ?? [''];
    for (const { id, text } of this.#sql.terms.iterate(siteId, kind, known.length - 1)) known[id] = text;
    this.#terms.set(name, known);
    return known;
  }
}

function prepare(db: SqliteDatabase) {
  return {
    versions: db.prepare<[number, number, number], { day: number; version: number }>(
      'SELECT day, version FROM day_changes WHERE site_id = ? AND day BETWEEN ? AND ? ORDER BY day',
    ),
    instrument: db.prepare<
      [number, number, number],
      InstrumentDay
    >(`SELECT i.day, i.level, i.parts, i.o, i.s, i.x, i.y, i.z, i.fresh,
      (SELECT count(*) FROM people p WHERE p.site_id = i.site_id AND p.day = i.day AND p.visitor = 0)
        + coalesce((SELECT d.anonymous FROM sealed_days d WHERE d.site_id = i.site_id AND d.day = i.day), 0) AS anonymous,
      coalesce((SELECT max(n.anonymous) FROM instrument_parts n WHERE n.site_id = i.site_id AND n.day = i.day), 0) AS largestPart
      FROM instrument_days i WHERE i.site_id = ? AND i.day BETWEEN ? AND ? ORDER BY i.day`),
    firstPages: db.prepare<[number, number, number], FirstPages>(
      'SELECT day, d, w, m FROM date_flag_days WHERE site_id = ? AND day BETWEEN ? AND ?',
    ),
    firstDay: db.prepare<[number], number>('SELECT min(day) FROM day_changes WHERE site_id = ?').pluck(),
    terms: db.prepare<[number, string, number], { id: number; text: string }>(
      'SELECT id, text FROM terms WHERE site_id = ? AND kind = ? AND id > ? ORDER BY id',
    ),
  };
}
