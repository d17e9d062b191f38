/** What is known of the rows of an answer after the days scanned so far: sums, and who was there. */
import { NumberList } from '../../lib/number-list.ts';
import type { Figure } from '../../stats/plan.ts';
import { addPeopleOfVisits, addPeopleToRow, addPickedPeople, VisitsOfEvents } from './add-distinct.ts';
import { addBounces, addDurations, type RowsOfVisits } from './add-visits.ts';
import type { Day } from './day-columns.ts';
import { DistinctVisitors } from './distinct-visitors.ts';
import { countOnes, inChosenRows } from './masks.ts';
import { PairSet } from './pair-set.ts';
import { PeopleByRow, type PeopleOfRows, type VisitorDayOf, type VisitsInRows } from './people-by-row.ts';
import { Tally } from './tally.ts';

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
  readonly #people: PeopleByRow | null;
  readonly #met = new PairSet();
  readonly #visitsOfEvents = new VisitsOfEvents();
  /** The row of each visit, where all are in one. */
  readonly #oneRow = new NumberList();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#people = needs.countsVisitors ? new PeopleByRow(this.tally, needs.only) : null;
  }

  /** Call before adding to rows up to `rows` - 1. */
  makeRoom(rows: number): void {
    this.tally.makeRoom(rows);
    this.#visitsOfEvents.makeRoom(rows);
    this.#people?.makeRoom(rows);
  }

  /** Whether visits are looked at one by one: who was there on which day is asked, or what each of them was like. */
  get looksAtEachVisit(): boolean {
    const { figures, countsVisitors } = this.#needs;
    return countsVisitors || figures.includes('bounces') || figures.includes('durations');
  }

  /** Whether visits count in the rows of their events. */
  get needsVisitsOfEvents(): boolean {
    const { figures } = this.#needs;
    return this.looksAtEachVisit || figures.includes('visits') || figures.includes('distinct');
  }

  /** With people nothing else counts them. */
  get countsVisitors(): boolean {
    return this.#needs.countsVisitors;
  }

  /** Adds the visits of one day that pass, each in its row, or all in one. @param rows of each visit */
  addVisits(day: Day, rows: Uint32Array | number, passing: Uint8Array | null, visitorDayOf: VisitorDayOf): void {
    const { only } = this.#needs;
    const { visits: length } = day.rows;
    const mask = only === undefined ? passing : inChosenRows(rows, passing, only, length);
    if (typeof rows === 'number') this.tally.add('visits', rows, mask === null ? length : countOnes(mask));
    else this.#countVisits(rows, mask, length);
    if (this.#people === null) this.#addDistinct(day, rows, mask);
    if (!this.looksAtEachVisit) return;
    const each = typeof rows === 'number' ? this.#oneRow.room(length).fill(rows, 0, length) : rows;
    this.#people?.addVisits(day, each, mask, visitorDayOf);
    this.#addWhatEachWas(day, { rows: each, visits: null, length }, mask);
  }

  /** Adds picked visits of one day, each in its row; a visit may be in several. */
  addPickedVisits(day: Day, picked: VisitsInRows, visitorDayOf: VisitorDayOf): void {
    this.#countVisits(picked.rows, null, picked.length);
    if (this.#people === null)
      addPickedPeople(day, picked, { tally: this.tally, distinct: this.distinct, met: this.#met });
    else this.#people.addPicked(day, picked, visitorDayOf);
    this.#addWhatEachWas(day, picked, null);
  }

  /** Adds all visits of one day in the rows of their events, where they are not looked at one by one. @param rows of each event */
  addVisitsOfEvents(day: Day, rows: Uint32Array, takes: Uint8Array | null): void {
    this.#visitsOfEvents.add(day, rows, takes, { tally: this.tally, distinct: this.distinct, met: this.#met });
  }

  /** Call after the last day. @param rows how many there are */
  settle(rows: number): void {
    this.makeRoom(rows);
    this.#visitsOfEvents.settle(this.tally, rows);
  }

  /** Distinct identified visitors of each row, where people are not counted. @param count rows */
  measured(count: number): Float64Array {
    return this.#needs.isByDay ? this.tally.of('identifiedDays') : this.distinct.count(count);
  }

  /** With people, to be called once: the rows' days in order. @param count rows */
  people(count: number): PeopleOfRows | null {
    return this.#people?.order(count) ?? null;
  }

  #countVisits(rows: Uint32Array, mask: Uint8Array | null, length: number): void {
    const sum = this.tally.of('visits');
    for (let index = 0; index < length; index++) {
      if (mask !== null && mask[index] === 0) continue;
      const row = rows[index] ?? 0;
      sum[row] = (sum[row] ?? 0) + 1;
    }
  }

  #addDistinct(day: Day, rows: Uint32Array | number, mask: Uint8Array | null): void {
    const { figures, isByDay } = this.#needs;
    if (!figures.includes('distinct')) return;
    const sums = { tally: this.tally, distinct: this.distinct, met: this.#met };
    if (typeof rows === 'number') addPeopleToRow(day, rows, mask, isByDay ? { ...sums, distinct: null } : sums);
    else addPeopleOfVisits(day, rows, mask, sums);
  }

  #addWhatEachWas(day: Day, visits: RowsOfVisits, mask: Uint8Array | null): void {
    const { figures } = this.#needs;
    if (figures.includes('bounces')) addBounces(day, visits, mask, this.tally);
    if (figures.includes('durations')) addDurations(day, visits, mask, this.tally);
  }
}
