/** A question's way through: parse, plan, scan, order, cut, and present in the shape of the Stats API v2. */

import { AppError } from '../domain/errors.ts';
import type { Site } from '../domain/site.ts';
import { clockTime } from '../lib/calendar.ts';
import { changeOf, comparedWindow, visitorsDiffer } from './compare-periods.ts';
import { bucketsOf, unitFor, windowOf } from './date-range.ts';
import { type Dimension, isTimeDimension, isValueDimension } from './dimensions.ts';
import { explainVisitors, type VisitorsMethod } from './explain-visitors.ts';
import { METRICS, type Metric } from './metrics.ts';
import { type OrderBy, parseQuery, type Query } from './parse-query.ts';
import type { Buckets, Plan, Window } from './plan.ts';
import type { ScannedGroup, StatsExecutor, WindowFacts } from './ports.ts';

export interface QueryAnswer {
  results: { dimensions: string[]; metrics: (number | null)[]; comparison?: ComparedRow }[];
  meta: {
    time_labels?: readonly string[];
    total_rows?: number;
    /** How `visitors` of the whole window came about, or why it is null; absent when nothing of visitors was asked. */
    visitors_method?: VisitorsMethod;
    comparison?: { date_range: string[]; visitors_method?: VisitorsMethod };
  };
  query: Record<string, unknown>;
}

/** The same row of the period that was compared with. */
export interface ComparedRow {
  dimensions: string[];
  metrics: (number | null)[];
  /** In percent; null where one of the two is not known, or was nothing before. */
  change: (number | null)[];
  /** Whether the difference of visitors is larger than its uncertainty; null when that cannot be told. */
  visitors_differ?: boolean | null;
}

export interface QueryContext {
  site: Site;
  executor: StatsExecutor;
  /** UTC ms. */
  now: number;
}

/** Most buckets of one answer: a year of hours. */
const MOST_BUCKETS = 9000;
const LONGEST_DAYS = 36_525;

/**
 * Answers one question about a site that the caller may see.
 * @throws AppError `invalid` with one detail per mistake
 */
export async function answerQuery(body: unknown, { site, executor, now }: QueryContext): Promise<QueryAnswer> {
  const query = parseQuery(body);
  const firstKnown =
    'word' in query.dateRange && query.dateRange.word === 'all' ? await executor.firstDay(site.id) : null;
  const window = windowOf(query.dateRange, site.timezone, now, firstKnown);
  checkLength(window);
  const buckets = planBuckets(query, window, site.timezone);
  const plan = planQuery(query, window, buckets, site);
  const scan = await executor.scan(plan);
  const { groups } = scan;
  const { limit, offset } = query.pagination;
  const shown = orderGroups(groups, query).slice(offset, offset + limit);
  const compared = await askOtherPeriod(query, plan, { site, executor, now });
  const explain = (facts: WindowFacts) => explainVisitors(site.anonymous, facts, query.filter !== null);
  return {
    results: shown.map((group) => ({
      dimensions: group.values,
      metrics: query.metrics.map((name) => METRICS[name].of(group.sums)),
      ...(compared && { comparison: compareRows(query, compared.groups, group) }),
    })),
    meta: {
      ...(query.include.timeLabels && buckets ? { time_labels: buckets.labels } : {}),
      ...(query.include.totalRows ? { total_rows: groups.length } : {}),
      ...(scan.window && { visitors_method: explain(scan.window) }),
      ...(compared && {
        comparison: {
          date_range: presentRange(compared.window, site.timezone),
          ...(compared.facts && { visitors_method: explain(compared.facts) }),
        },
      }),
    },
    query: presentQuery(body, query, window, site.timezone),
  };
}

/** Metrics that have to be worked out from both populations; the measured visitors and the sum of days follow from a scan alone. */
const COUNTED: readonly Metric[] = ['visitors', 'visitors_low', 'visitors_high'];

function planQuery(query: Query, window: Window, buckets: Buckets | null, site: Site): Plan {
  return {
    siteId: site.id,
    window,
    buckets,
    dimensions: query.dimensions.map((name) => (isValueDimension(name) ? name : 'time')),
    filter: query.filter,
    countsVisitors: COUNTED.some((name) => query.metrics.includes(name)),
    countsRefusals: site.onRefusal === 'pageviews' || site.anonymous === 'pageviews',
  };
}

