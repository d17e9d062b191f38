/** One replication: people come day after day, answer the banner, and leave in the instrument what it would keep of them. */
import { chanceOf, type Willingness } from './consent.ts';
import { Instrument, type Page } from './instrument.ts';
import { type People, settle } from './population.ts';
import type { Random } from './random.ts';
import { ACCEPT_IN_MID_VISIT, BURN_IN, FILTERS, HORIZON, IDENTIFIER_LOSS, STABILITY, TWO_HASHES } from './scenario.ts';

export interface Replication {
  /** New people a day. */
  arrivals: number;
  willingness: Willingness;
  /** With `re-asked`: chance of accepting at each visit. */
  hazard: number;
  merged: number;
}

/** Told of everything that the instrument sees, in the order of time. `visitor` is 0 before consent. */
export interface Observer {
  page(page: Page, visitor: number): void;
  /** The answer to the banner, after a page counted without it. */
  consent(page: Page, visitor: number): void;
}

/** What happened, beside what the instrument keeps. */
export interface Simulation {
  people: People;
  instrument: Instrument;
  /** By view (whole site, then filters): the last day of each person, -1: never. */
  lastSeen: Int32Array[];
  /** People a day after the burn-in, mean. */
  size: number;
}

const FIRST_MINUTE = 5 * 60;
const MINUTES = 18 * 60;
/** Room for hashes: people come on two days each, seldom with more than one hash a day. */
const HASHES_PER_PERSON = 4;

export function simulate(replication: Replication, random: Random, observer: Observer | null): Simulation {
  const people = settle(replication.arrivals, random);
  const run = new Run(replication, people, random, observer);
  for (let day = 0; day < HORIZON; day++) run.live(day);
  const size = run.personDays / (HORIZON - BURN_IN);
  return { people, instrument: run.instrument, lastSeen: run.lastSeen, size };
}

class Run {
  readonly instrument: Instrument;
  readonly lastSeen: Int32Array[];
  personDays = 0;
  readonly #replication: Replication;
  readonly #people: People;
  readonly #random: Random;
  readonly #observer: Observer | null;
  /** By person: 0 not asked, 1 accepts, 2 refuses; the identifier's number; the hash and the day it was last used. */
  readonly #answer: Uint8Array;
  readonly #visitor: Int32Array;
  readonly #hash: Int32Array;
  readonly #hashDay: Int32Array;
  #hashes = 0;
  /** Visits of the day, chained by minute. */
  readonly #firstOfMinute = new Int32Array(FIRST_MINUTE + MINUTES);
  #visits = 0;
  #visitPerson = new Int32Array(1024);
  #visitHash = new Int32Array(1024);
  #visitNext = new Int32Array(1024);

  constructor(replication: Replication, people: People, random: Random, observer: Observer | null) {
    const { count } = people;
    this.#replication = replication;
    this.#people = people;
    this.#random = random;
    this.#observer = observer;
    this.instrument = new Instrument(HORIZON, count * HASHES_PER_PERSON);
    this.lastSeen = Array.from({ length: 1 + FILTERS.length }, () => new Int32Array(count).fill(-1));
    this.#answer = new Uint8Array(count);
    this.#visitor = new Int32Array(count);
    this.#hash = new Int32Array(count);
    this.#hashDay = new Int32Array(count).fill(-2);
    for (let person = 0; person < count; person++) this.#meetBefore(person);
  }

  live(day: number): void {
    const random = this.#random;
    const people = this.#people;
    const active: number[] = [];
    for (let person = people.firstOn(day); person >= 0; person = people.next[person] ?? -1) active.push(person);
    if (day >= BURN_IN) this.personDays += active.length;
    for (const person of active) this.#takeHash(person, day);
    this.#visits = 0;
    this.#firstOfMinute.fill(-1);
    for (const person of active) {
      this.#loseIdentifier(person, day);
      this.#planVisits(person, active);
      this.#hashDay[person] = day;
    }
    for (let minute = FIRST_MINUTE; minute < FIRST_MINUTE + MINUTES; minute++) this.#liveMinute(day, minute);
    this.instrument.closeDay(day);
    for (const person of active) people.schedule(person, day + people.gap(person, random));
  }

