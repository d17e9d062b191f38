/** Adds the different people of a day to the rows of an answer: exact counts, without who was there on which day. */
import { UNATTRIBUTED } from '../../count/ports.ts';
import { widened } from '../../lib/number-list.ts';
import type { Numbers } from './column-encoding.ts';
import type { Day } from './day-columns.ts';
import type { DistinctVisitors } from './distinct-visitors.ts';
import type { PairSet } from './pair-set.ts';
import type { Tally } from './tally.ts';

export interface DistinctSums {
  tally: Tally;
  distinct: DistinctVisitors;
  /** Pairs of row and person that were met on the day. */
  met: PairSet;
}

/** All visits that pass are in one row. @param distinct null where the row has no other day */
export function addPeopleToRow(
  day: Day,
  row: number,
  mask: Uint8Array | null,
  { tally, distinct, met }: Omit<DistinctSums, 'distinct'> & { distinct: DistinctVisitors | null },
): void {
  const people = day.people();
  const { identified, visitors, shared, sharedPeople, sharedVisitors } = people;
  distinct?.beginDay(identified.length + shared.length);
  let known = distinct === null ? passing(identified, mask) : 0;
  for (let index = 0; distinct !== null && index < identified.length; index++) {
    if (mask !== null && mask[identified[index] ?? 0] === 0) continue;
    known += 1;
    distinct.add(row, visitors[index] ?? 0);
  }
  let anonymous = passing(people.anonymous, mask);
  met.clear();
  for (let index = 0; index < shared.length; index++) {
    if (mask !== null && mask[shared[index] ?? 0] === 0) continue;
    if (!met.add(row, sharedPeople[index] ?? 0)) continue;
    const visitor = sharedVisitors[index] ?? 0;
    if (visitor === 0) anonymous += 1;
    else {
      known += 1;
      distinct?.add(row, visitor);
    }
  }
  tally.add('identifiedDays', row, known);
  tally.add('anonymousDays', row, anonymous);
  tally.add('unseenVisits', row, passing(people.unseen, mask));
}

/** @param rows of each visit */
export function addPeopleOfVisits(
  day: Day,
  rows: Uint32Array,
  mask: Uint8Array | null,
  { tally, distinct, met }: DistinctSums,
): void {
  const { identified, visitors, anonymous, shared, sharedPeople, sharedVisitors, unseen } = day.people();
  const [identifiedDays, anonymousDays] = [tally.of('identifiedDays'), tally.of('anonymousDays')];
  distinct.beginDay(identified.length + shared.length);
  for (let index = 0; index < identified.length; index++) {
    const visit = identified[index] ?? 0;
    if (mask !== null && mask[visit] === 0) continue;
    const row = rows[visit] ?? 0;
    identifiedDays[row] = (identifiedDays[row] ?? 0) + 1;
    distinct.add(row, visitors[index] ?? 0);
  }
  addOne(anonymous, rows, mask, anonymousDays);
  addOne(unseen, rows, mask, tally.of('unseenVisits'));
  met.clear();
  for (let index = 0; index < shared.length; index++) {
    const visit = shared[index] ?? 0;
    if (mask !== null && mask[visit] === 0) continue;
    const row = rows[visit] ?? 0;
    if (!met.add(row, sharedPeople[index] ?? 0)) continue;
    const visitor = sharedVisitors[index] ?? 0;
    const days = visitor === 0 ? anonymousDays : identifiedDays;
    days[row] = (days[row] ?? 0) + 1;
    if (visitor > 0) distinct.add(row, visitor);
  }
}

/** Picked visits, each in its row; each is looked up, so it is for few of them. */
export function addPickedPeople(
  day: Day,
  { rows, visits, length }: { rows: Uint32Array; visits: Uint32Array; length: number },
  { tally, distinct, met }: DistinctSums,
): void {
  const { values: ordinals, from: firstOrdinal } = day.column('visits', 'ordinal');
  const { values: visitors, from: firstVisitor } = day.column('people', 'visitor');
  const { hasSeveral, firstOf } = day.people();
  met.clear();
  distinct.beginDay(length);
  for (let index = 0; index < length; index++) {
    const row = rows[index] ?? 0;
    const person = (ordinals[visits[index] ?? 0] ?? 0) + firstOrdinal;
    const visitor = person === 0 ? 0 : (visitors[person - 1] ?? 0) + firstVisitor;
    if (person === 0) tally.add('unseenVisits', row, 1);
    if (person === 0 || visitor === UNATTRIBUTED) continue;
    if (hasSeveral[person] === 1 && !met.add(row, firstOf.get(person) ?? person)) continue;
    tally.add(visitor === 0 ? 'anonymousDays' : 'identifiedDays', row, 1);
    if (visitor > 0) distinct.add(row, visitor);
  }
}

/**
 * Visits in the rows of their events, once to each. What a row needs stands together (`LAST`, `IDENTIFIED`, ...), since there can be more rows
 * than the processor keeps at hand.
 */
