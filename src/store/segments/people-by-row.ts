/** Who was there on which day, row by row of an answer: what bounds and estimates of people rest on. */
import { STRATA } from '../../count/estimate/visitor-days.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import { NumberList, orderByGroup, startsOf, widened } from '../../lib/number-list.ts';
import { type Column, valueAt } from './column.ts';
import type { Day } from './day-columns.ts';
import { PairSet } from './pair-set.ts';
import { RowBits } from './row-bits.ts';
import { Stamps } from './stamps.ts';
import type { Tally } from './tally.ts';

/** Visits of one day, each with the row that it belongs to; no pair twice. */
export interface VisitsInRows {
  rows: Uint32Array;
  visits: Uint32Array;
  length: number;
}

/** By row: where the window's estimator keeps the day's visitors, by ordinal - 1; null when it does not ask. */
export type VisitorDayOf = (row: number) => Int32Array | null;

/** The days with visits of each row, from `starts[row]` to `starts[row + 1]`, in order, with the people of each. */
export interface PeopleOfRows {
  starts: Uint32Array;
  days: Uint32Array;
  /** Different identified visitors of the day, and those of them who were not there on a day before. */
  identified: Uint32Array;
  fresh: Uint32Array;
  anonymous: Uint32Array;
  /** One entry per visit of an identified visitor, from `noteStarts[row]` to `noteStarts[row + 1]`: the row of the visitor-day. */
  noteStarts: Uint32Array;
  notes: Uint32Array;
  /** Anonymous day-visitors by row and stratum. */
  strata: Float64Array;
}

export class PeopleByRow {
  readonly #tally: Tally;
  readonly #met = new PairSet();
  readonly #bits: RowBits;
  /** Of rows without a bit: their visitors of each day, told apart in the end. */
  readonly #laterRows = new NumberList();
  readonly #laterVisitors = new NumberList();
  readonly #laterDays = new NumberList();
  readonly #noteRows = new NumberList();
  readonly #notes = new NumberList();
  /** An entry per row and day with visits, day by day. */
  readonly #rows = new NumberList();
  readonly #days = new NumberList();
  readonly #identified = new NumberList();
  readonly #fresh = new NumberList();
  readonly #anonymous = new NumberList();
  /** Of the day under way, by row; the notes' places as `VisitorDayOf` tells. */
  #isToday = new Uint8Array(64);
  #identifiedToday = new Uint32Array(64);
  #freshToday = new Uint32Array(64);
  #anonymousToday = new Uint32Array(64);
  #placesOf: (Int32Array | null)[] = [];
  #rowsToday: number[] = [];
  #strata = new Float64Array(64 * STRATA);

  /** @param only rows whose people are counted, by a byte each; undefined: all */
  constructor(tally: Tally, only: Uint8Array | undefined) {
    this.#tally = tally;
    this.#bits = new RowBits(only);
  }

