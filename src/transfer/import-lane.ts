/**
 * The way of an import's events to the disk: a memory instrument of its own on a virtual clock, one site day after the other,
 * committed in parts with a checkpoint each, so that a killed import continues where it was.
 */
import { randomBytes } from 'node:crypto';
import type { OpenedDay } from '../count/day-book.ts';
import { DayKeys } from '../count/day-keys.ts';
import { DayOpener } from '../count/day-opener.ts';
import type { DropReason } from '../domain/drop-reason.ts';
import type { AcceptedEvent } from '../domain/event.ts';
import { type AnonymousLevel, isHashLevel } from '../domain/levels.ts';
import type { Calendar } from '../lib/calendar.ts';
import type { ImportedPart, ImportRun, ImportStore } from './ports.ts';

/** Events of one commit; bounds the memory of a busy day. */
const PART_EVENTS = 20_000;

/**
 * What of a run is on disk: all days before `day`, its first `events` events, and the first `drops` refusals. Reading the same
 * bytes again gives the same events and refusals in the same order, so counting them is enough.
 */
export interface Checkpoint {
  day: number | null;
  events: number;
  drops: number;
}

const NOTHING_DONE: Checkpoint = { day: null, events: 0, drops: 0 };

export interface LaneOptions {
  store: ImportStore;
  calendar: Calendar;
  site: { id: number; anonymous: AnonymousLevel; timezone: string };
  run: ImportRun;
  /** The checkpoint of a run that was cut off. */
  resumeFrom: Checkpoint | null;
  /** Whether the running service holds the key of a day: then its own memory counts. */
  isLive: (day: number) => boolean;
  /** UTC ms. */
  now: () => number;
}

export class ImportLane {
  readonly keys: DayKeys;
  readonly #options: LaneOptions;
  readonly #opener: DayOpener;
  readonly #lane: string;
  readonly #resumeFrom: Checkpoint;
  #run: ImportRun;
  readonly #days = new Set<number>();
  /** Those of them that the store was not told to be left. */
  readonly #unleft = new Set<number>();
  #opened: OpenedDay[] = [];
  #drops = new Map<string, { siteId: number; day: number; reason: DropReason; count: number }>();
  #events: AcceptedEvent[] = [];
  #day: number | null = null;
  /** Events of the current day that are on disk. */
  #done = 0;
  #dropped = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#run = options.run;
    this.#resumeFrom = options.resumeFrom ?? NOTHING_DONE;
    this.#lane = `import-${options.run.id}`;
    this.#opener = new DayOpener((opened) => this.#opened.push(opened));
    this.keys = new DayKeys({
      calendar: options.calendar,
      random: randomBytes,
      onCreated: (key) => this.#opener.keyCreated(key),
      onDestroyed: () => {},
    });
  }

  /** The virtual day, null before the first event. */
  get day(): number | null {
    return this.#day;
  }

  /** Whether a day before the virtual one can still take an event. */
  isOpen(day: number): boolean {
    return this.#day !== null && (this.#hasKeys ? this.keys.holds(this.#options.site.id, day) : day >= this.#day - 1);
  }

  get #hasKeys(): boolean {
    return isHashLevel(this.#options.site.anonymous);
  }

  /** Days on which another instrument had counted before: their anonymous visitors may be counted twice. */
  async sharedDays(): Promise<number[]> {
    await this.#flush();
    return this.#options.store.listBrokenDays(this.#options.site.id, [...this.#days]);
  }

  /** Counts a refused line. `day` is the site's day. */
  drop(reason: DropReason, day: number): void {
    this.#dropped += 1;
    if (this.#dropped <= this.#resumeFrom.drops) return; // counted before the run was cut off
    const siteId = this.#options.site.id;
    const name = `${day}:${reason}`;
    this.#drops.set(name, { siteId, day, reason, count: (this.#drops.get(name)?.count ?? 0) + 1 });
  }

  /** Time passes: what belongs to earlier days is committed, keys whose time is over are destroyed. `at` is UTC ms. */
  async advanceTo(at: number): Promise<void> {
    const { calendar, site } = this.#options;
    const { day } = calendar.dayAt(at, site.timezone);
    if (this.#day !== null && day > this.#day) {
      await this.#flush();
      this.#opened = []; // a day whose events were all committed before is not opened again
      this.#done = 0;
    }
    if (this.#day === null || day > this.#day) this.#day = day;
    this.keys.expire(at);
  }

  /** Takes the next event of the virtual day. */
  async add(event: AcceptedEvent): Promise<void> {
    // The service's own key has opened its day already, with its commitment.
    if (!(this.#hasKeys && this.#options.isLive(event.day))) this.#opener.beforeEvent(this.#options.site, event.day);
    if (!this.#days.has(event.day)) {
      this.#days.add(event.day);
      this.#unleft.add(event.day);
    }
    this.#events.push(event);
    if (this.#events.length >= PART_EVENTS) await this.#flush();
  }

  /** Commits the rest, and the run as finished. */
  async finish(finished: Pick<ImportRun, 'length' | 'sha256' | 'digests' | 'report' | 'finishedAt'>): Promise<void> {
    await this.#flush();
    this.#run = { ...this.#run, ...finished, doneThroughDay: null };
    const nothing = { opened: [], drops: [], events: [], live: false };
    await this.#options.store.writePart({
      ...nothing,
      lane: this.#lane,
      run: this.#run,
      left: this.#leave(() => true),
    });
  }

  async close(): Promise<void> {
    this.keys.destroyAll();
    await this.#options.store.closeLane(this.#lane);
  }

  async #flush(): Promise<void> {
    const { store, isLive } = this.#options;
    const fresh = this.#events.slice(this.#knownOf(this.#events.length));
    this.#done += this.#events.length;
    this.#events = [];
    if (fresh.length === 0 && this.#drops.size === 0) return;
    const checkpoint: Checkpoint = {
      day: this.#day,
      events: this.#done,
      drops: Math.max(this.#dropped, this.#resumeFrom.drops),
    };
    this.#run = { ...this.#run, doneThroughDay: this.#day, report: checkpoint };
    await store.writePart({
      ...{ lane: this.#lane, events: fresh, run: this.#run },
      opened: fresh.length > 0 ? this.#opened : [],
      drops: [...this.#drops.values()],
      live: this.#day !== null && isLive(this.#day),
      // A visit that has gone on after midnight has ended on the day after.
      left: this.#leave((day) => this.#day !== null && day < this.#day - 1 && !this.isOpen(day)),
    });
    if (fresh.length > 0) this.#opened = [];
    this.#drops = new Map();
  }

  #leave(hasLeft: (day: number) => boolean): ImportedPart['left'] {
    const days = [...this.#unleft].filter(hasLeft);
    for (const day of days) this.#unleft.delete(day);
    return { days, now: this.#options.now() };
  }

  /**
   * How many of the day's waiting events were committed before the run was cut off. What was known of their visitors is gone
   * with the key, as after a restart: the day goes on in a new part.
   */
  #knownOf(waiting: number): number {
    const { day, events } = this.#resumeFrom;
    if (day === null || this.#day === null || this.#day > day) return 0;
    return this.#day < day ? waiting : Math.max(0, Math.min(waiting, events - this.#done));
  }
}