/** The same question about the other period, by the values of its rows; null when none was asked for. */
async function askOtherPeriod(query: Query, plan: Plan, { site, executor, now }: QueryContext) {
  const { comparison } = query.include;
  if (comparison === null) return null;
  const window = comparedWindow(comparison, plan.window, site.timezone, now);
  checkLength(window);
  const scan = await executor.scan({ ...plan, window });
  const groups = new Map(scan.groups.map((group) => [group.values.join('\n'), group]));
  return { window, groups, facts: scan.window };
}

function compareRows(query: Query, groups: ReadonlyMap<string, ScannedGroup>, group: ScannedGroup): ComparedRow {
  const before = groups.get(group.values.join('\n')) ?? { ...EMPTY_GROUP, values: group.values };
  const asksVisitors = COUNTED.some((name) => query.metrics.includes(name));
  return {
    dimensions: before.values,
    metrics: query.metrics.map((name) => METRICS[name].of(before.sums)),
    change: query.metrics.map((name) => changeOf(METRICS[name].of(before.sums), METRICS[name].of(group.sums))),
    ...(asksVisitors && { visitors_differ: visitorsDiffer(before.sums, group.sums) }),
  };
}

function checkLength({ firstDay, lastDay }: Window): void {
  if (lastDay - firstDay > LONGEST_DAYS) throw tooLong('A range lasts a hundred years at most.');
}

function tooLong(message: string): AppError {
  return new AppError('invalid', 'The query could not be understood; see details.', [{ path: 'date_range', message }]);
}

function planBuckets(query: Query, window: Window, timeZone: string): Buckets | null {
  const time = query.dimensions.find(isTimeDimension);
  if (time === undefined) return null;
  const [, unit] = time.split(':') as [string, Buckets['unit'] | undefined];
  const days = window.lastDay - window.firstDay + 1;
  if (unit === 'day' && days > MOST_BUCKETS)
    throw tooLong(`Ask for months: at most ${MOST_BUCKETS} days in one answer.`);
  const isTooFine = unit === 'hour' && days > MOST_BUCKETS / 24;
  return bucketsOf(window, isTooFine ? 'day' : (unit ?? unitFor(window)), timeZone);
}

const EMPTY_GROUP: ScannedGroup = {
  values: [],
  sums: {
    ...{ visits: 0, bounces: 0, timedVisits: 0, durationMs: 0, pageviews: 0, events: 0 },
    ...{ measured: 0, visitors: 0, low: 0, high: 0, dailySum: 0 },
  },
};

/** Equal rows follow the alphabet of their values, so that an answer is the same each time. */
function orderGroups(groups: readonly ScannedGroup[], query: Query): ScannedGroup[] {
  const rules = query.orderBy.map(([by, direction]) => ({
    read: readerOf(by, query),
    sign: direction === 'asc' ? 1 : -1,
  }));
  return [...groups].sort((a, b) => {
    for (const { read, sign } of rules) {
      const order = compare(read(a), read(b));
      if (order !== 0) return order * sign;
    }
    return compare(a.values.join('\n'), b.values.join('\n'));
  });
}

function readerOf(by: OrderBy[0], query: Query): (group: ScannedGroup) => string | number {
  const index = query.dimensions.indexOf(by as Dimension);
  if (index >= 0) return ({ values }) => values[index] ?? '';
  const metric = METRICS[by as keyof typeof METRICS];
  // Rows whose figure is unknown are ordered by the middle of what it can be (of its logarithm, as the intervals are).
  return ({ sums }) => metric.of(sums) ?? (by === 'visitors' ? Math.sqrt(sums.low * sums.high) : -1);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The question as it was understood. */
function presentQuery(body: unknown, query: Query, window: Window, timeZone: string): Record<string, unknown> {
  const given = body as Record<string, unknown>;
  return {
    site_id: given.site_id,
    metrics: query.metrics,
    date_range: presentRange(window, timeZone),
    filters: given.filters ?? [],
    dimensions: query.dimensions,
    order_by: query.orderBy,
    include: {
      ...{ time_labels: query.include.timeLabels, total_rows: query.include.totalRows },
      ...(query.include.comparison && { comparisons: (given.include as Record<string, unknown>).comparisons }),
    },
    pagination: query.pagination,
  };
}

function presentRange({ startsAt, endsAt }: Window, timeZone: string): string[] {
  return [clockTime(startsAt, timeZone), clockTime(endsAt - 1000, timeZone)];
}
