/**
 * The few events that pass a condition on events, as a list: a page of ten thousand is found by one walk over one column, and all that
 * follows looks at its events only.
 */
import type { Column } from './column.ts';
import type { Numbers } from './column-encoding.ts';
import type { Day } from './day-columns.ts';
import type { Values } from './group-keys.ts';

/** Rows of events in order, and the visit of each, counted from 0 (-1: of none). Valid until the next day is searched. */
export interface EventHits {
  events: Uint32Array;
  visits: Int32Array;
  length: number;
}

/** Whether an event passes a further condition. */
export type EventTest = (event: number, visit: number) => boolean;

/** A list pays where no more than one event in so many is on it. */
const FEWEST_EVENTS_PER_HIT = 2;

/** Searches one day after the other, in the same room. */
export class HitFinder {
  #events = new Uint32Array(0);
  #visits = new Int32Array(0);

  /**
   * @param values of the day's events @param allowed by value @param tests further conditions
   * @returns null when there are too many for a list
   */
  find(day: Day, { values, from }: Values, allowed: Uint8Array, tests: readonly EventTest[]): EventHits | null {
    const most = this.#makeRoom(day);
    const events = this.#events;
    let length = 0;
    for (let event = 0; event < values.length; event++) {
      // Every event is written down and all but the hits overwritten: a condition here is guessed wrong too often.
      events[length] = event;
      length += allowed[(values[event] ?? 0) + from] ?? 0;
    }
    if (length > most) return null;
    findVisits(events, length, day.eventStarts(), this.#visits);
    return keepPassing({ events, visits: this.#visits, length }, tests);
  }

  /** The events of visits. @param passing by visit @param takesOthers also events of no visit */
  findOfVisits(day: Day, passing: Uint8Array, takesOthers: boolean, tests: readonly EventTest[]): EventHits | null {
    const most = this.#makeRoom(day);
    const [events, visits, starts] = [this.#events, this.#visits, day.eventStarts()];
    let length = takesOthers ? (starts[0] ?? 0) : 0;
    if (length > most) return null;
    for (let event = 0; event < length; event++) events[event] = event;
    visits.fill(-1, 0, length);
    for (let visit = 0; visit < passing.length; visit++) {
      if (passing[visit] === 0) continue;
      const [first, end] = [starts[visit] ?? 0, starts[visit + 1] ?? 0];
      if (length + end - first > most) return null;
      for (let event = first; event < end; event++) {
        events[length] = event;
        visits[length++] = visit;
      }
    }
    return keepPassing({ events, visits, length }, tests);
  }

  #makeRoom(day: Day): number {
    const { events } = day.rows;
    if (events >= this.#events.length) {
      this.#events = new Uint32Array(events * 2);
      this.#visits = new Int32Array(events * 2);
    }
    return Math.floor(events / FEWEST_EVENTS_PER_HIT);
  }
}

/** Values of visits or events, for each hit. */
export function valuesOfHits(
  { values, from }: Values,
  places: Uint32Array | Int32Array,
  length: number,
  ofNone: number,
): Values {
  const out = new Uint32Array(length);
  for (let index = 0; index < length; index++) {
    const place = places[index] ?? -1;
    out[index] = place < 0 ? ofNone : (values[place] ?? 0) + from;
  }
  return { values: out, from: 0 };
}

/** Where a row of events is in the list, -1 when it is not. */
export function placeOf({ events, length }: EventHits, event: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] ?? 0) < event) low = middle + 1;
    else high = middle;
  }
  return low < length && events[low] === event ? low : -1;
}

/** Hits without those of one value, such as engagement. */
export function withoutValue(hits: EventHits, column: Column, value: number): EventHits {
  const { values, from } = column;
  return keepPassing(hits, [(event) => (values[event] ?? 0) + from !== value]);
}

/** @param starts where the events of each visit begin, and where those of the last one end */
function findVisits(events: Uint32Array, length: number, starts: Numbers, out: Int32Array): void {
  let visit = -1;
  for (let index = 0; index < length; index++) {
    const event = events[index] ?? 0;
    while ((starts[visit + 1] ?? Number.POSITIVE_INFINITY) <= event && visit + 2 < starts.length) visit += 1;
    out[index] = visit;
  }
}

function keepPassing(hits: EventHits, tests: readonly EventTest[]): EventHits {
  if (tests.length === 0) return hits;
  const { events, visits, length } = hits;
  let kept = 0;
  for (let index = 0; index < length; index++) {
    const [event, visit] = [events[index] ?? 0, visits[index] ?? 0];
    if (!tests.every((passes) => passes(event, visit))) continue;
    events[kept] = event;
    visits[kept++] = visit;
  }
  return { events, visits, length: kept };
}
