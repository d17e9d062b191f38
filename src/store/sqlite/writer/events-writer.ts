/**
 * Owns the only write connection to events.db and turns each batch into one transaction.
 * Synchronous on purpose: it lives in a thread of its own (`writer-worker.ts`), where waiting for the disk is the job.
 */
import { Counter } from '../../../count/counter.ts';
import type { OpenedDay } from '../../../count/day-book.ts';
import type { CarriedKey } from '../../../count/day-keys.ts';
import type { CarriedMemory } from '../../../count/memory-entry.ts';
import type { EndedKey } from '../../../domain/day-key.ts';
import type { DropReason } from '../../../domain/drop-reason.ts';
import { AppError } from '../../../domain/errors.ts';
import type { AcceptedEvent, Outcome } from '../../../domain/event.ts';
import type { ImportedPart } from '../../../transfer/ports.ts';
import { migrate } from '../migrate.ts';
import { openDatabase, type SqliteDatabase } from '../open-database.ts';
import { Removals } from '../removals.ts';
import type { SiteDay } from '../sealed-days.ts';
import { DayKeyLog } from './day-key-log.ts';
import { DaySealer, type SealedRows } from './day-sealer.ts';
import { eraseVisitor } from './erase-visitor.ts';
import { ImportRuns } from './import-runs.ts';
import { type CarryOver, MemoryInStep } from './memory-in-step.ts';
import { OldDays, type OldDaysAsked, type OldDaysRemoved } from './old-days.ts';
import { SqliteCountRows } from './sqlite-count-rows.ts';
import { TermDictionary } from './term-dictionary.ts';

export interface DropCount {
  /** 0 when no site of ours was named. */
  siteId: number;
  day: number;
  reason: DropReason;
  count: number;
}

/** What one transaction carries; days are opened before, keys ended and days forgotten after, the events. */
export interface Batch {
  opened: readonly OpenedDay[];
  ended: readonly EndedKey[];
  forgotten: readonly { siteId: number; day: number }[];
  drops: readonly DropCount[];
  events: readonly AcceptedEvent[];
}

/** Pages of 4 KiB. A file that an older version has made keeps its size: SQLite has no map in it to move pages by. */
const FEWEST_FREE_PAGES = 1000;
const MOST_PAGES_BACK = 4000;

/** How long emptying the log waits for a reader (ms). */
const LOG_WAIT_MS = 100;

/** What was counted. */
const COUNTED = [
  ...[
    'visits',
    'events',
    'event_properties',
    'people',
    'sealed_days',
    'segments',
    'visitors',
    'terms',
    'drops',
    'consent_days',
    'date_flag_days',
  ],
  ...['instrument_days', 'instrument_parts', 'instrument_carries', 'imports'],
];
/** What a site has while there is one: numbers that are never given twice, what readers go by, and which day keys there were. */
const LASTING = ['visitor_sequences', 'term_sequences', 'day_changes', 'removals', 'day_key_log'];

export class EventsWriter {
  readonly runs: ImportRuns;
  readonly keyLog: DayKeyLog;
  readonly #db: SqliteDatabase;
  readonly #terms: TermDictionary;
  readonly #sealer: DaySealer;
  readonly #rows: SqliteCountRows;
  readonly #memory: MemoryInStep;
  readonly #removals: Removals;
  readonly #oldDays: OldDays;
  #live: Counter;
  readonly #lanes = new Map<string, Counter>();
  readonly #touched = new Map<string, [number, number]>();
  readonly #countDrop;
  readonly #changeDay;
  /** Nothing that was removed is in the write-ahead log. */
  #isLogClean: boolean;

