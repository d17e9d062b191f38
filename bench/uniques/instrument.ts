/**
 * The memory instrument on whole numbers instead of keyed hashes: who is told apart, what is moved at consent, which counters
 * rise. Written from the specification, apart from src/count, with all state in typed arrays.
 */
import { FILTERS } from './scenario.ts';

/** Minutes without an event after which a visit is over. */
const VISIT_GAP = 30;
const MOST_HASHES = 3;
const FEWEST_ANONYMOUS = 10;
const FEWEST_FRESH = 5;
export const STRATA = 8;
/** The whole site and its filters. */
export const VIEWS = 1 + FILTERS.length;

export interface Page {
  day: number;
  /** Minute of the day. */
  minute: number;
  hash: number;
  s: number;
  /** Bit per filter that the visit passes. */
  filters: number;
}

/** Rows of identified visitors as they are closed, day by day. */
export class Ledger {
  count = 0;
  visitor = new Uint32Array(4096);
  day = new Int32Array(4096);
  s = new Uint8Array(4096);
  h = new Uint8Array(4096);
  b = new Uint8Array(4096);
  /** Visits by filter, two bits each (at most 3: no visitor-day has more hashes). */
  kept = new Uint8Array(4096);

  ensure(rows: number): void {
    if (rows <= this.visitor.length) return;
    const grow = <T extends Uint8Array | Uint32Array | Int32Array>(old: T, larger: T): T => {
      larger.set(old);
      return larger;
    };
    const size = Math.max(rows, this.visitor.length * 2);
    this.visitor = grow(this.visitor, new Uint32Array(size));
    this.day = grow(this.day, new Int32Array(size));
    this.s = grow(this.s, new Uint8Array(size));
    this.h = grow(this.h, new Uint8Array(size));
    this.b = grow(this.b, new Uint8Array(size));
    this.kept = grow(this.kept, new Uint8Array(size));
  }
}

export class Instrument {
  /** Closed days of identified visitors. */
  readonly ledger = new Ledger();
  /** Anonymous day-visitors by view, day and stratum. */
  readonly anonymous: Int32Array;
  /** Counters by day. */
  readonly o: Int32Array;
  readonly s: Int32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly z: Int32Array;
  readonly fresh: Int32Array;
  readonly returned: Int32Array;
  visitors = 0;
  readonly #days: number;
  readonly #carry = { o: 0, x: 0, y: 0, z: 0 };
  #anonymousToday = 0;
  #anonymousYesterday = 0;
  /** By hash and parity of the day: the day on which it was anonymous, its row, its last minute, whether it counted in O. */
  #anonymousOn: Int32Array;
  #rowOf: Int32Array;
  #lastMinute: Int16Array;
  #countedO: Uint8Array;
  /** By hash and parity of the day: the day on which an identified visitor brought it, and who was first. */
  #ownedOn: Int32Array;
  #owner: Int32Array;
  /** By visitor: the day of the last row, and the row. */
  #visitorDay = new Int32Array(1024).fill(-1);
  #visitorRow = new Int32Array(1024);
  /** The rows of today. */
  #rows = 0;
  #visitor = new Int32Array(256);
  #stratum = new Uint8Array(256);
  #h = new Uint8Array(256);
  #b = new Uint8Array(256);
  #kept = new Uint8Array(256);

  constructor(days: number, hashes: number) {
    this.#days = days;
    this.anonymous = new Int32Array(VIEWS * days * STRATA);
    this.o = new Int32Array(days);
    this.s = new Int32Array(days);
    this.x = new Int32Array(days);
    this.y = new Int32Array(days);
    this.z = new Int32Array(days);
    this.fresh = new Int32Array(days);
    this.returned = new Int32Array(days);
    this.#anonymousOn = new Int32Array(2 * hashes).fill(-1);
    this.#rowOf = new Int32Array(2 * hashes);
    this.#lastMinute = new Int16Array(2 * hashes);
    this.#countedO = new Uint8Array(2 * hashes);
    this.#ownedOn = new Int32Array(2 * hashes).fill(-1);
    this.#owner = new Int32Array(2 * hashes);
  }

