/** When a day has ended for good: its last visit is over, and what comes later is late. */
import { startOfDay } from '../../lib/calendar.ts';

/** A visit that begins before midnight lasts 12 hours at most; the rest is for clocks and queues (ms). */
const LAST_VISIT_MS = 13 * 3_600_000;

/** @param timeZone the one in which the day was counted; `now` is UTC ms */
export function hasEnded(day: number, timeZone: string, now: number): boolean {
  return now >= startOfDay(day + 1, timeZone) + LAST_VISIT_MS;
}
