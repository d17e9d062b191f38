/** What is known of the rows of an answer after the days scanned so far: sums, and who was there. */
import { STRATA } from '../../count/estimate/visitor-days.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import { NumberList, orderByGroup, startsOf, widened } from '../../lib/number-list.ts';
import type { Figure } from '../../stats/plan.ts';
import { addPeopleOfVisits, addPeopleToRow, addPickedPeople, VisitsOfEvents } from './add-distinct.ts';
import { valueAt } from './column.ts';
import type { Day } from './day-columns.ts';
import { DistinctVisitors } from './distinct-visitors.ts';
import { countOnes } from './masks.ts';
import { PairSet } from './pair-set.ts';
import { Tally } from './tally.ts';

/** Visits of one day, each with the row that it belongs to; no pair twice. */
export interface VisitsInRows {
  rows: Uint32Array;
  visits: Uint32Array;
  length: number;
}

export interface Needs {
  figures: readonly Figure[];
  /** People are estimated: who was there on which day is kept. */
  countsVisitors: boolean;
  /** Each row is one day: its visitors are distinct when those of the day are. */
  isByDay?: boolean;
  /** Rows whose people are counted, by a byte each; absent: all. */
  only?: Uint8Array | undefined;
}

export class Gathered {
  readonly tally = new Tally();
  readonly distinct = new DistinctVisitors();
  readonly #needs: Needs;
  readonly #met = new PairSet();
  readonly #visitsOfEvents = new VisitsOfEvents();
  /** With people: every identified visit, its day, and its row among the visitor-days of its window + 1 (0 for none). */
  readonly #rows = new NumberList();
  readonly #visitors = new NumberList();
  readonly #days = new NumberList();
  readonly #visitorDays = new NumberList();
  /** With people: rows that had visits, day by day, and their anonymous day-visitors. */
  readonly #dayRows = new NumberList();
  readonly #dayNumbers = new NumberList();
  readonly #dayAnonymous = new NumberList();
  #strata = new Float64Array(64 * STRATA);
  #anonymousToday = new Uint32Array(64);
  #isToday = new Uint8Array(64);

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Call before adding to rows up to `rows` - 1. */
  makeRoom(rows: number): void {
    this.tally.makeRoom(rows);
    this.#visitsOfEvents.makeRoom(rows);
    if (!this.#needs.countsVisitors || rows <= this.#anonymousToday.length) return;
    const room = Math.max(rows, this.#anonymousToday.length * 2);
    this.#anonymousToday = widened(this.#anonymousToday, new Uint32Array(room));
    this.#isToday = widened(this.#isToday, new Uint8Array(room));
    this.#strata = widened(this.#strata, new Float64Array(room * STRATA));
  }

  /** Whether who was there on which day is asked, or what only one visit after the other can tell. */
  get looksAtEachVisit(): boolean {
    const { figures, countsVisitors } = this.#needs;
    return countsVisitors || figures.includes('bounces') || figures.includes('durations');
  }

  /** Adds the visits of one day that pass, each in its row, or all in one. @param rows of each visit */
  addVisits(day: Day, rows: Uint32Array | number, mask: Uint8Array | null): void {
    const sums = { tally: this.tally, distinct: this.distinct, met: this.#met };
    const isDistinct = this.#needs.figures.includes('distinct');
    if (typeof rows === 'number') {
      this.tally.add('visits', rows, mask === null ? day.rows.visits : countOnes(mask));
      const { isByDay } = this.#needs;
      if (isDistinct) addPeopleToRow(day, rows, mask, isByDay ? { ...sums, distinct: null } : sums);
      return;
    }
    const visitSum = this.tally.of('visits');
    for (let visit = 0; visit < day.rows.visits; visit++) {
      if (mask !== null && mask[visit] === 0) continue;
      const row = rows[visit] ?? 0;
      visitSum[row] = (visitSum[row] ?? 0) + 1;
    }
    if (isDistinct) addPeopleOfVisits(day, rows, mask, sums);
  }

  /** Adds visits of one day in the rows of their events. @param rows of each event */
  addVisitsOfEvents(day: Day, rows: Uint32Array, takes: Uint8Array | null): void {
    this.#visitsOfEvents.add(day, rows, takes, { tally: this.tally, distinct: this.distinct, met: this.#met });
  }

  /** Call after the last day. @param rows how many there are */
  settle(rows: number): void {
    this.makeRoom(rows);
    this.#visitsOfEvents.settle(this.tally, rows);
  }

  /** Adds picked visits of one day, where there are few. */
  addPickedVisits(day: Day, visits: VisitsInRows): void {
    this.#countVisits(visits);
    addPickedPeople(day, visits, { tally: this.tally, distinct: this.distinct, met: this.#met });
  }

  /**
   * Adds visits of one day one by one.
   * @param visitorDayOf by row: where the window's estimator keeps the day's visitors, by ordinal - 1; null when it does not ask
   */
  addEachVisit(day: Day, visits: VisitsInRows, visitorDayOf: (row: number) => Int32Array | null): void {
    const { figures, countsVisitors } = this.#needs;
    // Without people visits are counted by `addVisits`.
    if (countsVisitors) {
      this.#countVisits(visits);
      this.#addPeople(day, visits, visitorDayOf);
    }
    if (figures.includes('bounces')) this.#addBounces(day, visits);
    if (figures.includes('durations')) this.#addDurations(day, visits);
  }

  /** Distinct identified visitors of each row, where people are not counted. @param count rows */
  measured(count: number): Float64Array {
    return this.#needs.isByDay ? this.tally.of('identifiedDays') : this.distinct.count(count);
  }

  /** Rows whose people are counted, by a byte each; undefined: all. */
  get only(): Uint8Array | undefined {
    return this.#needs.only;
  }

  /** With people nothing else counts them. */
  get countsVisitors(): boolean {
    return this.#needs.countsVisitors;
  }

  /** With people: the rows' days and visits in order. @param count rows */
  people(count: number): PeopleInRows {
    const rows = this.#rows.view();
    const starts = startsOf(rows, count);
    const order = (list: NumberList) => orderByGroup(rows, list.view(), starts);
    const dayRows = this.#dayRows.view();
    const dayStarts = startsOf(dayRows, count);
    return {
      ...{ starts, visitors: order(this.#visitors), days: order(this.#days), visitorDays: order(this.#visitorDays) },
      dayStarts,
      dayNumbers: orderByGroup(dayRows, this.#dayNumbers.view(), dayStarts),
      dayAnonymous: orderByGroup(dayRows, this.#dayAnonymous.view(), dayStarts),
      strata: this.#strata,
    };
  }

  #countVisits({ rows, length }: VisitsInRows): void {
    const sum = this.tally.of('visits');
    for (let index = 0; index < length; index++) {
      const row = rows[index] ?? 0;
      sum[row] = (sum[row] ?? 0) + 1;
    }
  }

  #addBounces(day: Day, { rows, visits, length }: VisitsInRows): void {
    const [ordinal, pageviews] = [day.column('visits', 'ordinal'), day.column('visits', 'pageviews')];
    const [interactions, left] = [day.column('visits', 'interactions'), day.column('visits', 'left_by_link')];
    const sum = this.tally.of('bounces');
    for (let index = 0; index < length; index++) {
      const visit = visits[index] ?? 0;
      if ((interactions.values[visit] ?? 0) + interactions.from > 0) continue;
      const isUnseen = (ordinal.values[visit] ?? 0) + ordinal.from === 0;
      const isOver = isUnseen
        ? (left.values[visit] ?? 0) + left.from === 0
        : (pageviews.values[visit] ?? 0) + pageviews.from <= 1;
      const row = rows[index] ?? 0;
      if (isOver) sum[row] = (sum[row] ?? 0) + 1;
    }
  }

  #addDurations(day: Day, { rows, visits, length }: VisitsInRows): void {
    const ordinal = day.column('visits', 'ordinal');
    const [startedAt, lastAt] = [day.column('visits', 'started_at'), day.column('visits', 'last_at')];
    const [timed, duration] = [this.tally.of('timedVisits'), this.tally.of('durationMs')];
    const shift = lastAt.from - startedAt.from;
    for (let index = 0; index < length; index++) {
      const visit = visits[index] ?? 0;
      if ((ordinal.values[visit] ?? 0) + ordinal.from === 0) continue;
      const row = rows[index] ?? 0;
      timed[row] = (timed[row] ?? 0) + 1;
      duration[row] = (duration[row] ?? 0) + (lastAt.values[visit] ?? 0) - (startedAt.values[visit] ?? 0) + shift;
    }
  }

  #addPeople(day: Day, { rows, visits, length }: VisitsInRows, visitorDayOf: (row: number) => Int32Array | null): void {
    const { hasSeveral } = day.people();
    const { values: ordinals, from: firstOrdinal } = day.column('visits', 'ordinal');
    const { values: visitors, from: firstVisitor } = day.column('people', 'visitor');
    const stratum = day.column('people', 's');
    const [unseen, anonymousVisits] = [this.tally.of('unseenVisits'), this.tally.of('anonymousVisits')];
    const [today, isToday, strata] = [this.#anonymousToday, this.#isToday, this.#strata];
    const anonymousDays = this.tally.of('anonymousDays');
    const rowsToday: number[] = [];
    this.#met.clear();
    for (let index = 0; index < length; index++) {
      const row = rows[index] ?? 0;
      if (isToday[row] === 0) {
        isToday[row] = 1;
        rowsToday.push(row);
      }
      const person = (ordinals[visits[index] ?? 0] ?? 0) + firstOrdinal;
      const visitor = person === 0 ? 0 : (visitors[person - 1] ?? 0) + firstVisitor;
      if (visitor === UNATTRIBUTED) continue;
      if (visitor === 0) anonymousVisits[row] = (anonymousVisits[row] ?? 0) + 1;
      if (person === 0) {
        unseen[row] = (unseen[row] ?? 0) + 1;
        continue;
      }
      if (visitor > 0) {
        this.#rows.push(row);
        this.#visitors.push(visitor);
        this.#days.push(day.day);
        this.#visitorDays.push((visitorDayOf(row)?.[person - 1] ?? -1) + 1);
        continue;
      }
      if (hasSeveral[person] === 1 && !this.#met.add(row, person)) continue;
      today[row] = (today[row] ?? 0) + 1;
      anonymousDays[row] = (anonymousDays[row] ?? 0) + 1;
      const place = row * STRATA + valueAt(stratum, person - 1);
      strata[place] = (strata[place] ?? 0) + 1;
    }
    for (const row of rowsToday) {
      this.#dayRows.push(row);
      this.#dayNumbers.push(day.day);
      this.#dayAnonymous.push(today[row] ?? 0);
      today[row] = 0;
      isToday[row] = 0;
    }
  }
}

/** Identified visits of each row (from `starts[row]` to `starts[row + 1]`), its days with visits (`dayStarts`), both in order of time. */
export interface PeopleInRows {
  starts: Uint32Array;
  visitors: Uint32Array;
  days: Uint32Array;
  /** The row of the window's visitor-days + 1, 0 for none. */
  visitorDays: Uint32Array;
  dayStarts: Uint32Array;
  dayNumbers: Uint32Array;
  dayAnonymous: Uint32Array;
  /** Anonymous day-visitors by row and stratum. */
  strata: Float64Array;
}
