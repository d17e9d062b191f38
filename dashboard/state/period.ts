/** Periods that a view can show: their days, and the buckets that a chart of them has. */

export const PERIOD_WORDS = [
  'day',
  'yesterday',
  '7d',
  '28d',
  '30d',
  '91d',
  'month',
  'last_month',
  '12mo',
  'year',
  'all',
] as const;
export type PeriodWord = (typeof PERIOD_WORDS)[number];
export type Period = { word: PeriodWord } | { from: string; to: string };

export interface Days {
  first: string;
  last: string;
}

/**
 * Whole weeks, so that no weekday weighs more than another, and never empty in the morning as today is. Today is the last of its
 * days: a site that began this morning has its figures here too.
 */
export const DEFAULT_PERIOD: Period = { word: '28d' };

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SPANS: Readonly<Record<string, number>> = { day: 1, '7d': 7, '28d': 28, '30d': 30, '91d': 91 };
/** Words of the address that the query API lacks. */
const OURS: readonly PeriodWord[] = ['yesterday', 'last_month'];
/** More days than this make bars too thin to read. */
const MOST_DAY_BUCKETS = 92;

export const BUCKETS = ['hour', 'day', 'week', 'month'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The range in the words of the query API, which has no word for some of ours. @param today where the site is */
export function toDateRange(period: Period, today: string): string | readonly [from: string, to: string] {
  if ('from' in period) return [period.from, period.to];
  const days = OURS.includes(period.word) ? daysOf(period, today) : null;
  return days === null ? period.word : [days.first, days.last];
}

/** The days of a period; null for `all`, whose beginning only the server knows. */
export function daysOf(period: Period, today: string): Days | null {
  if ('from' in period) return { first: period.from, last: period.to };
  const span = SPANS[period.word];
  if (span !== undefined) return { first: addDays(today, 1 - span), last: today };
  switch (period.word) {
    case 'yesterday':
      return { first: addDays(today, -1), last: addDays(today, -1) };
    case 'month':
      return { first: addMonths(today, 0), last: today };
    case 'last_month':
      return { first: addMonths(today, -1), last: addDays(addMonths(today, 0), -1) };
    case '12mo':
      return { first: addMonths(today, -11), last: today };
    case 'year':
      return { first: `${today.slice(0, 4)}-01-01`, last: today };
    default:
      return null;
  }
}

export function countDays({ first, last }: Days): number {
  return (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
}

export function bucketFor(days: Days): Bucket {
  const count = countDays(days);
  if (count <= 1) return 'hour';
  return count <= MOST_DAY_BUCKETS ? 'day' : 'month';
}

/** Whether a text is a date that exists. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Today's date where the site is. */
export function todayIn(timeZone: string, now: Date): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the month that is `months` away. */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
