/** The oldest moment, and the oldest day, that a site's setting `--retention` keeps. */
import { Temporal } from 'temporal-polyfill';
import { dayAt } from '../lib/calendar.ts';

/** @returns UTC ms; -Infinity when events are kept for good */
export function earliestKept(retentionMonths: number | null, timeZone: string, now: number): number {
  if (retentionMonths === null) return Number.NEGATIVE_INFINITY;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay();
  return today.subtract({ months: retentionMonths }).epochMilliseconds;
}

/** @returns days since 1970-01-01; -Infinity when days are kept for good */
export function firstDayKept(retentionMonths: number | null, timeZone: string, now: number): number {
  const earliest = earliestKept(retentionMonths, timeZone, now);
  return retentionMonths === null ? earliest : dayAt(earliest, timeZone).day;
}
