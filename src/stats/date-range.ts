/** Turns the words of a date range into a window of the site's days, and a window into buckets; right across daylight saving. */
import { dateOf, dayAt, dayOfDate, startOfDay } from '../lib/calendar.ts';
import type { Buckets, Window } from './plan.ts';

/** `DAYS` and `MONTHS` count today and this month. */
const DAYS: Readonly<Record<string, number>> = { day: 1, '7d': 7, '28d': 28, '30d': 30, '91d': 91 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, '6mo': 6, '12mo': 12 };
export const RANGE_WORDS = ['day', '24h', '7d', '28d', '30d', '91d', 'month', '6mo', '12mo', 'year', 'all'] as const;
export type RangeWord = (typeof RANGE_WORDS)[number];

export type DateRange = { word: RangeWord } | { from: number; to: number } | { startsAt: number; endsAt: number };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ONLY_DATE = /^\d{4}-\d{2}-\d{2}$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/;
/** 1000 to 9998: the day after is written with four digits of a year too. */
const YEAR = /^(?!9999)[1-9]/;

/** Reads `[from, to]`, both dates (days included) or both times with a zone (the end excluded). @returns null when it is neither */
export function readSpan(from: string, to: string): DateRange | null {
  if (!YEAR.test(from) || !YEAR.test(to)) return null;
  try {
    if (ONLY_DATE.test(from) && ONLY_DATE.test(to)) return { from: dayOfDate(from), to: dayOfDate(to) };
  } catch {
    return null; // 2026-02-30
  }
  if (!WITH_ZONE.test(from) || !WITH_ZONE.test(to)) return null;
  const [startsAt, endsAt] = [Date.parse(from), Date.parse(to)];
  return Number.isNaN(startsAt) || Number.isNaN(endsAt) ? null : { startsAt, endsAt };
}

/** The window of a range at `now` (UTC ms). `firstKnown` is the first day with data, for `all`. */
export function windowOf(range: DateRange, timeZone: string, now: number, firstKnown: number | null): Window {
  if ('startsAt' in range) return partOfDays(range.startsAt, range.endsAt, timeZone);
  if ('from' in range) return wholeDays(range.from, range.to, timeZone);
  const today = dayAt(now, timeZone).day;
  const days = DAYS[range.word];
  if (days !== undefined) return wholeDays(today - days + 1, today, timeZone);
  if (range.word === '24h') {
    const nextHour = Math.floor(now / HOUR_MS) * HOUR_MS + HOUR_MS;
    return partOfDays(nextHour - 24 * HOUR_MS, nextHour, timeZone);
  }
  if (range.word === 'all') return wholeDays(Math.min(firstKnown ?? today, today), today, timeZone);
  const [year, month] = partsOf(today);
  if (range.word === 'year') return wholeDays(monthStart(year, 1), today, timeZone);
  const first = monthStart(year, month - (MONTHS[range.word] ?? 1) + 1);
  return wholeDays(first, today, timeZone);
}

/** The unit that `time` alone stands for: about as many buckets as a chart can show. */
export function unitFor(window: Window): Buckets['unit'] {
  const days = window.lastDay - window.firstDay + 1;
  if (days <= 1 || !window.isWholeDays) return 'hour';
  return days <= 92 ? 'day' : 'month';
}

/** Cuts a window into buckets. Hours follow the clock of the zone: a day can have 23, 24 or 25 of them. */
export function bucketsOf(window: Window, unit: Buckets['unit'], timeZone: string): Buckets {
  return unit === 'hour' ? hourBuckets(window, timeZone) : dayBuckets(window, unit, timeZone);
}

function hourBuckets({ firstDay, startsAt, endsAt }: Window, timeZone: string): Buckets {
  const starts: number[] = [];
  const firstDays: number[] = [];
  const labels: string[] = [];
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  let day = dayAt(startsAt, timeZone);
  for (let at = startsAt; at < endsAt; ) {
    if (at >= day.endsAt) day = dayAt(at, timeZone);
    starts.push(at);
    firstDays.push(Math.max(day.day, firstDay));
    labels.push(`${dateOf(day.day)} ${clock.format(at)}`);
    const sinceMidnight = at - day.startsAt;
    at = Math.min(day.startsAt + (Math.floor(sinceMidnight / HOUR_MS) + 1) * HOUR_MS, day.endsAt);
  }
  return { unit: 'hour', starts, firstDays, labels };
}

function dayBuckets(
  { firstDay, lastDay, startsAt }: Window,
  unit: 'day' | 'week' | 'month',
  timeZone: string,
): Buckets {
  const firstDays: number[] = [];
  for (let day = firstDay; day <= lastDay; day = nextBucketAfter(day, unit)) firstDays.push(day);
  return {
    unit,
    starts: firstDays.map((day, index) => (index === 0 ? startsAt : startOfDay(day, timeZone))),
    firstDays,
    labels: firstDays.map(dateOf),
  };
}

function nextBucketAfter(day: number, unit: 'day' | 'week' | 'month'): number {
  if (unit === 'day') return day + 1;
  if (unit === 'week') return day + 7 - weekday(day);
  const [year, month] = partsOf(day);
  return monthStart(year, month + 1);
}

/** 0 for Monday: weeks begin on Monday (ISO 8601); 1970-01-01 was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function partsOf(day: number): [year: number, month: number] {
  const [year = 1970, month = 1] = dateOf(day).split('-').map(Number);
  return [year, month];
}

/** First day of a month; `month` may lie outside 1 to 12. */
function monthStart(year: number, month: number): number {
  return Date.UTC(year, month - 1) / DAY_MS;
}

function wholeDays(firstDay: number, lastDay: number, timeZone: string): Window {
  const span = { startsAt: startOfDay(firstDay, timeZone), endsAt: startOfDay(lastDay + 1, timeZone) };
  return { firstDay, lastDay, ...span, isWholeDays: true };
}

function partOfDays(startsAt: number, endsAt: number, timeZone: string): Window {
  const span = {
    firstDay: dayAt(startsAt, timeZone).day,
    lastDay: dayAt(Math.max(startsAt, endsAt - 1), timeZone).day,
  };
  return { ...span, startsAt, endsAt, isWholeDays: false };
}
