/** Removes what is older than a site keeps: one bounded piece per call, each a transaction. */
import type { SqliteDatabase } from '../open-database.ts';
import type { SweepOptions } from './term-sweep.ts';
import { TermSweep } from './term-sweep.ts';

/** Visitors that one piece looks at, at most. */
const MOST_VISITORS = 20_000;

/** Every table that says something of a single day. `day_key_log` has a time of its own, and nothing of visitors. */
const DAY_TABLES = [
  ...['visits', 'events', 'event_properties', 'people', 'segments', 'sealed_days', 'instrument_days'],
  ...['instrument_parts', 'drops', 'consent_days', 'date_flag_days', 'day_changes'],
];

export interface OldDaysAsked {
  siteId: number;
  /** Days since 1970-01-01; -Infinity when the site keeps its days for good. */
  firstDayKept: number;
}

/** What a piece has removed. */
export interface OldDaysRemoved {
  days: number;
  visitors: number;
  texts: number;
  /** Nothing is left to do. */
  isDone: boolean;
}

const NOTHING: OldDaysRemoved = { days: 0, visitors: 0, texts: 0, isDone: true };

/** How far the visitors of a site have been looked at. */
interface Progress {
  firstDayKept: number;
  /** Infinity when all have been. */
  visitor: number;
}

export class OldDays {
  readonly #options: SweepOptions;
  readonly #sql;
  readonly #progress = new Map<number, Progress>();
  #sweep: { siteId: number; terms: TermSweep } | null = null;

  constructor(options: SweepOptions) {
    this.#options = options;
    this.#sql = prepare(options.db);
  }

  /** Does the next piece. When it throws, nothing of it was done. */
  removeNext({ siteId, firstDayKept }: OldDaysAsked): OldDaysRemoved {
    try {
      return this.#options.db.transaction(() => this.#removeNext(siteId, firstDayKept)).immediate();
    } catch (error) {
      this.forget(siteId);
      throw error;
    }
  }

  /** The site is removed, or a piece has failed: begins afresh. */
  forget(siteId: number): void {
    this.#progress.delete(siteId);
    if (this.#sweep?.siteId !== siteId) return;
    this.#sweep.terms.end();
    this.#sweep = null;
  }

  #removeNext(siteId: number, firstDayKept: number): OldDaysRemoved {
    const { removals } = this.#options;
    const day = this.#sql.oldest.get({ siteId, firstDayKept });
    if (day !== null && day !== undefined) {
      for (const statement of this.#sql.dropDay) statement.run(siteId, day);
      this.#sql.dropCarry.run(siteId, day);
      removals.daysRemoved(siteId);
      return { ...NOTHING, days: 1, isDone: false };
    }
    const progress = this.#progress.get(siteId);
    const isSame = progress?.firstDayKept === firstDayKept;
    if (!isSame || progress.visitor < Number.POSITIVE_INFINITY) {
      const visitors = this.#dropVisitors(siteId, firstDayKept, isSame ? progress.visitor : 0);
      return { ...NOTHING, visitors, isDone: false };
    }
    const unswept = removals.unswept(siteId);
    if (unswept === null) return NOTHING;
    return this.#sweepTexts(siteId, unswept);
  }

  #dropVisitors(siteId: number, firstDayKept: number, afterId: number): number {
    const last = this.#sql.lastOfVisitors.get(siteId, afterId);
    // Of the first day it is forgotten when that was, so that a visitor who stays is not taken for a new one.
    const forgotten =
      last === undefined ? 0 : this.#sql.forgetFirstDay.run(siteId, afterId, last, firstDayKept).changes;
    if (forgotten > 0) this.#options.removals.visitorsChanged(siteId);
    const removed = last === undefined ? 0 : this.#sql.dropVisitors.run(siteId, afterId, last, firstDayKept).changes;
    this.#progress.set(siteId, { firstDayKept, visitor: last ?? Number.POSITIVE_INFINITY });
    return removed;
  }

  #sweepTexts(siteId: number, version: number): OldDaysRemoved {
    if (this.#sweep !== null && this.#sweep.siteId !== siteId) this.forget(this.#sweep.siteId);
    this.#sweep ??= { siteId, terms: new TermSweep(this.#options, siteId, version) };
    const texts = this.#sweep.terms.next();
    if (texts === null) this.#sweep = null;
    return { ...NOTHING, texts: texts ?? 0, isDone: false };
  }
}

function prepare(db: SqliteDatabase) {
  const oldest = DAY_TABLES.map((table) => `SELECT min(day) AS day FROM ${table} WHERE site_id = $siteId`);
  const among = 'WHERE site_id = ? AND id > ? AND id <= ?';
  return {
    oldest: db
      .prepare<{ siteId: number; firstDayKept: number }, number | null>(
        `SELECT min(day) FROM (${oldest.join(' UNION ALL ')}) WHERE day < $firstDayKept`,
      )
      .pluck(),
    dropDay: DAY_TABLES.map((table) => db.prepare(`DELETE FROM ${table} WHERE site_id = ? AND day = ?`)),
    // What waits to be dated, and was left by this day or one before it.
    dropCarry: db.prepare('DELETE FROM instrument_carries WHERE site_id = ? AND day <= ?'),
    lastOfVisitors: db
      .prepare<[number, number], number>(
        `SELECT id FROM (SELECT id FROM visitors WHERE site_id = ? AND id > ? ORDER BY id LIMIT ${MOST_VISITORS})
        ORDER BY id DESC LIMIT 1`,
      )
      .pluck(),
    dropVisitors: db.prepare(`DELETE FROM visitors ${among} AND last_day < ?`),
    forgetFirstDay: db.prepare(`UPDATE visitors SET first_day = 0 ${among} AND first_day < ? AND first_day <> 0`),
  };
}
