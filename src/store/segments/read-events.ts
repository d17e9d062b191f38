/** Single events of a day with all that is kept of them, read back from its columns: what an export tells. */
import type { ToldVisit } from '../../collect/told-facts.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import { CONSENT_STATES } from '../../domain/consent.ts';
import { ENGAGEMENT, VISIT_DIMENSIONS, type VisitDimensions } from '../../domain/event.ts';
import type { StoredEvent } from '../../transfer/stored-event.ts';
import { valueAt } from './column.ts';
import type { Day } from './day-columns.ts';
import type { PartName } from './parts.ts';
import type { Texts } from './visits-of.ts';

export interface EventNames {
  texts: Texts;
  /** Another name for an identified visitor. @param visitor the number in `visitors` */
  nameOf: (visitor: number) => string;
}

/** Who made a visit: the row of `people`, 0 for none, and the visitor, 0 where there is no identified one. */
interface Owner {
  ordinal: number;
  visitor: number;
}

export class DayEvents {
  readonly #day: Day;
  readonly #names: EventNames;
  readonly #engagement: number;
  /** By visit: the row of the event that began it. */
  readonly #beginnings = new Map<number, number>();
  #firstVisits: Map<number, number> | null = null;

  constructor(day: Day, names: EventNames) {
    this.#day = day;
    this.#names = names;
    this.#engagement = names.texts('name').indexOf(ENGAGEMENT);
  }

  /** @param row of events, counted from 0 */
  read(row: number): StoredEvent {
    const visit = this.#number('events', 'visit', row) - 1;
    const owner = visit < 0 ? { ordinal: 0, visitor: 0 } : this.#ownerOf(visit);
    const role = visit < 0 ? 'none' : this.#roleOf(row, visit, owner);
    const amount = this.#known('amount', row);
    return {
      at: this.#number('events', 'at', row),
      name: this.#text('name', 'events', 'name', row),
      host: this.#text('host', 'events', 'host', row),
      path: this.#text('page', 'events', 'page', row),
      consent: CONSENT_STATES[this.#number('events', 'consent', row)] ?? 'unset',
      visitor: owner.visitor === 0 ? null : this.#names.nameOf(owner.visitor),
      visit: role,
      dimensions: visit < 0 ? null : this.#dimensionsOf(visit),
      leftByLink: role === 'first' && this.#number('visits', 'left_by_link', visit) === 1,
      engagedMs: this.#known('engaged_ms', row),
      scrollDepth: this.#known('scroll_depth', row),
      revenue: amount === null ? null : { amount, currency: this.#text('currency', 'events', 'currency', row) },
      props: this.#propsOf(row),
    };
  }

  #roleOf(row: number, visit: number, { ordinal }: Owner): ToldVisit {
    if (row !== this.#beginningOf(visit)) return 'goes_on';
    const first = ordinal === 0 ? visit : (this.#firstVisitOf(ordinal) ?? visit);
    return first === visit ? 'first' : 'further';
  }

  /** Engagement begins no visit; messages can overtake one another, so the earliest other event does. */
  #beginningOf(visit: number): number {
    const known = this.#beginnings.get(visit);
    if (known !== undefined) return known;
    const starts = this.#day.eventStarts();
    let [beginning, earliest] = [-1, Number.POSITIVE_INFINITY];
    for (let row = starts[visit] ?? 0; row < (starts[visit + 1] ?? 0); row++) {
      const at = this.#number('events', 'at', row);
      if (at >= earliest || this.#number('events', 'name', row) === this.#engagement) continue;
      [beginning, earliest] = [row, at];
    }
    this.#beginnings.set(visit, beginning);
    return beginning;
  }

  /** Only of people with several visits. */
  #firstVisitOf(ordinal: number): number | undefined {
    this.#firstVisits ??= this.#findFirstVisits();
    return this.#firstVisits.get(this.#personOf(ordinal));
  }

  /** A visitor can have two rows of one day. */
  #personOf(ordinal: number): number {
    return this.#day.people().firstOf.get(ordinal) ?? ordinal;
  }

  #findFirstVisits(): Map<number, number> {
    const { hasSeveral } = this.#day.people();
    const first = new Map<number, number>();
    for (let visit = 0; visit < this.#day.rows.visits; visit++) {
      const ordinal = this.#number('visits', 'ordinal', visit);
      if (ordinal === 0 || hasSeveral[ordinal] !== 1) continue;
      const person = this.#personOf(ordinal);
      const known = first.get(person);
      if (known === undefined || this.#startOf(visit) < this.#startOf(known)) first.set(person, visit);
    }
    return first;
  }

  #startOf(visit: number): number {
    return this.#number('visits', 'started_at', visit);
  }

  #ownerOf(visit: number): Owner {
    const ordinal = this.#number('visits', 'ordinal', visit);
    const visitor = ordinal === 0 ? 0 : this.#number('people', 'visitor', ordinal - 1);
    return { ordinal, visitor: visitor === UNATTRIBUTED ? 0 : visitor };
  }

  #dimensionsOf(visit: number): VisitDimensions {
    const pairs = VISIT_DIMENSIONS.map((name) => [name, this.#text(name, 'visits', name, visit)] as const);
    return Object.fromEntries(pairs) as unknown as VisitDimensions;
  }

  /** They stand in the order of their events, whose numbers are rows counted from 1. */
  #propsOf(row: number): Record<string, string> {
    const length = this.#day.rows.properties;
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#number('properties', 'event', middle) > row) high = middle;
      else low = middle + 1;
    }
    const pairs: [string, string][] = [];
    for (let place = low; place < length && this.#number('properties', 'event', place) === row + 1; place++) {
      const key = this.#text('prop_key', 'properties', 'key', place);
      pairs.push([key, this.#text('prop_value', 'properties', 'value', place)]);
    }
    return Object.fromEntries(pairs);
  }

  #text(kind: string, part: PartName, column: string, row: number): string {
    return this.#names.texts(kind)[this.#number(part, column, row)] ?? '';
  }

  #known(column: string, row: number): number | null {
    const value = this.#number('events', column, row);
    return Number.isNaN(value) ? null : value;
  }

  #number(part: PartName, column: string, row: number): number {
    return valueAt(this.#day.column(part, column), row);
  }
}