export class VisitsOfEvents {
  #cells = new Uint32Array(64 * WIDTH);
  /** The first visit of the day under way, as a number over all days. */
  #first = 1;

  makeRoom(rows: number): void {
    if (rows * WIDTH <= this.#cells.length) return;
    this.#cells = widened(this.#cells, new Uint32Array(Math.max(rows * WIDTH, this.#cells.length * 2)));
  }

  /** The next day. @param rows of each event */
  add(day: Day, rows: Uint32Array, takes: Uint8Array | null, { distinct, met }: DistinctSums): void {
    const people = day.people();
    const { identified, visitors, shared, sharedPeople, sharedVisitors } = people;
    const starts = day.eventStarts();
    const cells = this.#cells;
    if (this.#first + day.rows.visits > LARGEST) this.#beginAnew();
    const first = this.#first;
    this.#first += day.rows.visits;
    distinct.beginDay(day.rows.events);
    for (let index = 0; index < identified.length; index++) {
      const visit = identified[index] ?? 0;
      const visitor = visitors[index] ?? 0;
      const end = starts[visit + 1] ?? 0;
      for (let event = starts[visit] ?? 0; event < end; event++) {
        if (takes !== null && takes[event] === 0) continue;
        const row = rows[event] ?? 0;
        const cell = row * WIDTH;
        if (cells[cell + LAST] === first + visit) continue;
        cells[cell + LAST] = first + visit;
        cells[cell + IDENTIFIED] = (cells[cell + IDENTIFIED] ?? 0) + 1;
        distinct.add(row, visitor);
      }
    }
    const addEach = (visits: Numbers, sum: number) => {
      for (let index = 0; index < visits.length; index++) {
        const visit = visits[index] ?? 0;
        const end = starts[visit + 1] ?? 0;
        for (let event = starts[visit] ?? 0; event < end; event++) {
          if (takes !== null && takes[event] === 0) continue;
          const cell = (rows[event] ?? 0) * WIDTH;
          if (cells[cell + LAST] === first + visit) continue;
          cells[cell + LAST] = first + visit;
          cells[cell + sum] = (cells[cell + sum] ?? 0) + 1;
        }
      }
    };
    addEach(people.anonymous, ANONYMOUS);
    addEach(people.unseen, UNSEEN);
    addEach(people.erased, FURTHER);
    met.clear();
    for (let index = 0; index < shared.length; index++) {
      const visit = shared[index] ?? 0;
      const visitor = sharedVisitors[index] ?? 0;
      const end = starts[visit + 1] ?? 0;
      for (let event = starts[visit] ?? 0; event < end; event++) {
        if (takes !== null && takes[event] === 0) continue;
        const row = rows[event] ?? 0;
        const cell = row * WIDTH;
        if (cells[cell + LAST] === first + visit) continue;
        cells[cell + LAST] = first + visit;
        const isNew = met.add(row, sharedPeople[index] ?? 0);
        const sum = !isNew ? FURTHER : visitor === 0 ? ANONYMOUS : IDENTIFIED;
        cells[cell + sum] = (cells[cell + sum] ?? 0) + 1;
        if (isNew && visitor > 0) distinct.add(row, visitor);
      }
    }
  }

  /** Visits that were met are those of days before. */
  #beginAnew(): void {
    for (let cell = LAST; cell < this.#cells.length; cell += WIDTH) this.#cells[cell] = 0;
    this.#first = 1;
  }

  /** After the last day: adds what was counted to the sums. */
  settle(tally: Tally, rows: number): void {
    for (let row = 0; row < rows; row++) {
      const of = (sum: number) => this.#cells[row * WIDTH + sum] ?? 0;
      tally.add('visits', row, of(IDENTIFIED) + of(ANONYMOUS) + of(UNSEEN) + of(FURTHER));
      tally.add('identifiedDays', row, of(IDENTIFIED));
      tally.add('anonymousDays', row, of(ANONYMOUS));
      tally.add('unseenVisits', row, of(UNSEEN));
    }
    this.#cells.fill(0);
  }
}

/** What a cell can hold. */
const LARGEST = 4_294_967_295;

/** Of each row: the last visit in it, and visits: the first of a day by identified and by anonymous people, unseen ones, all others. */
const [LAST, IDENTIFIED, ANONYMOUS, UNSEEN, FURTHER, WIDTH] = [0, 1, 2, 3, 4, 5];

function passing(visits: Numbers, mask: Uint8Array | null): number {
  if (mask === null) return visits.length;
  let count = 0;
  for (let index = 0; index < visits.length; index++) count += mask[visits[index] ?? 0] ?? 0;
  return count;
}

function addOne(visits: Numbers, rows: Uint32Array, mask: Uint8Array | null, sums: Float64Array): void {
  for (let index = 0; index < visits.length; index++) {
    const visit = visits[index] ?? 0;
    if (mask !== null && mask[visit] === 0) continue;
    const row = rows[visit] ?? 0;
    sums[row] = (sums[row] ?? 0) + 1;
  }
}
