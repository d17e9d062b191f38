/** The period that an answer is compared with, and what may be said of the difference. */

import { dayOfYearBefore, timeOfYearBefore } from '../lib/calendar.ts';
import { windowOf } from './date-range.ts';
import type { Comparison } from './parse-comparison.ts';
import type { Window } from './plan.ts';
import type { GroupSums } from './ports.ts';

/** The window to compare with. `now` is UTC ms. */
export function comparedWindow(comparison: Comparison, window: Window, timeZone: string, now: number): Window {
  switch (comparison.mode) {
    case 'custom':
      return windowOf(comparison.dateRange, timeZone, now, null);
    case 'year_over_year': {
      if (window.isWholeDays) {
        const range = { from: dayOfYearBefore(window.firstDay), to: dayOfYearBefore(window.lastDay) };
        return windowOf(range, timeZone, now, null);
      }
      const startsAt = timeOfYearBefore(window.startsAt, timeZone);
      // As long as the other one, whatever daylight saving did in between.
      return windowOf({ startsAt, endsAt: startsAt + window.endsAt - window.startsAt }, timeZone, now, null);
    }
    case 'previous_period': {
      if (!window.isWholeDays) {
        const length = window.endsAt - window.startsAt;
        return windowOf({ startsAt: window.startsAt - length, endsAt: window.startsAt }, timeZone, now, null);
      }
      const days = window.lastDay - window.firstDay + 1;
      return windowOf({ from: window.firstDay - days, to: window.firstDay - 1 }, timeZone, now, null);
    }
  }
}

/** Percentage of change in whole percents; from nothing to something there is none. */
export function changeOf(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null;
  if (before === 0) return after === 0 ? 0 : null;
  return Math.round(((after - before) / before) * 100);
}

/** Ends of a 95 % interval, in percent and with their signs. */
export interface ChangeInterval {
  low: number;
  high: number;
}

const Z_95 = 1.96;
type Counted = Pick<GroupSums, 'visitors' | 'low' | 'high'>;

/**
 * Whether two numbers of visitors differ by more than their uncertainty (95 %). Intervals are treated as independent; the same
 * consent bias in both periods would only make the true uncertainty of the difference smaller.
 * @returns null when one of them is not known and the bounds overlap: it cannot be told
 */
export function visitorsDiffer(before: Counted, after: Counted): boolean | null {
  if (before.low > after.high || after.low > before.high) return true;
  if (before.visitors === null || after.visitors === null) return null;
  const difference = Math.abs(logOf(after.visitors) - logOf(before.visitors));
  return difference > Z_95 * Math.hypot(logError(before), logError(after));
}

/**
 * Between which ends the change of visitors lies, by the reckoning of `visitorsDiffer`: without nothing inside exactly where that says so.
 * @returns null where both numbers are exact, where one is not known or was nothing before, and where the verdict does not rest on it:
 * numbers whose intervals do not touch differ for certain, however far the wider sides reach
 */
export function changeInterval(before: Counted, after: Counted): ChangeInterval | null {
  if (!before.visitors || after.visitors === null || (isExact(before) && isExact(after))) return null;
  const change = logOf(after.visitors) - logOf(before.visitors);
  const reach = Z_95 * Math.hypot(logError(before), logError(after));
  const isApart = before.low > after.high || after.low > before.high;
  if (isApart && reach >= Math.abs(change)) return null;
  return { low: percentOf(change - reach), high: percentOf(change + reach) };
}

function isExact({ low, high }: Counted): boolean {
  return low === high;
}

function logOf(visitors: number): number {
  return Math.log(Math.max(1, visitors));
}

function percentOf(log: number): number {
  return Math.round((Math.exp(log) - 1) * 100);
}

/** Standard error on the log scale, from the wider side of the interval. */
function logError({ visitors, low, high }: Counted): number {
  const middle = Math.max(1, visitors ?? 1);
  return Math.max(Math.log(Math.max(1, high) / middle), Math.log(middle / Math.max(1, low))) / Z_95;
}
