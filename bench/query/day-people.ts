/** The day-visitors of one day, and what the instrument would have counted of them: everybody brings one hash of their own. */
import { columnOf, type DayBatch, emptyColumns } from './day-batch.ts';
import type { Population } from './population.ts';

export class DayPeople {
  readonly #population: Population;
  readonly #day: number;
  readonly #people: { visitor: number; s: number; b: number }[] = [];
  readonly #counters = { overlap: 0, identifiedOverlap: 0, fresh: 0, returned: 0, anonymous: 0 };

  /** @param day number of the day, from 1 */
  constructor(population: Population, day: number) {
    this.#population = population;
    this.#day = day;
  }

  /** @returns the ordinal of somebody who begins a visit */
  admit(person: number, device: number, isDirect: boolean): number {
    const population = this.#population;
    const before = population.lastSeen(person);
    if (before === this.#day) return population.ordinalOf(person);
    population.see(person, this.#day, this.#people.length + 1);
    const visitor = population.visitorOf(person);
    const isOfYesterday = before > 0 && before === this.#day - 1;
    this.#count(visitor > 0, isOfYesterday, before === 0);
    // As the collector does it: device class and direct or not, of the first visit.
    const s = (device - 1) * 2 + (isDirect ? 1 : 0);
    this.#people.push({ visitor, s, b: visitor > 0 && isOfYesterday ? 1 : 0 });
    return this.#people.length;
  }

  hasConsented(person: number): boolean {
    return this.#population.visitorOf(person) > 0;
  }

  finish(): Pick<DayBatch, 'people' | 'overlap' | 'identifiedOverlap' | 'fresh' | 'returned' | 'anonymous'> {
    const people = emptyColumns('people', this.#people.length);
    for (const [index, { visitor, s, b }] of this.#people.entries()) {
      columnOf(people, 'ordinal')[index] = index + 1;
      columnOf(people, 'visitor')[index] = visitor;
      columnOf(people, 's')[index] = s;
      columnOf(people, 'h')[index] = 1;
      columnOf(people, 'b')[index] = b;
    }
    return { people, ...this.#counters };
  }

  #count(isIdentified: boolean, isOfYesterday: boolean, isNew: boolean): void {
    const counters = this.#counters;
    if (!isIdentified) {
      counters.anonymous += 1;
      if (isOfYesterday) counters.overlap += 1;
    } else if (isNew) counters.fresh += 1;
    else if (isOfYesterday) counters.identifiedOverlap += 1;
    else counters.returned += 1;
  }
}
