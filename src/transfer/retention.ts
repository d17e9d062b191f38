/** The oldest moment that a site's setting `--retention` keeps. */
import { Temporal } from 'temporal-polyfill';

/** @returns UTC ms; -Infinity when events are kept for good */
export function earliestKept(retentionMonths: number | null, timeZone: string, now: number): number {
  if (retentionMonths === null) return Number.NEGATIVE_INFINITY;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay();
  return today.subtract({ months: retentionMonths }).epochMilliseconds;
}
