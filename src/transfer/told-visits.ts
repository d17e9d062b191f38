/**
 * Gives each visit of an export somebody who made it. Lines of one anonymous visit are not joined in an export, for that would be a path of
 * somebody; so here a visit is whatever has the same facts and goes on within half an hour, and each line that begins one begins one.
 * The counts of visits and day-visitors stay right; which of two alike a later page belongs to may not.
 */
import type { ToldFacts, ToldVisit } from '../collect/told-facts.ts';
import { VISIT_GAP_MS } from '../count/visit-rules.ts';
import type { VisitDimensions } from '../domain/event.ts';

/** What an anonymous person keeps from one visit to the next. */
const OF_PERSON = [
  ...(['country', 'region', 'city', 'browser', 'browser_version', 'os', 'os_version', 'device', 'language'] as const),
];
const OF_VISIT = [
  ...(['source', 'channel', 'referrer'] as const),
  ...(['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'] as const),
];

export interface ToldLine extends Pick<ToldFacts, 'visit' | 'dimensions' | 'leftByLink'> {
  /** The export's name of an identified visitor. */
  visitor: string | null;
}

interface Person {
  name: string;
  lastAt: number;
}

export class ToldVisits {
  #day = Number.NEGATIVE_INFINITY;
  /** Of the day, by what a person keeps. */
  #people = new Map<string, Person[]>();
  /** Who made the newest visit with these facts. */
  #newest = new Map<string, Person>();

  /** Call it with lines in order of time. @param at UTC ms @param day of the site */
  senderOf({ visit, dimensions, visitor }: ToldLine, at: number, day: number): string {
    // With the day in it: what the instrument compares with yesterday was lost with the keys, and must not seem to be there.
    if (visitor !== null) return `${day} ${visitor}`;
    if (visit === 'none') return '';
    if (day > this.#day) this.#begin(day, at);
    const alike = textOf(OF_PERSON, dimensions);
    const facts = `${alike}${textOf(OF_VISIT, dimensions)}`;
    const person = this.#find(visit, alike, facts, at) ?? this.#add(alike);
    person.lastAt = at;
    this.#newest.set(facts, person);
    return person.name;
  }

  #find(visit: ToldVisit, alike: string, facts: string, at: number): Person | undefined {
    if (visit === 'first') return undefined;
    // Whose visits are over: theirs is the one that is being told of, or one that cannot be told from it.
    if (visit === 'further') return this.#people.get(alike)?.find(({ lastAt }) => at - lastAt > VISIT_GAP_MS);
    const newest = this.#newest.get(facts);
    return newest !== undefined && at - newest.lastAt <= VISIT_GAP_MS ? newest : undefined;
  }

  #add(alike: string): Person {
    const people = this.#people.get(alike) ?? [];
    const person = { name: `${this.#day} ${people.length} ${alike}`, lastAt: 0 };
    people.push(person);
    this.#people.set(alike, people);
    return person;
  }

  /** A visit may go on after midnight; people are told apart within their day. */
  #begin(day: number, at: number): void {
    this.#day = day;
    this.#people = new Map();
    for (const [facts, { lastAt }] of this.#newest) if (at - lastAt > VISIT_GAP_MS) this.#newest.delete(facts);
  }
}

function textOf(names: readonly (keyof VisitDimensions)[], dimensions: VisitDimensions): string {
  return JSON.stringify(names.map((name) => dimensions[name]));
}
