/** The days that are being counted: their rows, what is known of them in memory, and their counters. Follows the journal. */
import type { AcceptedEvent } from '../domain/event.ts';
import { ANONYMOUS_LEVELS } from '../domain/levels.ts';
import { type Journal, JournaledMap } from '../lib/journal.ts';
import type { CarriedKey } from './day-keys.ts';
import { DayMemory } from './day-memory.ts';
import { addToCounters } from './instrument.ts';
import type { MemoryEntry, TouchedEntries } from './memory-entry.ts';
import type { CountRows, DayRow, InstrumentCounters } from './ports.ts';

/** A site's day that is about to receive its first event under a new key. */
export interface OpenedDay {
  siteId: number;
  day: number;
  level: string;
  timeZone: string;
  /** SHA-256 of the day's key; null below level `day`. */
  keyCommitment: string | null;
  /** Of a key of the running service: for the custody log, and the key itself when it is kept beside the process. */
  custody?: { createdAt: number; key: CarriedKey | null };
}

export class DayBook {
  readonly #rows: CountRows;
  readonly #journal: Journal;
  readonly #touched: TouchedEntries | null;
  readonly #days: JournaledMap<string, DayRow>;
  readonly #memories = new Map<string, DayMemory>();
  readonly #changed = new Set<string>();

  /** @param touched is told of what changes in memory, when that is kept beside the process */
  constructor(rows: CountRows, journal: Journal, touched: TouchedEntries | null = null) {
    this.#rows = rows;
    this.#journal = journal;
    this.#touched = touched;
    this.#days = new JournaledMap(journal);
  }

  /** Starts a part of a day: the first one, or a further one after the key was lost. */
  open({ siteId, day, level, timeZone, keyCommitment }: OpenedDay): void {
    const known = this.row(siteId, day, timeZone, level);
    const isNewPart = known.parts === 0 || (keyCommitment !== null && known.anonymous > 0);
    const parts = isNewPart ? known.parts + 1 : known.parts;
    this.set({
      ...known,
      parts,
      level: known.parts === 0 ? level : lowerOf(known.level, level),
      keyCommitment: keyCommitment ?? known.keyCommitment,
      partAnonymous: isNewPart ? 0 : known.partAnonymous,
    });
  }

  row(siteId: number, day: number, timeZone = 'UTC', level = 'visits'): DayRow {
    const name = dayName(siteId, day);
    const known = this.#days.get(name);
    if (known) return known;
    const row: DayRow = this.#rows.readDay(siteId, day) ?? {
      ...{ siteId, day, timeZone, level, parts: 0, keyCommitment: null },
      ...{ lastVisit: 0, lastEvent: 0, lastOrdinal: 0, anonymous: 0, partAnonymous: 0 },
      ...{ o: 0, s: 0, x: 0, y: 0, z: 0, fresh: 0, returned: 0 },
    };
    this.#days.set(name, row);
    return row;
  }

  set(row: DayRow): void {
    const name = dayName(row.siteId, row.day);
    this.#days.set(name, row);
    this.#changed.add(name);
  }

  /** What is known of a day, made when there is nothing yet. */
  memory(siteId: number, day: number): DayMemory {
    const name = dayName(siteId, day);
    const known = this.#memories.get(name);
    if (known) return known;
    const touched = this.#touched;
    const memory = new DayMemory(this.#journal, (kind, entry) => touched?.add(siteId, day, kind, entry));
    this.#memories.set(name, memory);
    // Else a refused first transaction would leave an empty memory, and the day's rows would not be read back again.
    this.#journal.record(() => this.#memories.delete(name));
    return memory;
  }

  memoryIfHeld(siteId: number, day: number): DayMemory | undefined {
    return this.#memories.get(dayName(siteId, day));
  }

  *memoriesOf(siteId: number): Generator<DayMemory> {
    for (const [name, memory] of this.#memories) if (name.startsWith(`${siteId}:`)) yield memory;
  }

  /** All that is known in memory of any day, in a form that can leave the process. */
  *entries(): Generator<MemoryEntry> {
    for (const [name, memory] of this.#memories) {
      const [siteId, day] = name.split(':').map(Number);
      for (const entry of memory.entries()) yield { siteId: siteId ?? 0, day: day ?? 0, ...entry };
    }
  }

  /** The next number of `people` within the day. */
  nextOrdinal(siteId: number, day: number): number {
    const row = this.row(siteId, day);
    this.set({ ...row, lastOrdinal: row.lastOrdinal + 1 });
    return row.lastOrdinal + 1;
  }

  addAnonymous(siteId: number, day: number, amount: 1 | -1): void {
    const row = this.row(siteId, day);
    this.set({ ...row, anonymous: row.anonymous + amount, partAnonymous: row.partAnonymous + amount });
  }

  /** Adds to the counters of the site's newest day; `hasGrown`: it has one more anonymous visitor, and may now be large enough to date a carry. */
  add(siteId: number, day: number, change: Partial<InstrumentCounters>, hasGrown = false): void {
    this.#book(siteId, day, change, hasGrown, day);
  }

  /** A change of consent adds to the day of the visit, today or across midnight; either may now be large enough. */
  addAcrossMidnight(event: AcceptedEvent, day: number, change: Partial<InstrumentCounters>): void {
    this.#book(event.siteId, day, change, true, event.day);
    if (day !== event.day) this.#book(event.siteId, event.day, {}, true, event.day);
  }

  #book(siteId: number, day: number, change: Partial<InstrumentCounters>, hasGrown: boolean, today: number): void {
    if (!hasGrown && Object.values(change).every((amount) => amount === 0)) return;
    const carry = this.#rows.readCarry(siteId);
    const added = addToCounters(this.row(siteId, day), this.row(siteId, day - 1).anonymous, carry, change, today);
    this.set(added.day);
    this.#rows.saveCarry(siteId, added.carry);
  }

  forgetBefore(siteId: number, day: number): void {
    const isOver = (name: string) => {
      const [site, its] = name.split(':');
      return Number(site) === siteId && Number(its) < day;
    };
    for (const name of this.#memories.keys()) if (isOver(name)) this.#memories.delete(name);
    for (const [name] of [...this.#days.entries()]) if (isOver(name)) this.#days.delete(name); // its counts are on disk
  }

  /** Writes the days that the batch has changed. */
  flush(): void {
    for (const name of this.#changed) {
      const row = this.#days.get(name);
      if (row) this.#rows.saveDay(row);
    }
    this.#changed.clear();
  }

  /** The transaction failed; the journal takes the rows back. */
  discardChanges(): void {
    this.#changed.clear();
  }
}

/** A day on which the level was changed is as exact as its lowest one. */
function lowerOf(one: string, other: string): string {
  const rank = (level: string) => (ANONYMOUS_LEVELS as readonly string[]).indexOf(level);
  return rank(other) < rank(one) ? other : one;
}

function dayName(siteId: number, day: number): string {
  return `${siteId}:${day}`;
}
