/** Marks on the rows of the day that is being scanned: which of them a group has seen, without a table per group. */
import { Stamps } from './stamps.ts';

export class DayMarks {
  readonly #visits = new Stamps();
  readonly #people = new Stamps();
  readonly #visitors = new Stamps();

  /** A group begins to look at the day: everything is new to it. */
  nextPass(): void {
    this.#visits.clear();
    this.#people.clear();
    this.#visitors.clear();
  }

  isNewVisit(visit: number): boolean {
    return this.#visits.add(visit);
  }

  isNewPerson(ordinal: number): boolean {
    return this.#people.add(ordinal);
  }

  /** A visitor can have two rows of one day. */
  isNewVisitor(visitor: number): boolean {
    return this.#visitors.add(visitor);
  }
}