  /** Opens and migrates the database. @throws AppError when the file was written by a newer version. */
  constructor(
    options: { file: string; migrations: string; synchronous: 'full' | 'normal' },
    onWarning: (sentence: string) => void = () => {},
  ) {
    this.#db = openDatabase(options.file, { synchronous: options.synchronous });
    migrate(this.#db, options.migrations);
    this.#isLogClean = this.#checkpoint(); // a process that was killed may have removed something
    this.#terms = new TermDictionary(this.#db);
    this.#sealer = new DaySealer(this.#db);
    this.#rows = new SqliteCountRows(this.#db, this.#terms, this.#sealer, (siteId, day) => this.#touch(siteId, day));
    this.#live = new Counter(this.#rows);
    this.runs = new ImportRuns(this.#db);
    this.keyLog = new DayKeyLog(this.#db);
    this.#memory = new MemoryInStep(this.#db, onWarning);
    this.#removals = new Removals(this.#db);
    const { sealed } = this.#sealer;
    this.#oldDays = new OldDays({ db: this.#db, sealed, terms: this.#terms, removals: this.#removals });
    this.#countDrop = this.#db.prepare(
      'INSERT INTO drops (site_id, day, reason, count) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
    );
    this.#changeDay = this.#db.prepare(
      'INSERT INTO day_changes (site_id, day, version) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET version = version + 1',
    );
  }

  /** The service starts, with the memory of the process before where that is there. @returns the keys to go on with */
  carryOver(options: CarryOver): readonly CarriedKey[] {
    const { keys, entries } = this.#memory.begin(options);
    this.#live = new Counter(this.#rows, this.#memory.file);
    this.#live.restore(entries);
    this.keyLog.begin(
      keys.map(({ commitment }) => commitment),
      options.now,
    );
    return keys;
  }

  /** What the next process needs to go on counting, keys aside. */
  handOver(): Omit<CarriedMemory, 'keys'> {
    return { batch: this.#memory.leave(), entries: [...this.#live.entries()] };
  }

  /** Commits a batch. @returns one outcome per event, in order; when it throws, nothing was written or remembered. */
  write(batch: Batch): Outcome[] {
    try {
      return this.#write(batch);
    } finally {
      this.#memory.dropKeys(batch.ended); // also when the disk refuses the batch
    }
  }

  #write(batch: Batch): Outcome[] {
    return this.#transact(
      this.#live,
      () => {
        for (const day of batch.opened) this.#openDay(this.#live, day);
        const outcomes = batch.events.map((event) => this.#live.count(event));
        this.#keepDrops(batch.drops);
        this.#keepDrops(dropsOf(batch.events, outcomes));
        for (const key of batch.ended) this.keyLog.ended(key);
        return outcomes;
      },
      () => {
        for (const { siteId, day } of batch.ended) this.#live.forgetHashes(siteId, day);
        for (const { siteId, day } of batch.forgotten) this.#live.forgetDay(siteId, day);
      },
    );
  }

  /** Commits part of a virtual day of an import together with its checkpoint. */
  writeImportedPart(imported: ImportedPart): void {
    const counter = imported.live ? this.#live : this.#lane(imported.lane);
    this.#transact(counter, () => {
      for (const day of imported.opened) this.#openDay(counter, day);
      const outcomes = imported.events.map((event) => counter.count(event));
      this.#keepDrops(imported.drops);
      this.#keepDrops(dropsOf(imported.events, outcomes));
      this.runs.save(imported.run);
      counter.flush();
      this.#sealLeft(imported);
    });
    if (imported.left.days.length > 0) this.#shrink();
  }

  /** Makes columns of the days that an import has left. */
  #sealLeft({ run: { siteId }, left: { days, now } }: ImportedPart): void {
    for (const day of days) {
      const place = { siteId, day };
      if (!this.#sealer.isOver(place, now)) continue;
      try {
        // Inside the open transaction: undone alone.
        if (this.#db.transaction(() => this.#sealer.seal(place))() !== null) this.#touch(siteId, day);
      } catch (error) {
        // A damaged day keeps what was imported as rows beside it; whoever asks or seals is told.
        if (!(error instanceof AppError)) throw error;
      }
    }
  }

  /** Days that are over and have rows. None while an import runs: it seals the days that it has left by itself. */
  listDueDays(now: number): SiteDay[] {
    return this.#lanes.size > 0 ? [] : this.#sealer.listDue(now);
  }

  /**
   * Makes columns of a day's rows, in one transaction. Numbers given, counters and memory stay as they are, so that the memory
   * beside the process need not hear of it. @returns null when there is nothing to seal
   */
  sealDay(place: SiteDay): SealedRows | null {
    if (this.#lanes.size > 0) return null;
    const sealed = this.#db
      .transaction(() => {
        const rows = this.#sealer.seal(place);
        if (rows !== null) this.#changeDay.run(place.siteId, place.day); // readers keep columns in memory
        return rows;
      })
      .immediate();
    this.#shrink();
    return sealed;
  }

  closeLane(lane: string): void {
    this.#lanes.delete(lane);
  }

  /** Does the next piece of a site's retention, in one transaction. @returns null while an import runs: it may know who is old */
  removeOldDays(asked: OldDaysAsked): OldDaysRemoved | null {
    if (this.#lanes.size > 0) return null;
    const removed = this.#oldDays.removeNext(asked);
    if (removed.days + removed.visitors + removed.texts > 0) this.#isLogClean = false;
    // Who has not been here since is not known in memory either.
    if (removed.visitors > 0) this.#live.forgetDay(asked.siteId, asked.firstDayKept);
    if (removed.days > 0) this.#shrink();
    return removed;
  }

  /** Erases an identified visitor from every row; `emptyLog` is to follow. @returns whether the key was known */
  forgetVisitor(siteId: number, key: string): boolean {
    const wasKnown = this.#transact(this.#live, () =>
      this.#live.forgetVisitor(siteId, key, (visitor) => {
        const texts = eraseVisitor(this.#db, this.#sealer, { siteId, visitor }, (day) => this.#touch(siteId, day));
        if (texts > 0) this.#removals.textsRemoved(siteId);
      }),
    );
    if (wasKnown) {
      this.#terms.clear();
      this.#isLogClean = false;
      // An import that knows the number would go on using it.
      for (const counter of this.#lanes.values()) {
        counter.forgetVisitor(siteId, key, () => {});
        counter.commit();
      }
    }
    return wasKnown;
  }

  /** Removes all rows of a site; `emptyLog` is to follow. */
  removeSite(siteId: number): void {
    this.#transact(this.#live, () => {
      this.#removeRows(siteId, [...COUNTED, ...LASTING]);
    });
    this.#hasRemoved(siteId);
  }

  /**
   * Removes everything that was counted for a site that goes on; `emptyLog` is to follow.
   * @param today the site's day: where it has begun to be counted, its key goes on, and it begins again
   * @returns false when an import runs, which knows visitors and texts by their numbers; nothing is removed then
   */
  emptySite(siteId: number, today: number): boolean {
    if (this.#lanes.size > 0) return false;
    this.#transact(this.#live, () => {
      const begun = this.#rows.readDay(siteId, today);
      this.#removeRows(siteId, COUNTED);
      this.#db.prepare('UPDATE day_changes SET version = version + 1 WHERE site_id = ?').run(siteId);
      this.#removals.textsRemoved(siteId);
      if (begun === null || begun.parts === 0) return;
      const { level, timeZone, keyCommitment } = begun;
      this.#live.openDay({ siteId, day: today, level, timeZone, keyCommitment });
    });
    this.#hasRemoved(siteId);
    return true;
  }

  #removeRows(siteId: number, tables: readonly string[]): void {
    for (const table of tables) this.#db.prepare(`DELETE FROM ${table} WHERE site_id = ?`).run(siteId);
    this.#live.forgetDay(siteId, Number.MAX_SAFE_INTEGER);
  }

  #hasRemoved(siteId: number): void {
    this.#terms.clear();
    this.#oldDays.forget(siteId);
    this.#isLogClean = false;
  }

  /** Removes the rows of sites that there are no more. */
  removeOtherSites(siteIds: readonly number[]): void {
    const known = this.#db.prepare<[], number>('SELECT DISTINCT site_id FROM day_changes').pluck().all();
    for (const siteId of known) if (!siteIds.includes(siteId)) this.removeSite(siteId);
  }

  /** Of these days, those whose key was lost or that two instruments have counted. */
  listBrokenDays(siteId: number, days: readonly number[]): number[] {
    const parts = this.#db
      .prepare<[number, number], number>('SELECT parts FROM instrument_days WHERE site_id = ? AND day = ?')
      .pluck();
    return days.filter((day) => (parts.get(siteId, day) ?? 1) > 1);
  }

  /** Names of all events ever stored, in the order of their first sight. */
  listEventNames(): { siteId: number; name: string }[] {
    const sql = "SELECT site_id AS siteId, text AS name FROM terms WHERE kind = 'name' ORDER BY site_id, id";
    return this.#db.prepare<[], { siteId: number; name: string }>(sql).all();
  }

  /** Proves that a write reaches the disk. */
  proveWritable(): void {
    const version = this.#db.pragma('user_version', { simple: true }) as number;
    this.#db.pragma(`user_version = ${(version + 1) % 1_000_000}`);
  }

  /** Empties the write-ahead log when something was removed, so that its bytes do not linger there. @returns whether they are gone */
  emptyLog(): boolean {
    if (!this.#isLogClean) this.#isLogClean = this.#checkpoint();
    return this.#isLogClean;
  }

  close(): void {
    this.#checkpoint();
    this.#db.close();
    this.#memory.file?.close();
  }

  /** @returns false when a reader at work needs the log; asks again rather than wait, since nothing is written meanwhile */
  #checkpoint(): boolean {
    const waitMs = this.#db.pragma('busy_timeout', { simple: true });
    this.#db.pragma(`busy_timeout = ${LOG_WAIT_MS}`);
    const [{ busy } = { busy: 1 }] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    this.#db.pragma(`busy_timeout = ${waitMs}`);
    return busy === 0;
  }

  #transact<T>(counter: Counter, work: () => T, afterwards: () => void = () => {}): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      counter.flush();
      for (const [siteId, day] of this.#touched.values()) this.#changeDay.run(siteId, day);
      const committed = this.#memory.follow(counter === this.#live);
      this.#db.exec('COMMIT');
      committed();
      counter.commit();
      afterwards();
      return result;
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec('ROLLBACK');
      counter.rollback();
      this.#memory.file?.discard();
      this.#terms.clear();
      throw error;
    } finally {
      this.#touched.clear();
    }
  }

  /** Gives free pages back to the disk, a bounded number at once; what the next days will need stays. */
  #shrink(): void {
    const pages = (name: string) => this.#db.pragma(name, { simple: true }) as number;
    const free = pages('freelist_count');
    const spare = Math.max(FEWEST_FREE_PAGES, Math.floor((pages('page_count') - free) / 4));
    if (free > spare) this.#db.pragma(`incremental_vacuum(${Math.min(free - spare, MOST_PAGES_BACK)})`);
  }

  #touch(siteId: number, day: number): void {
    this.#touched.set(`${siteId}:${day}`, [siteId, day]);
  }

  #openDay(counter: Counter, day: OpenedDay): void {
    counter.openDay(day);
    this.keyLog.created(day);
    if (day.custody?.key) this.#memory.file?.keepKey(day.custody.key);
  }

  #lane(name: string): Counter {
    const known = this.#lanes.get(name);
    if (known) return known;
    const counter = new Counter(this.#rows);
    this.#lanes.set(name, counter);
    return counter;
  }

  #keepDrops(drops: readonly DropCount[]): void {
    for (const { siteId, day, reason, count } of drops) this.#countDrop.run(siteId, day, reason, count);
  }
}

function dropsOf(events: readonly AcceptedEvent[], outcomes: readonly Outcome[]): DropCount[] {
  return outcomes.flatMap((outcome, index) => {
    const event = events[index];
    return outcome.kept || !event ? [] : [{ siteId: event.siteId, day: event.day, reason: outcome.reason, count: 1 }];
  });
}
