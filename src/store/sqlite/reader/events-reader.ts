/** Answers plans from events.db over a read-only connection; keeps recent days' columns in memory and notices when they change. */
import { LRUCache } from 'lru-cache';
import type { FirstPages } from '../../../count/date-flags.ts';
import { DAYS_BEFORE } from '../../../count/estimate/broken-day.ts';
import type { InstrumentDay } from '../../../count/window-bounds.ts';
import type { KnownVisitor } from '../../../privacy/known-visitor.ts';
import type { ConsentCount, ConsentPlan } from '../../../stats/consent/ports.ts';
import type { Exploration, Explorations } from '../../../stats/explorations/ports.ts';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan } from '../../../stats/ports.ts';
import type { Day } from '../../segments/day-columns.ts';
import { explore } from '../../segments/explorations/explore.ts';
import { PARTS } from '../../segments/parts.ts';
import { readVisitor } from '../../segments/read-visitor.ts';
import { scanDays } from '../../segments/scan-days.ts';
import { openDatabase, type SqliteDatabase } from '../open-database.ts';
import { Removals } from '../removals.ts';
import { createConsentReader } from './consent-counts.ts';
import { KeptAnswers } from './kept-answers.ts';
import { createDayLoader, type DayCache, type DayListed, sizeOfCached } from './load-day.ts';

interface FirstDays {
  /** The highest number that was read. */
  last: number;
  days: Int32Array;
}

export interface ReaderOptions {
  file: string;
  /** Bytes of columns kept in memory. */
  cacheBytes: number;
  /** See `scanDays`. */
  manyRows?: number;
}

export class EventsReader {
  readonly #db: SqliteDatabase;
  readonly #terms = new Map<string, string[]>();
  readonly #firstDays = new Map<number, FirstDays>();
  readonly #cache: DayCache;
  readonly #kept = new KeptAnswers();
  readonly #removals: Removals;
  /** By site: the removals that what is in memory knows of. */
  readonly #seenRemovals = new Map<number, number>();
  readonly #loadDay;
  readonly #readConsent;
  readonly #sql;

  readonly #manyRows: number | undefined;

  constructor({ file, cacheBytes, manyRows }: ReaderOptions) {
    this.#manyRows = manyRows;
    this.#db = openDatabase(file, { readonly: true });
    this.#cache = new LRUCache({ maxSize: cacheBytes, sizeCalculation: sizeOfCached });
    this.#removals = new Removals(this.#db);
    this.#loadDay = createDayLoader(this.#db, this.#cache);
    this.#readConsent = createConsentReader(this.#db);
    this.#sql = prepare(this.#db);
  }

  /** Runs one plan on one state of the database. @param isAnew it is not answered from memory */
  scan(plan: Plan, isAnew = false): Scan {
    return this.#db.transaction(() => {
      const { siteId, window } = plan;
      const removals = this.#dropRemoved(siteId);
      const [first, last] = [window.firstDay - DAYS_BEFORE, window.lastDay + 1];
      const instrument = this.#sql.instrument.all(siteId, first, last);
      const firstPages = this.#sql.firstPages.all(siteId, window.firstDay - 1, last);
      // Versions only grow. New texts and visitors come with events of a day, whose version they change.
      const changes = this.#sql.changes.get(siteId, first, last);
      const state = JSON.stringify([removals, changes, instrument, firstPages]);
      const kept = isAnew ? null : this.#kept.find(plan, state);
      if (kept !== null) return kept;
      const input = {
        ...{ instrument, firstPages, days: (from: number, to: number) => this.#days(siteId, from, to) },
        terms: (kind: string) => this.#termsOf(siteId, kind),
        firstDays: () => this.#firstDaysOf(siteId),
      };
      const scan = scanDays(plan, input, this.#manyRows);
      this.#kept.keep(plan, state, scan);
      return scan;
    })();
  }