  /** A number for a new identifier. */
  issue(): number {
    const visitor = ++this.visitors;
    if (visitor >= this.#visitorDay.length) {
      const [days, rows] = [this.#visitorDay, this.#visitorRow];
      this.#visitorDay = new Int32Array(days.length * 2).fill(-1);
      this.#visitorRow = new Int32Array(days.length * 2);
      this.#visitorDay.set(days);
      this.#visitorRow.set(rows);
    }
    return visitor;
  }

  /** A page before or without consent. */
  seeAnonymous({ day, minute, hash, s, filters }: Page): void {
    const at = hash * 2 + (day & 1);
    if (this.#anonymousOn[at] !== day) {
      const wasHere = this.#wasAnonymous(hash, day);
      this.#anonymousOn[at] = day;
      this.#rowOf[at] = this.#newRow(0, s, 1);
      this.#countedO[at] = wasHere ? 1 : 0;
      this.#anonymousToday += 1;
      if (wasHere) this.#add(this.o, day, 1);
    }
    this.#lastMinute[at] = minute;
    this.#keep(this.#rowOf[at] ?? 0, filters);
  }

  /** A page with a known identifier. */
  seeIdentified(page: Page, visitor: number): void {
    this.#bookIdentified(page, visitor, false);
  }

  /** The first page or message of a new identifier. An open anonymous visit under the same hash becomes this visitor's. */
  seeFresh(page: Page, visitor: number, isSamePage: boolean): void {
    const { day, minute, hash, filters } = page;
    const at = hash * 2 + (day & 1);
    this.#add(this.fresh, day, 1);
    const isOpen = this.#anonymousOn[at] === day && minute - (this.#lastMinute[at] ?? 0) <= VISIT_GAP;
    if (!isOpen) {
      this.#bookIdentified(page, visitor, true);
      return;
    }
    const row = this.#rowOf[at] ?? 0;
    const isOwner = this.#ownedOn[at] !== day;
    const before = this.#ownerYesterday(hash, day);
    if (this.#countedO[at] === 1) {
      this.#add(this.o, day, -1);
      this.#add(this.y, day, 1);
    }
    if (isOwner) {
      this.#ownedOn[at] = day;
      this.#owner[at] = visitor;
      if (before !== 0) this.#add(this.x, day, 1);
    }
    this.#anonymousOn[at] = -1;
    this.#anonymousToday -= 1;
    this.#visitor[row] = visitor;
    this.#h[row] = isOwner ? 1 : 0;
    this.#visitorDay[visitor] = day;
    this.#visitorRow[visitor] = row;
    if (!isSamePage) this.#keep(row, filters);
  }

  /** The day is over: its rows become final, its counters are dated if the day was large enough. */
  closeDay(day: number): void {
    const { ledger } = this;
    ledger.ensure(ledger.count + this.#rows);
    for (let row = 0; row < this.#rows; row++) {
      const visitor = this.#visitor[row] ?? 0;
      const kept = this.#kept[row] ?? 0;
      if (visitor === 0) {
        this.#countAnonymous(day, this.#stratum[row] ?? 0, kept);
        continue;
      }
      const entry = ledger.count++;
      ledger.visitor[entry] = visitor;
      ledger.day[entry] = day;
      ledger.s[entry] = this.#stratum[row] ?? 0;
      ledger.h[entry] = this.#h[row] ?? 0;
      ledger.b[entry] = this.#b[row] ?? 0;
      ledger.kept[entry] = kept;
    }
    this.#dateCounters(day);
    this.#rows = 0;
    this.#anonymousYesterday = this.#anonymousToday;
    this.#anonymousToday = 0;
  }

  #bookIdentified({ day, hash, s, filters }: Page, visitor: number, fresh: boolean): void {
    if (this.#visitorDay[visitor] !== day) {
      this.#visitorDay[visitor] = day;
      this.#visitorRow[visitor] = this.#newRow(visitor, s, 0);
    }
    const row = this.#visitorRow[visitor] ?? 0;
    const at = hash * 2 + (day & 1);
    if (this.#ownedOn[at] !== day) {
      const before = this.#ownerYesterday(hash, day);
      this.#ownedOn[at] = day;
      this.#owner[at] = visitor;
      this.#h[row] = Math.min(MOST_HASHES, (this.#h[row] ?? 0) + 1);
      if (before === visitor) {
        this.#b[row] = 1;
        this.#add(this.s, day, 1);
      } else if (fresh && before !== 0) this.#add(this.x, day, 1);
      // Whoever returns with a hash that was anonymous yesterday shares it with somebody: chance.
      if (before !== visitor && !fresh) this.#add(this.returned, day, 1);
      if (before !== visitor && this.#wasAnonymous(hash, day)) this.#add(fresh ? this.y : this.z, day, 1);
    }
    this.#keep(row, filters);
  }

  #newRow(visitor: number, s: number, h: number): number {
    const row = this.#rows++;
    if (row >= this.#visitor.length) this.#growRows();
    this.#visitor[row] = visitor;
    this.#stratum[row] = s;
    this.#h[row] = h;
    this.#b[row] = 0;
    this.#kept[row] = 0;
    return row;
  }

  #growRows(): void {
    const size = this.#visitor.length * 2;
    const wider = (old: Uint8Array): Uint8Array<ArrayBuffer> => {
      const larger = new Uint8Array(size);
      larger.set(old);
      return larger;
    };
    const visitors = new Int32Array(size);
    visitors.set(this.#visitor);
    this.#visitor = visitors;
    this.#stratum = wider(this.#stratum);
    this.#h = wider(this.#h);
    this.#b = wider(this.#b);
    this.#kept = wider(this.#kept);
  }

  #keep(row: number, filters: number): void {
    let kept = this.#kept[row] ?? 0;
    for (let filter = 0; filter < FILTERS.length; filter++) {
      if ((filters >> filter) & 1 && ((kept >> (2 * filter)) & 3) < MOST_HASHES) kept += 1 << (2 * filter);
    }
    this.#kept[row] = kept;
  }

  #countAnonymous(day: number, s: number, kept: number): void {
    this.#add(this.anonymous, day * STRATA + s, 1);
    for (let filter = 0; filter < FILTERS.length; filter++) {
      if ((kept >> (2 * filter)) & 3) this.#add(this.anonymous, ((filter + 1) * this.#days + day) * STRATA + s, 1);
    }
  }

