/** Random questions about random traffic: every metric and dimension, any tree of filters, any goals, any range. */
import fc from 'fast-check';
import { DIMENSIONS, TIME_DIMENSIONS } from '../../../src/stats/dimensions.ts';
import { METRICS } from '../../../src/stats/metrics.ts';
import { type Span, spanOfDays, spanOfTimes } from './buckets-slowly.ts';
import { dateOfDay, dayNumber, dayOf } from './calendar-slowly.ts';
import { type Condition, conditionsIn, PLAIN_OPERATORS } from './conditions-slowly.ts';
import type { SlowGoal } from './values-slowly.ts';

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
  /** Of the site, in the order of their names. */
  goals: SlowGoal[];
  range: Range;
  /** By this metric or dimension, when it is part of the question. */
  order: [index: number, direction: 'asc' | 'desc'] | null;
  pagination: { limit: number; offset: number } | null;
}

export const METRIC_NAMES = Object.keys(METRICS);
export const VALUE_NAMES = [...Object.keys(DIMENSIONS), 'event:props:plan', 'event:props:never told'];
export const OPERATORS = [...PLAIN_OPERATORS, 'and', 'or', 'not', 'has_done', 'has_not_done'] as const;

export const GOALS: SlowGoal[] = [
  { name: 'Any page', kind: 'page', path: '/**' },
  { name: 'Docs', kind: 'page', path: '/docs/*' },
  { name: 'Docs, half', kind: 'scroll', path: '/docs/**', depth: 50 },
  { name: 'Nothing', kind: 'event', event: 'nothing' },
  { name: 'Page, all', kind: 'scroll', path: '/*', depth: 100 },
  { name: 'Search', kind: 'event', event: 'search' },
  { name: 'Sign up', kind: 'event', event: 'signup' },
  { name: 'Sign up, pro', kind: 'event', event: 'signup', props: { plan: 'pro' } },
];

/** Texts that the traffic holds, parts of them, and some that it does not. */
const VALUES = [
  ...['/', '/docs/', '/docs/start', '/shop', 'docs', 'DOCS', 'pageview', 'engagement', 'signup', 'example.org'],
  ...['Google', 'google.com', 'Organic Search', 'Direct', 'Direct / None', 'Email', 'letter', 'email', 'spring'],
  ...['FR', 'DE', 'fr', 'France', 'Bretagne', 'köln', 'Firefox', 'fox', 'Safari', 'desktop', 'mobile', 'OS', 'en'],
  ...['granted', 'anonymous', 'new', 'returning', '(not set)', 'not', 'pro', 'boots', 'hats', 'nothing like it', ''],
];
/** More likely ones, where the others would hardly ever meet. */
const VALUES_OF: Readonly<Record<string, string[]>> = {
  'event:goal': [...GOALS.map(({ name }) => name), 'Sign', 'docs', 'DOCS, HALF'],
  'event:name': ['pageview', 'signup', 'search', 'engagement', 'e'],
  'event:page': ['/', '/docs/', '/docs/start', '/shop', '/about', 'a'],
  'event:search': ['boots', 'Hats and gloves', 'o', '(not set)'],
  'event:props:plan': ['pro', 'free', 'r', '(not set)'],
  'visit:weekday': ['1', '3', '6', '7'],
  'visit:hour': ['00', '18', '23', '1', '2'],
};
/** The same in RE2 and here. */
const PATTERNS = [
  ...['^/docs/', 'o', '^[A-F]', 'pro|free', '.*', '^$', 's.t', '[0-9]', '\\d', '^.{3,8}$', 'DOCS', '^(?:new|Sign)'],
  ...['half$', 'all', '\\(not', '[^a-z /]', '^\\w+$', 'ö'],
];

