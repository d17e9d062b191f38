/** Answers plans from events.db over a read-only connection; reads columns from the readers' cache and notices when days change. */
import { createHash } from 'node:crypto';
import type { FirstPages } from '../../../count/date-flags.ts';
import { DAYS_BEFORE } from '../../../count/estimate/broken-day.ts';
import type { InstrumentDay } from '../../../count/window-bounds.ts';
import type { KnownVisitor } from '../../../privacy/known-visitor.ts';
import type { ConsentCount, ConsentPlan } from '../../../stats/consent/ports.ts';
import type { Exploration, Explorations } from '../../../stats/explorations/ports.ts';
import type { Plan } from '../../../stats/plan.ts';
import type { Scan } from '../../../stats/ports.ts';
import type { QualityFacts, QualityPlan } from '../../../stats/quality/ports.ts';
import type { ExportAsk, ExportPiece } from '../../../transfer/ports.ts';
import { renderEvents } from '../../../transfer/render-events.ts';
import { explore } from '../../segments/explorations/explore.ts';
import { readVisitor } from '../../segments/read-visitor.ts';
import { scanDays } from '../../segments/scan-days.ts';
import { openDatabase, type SqliteDatabase } from '../open-database.ts';
import { Removals } from '../removals.ts';
import { SealedDays } from '../sealed-days.ts';
import { ColumnCache } from './cache/column-cache.ts';
import { type ColdBlocks, OwnExchange } from './cache/exchange.ts';
import { createConsentReader } from './consent-counts.ts';
import { type EventsAsk, type EventsRead, EXPORT_DAYS_AROUND, ExportReader } from './export-reader.ts';
import { KeptWholes } from './kept-wholes.ts';
import { KeptWindows } from './kept-windows.ts';
import { createDayList } from './list-days.ts';
import { createQualityReader } from './quality.ts';
import { createRowsReader } from './read-rows.ts';
import { SiteDays, type SiteDaysOptions } from './site-days.ts';

interface FirstDays {
  /** The highest number that was read. */
  last: number;
  days: Int32Array;
}

export interface ReaderOptions {
  file: string;
  /** Bytes of columns kept in memory, by all readers together. */
  cacheBytes: number;
  /** What a reader shares with others; without it, it keeps columns of its own. */
  cache?: ColumnCache;
  /** See `scanDays`. */
  manyRows?: number;
}

/** Beside the columns each reader keeps modelled windows, of so many times their bytes. */
const WINDOWS_OF_CACHE = 0.375;

/** An answer with a digest of what it rests on; null: the digest is still the one that was known. */
export interface Answered {
  state: string;
  scan: Scan | null;
}

export class EventsReader {
  readonly #db: SqliteDatabase;
  readonly #terms = new Map<string, string[]>();
  readonly #firstDays = new Map<number, FirstDays>();
  readonly #cache: ColumnCache;
  readonly #removals: Removals;
  /** By site: the removals that what is in memory knows of. */
  readonly #seenRemovals = new Map<number, number>();
  readonly #reading: Omit<SiteDaysOptions, 'siteId' | 'removals'>;
  readonly #readConsent;
  readonly #quality;
  readonly #sql;

  readonly #windows: KeptWindows;
  readonly #wholes = new KeptWholes();
  readonly #manyRows: number | undefined;
  readonly #exports = new ExportReader();

