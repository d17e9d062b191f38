/** Random questions about random traffic: every metric and dimension, any tree of filters, any range. */
import fc from 'fast-check';
import { DIMENSIONS, TIME_DIMENSIONS } from '../../../src/stats/dimensions.ts';
import { METRICS } from '../../../src/stats/metrics.ts';
import type { Condition } from './answer-slowly.ts';
import { type Span, spanOfDays, spanOfTimes } from './buckets-slowly.ts';
import { dateOfDay, dayNumber, dayOf } from './calendar-slowly.ts';

const HOUR = 3_600_000;

/** A range before anything is known of the traffic: fractions of the time that it covers. */
export type Range =
  | { kind: 'word'; word: string }
  | { kind: 'days'; from: number; to: number }
  | { kind: 'times'; from: number; to: number };

export interface Asked {
  metrics: string[];
  dimensions: string[];
  filters: Condition[];
  range: Range;
  /** By this metric or dimension, when it is part of the question. */
  order: [index: number, direction: 'asc' | 'desc'] | null;
  pagination: { limit: number; offset: number } | null;
}

const METRIC_NAMES = Object.keys(METRICS);
const VALUE_NAMES = Object.keys(DIMENSIONS);

/** Texts that the traffic holds, parts of them, and some that it does not. */
const VALUES = [
  ...[
    '/',
    '/docs/',
    '/docs/start',
    '/shop',
    'docs',
    'DOCS',
    'pageview',
    'signup',
    'example.org',
    'Google',
    'google.com',
  ],
  ...[
    'Organic Search',
    'Direct',
    'Direct / None',
    'Email',
    'letter',
    'email',
    'spring',
    'FR',
    'DE',
    'fr',
    'Firefox',
    'fox',
  ],
  ...['Safari', 'desktop', 'mobile', 'OS', 'granted', 'anonymous', '(not set)', 'not', 'nothing like it', ''],
];

const { condition } = fc.letrec<{ condition: Condition; plain: Condition; group: Condition; negation: Condition }>(
  (tie) => ({
    condition: fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: tie('plain') }, tie('group'), tie('negation')),
    plain: fc
      .record({
        operator: fc.constantFrom(
          'is' as const,
          'is' as const,
          'is_not' as const,
          'contains' as const,
          'contains_not' as const,
        ),
        name: fc.constantFrom(...VALUE_NAMES),
        values: fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }),
        sensitive: fc.option(fc.boolean()),
      })
      .map(
        ({ operator, name, values, sensitive }): Condition =>
          sensitive === null ? [operator, name, values] : [operator, name, values, { case_sensitive: sensitive }],
      ),
    group: fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]): Condition => [operator, parts]),
    negation: tie('condition').map((inner): Condition => ['not', inner]),
  }),
);

const share = fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000);

export const asked: fc.Arbitrary<Asked> = fc.record({
  metrics: fc.shuffledSubarray(METRIC_NAMES, { minLength: 1 }),
  dimensions: fc
    .record({
      time: fc.option(fc.constantFrom(...TIME_DIMENSIONS)),
      values: fc.shuffledSubarray(VALUE_NAMES, { minLength: 0, maxLength: 2 }),
    })
    .map(({ time, values }) => (time === null ? values : [time, ...values])),
  filters: fc.oneof(fc.constant<Condition[]>([]), fc.array(condition, { minLength: 1, maxLength: 2 })),
  range: fc.oneof<fc.Arbitrary<Range>[]>(
    fc
      .constantFrom('day', '24h', '7d', '28d', '30d', '91d', 'month', '6mo', '12mo', 'year', 'all')
      .map((word) => ({ kind: 'word', word })),
    fc.record({ kind: fc.constant('days' as const), from: share, to: share }),
    fc.record({ kind: fc.constant('times' as const), from: share, to: share }),
  ),
  order: fc.option(fc.tuple(fc.nat(10), fc.constantFrom('asc' as const, 'desc' as const))),
  pagination: fc.option(fc.record({ limit: fc.integer({ min: 1, max: 5 }), offset: fc.nat(4) }), { freq: 4 }),
});

/** What the traffic covers, and when the question is asked (UTC ms). */
export interface Covered {
  from: number;
  now: number;
  timeZone: string;
  firstKnown: number | null;
}

/** The range as it is asked, and the span that it stands for. */
export function rangeOf(
  range: Range,
  { from, now, timeZone, firstKnown }: Covered,
): { date_range: unknown; span: Span } {
  const today = dayOf(now, timeZone);
  const timeAt = (part: number) => Math.round(from + (now - from) * part);
  switch (range.kind) {
    case 'days': {
      const days = [range.from, range.to].map((part) => dayOf(timeAt(part), timeZone)).sort((a, b) => a - b);
      const [first = today, last = today] = days;
      return { date_range: [dateOfDay(first), dateOfDay(last)], span: spanOfDays(first, last, timeZone) };
    }
    case 'times': {
      const [first = from, last = now] = [range.from, range.to].map(timeAt).sort((a, b) => a - b);
      const texts = [first, last + 1].map((at) => new Date(at).toISOString());
      return { date_range: texts, span: spanOfTimes(first, last + 1, timeZone) };
    }
    case 'word':
      return { date_range: range.word, span: spanOfWord(range.word, today, now, timeZone, firstKnown) };
  }
}

function spanOfWord(word: string, today: number, now: number, timeZone: string, firstKnown: number | null): Span {
  const since = (first: number) => spanOfDays(first, today, timeZone);
  const [year = 0, month = 0] = dateOfDay(today).split('-').map(Number);
  const monthsAgo = (months: number) =>
    dayNumber(new Date(Date.UTC(year, month - 1 - months)).toISOString().slice(0, 10));
  if (word === 'all') return since(firstKnown ?? today);
  if (word === '24h') {
    const next = (Math.floor(now / HOUR) + 1) * HOUR;
    return spanOfTimes(next - 24 * HOUR, next, timeZone);
  }
  if (word === 'year') return since(dayNumber(`${year}-01-01`));
  if (word === 'month') return since(monthsAgo(0));
  if (word.endsWith('mo')) return since(monthsAgo(Number.parseInt(word, 10) - 1));
  return since(today - (word === 'day' ? 1 : Number.parseInt(word, 10)) + 1);
}
