/** Which days a report is about: the last week or month that is over in the site's time zone, and the one before. */
import { dateOf, dayAt, startOfDay } from '../lib/calendar.ts';
import type { ReportPeriod } from './ports.ts';

export interface Days {
  /** `YYYY-MM-DD`, both included. */
  first: string;
  last: string;
}

export interface ReportDays extends Days {
  before: Days;
  /** UTC ms: when the first day after them began. */
  endedAt: number;
}

const HOUR_MS = 3_600_000;
/** Mails come in the morning after: by then the night's events are in, and somebody reads them. */
export const SENT_AFTER_MS = 7 * HOUR_MS;

/** @param now UTC ms */
export function reportDays(period: ReportPeriod, timeZone: string, now: number): ReportDays {
  const today = dayAt(now - SENT_AFTER_MS, timeZone).day;
  const starts = [startOf(period, today)];
  while (starts.length < 3) starts.unshift(startOf(period, (starts[0] ?? 0) - 1));
  const [beforeStart = 0, start = 0, next = 0] = starts;
  const days = (from: number, to: number) => ({ first: dateOf(from), last: dateOf(to - 1) });
  return { ...days(start, next), before: days(beforeStart, start), endedAt: startOfDay(next, timeZone) };
}

/** The Monday, or the first of the month, on or before a day. */
function startOf(period: ReportPeriod, day: number): number {
  // 1970-01-01 was a Thursday.
  return period === 'week' ? day - ((day + 3) % 7) : day - Number(dateOf(day).slice(8)) + 1;
}