  constructor({
    file,
    cacheBytes,
    cache = new ColumnCache(() => new OwnExchange(cacheBytes)),
    manyRows,
  }: ReaderOptions) {
    this.#manyRows = manyRows;
    const db = openDatabase(file, { readonly: true });
    this.#db = db;
    this.#cache = cache;
    this.#windows = new KeptWindows(cacheBytes * WINDOWS_OF_CACHE);
    cache.onForget((siteId) => this.#forget(siteId));
    this.#removals = new Removals(db);
    const sealedDays = new SealedDays(db);
    this.#reading = { cache, sealedDays, listDays: createDayList(db), readRows: createRowsReader(db, sealedDays) };
    this.#readConsent = createConsentReader(db);
    this.#quality = createQualityReader(db);
    this.#sql = prepare(db);
  }

  /** Runs one plan on one state of the database. */
  scan(plan: Plan): Scan {
    const { scan } = this.answer(plan, null);
    if (scan === null) throw new Error('no state was known');
    return scan;
  }

  /** The same, unless nothing has changed since the answer in `knownState`. */
  answer(plan: Plan, knownState: string | null): Answered {
    const { siteId, window } = plan;
    return this.#ask(siteId, (site, removals) => {
      const [first, last] = [window.firstDay - DAYS_BEFORE, window.lastDay + 1];
      const instrument = this.#sql.instrument.all(siteId, first, last);
      const firstPages = this.#sql.firstPages.all(siteId, window.firstDay - 1, last);
      // Versions only grow. New texts and visitors come with events of a day, whose version they change.
      const changes = this.#sql.changes.get(siteId, first, last);
      // For a year this is longer than most answers.
      const state = digestOf(JSON.stringify([removals, changes, instrument, firstPages]));
      if (state === knownState) return { state, scan: null };
      const input = {
        ...{ instrument, firstPages, days: (from: number, to: number) => site.days(from, to) },
        terms: (kind: string) => this.#termsOf(siteId, kind),
        firstDays: () => this.#firstDaysOf(siteId),
        wholes: this.#wholes.inState(state),
        windows: this.#windows.ofSite(siteId, (from, to) => {
          const compared = instrument.filter(({ day }) => day >= from - 1 && day <= to);
          return digestOf(JSON.stringify([removals, this.#sql.changes.get(siteId, from, to), compared]));
        }),
      };
      return { state, scan: scanDays(plan, input, this.#manyRows) };
    });
  }

  /** Runs one exploration on one state of the database. */
  explore<K extends Exploration>(kind: K, plan: Explorations[K]['plan']): Explorations[K]['scan'] {
    const { siteId, goals } = plan;
    return this.#ask(siteId, (site) =>
      explore(kind, plan, {
        goals,
        days: (first, last) => site.days(first, last),
        terms: (kindOfText) => this.#termsOf(siteId, kindOfText),
        firstDays: () => this.#firstDaysOf(siteId),
      }),
    );
  }

  /** Everything of an identified visitor, or null when nobody has the key. @param key 32 hex digits */
  readVisitor(siteId: number, key: string, mostEvents: number): KnownVisitor | null {
    return this.#ask(siteId, (site) => {
      const visitor = this.#sql.visitor.get(siteId, Buffer.from(key, 'hex'));
      if (visitor === undefined) return null;
      // All days, as an erasure does: an import may have brought some from before the first day that is on record.
      const days = site.days(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      return readVisitor(visitor, days, (kind) => this.#termsOf(siteId, kind), mostEvents);
    });
  }

  /** A piece of an export, as text. */
  exportEvents(ask: ExportAsk): ExportPiece {
    const { events, next } = this.readEvents(ask);
    return { text: renderEvents(events, ask.format), events: events.length, next };
  }

  /** The events of a piece. */
  readEvents(ask: EventsAsk): EventsRead {
    const { siteId, day } = ask;
    return this.#ask(siteId, (site, removals) => {
      const [first, last] = [day - EXPORT_DAYS_AROUND, day + EXPORT_DAYS_AROUND];
      const state = JSON.stringify([removals, this.#sql.changes.get(siteId, first, last)]);
      return this.#exports.read(ask, state, [...site.days(first, last)], (kind) => this.#termsOf(siteId, kind));
    });
  }

  /** Works out columns that another reader will need. */
  makeAhead(blocks: ColdBlocks): void {
    this.#ask(blocks.siteId, (site) => site.makeAhead(blocks));
  }

  /** What banners reported. */
  readConsent(plan: ConsentPlan): ConsentCount[] {
    return this.#readConsent(plan);
  }

  /** How good the data is, on one state of the database. */
  readQuality(plan: QualityPlan): QualityFacts {
    return this.#db.transaction(() => this.#quality.read(plan))();
  }

  /** Names of the properties that events have. */
  listProperties(siteId: number): string[] {
    return this.#quality.listProperties(siteId);
  }

  /** First day with rows of a site, or null. */
  firstDay(siteId: number): number | null {
    return this.#sql.firstDay.get(siteId) ?? null;
  }

  /** The last one. */
  lastDay(siteId: number): number | null {
    return this.#sql.lastDay.get(siteId) ?? null;
  }

  close(): void {
    this.#db.close();
  }

  /** Everything on one state of the database. */
  #ask<T>(siteId: number, work: (site: SiteDays, removals: number) => T): T {
    return this.#db.transaction(() => {
      this.#cache.beginQuestion();
      const removals = this.#dropRemoved(siteId);
      return work(new SiteDays({ ...this.#reading, siteId, removals }), removals);
    })();
  }

  /** Forgets what is in memory when days or texts of the site were removed since. @returns the number of removals */
  #dropRemoved(siteId: number): number {
    const version = this.#removals.version(siteId);
    if (this.#seenRemovals.get(siteId) === version) return version;
    this.#seenRemovals.set(siteId, version);
    this.#cache.noticeRemovals(siteId, version);
    this.#forget(siteId);
    return version;
  }

  #forget(siteId: number): void {
    this.#windows.forget(siteId);
    this.#wholes.forget(siteId);
    for (const name of this.#terms.keys()) if (name.startsWith(`${siteId}:`)) this.#terms.delete(name);
    this.#firstDays.delete(siteId);
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

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function prepare(db: SqliteDatabase) {
  return {
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
    lastDay: db.prepare<[number], number>('SELECT max(day) FROM day_changes WHERE site_id = ?').pluck(),
    terms: db.prepare<[number, string, number], { id: number; text: string }>(
      'SELECT id, text FROM terms WHERE site_id = ? AND kind = ? AND id > ? ORDER BY id',
    ),
  };
}