  #liveMinute(day: number, minute: number): void {
    for (let visit = this.#firstOfMinute[minute] ?? -1; visit >= 0; visit = this.#visitNext[visit] ?? -1) {
      this.#visit(day, minute, this.#visitPerson[visit] ?? 0, this.#visitHash[visit] ?? 0);
    }
  }

  /** Residents have met the banner before. */
  #meetBefore(person: number): void {
    const { willingness, hazard } = this.#replication;
    const visits = this.#people.visitsBefore[person] ?? 0;
    if (willingness.consent !== 're-asked' || visits === 0) return;
    if (!this.#random.happens(1 - (1 - hazard) ** visits)) return;
    this.#answer[person] = 1;
    this.#visitor[person] = this.instrument.issue();
  }

  #takeHash(person: number, day: number): void {
    const stability = STABILITY[this.#people.device[person] ?? 0] ?? 0;
    const isKept = this.#hashDay[person] === day - 1 && this.#random.happens(stability);
    if (!isKept) this.#hash[person] = this.#hashes++;
  }

  #loseIdentifier(person: number, day: number): void {
    const days = day - (this.#hashDay[person] ?? day);
    if (this.#visitor[person] === 0 || !this.#random.happens(1 - (1 - IDENTIFIER_LOSS) ** Math.min(days, 90))) return;
    this.#visitor[person] = 0;
    this.#answer[person] = this.#replication.willingness.consent === 're-asked' ? 0 : 1;
  }

  #planVisits(person: number, active: readonly number[]): void {
    const random = this.#random;
    const own = this.#hash[person] ?? 0;
    const isMerged = active.length > 1 && random.happens(this.#replication.merged);
    const first = isMerged ? (this.#hash[this.#anotherOf(person, active)] ?? own) : own;
    const hasTwo = random.happens(TWO_HASHES);
    const second = hasTwo ? this.#hashes++ : first;
    if (hasTwo && random.happens(0.5)) this.#hash[person] = second;
    const count = Math.max(hasTwo ? 2 : 1, this.#people.visits(person, random));
    const change = 1 + random.below(MINUTES - 1);
    for (let visit = 0; visit < count; visit++) {
      let at = random.below(MINUTES);
      // One visit on each side of the change, or there would be no second hash.
      if (hasTwo && visit === 0) at = random.below(change);
      if (hasTwo && visit === 1) at = change + random.below(MINUTES - change);
      this.#plan(FIRST_MINUTE + at, person, at < change ? first : second);
    }
  }

  #plan(minute: number, person: number, hash: number): void {
    const visit = this.#visits++;
    if (visit >= this.#visitPerson.length) {
      const widen = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const wider = new Int32Array(2 * old.length);
        wider.set(old);
        return wider;
      };
      this.#visitPerson = widen(this.#visitPerson);
      this.#visitHash = widen(this.#visitHash);
      this.#visitNext = widen(this.#visitNext);
    }
    this.#visitPerson[visit] = person;
    this.#visitHash[visit] = hash;
    this.#visitNext[visit] = this.#firstOfMinute[minute] ?? -1;
    this.#firstOfMinute[minute] = visit;
  }

  #anotherOf(person: number, active: readonly number[]): number {
    const other = active[this.#random.below(active.length)] ?? person;
    return other === person ? this.#anotherOf(person, active) : other;
  }

  #visit(day: number, minute: number, person: number, hash: number): void {
    const random = this.#random;
    const people = this.#people;
    const isDirect = random.happens(people.direct[person] ?? 0);
    const filters =
      (random.happens(0.35) ? 1 : 0) |
      (random.happens(people.rare[person] ?? 0) ? 2 : 0) |
      (!isDirect && random.happens(0.5) ? 4 : 0);
    const page: Page = { day, minute, hash, s: (people.device[person] ?? 0) * 2 + (isDirect ? 1 : 0), filters };
    for (let view = 0; view <= FILTERS.length; view++) {
      const last = this.lastSeen[view];
      if (last !== undefined && (view === 0 || (filters >> (view - 1)) & 1)) last[person] = day;
    }

    const known = this.#visitor[person] ?? 0;
    if (known > 0) {
      this.instrument.seeIdentified(page, known);
      this.#observer?.page(page, known);
      return;
    }
    if (!this.#accepts(person)) {
      this.instrument.seeAnonymous(page);
      this.#observer?.page(page, 0);
      return;
    }
    const visitor = this.instrument.issue();
    this.#visitor[person] = visitor;
    const isMidVisit = random.happens(ACCEPT_IN_MID_VISIT);
    if (isMidVisit) {
      this.instrument.seeAnonymous(page);
      this.#observer?.page(page, 0);
      this.#observer?.consent(page, visitor);
    } else this.#observer?.page(page, visitor);
    this.instrument.seeFresh(page, visitor, isMidVisit);
  }

  /** Whether the banner, met without an answer, is accepted at this visit. */
  #accepts(person: number): boolean {
    const { willingness, hazard } = this.#replication;
    if (willingness.consent === 're-asked') return this.#random.happens(hazard);
    if (this.#answer[person] === 0) {
      this.#answer[person] = this.#random.happens(chanceOf(willingness, this.#people, person)) ? 1 : 2;
    }
    return this.#answer[person] === 1;
  }
}