  /** Call before adding to rows up to `rows` - 1. */
  makeRoom(rows: number): void {
    if (rows <= this.#isToday.length) return;
    const room = Math.max(rows, this.#isToday.length * 2);
    this.#isToday = widened(this.#isToday, new Uint8Array(room));
    this.#identifiedToday = widened(this.#identifiedToday, new Uint32Array(room));
    this.#freshToday = widened(this.#freshToday, new Uint32Array(room));
    this.#anonymousToday = widened(this.#anonymousToday, new Uint32Array(room));
    this.#strata = widened(this.#strata, new Float64Array(room * STRATA));
  }

  /** Adds the visits of one day that pass. @param rows of each visit */
  addVisits(day: Day, rows: Uint32Array, mask: Uint8Array | null, visitorDayOf: VisitorDayOf): void {
    const people = day.people();
    const { identified, visitors, anonymous, shared, sharedPeople, sharedVisitors, unseen, erased } = people;
    const { values: ordinals, from: firstOrdinal } = day.column('visits', 'ordinal');
    const stratum = day.column('people', 's');
    const [unseenVisits, anonymousVisits] = [this.#tally.of('unseenVisits'), this.#tally.of('anonymousVisits')];
    const isToday = this.#isToday;
    for (let index = 0; index < identified.length; index++) {
      const visit = identified[index] ?? 0;
      if (mask !== null && mask[visit] === 0) continue;
      const row = rows[visit] ?? 0;
      if (isToday[row] === 0) this.#begin(row, visitorDayOf);
      this.#note(row, (ordinals[visit] ?? 0) + firstOrdinal);
      this.#meet(day.day, row, visitors[index] ?? 0);
    }
    const { values: strataOf, from: firstStratum } = stratum;
    const [strata, anonymousToday] = [this.#strata, this.#anonymousToday];
    for (let index = 0; index < anonymous.length; index++) {
      const visit = anonymous[index] ?? 0;
      if (mask !== null && mask[visit] === 0) continue;
      const row = rows[visit] ?? 0;
      if (isToday[row] === 0) this.#begin(row, visitorDayOf);
      anonymousVisits[row] = (anonymousVisits[row] ?? 0) + 1;
      anonymousToday[row] = (anonymousToday[row] ?? 0) + 1;
      const place = row * STRATA + (strataOf[(ordinals[visit] ?? 0) + firstOrdinal - 1] ?? 0) + firstStratum;
      strata[place] = (strata[place] ?? 0) + 1;
    }
    this.#met.clear();
    for (let index = 0; index < shared.length; index++) {
      const visit = shared[index] ?? 0;
      if (mask !== null && mask[visit] === 0) continue;
      const [row, person, visitor] = [rows[visit] ?? 0, sharedPeople[index] ?? 0, sharedVisitors[index] ?? 0];
      this.#begin(row, visitorDayOf);
      if (visitor === 0) anonymousVisits[row] = (anonymousVisits[row] ?? 0) + 1;
      else this.#note(row, (ordinals[visit] ?? 0) + firstOrdinal);
      if (!this.#met.add(row, person)) continue;
      if (visitor === 0) this.#meetAnonymous(row, stratum, person);
      else this.#meet(day.day, row, visitor);
    }
    for (let index = 0; index < unseen.length; index++) {
      const visit = unseen[index] ?? 0;
      if (mask !== null && mask[visit] === 0) continue;
      const row = rows[visit] ?? 0;
      this.#begin(row, visitorDayOf);
      anonymousVisits[row] = (anonymousVisits[row] ?? 0) + 1;
      unseenVisits[row] = (unseenVisits[row] ?? 0) + 1;
    }
    for (let index = 0; index < erased.length; index++) {
      const visit = erased[index] ?? 0;
      if (mask === null || mask[visit] === 1) this.#begin(rows[visit] ?? 0, visitorDayOf);
    }
    this.#endDay(day.day);
  }

  /** Adds picked visits of one day: each is looked up, so a visit may be in several rows. */
  addPicked(day: Day, { rows, visits, length }: VisitsInRows, visitorDayOf: VisitorDayOf): void {
    const { hasSeveral, firstOf } = day.people();
    const { values: ordinals, from: firstOrdinal } = day.column('visits', 'ordinal');
    const { values: visitors, from: firstVisitor } = day.column('people', 'visitor');
    const stratum = day.column('people', 's');
    const [unseenVisits, anonymousVisits] = [this.#tally.of('unseenVisits'), this.#tally.of('anonymousVisits')];
    this.#met.clear();
    for (let index = 0; index < length; index++) {
      const row = rows[index] ?? 0;
      this.#begin(row, visitorDayOf);
      const person = (ordinals[visits[index] ?? 0] ?? 0) + firstOrdinal;
      const visitor = person === 0 ? 0 : (visitors[person - 1] ?? 0) + firstVisitor;
      if (visitor === UNATTRIBUTED) continue;
      if (visitor > 0) this.#note(row, person);
      else anonymousVisits[row] = (anonymousVisits[row] ?? 0) + 1;
      if (person === 0) unseenVisits[row] = (unseenVisits[row] ?? 0) + 1;
      if (person === 0 || (hasSeveral[person] === 1 && !this.#met.add(row, firstOf.get(person) ?? person))) continue;
      if (visitor === 0) this.#meetAnonymous(row, stratum, person);
      else this.#meet(day.day, row, visitor);
    }
    this.#endDay(day.day);
  }

  /** After the last day. @param count rows */
  order(count: number): PeopleOfRows {
    const rows = this.#rows.view();
    const starts = startsOf(rows, count);
    const ordered = (list: NumberList) => orderByGroup(rows, list.view(), starts);
    const noteRows = this.#noteRows.view();
    const noteStarts = startsOf(noteRows, count);
    const people = {
      ...{ starts, days: ordered(this.#days), identified: ordered(this.#identified), fresh: ordered(this.#fresh) },
      ...{ anonymous: ordered(this.#anonymous), strata: this.#strata },
      ...{ noteStarts, notes: orderByGroup(noteRows, this.#notes.view(), noteStarts) },
    };
    this.#tellLaterApart(people, count);
    return people;
  }

  /** Fills in the rows without a bit. */
  #tellLaterApart({ starts, days, identified, fresh }: PeopleOfRows, count: number): void {
    const rows = this.#laterRows.view();
    const laterStarts = startsOf(rows, count);
    const visitors = orderByGroup(rows, this.#laterVisitors.view(), laterStarts);
    const metOn = orderByGroup(rows, this.#laterDays.view(), laterStarts);
    const inWindow = new Stamps();
    for (let row = 0; row < count; row++) {
      let index = laterStarts[row] ?? 0;
      const end = laterStarts[row + 1] ?? 0;
      if (index === end) continue;
      inWindow.clear();
      for (let place = starts[row] ?? 0; place < (starts[row + 1] ?? 0); place++) {
        for (; index < end && metOn[index] === days[place]; index++) {
          identified[place] = (identified[place] ?? 0) + 1;
          if (inWindow.add(visitors[index] ?? 0)) fresh[place] = (fresh[place] ?? 0) + 1;
        }
      }
    }
    for (const list of [this.#laterRows, this.#laterVisitors, this.#laterDays]) list.release();
  }

  #begin(row: number, visitorDayOf: VisitorDayOf): void {
    if (this.#isToday[row] === 1) return;
    this.#isToday[row] = 1;
    this.#placesOf[row] = visitorDayOf(row);
    this.#rowsToday.push(row);
  }

  /** An identified visitor whom the row has not met on this day. */
  #meet(day: number, row: number, visitor: number): void {
    if (!this.#bits.has(row)) {
      this.#laterRows.push(row);
      this.#laterVisitors.push(visitor);
      this.#laterDays.push(day);
      return;
    }
    this.#identifiedToday[row] = (this.#identifiedToday[row] ?? 0) + 1;
    if (this.#bits.add(row, visitor)) this.#freshToday[row] = (this.#freshToday[row] ?? 0) + 1;
  }

  #meetAnonymous(row: number, stratum: Column, person: number): void {
    this.#anonymousToday[row] = (this.#anonymousToday[row] ?? 0) + 1;
    const place = row * STRATA + valueAt(stratum, person - 1);
    this.#strata[place] = (this.#strata[place] ?? 0) + 1;
  }

  #note(row: number, ordinal: number): void {
    const place = this.#placesOf[row]?.[ordinal - 1] ?? -1;
    if (place < 0) return;
    this.#noteRows.push(row);
    this.#notes.push(place);
  }

  #endDay(day: number): void {
    const anonymousDays = this.#tally.of('anonymousDays');
    for (const row of this.#rowsToday) {
      const anonymous = this.#anonymousToday[row] ?? 0;
      anonymousDays[row] = (anonymousDays[row] ?? 0) + anonymous;
      this.#rows.push(row);
      this.#days.push(day);
      this.#identified.push(this.#identifiedToday[row] ?? 0);
      this.#fresh.push(this.#freshToday[row] ?? 0);
      this.#anonymous.push(anonymous);
      this.#isToday[row] = this.#identifiedToday[row] = this.#freshToday[row] = this.#anonymousToday[row] = 0;
    }
    this.#rowsToday = [];
  }
}
