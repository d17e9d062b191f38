/** Who comes, visit after visit: new people, and earlier ones who come back; some come very often, and the recent ones sooner. */
import type { Random } from '../uniques/random.ts';
import { hasConsented } from './person.ts';
import type { Shape } from './shape.ts';

/** People who are known when the year begins; they count as new when they come first. */
const KNOWN_BEFORE = 0.08;

export class Population {
  /** The persons of the newest visits, in a ring: whoever is in it often is likely to come again. */
  readonly #recent: Uint32Array;
  readonly #newcomers: number;
  /** By person: days since the first one, plus 1; 0 never. */
  readonly #lastDay: Uint16Array;
  readonly #ordinals: Uint32Array;
  readonly #visitors: Uint32Array;
  #people = 0;
  #visits = 0;
  /** First and last day of each visitor, by `visitors.id`. */
  readonly firstDays: number[] = [0];
  readonly lastDays: number[] = [0];

  constructor({ visits, people }: Shape) {
    const most = Math.ceil(people * 1.2) + 1000;
    this.#lastDay = new Uint16Array(most);
    this.#ordinals = new Uint32Array(most);
    this.#visitors = new Uint32Array(most);
    this.#recent = new Uint32Array(Math.max(64, Math.round(visits / 5)));
    const before = Math.max(16, Math.round(people * KNOWN_BEFORE));
    for (let index = 0; index < this.#recent.length; index++) this.#recent[index] = 1 + (index % before);
    this.#people = before;
    this.#newcomers = (people - before) / visits;
  }

  /** The person of the next visit. */
  next(random: Random): number {
    const place = this.#visits++ % this.#recent.length;
    const back = Math.floor(random.next() ** 2 * this.#recent.length);
    const known = this.#recent[(place + this.#recent.length - 1 - back) % this.#recent.length] ?? 1;
    const person = random.happens(this.#newcomers) ? ++this.#people : known;
    if (person >= this.#lastDay.length) throw new Error('more people than there is room for');
    this.#recent[place] = person;
    return person;
  }

  /** Day on which somebody was seen last (as given to `see`); 0 never. */
  lastSeen(person: number): number {
    return this.#lastDay[person] ?? 0;
  }

  ordinalOf(person: number): number {
    return this.#ordinals[person] ?? 0;
  }

  /** 0: anonymous. */
  visitorOf(person: number): number {
    return this.#visitors[person] ?? 0;
  }

  /** Notes somebody's first visit of a day. @param number of the day, from 1 */
  see(person: number, day: number, ordinal: number): void {
    if (this.lastSeen(person) === 0 && hasConsented(person)) {
      this.#visitors[person] = this.firstDays.length;
      this.firstDays.push(day);
      this.lastDays.push(day);
    }
    const visitor = this.visitorOf(person);
    if (visitor > 0) this.lastDays[visitor] = day;
    this.#lastDay[person] = day;
    this.#ordinals[person] = ordinal;
  }

  /** People who have come so far. */
  countPeople(): number {
    return this.#lastDay.reduce((count, day) => count + (day === 0 ? 0 : 1), 0);
  }
}
