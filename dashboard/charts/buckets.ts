/** The widths of buckets that suit a period, the days that buckets span, and the days that a period is held against. */
import type { Comparison } from '../state/comparison.ts';
import { BUCKETS, type Bucket, bucketFor, countDays, type Days } from '../state/period.ts';

const DAY_MS = 86_400_000;
/** Days of a period for which a width makes neither one bar nor bars too thin to read. */
const SPANS: Readonly<Record<Bucket, readonly [fewest: number, most: number]>> = {
  hour: [1, 3],
  day: [2, 186],
  week: [14, 1100],
  month: [45, Number.POSITIVE_INFINITY],
};

/** The finest first. */
export function bucketsFor(days: Days): Bucket[] {
  const count = countDays(days);
  return BUCKETS.filter((bucket) => count >= SPANS[bucket][0] && count <= SPANS[bucket][1]);
}

/** The chosen width where it suits the period, else the one that suits it best. */
export function chooseBucket(days: Days, chosen: Bucket | null): Bucket {
  return chosen !== null && bucketsFor(days).includes(chosen) ? chosen : bucketFor(days);
}

/**
 * The days from one bucket to another, both included, whichever comes first.
 * @param labels of all buckets: the first days of each  @param last day of the period
 */
export function daysOfBuckets(labels: readonly string[], from: number, to: number, last: string): Days {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  const next = labels[end + 1];
  return { first: (labels[start] ?? last).slice(0, 10), last: next === undefined ? last : shift(next, -1) };
}

/** The days to compare with, as the server chooses them; null for none. */
export function comparedDays(comparison: Comparison, days: Days): Days | null {
  switch (comparison.mode) {
    case 'none':
      return null;
    case 'custom':
      return { first: comparison.from, last: comparison.to };
    case 'year_over_year':
      return { first: yearBefore(days.first), last: yearBefore(days.last) };
    case 'previous_period': {
      const count = countDays(days);
      return { first: shift(days.first, -count), last: shift(days.first, -1) };
    }
  }
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(date.slice(0, 10)) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same date; the 29th of February has the 28th for one. */
function yearBefore(date: string): string {
  const before = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4, 10)}`;
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before;
}