export const { condition } = fc.letrec<Record<'condition' | 'plain' | 'group' | 'negation' | 'done', Condition>>(
  (tie) => ({
    condition: fc.oneof({ maxDepth: 3 }, { weight: 5, arbitrary: tie('plain') }, tie('group'), tie('negation'), {
      weight: 1,
      arbitrary: tie('done'),
    }),
    plain: fc
      .record({
        operator: fc.constantFrom('is' as const, ...PLAIN_OPERATORS),
        name: fc.constantFrom('event:goal', 'event:goal', 'event:goal', 'event:page', 'event:page', ...VALUE_NAMES),
        picks: fc.array(fc.nat(1000), { minLength: 1, maxLength: 3 }),
        sensitive: fc.option(fc.boolean()),
      })
      .map(({ operator, name, picks, sensitive }): Condition => {
        const likely = VALUES_OF[name] ?? VALUES;
        const pool = operator.startsWith('matches') ? PATTERNS : [...likely, ...VALUES];
        const values = picks.map((pick) => pool[pick % pool.length] ?? '');
        return sensitive === null ? [operator, name, values] : [operator, name, values, { case_sensitive: sensitive }];
      }),
    group: fc
      .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([operator, parts]): Condition => [operator, parts]),
    negation: tie('condition').map((inner): Condition => ['not', inner]),
    done: fc
      .tuple(fc.constantFrom('has_done' as const, 'has_not_done' as const), tie('condition'))
      .map(([operator, inner]): Condition => [operator, withoutDone(inner)]),
  }),
);

/** What visits have done cannot be asked inside what they have done. */
function withoutDone(condition: Condition): Condition {
  switch (condition[0]) {
    case 'and':
    case 'or':
      return [condition[0], condition[1].map(withoutDone)];
    case 'not':
      return ['not', withoutDone(condition[1])];
    case 'has_done':
    case 'has_not_done':
      return withoutDone(condition[1]);
    default:
      return condition;
  }
}

/** Whether a metric is told of what the question is about. */
function isTold(metric: string, dimensions: string[], filters: Condition[]): boolean {
  const filtered = filters.flatMap(conditionsIn).map(([, name]) => name);
  const isAbout = (name: string) => dimensions.includes(name) || filtered.includes(name);
  switch (metric) {
    case 'scroll_depth':
    case 'time_on_page':
      return isAbout('event:page');
    case 'conversion_rate':
      return isAbout('event:goal');
    case 'group_conversion_rate':
      return filtered.includes('event:goal') && dimensions.some((name) => name !== 'event:goal');
    default:
      return true;
  }
}

const share = fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000);

const dimensions = fc
  .record({
    time: fc.option(fc.constantFrom(...TIME_DIMENSIONS)),
    values: fc.oneof(
      { weight: 3, arbitrary: fc.shuffledSubarray(VALUE_NAMES, { minLength: 0, maxLength: 2 }) },
      { weight: 1, arbitrary: fc.constantFrom<string[]>(['event:page'], ['event:goal'], ['event:goal', 'event:page']) },
    ),
  })
  .map(({ time, values }) => (time === null ? values : [time, ...values]));

export const asked: fc.Arbitrary<Asked> = fc
  .record({
    metrics: fc.shuffledSubarray(METRIC_NAMES, { minLength: 1 }),
    dimensions,
    filters: fc.oneof(fc.constant<Condition[]>([]), {
      weight: 2,
      arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }),
    }),
    goals: fc.oneof({ weight: 4, arbitrary: fc.subarray(GOALS, { minLength: 4 }) }, fc.subarray(GOALS)),
    range: fc.oneof<fc.Arbitrary<Range>[]>(
      fc
        .constantFrom('day', '24h', '7d', '28d', '30d', '91d', 'month', '6mo', '12mo', 'year', 'all')
        .map((word) => ({ kind: 'word', word })),
      fc.record({ kind: fc.constant('days' as const), from: share, to: share }),
      fc.record({ kind: fc.constant('times' as const), from: share, to: share }),
    ),
    order: fc.option(fc.tuple(fc.nat(20), fc.constantFrom('asc' as const, 'desc' as const))),
    pagination: fc.option(fc.record({ limit: fc.integer({ min: 1, max: 5 }), offset: fc.nat(4) }), { freq: 4 }),
  })
  .map((each) => {
    const told = each.metrics.filter((metric) => isTold(metric, each.dimensions, each.filters));
    return { ...each, metrics: told.length === 0 ? ['visits'] : told };
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
