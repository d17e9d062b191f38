/**
 * Times of a day are most of its bytes, and nearly all of them lie shortly after another one: a visit ends after it began, its first
 * event is its beginning, each further one follows the one before. These distances take half the bytes of the times.
 */
import { type Column, columnOf, toDoubles } from './column.ts';

const DAY_MS = 86_400_000;

/** `last_at` of visits from `started_at`. */
export function distancesOfVisits(lastAt: Float64Array, startedAt: Float64Array): Float64Array {
  return lastAt.map((at, visit) => at - (startedAt[visit] ?? 0));
}

export function endsOfVisits(distances: Column, startedAt: Column): Column {
  const started = toDoubles(startedAt);
  return columnOf(toDoubles(distances).map((distance, visit) => distance + (started[visit] ?? 0)));
}

/** What the times of events are counted from. */
export interface Beginnings {
  day: number;
  /** Of each event, in the order of visits. */
  visit: Float64Array;
  /** Of visit i + 1. */
  startedAt: Float64Array;
}

/** `at` of events from the event before, the first of a visit from its beginning. */
export function distancesOfEvents(at: Float64Array, beginnings: Beginnings): Float64Array {
  return at.map((time, event) => time - previousTime(event, at, beginnings));
}

export function timesOfEvents(distances: Column, beginnings: Beginnings): Column {
  const at = toDoubles(distances);
  for (let event = 0; event < at.length; event++) at[event] = (at[event] ?? 0) + previousTime(event, at, beginnings);
  return columnOf(at);
}

function previousTime(event: number, at: Float64Array, { day, visit, startedAt }: Beginnings): number {
  const owner = visit[event] ?? 0;
  if (event > 0 && visit[event - 1] === owner) return at[event - 1] ?? 0;
  return owner === 0 ? day * DAY_MS : (startedAt[owner - 1] ?? 0);
}
