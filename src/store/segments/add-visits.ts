/** Adds what visits were like to the rows of an answer: bounces, and how long they lasted. */
import type { Day } from './day-columns.ts';
import type { Tally } from './tally.ts';

/** Visits of one day with the row of each; `visits` null: all of the day. */
export interface RowsOfVisits {
  rows: Uint32Array;
  visits: Uint32Array | null;
  length: number;
}

/** @param mask entries that count; null: all */
export function addBounces(
  day: Day,
  { rows, visits, length }: RowsOfVisits,
  mask: Uint8Array | null,
  tally: Tally,
): void {
  const [ordinal, pageviews] = [day.column('visits', 'ordinal'), day.column('visits', 'pageviews')];
  const [interactions, left] = [day.column('visits', 'interactions'), day.column('visits', 'left_by_link')];
  const sum = tally.of('bounces');
  for (let index = 0; index < length; index++) {
    if (mask !== null && mask[index] === 0) continue;
    const visit = visits === null ? index : (visits[index] ?? 0);
    if ((interactions.values[visit] ?? 0) + interactions.from > 0) continue;
    const isUnseen = (ordinal.values[visit] ?? 0) + ordinal.from === 0;
    const isOver = isUnseen
      ? (left.values[visit] ?? 0) + left.from === 0
      : (pageviews.values[visit] ?? 0) + pageviews.from <= 1;
    const row = rows[index] ?? 0;
    if (isOver) sum[row] = (sum[row] ?? 0) + 1;
  }
}

/** @param mask entries that count; null: all */
export function addDurations(
  day: Day,
  { rows, visits, length }: RowsOfVisits,
  mask: Uint8Array | null,
  tally: Tally,
): void {
  const ordinal = day.column('visits', 'ordinal');
  const { values: durations, from: shortest } = day.durations();
  const [timed, duration] = [tally.of('timedVisits'), tally.of('durationMs')];
  for (let index = 0; index < length; index++) {
    if (mask !== null && mask[index] === 0) continue;
    const visit = visits === null ? index : (visits[index] ?? 0);
    if ((ordinal.values[visit] ?? 0) + ordinal.from === 0) continue;
    const row = rows[index] ?? 0;
    timed[row] = (timed[row] ?? 0) + 1;
    duration[row] = (duration[row] ?? 0) + (durations[visit] ?? 0) + shortest;
  }
}
