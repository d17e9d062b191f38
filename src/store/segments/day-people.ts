/** Who made the visits of a day: what telling people apart within it needs. */
import { UNATTRIBUTED } from '../../count/ports.ts';
import type { Day } from './day-columns.ts';
import type { Values } from './group-keys.ts';
import type { Stamps } from './stamps.ts';

export class DayPeople {
  /** By visit - 1: the day-visitor, 0 for none. */
  readonly ordinal: Values;
  /** By ordinal - 1: as in `people`. */
  readonly visitor: Values;
  /** By ordinal: 1 where the day-visitor has several visits, so that a row of an answer may meet them twice. */
  readonly hasSeveral: Uint8Array;
  /** A visitor can have two rows of one day: each later one, and the first. */
  readonly #first = new Map<number, number>();

  /** @param scratch any set; it is emptied */
  constructor(day: Day, scratch: Stamps) {
    this.ordinal = day.column('visits', 'ordinal');
    this.visitor = day.column('people', 'visitor');
    this.hasSeveral = new Uint8Array(day.rows.people + 1);
    const { values, from } = this.ordinal;
    const seen = new Uint8Array(day.rows.people + 1);
    for (let visit = 0; visit < values.length; visit++) {
      const ordinal = (values[visit] ?? 0) + from;
      if (seen[ordinal] === 1) this.hasSeveral[ordinal] = 1;
      seen[ordinal] = 1;
    }
    this.#findTwins(scratch);
  }

  /** The first of the day's rows of the same visitor. */
  personOf(ordinal: number): number {
    return this.#first.size === 0 ? ordinal : (this.#first.get(ordinal) ?? ordinal);
  }

  #findTwins(seen: Stamps): void {
    const { values, from } = this.visitor;
    seen.clear();
    let hasTwins = false;
    for (let index = 0; index < values.length; index++) {
      const visitor = (values[index] ?? 0) + from;
      if (visitor === 0 || visitor === UNATTRIBUTED) continue;
      if (!seen.add(visitor)) hasTwins = true;
    }
    if (!hasTwins) return;
    const firstOf = new Map<number, number>();
    for (let index = 0; index < values.length; index++) {
      const visitor = (values[index] ?? 0) + from;
      if (visitor === 0 || visitor === UNATTRIBUTED) continue;
      const first = firstOf.get(visitor);
      if (first === undefined) firstOf.set(visitor, index + 1);
      else {
        this.#first.set(index + 1, first);
        this.hasSeveral[index + 1] = 1;
        this.hasSeveral[first] = 1;
      }
    }
  }
}