  /** Runs one exploration on one state of the database. */
  explore<K extends Exploration>(kind: K, plan: Explorations[K]['plan']): Explorations[K]['scan'] {
    const { siteId, goals } = plan;
    return this.#db.transaction(() => {
      this.#dropRemoved(siteId);
      return explore(kind, plan, {
        goals,
        days: (first, last) => this.#days(siteId, first, last),
        terms: (kindOfText) => this.#termsOf(siteId, kindOfText),
        firstDays: () => this.#firstDaysOf(siteId),
      });
    })();
  }

  /** Everything of an identified visitor, or null when nobody has the key. @param key 32 hex digits */
  readVisitor(siteId: number, key: string, mostEvents: number): KnownVisitor | null {
    return this.#db.transaction(() => {
      this.#dropRemoved(siteId);
      const visitor = this.#sql.visitor.get(siteId, Buffer.from(key, 'hex'));
      if (visitor === undefined) return null;
      // All days, as an erasure does: an import may have brought some from before the first day that is on record.
      const days = this.#days(siteId, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      return readVisitor(visitor, days, (kind) => this.#termsOf(siteId, kind), mostEvents);
    })();
  }

  /** What banners reported. */
  readConsent(plan: ConsentPlan): ConsentCount[] {
    return this.#readConsent(plan);
  }

  /** First day with rows of a site, or null. */
  firstDay(siteId: number): number | null {
    return this.#sql.firstDay.get(siteId) ?? null;
  }

  close(): void {
    this.#db.close();
  }

  /** Forgets what is in memory when days or texts of the site were removed since. @returns the number of removals */
  #dropRemoved(siteId: number): number {
    const version = this.#removals.version(siteId);
    if (this.#seenRemovals.get(siteId) === version) return version;
    this.#seenRemovals.set(siteId, version);
    this.#cache.clear();
    for (const name of this.#terms.keys()) if (name.startsWith(`${siteId}:`)) this.#terms.delete(name);
    this.#firstDays.delete(siteId);
    return version;
  }

  /** The days of a site that have rows, in order. */
  *#days(siteId: number, first: number, last: number): Generator<Day> {
    for (const listed of this.#sql.days.all(siteId, first, last)) yield this.#loadDay(siteId, listed);
  }

  /** The day of each visitor's first visit ever. Visitors are only ever added or erased. */
  #firstDaysOf(siteId: number): Int32Array {
    const known = this.#firstDays.get(siteId) ?? { last: 0, days: new Int32Array(0) };
    const last = this.#sql.lastVisitor.get(siteId) ?? 0;
    if (last > known.last) {
      const days = new Int32Array(last + 1);
      days.set(known.days);
      for (const [id = 0, day = 0] of this.#sql.firstDays.iterate(siteId, known.last)) days[id] = day;
      this.#firstDays.set(siteId, { last, days });
    }
    return this.#firstDays.get(siteId)?.days ?? known.days;
  }

  /** Texts by id. Terms are only ever added, but for removals (`#dropRemoved`); a number is never given again. */
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
    days: db.prepare<[number, number, number], DayListed>(`SELECT c.day, c.version, i.time_zone AS timeZone,
      s.day IS NOT NULL AS isSealed, ${Object.values(PARTS)
        .map(({ table }) => `EXISTS (SELECT 1 FROM ${table} r WHERE r.site_id = c.site_id AND r.day = c.day)`)
        .join(' OR ')} AS hasRows
      FROM day_changes c
      LEFT JOIN instrument_days i ON i.site_id = c.site_id AND i.day = c.day
      LEFT JOIN sealed_days s ON s.site_id = c.site_id AND s.day = c.day
      WHERE c.site_id = ? AND c.day BETWEEN ? AND ? ORDER BY c.day`),
    changes: db
      .prepare<[number, number, number], number[]>(
        'SELECT count(*), total(version) FROM day_changes WHERE site_id = ? AND day BETWEEN ? AND ?',
      )
      .raw(),
    lastVisitor: db.prepare<[number], number>('SELECT max(id) FROM visitors WHERE site_id = ?').pluck(),
    firstDays: db
      .prepare<[number, number], number[]>('SELECT id, first_day FROM visitors WHERE site_id = ? AND id > ?')
      .raw(),
    instrument: db.prepare<
      [number, number, number],
      InstrumentDay
    >(`SELECT i.day, i.level, i.parts, i.o, i.s, i.x, i.y, i.z, i.fresh,
      i.returned, i.anonymous,
      coalesce((SELECT max(n.anonymous) FROM instrument_parts n WHERE n.site_id = i.site_id AND n.day = i.day), 0) AS largestPart
      FROM instrument_days i WHERE i.site_id = ? AND i.day BETWEEN ? AND ? ORDER BY i.day`),
    firstPages: db.prepare<[number, number, number], FirstPages>(
      'SELECT day, d, w, m FROM date_flag_days WHERE site_id = ? AND day BETWEEN ? AND ?',
    ),
    visitor: db.prepare<[number, Buffer], number>('SELECT id FROM visitors WHERE site_id = ? AND key = ?').pluck(),
    firstDay: db.prepare<[number], number>('SELECT min(day) FROM day_changes WHERE site_id = ?').pluck(),
    terms: db.prepare<[number, string, number], { id: number; text: string }>(
      'SELECT id, text FROM terms WHERE site_id = ? AND kind = ? AND id > ? ORDER BY id',
    ),
  };
}
