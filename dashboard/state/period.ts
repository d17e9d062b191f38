/** Periods that a view can show: their days, and the buckets that a chart of them has. */

export const PERIOD_WORDS = ['day', '7d', '28d', '30d', 'month', '12mo', 'all'] as const;
export type PeriodWord = (typeof PERIOD_WORDS)[number];
export type Period = { word: PeriodWord } | { from: string; to: string };

export interface Days {
  first: string;
  last: string;
}

/** The day is exact for every visitor, and it is where a first visit shows up. */
export const DEFAULT_PERIOD: Period = { word: 'day' };

const DAY_MS = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SPANS: Readonly<Record<string, number>> = { day: 1, '7d': 7, '28d': 28, '30d': 30 };
/** More days than this make bars too thin to read. */
const MOST_DAY_BUCKETS = 92;

export type Bucket = 'hour' | 'day' | 'month';

/** The range in the words of the query API. */
export function toDateRange(period: Period): string | readonly [from: string, to: string] {
  return 'word' in period ? period.word : [period.from, period.to];
}

/** The days of a period; null for `all`, whose beginning only the server knows. */
export function daysOf(period: Period, today: string): Days | null {
  if ('from' in period) return { first: period.from, last: period.to };
  const span = SPANS[period.word];
  if (span !== undefined) return { first: addDays(today, 1 - span), last: today };
  if (period.word === 'month') return { first: `${today.slice(0, 7)}-01`, last: today };
  if (period.word === '12mo') return { first: addMonths(today, -11), last: today };
  return null;
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

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** First day of the month that is `months` away. */
function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}
