/** Marks on the rows of the day that is being scanned: which of them a group has seen, without a table per group. */
import type { DayColumns } from './day-columns.ts';

export class DayMarks {
  #visits = new Uint32Array(0);
  #people = new Uint32Array(0);
  #visitors = new Uint32Array(1024);
  #pass = 0;

  /** Room for a day's rows; marks of earlier passes mean nothing any more. */
  begin({ visits, people }: DayColumns): void {
    if (this.#visits.length < visits.ordinal.length) this.#visits = new Uint32Array(visits.ordinal.length);
    if (this.#people.length < people.visitor.length) this.#people = new Uint32Array(people.visitor.length);
  }

  /** A group begins to look at the day: everything is new to it. */
  nextPass(): void {
    this.#pass += 1;
  }

  isNewVisit(visit: number): boolean {
    if (this.#visits[visit] === this.#pass) return false;
    this.#visits[visit] = this.#pass;
    return true;
  }

  isNewPerson(ordinal: number): boolean {
    if (this.#people[ordinal - 1] === this.#pass) return false;
    this.#people[ordinal - 1] = this.#pass;
    return true;
  }

  /** A visitor can have two rows of one day. */
  isNewVisitor(visitor: number): boolean {
    if (visitor >= this.#visitors.length) {
      const wider = new Uint32Array(visitor * 2);
      wider.set(this.#visitors);
      this.#visitors = wider;
    }
    if (this.#visitors[visitor] === this.#pass) return false;
    this.#visitors[visitor] = this.#pass;
    return true;
  }
}