  /** Small days could name somebody: their overlaps wait for a day that is large enough. */
  #dateCounters(day: number): void {
    const carry = this.#carry;
    const isLarge = Math.min(this.#anonymousToday, this.#anonymousYesterday) >= FEWEST_ANONYMOUS;
    const hasFresh = isLarge && (this.fresh[day] ?? 0) >= FEWEST_FRESH;
    const settleCounter = (counter: Int32Array, waiting: number, isDated: boolean): number => {
      const amount = (counter[day] ?? 0) + waiting;
      counter[day] = isDated ? amount : 0;
      return isDated ? 0 : amount;
    };
    carry.o = settleCounter(this.o, carry.o, isLarge);
    carry.x = settleCounter(this.x, carry.x, hasFresh);
    carry.y = settleCounter(this.y, carry.y, hasFresh);
    carry.z = settleCounter(this.z, carry.z, isLarge && (this.returned[day] ?? 0) >= FEWEST_FRESH);
  }

  #wasAnonymous(hash: number, day: number): boolean {
    return this.#anonymousOn[hash * 2 + ((day + 1) & 1)] === day - 1;
  }

  #ownerYesterday(hash: number, day: number): number {
    const at = hash * 2 + ((day + 1) & 1);
    return this.#ownedOn[at] === day - 1 ? (this.#owner[at] ?? 0) : 0;
  }

  #add(counter: Int32Array, index: number, amount: number): void {
    counter[index] = (counter[index] ?? 0) + amount;
  }
}
