/** A question's way through: parse, plan, scan, order, cut, and present in the shape of the Stats API v2. */
import { type Audience, type Disclosure, disclosureOf } from '../domain/disclosure.ts';
import type { Goal } from '../domain/goal.ts';
import type { Segment } from '../domain/segment.ts';
import type { Site } from '../domain/site.ts';
import { clockTime } from '../lib/calendar.ts';
import { type AnsweredPeriod, askPeriod, keyOf, type Row } from './ask-period.ts';
import { chooseRows, isFreeOfOthers } from './choose-rows.ts';
import { type ChangeInterval, changeInterval, changeOf, comparedWindow, visitorsDiffer } from './compare-periods.ts';
import { windowOf } from './date-range.ts';
import { isTimeDimension } from './dimensions.ts';
import {
  type DisclosureMeta,
  describeDisclosure,
  disclosureOfTable,
  leavesOut,
} from './disclosure/describe-disclosure.ts';
import { findNarrow } from './disclosure/find-narrow.ts';
import { protectMethod } from './disclosure/protect-method.ts';
import { planToProtect, protectRows, type ToldRow } from './disclosure/protect-rows.ts';
import { explainVisitors, type VisitorsMethod } from './explain-visitors.ts';
import { type Metric, type MetricValue, metricRule } from './metrics.ts';
import { orderRows } from './order-rows.ts';
import { changedMetric, parseQuery, type Query } from './parse-query.ts';
import type { Plan, Window } from './plan.ts';
import { checkLength, cutToShown, planQuery } from './plan-query.ts';
import type { StatsExecutor, WindowFacts } from './ports.ts';
import { type Restriction, restrictQuery } from './restrict-report.ts';
import { type MetricWarnings, warnOfMetrics } from './warn-of-metrics.ts';

export interface QueryAnswer {
  results: {
    dimensions: string[];
    metrics: MetricValue[];
    /** Metrics whose figure is null because it is hidden. */
    hidden?: readonly Metric[];
    comparison?: ComparedRow;
  }[];
  meta: {
    time_labels?: readonly string[];
    total_rows?: number;
    /** How `visitors` of the whole window came about, or why it is null; absent when nothing of visitors was asked. */
    visitors_method?: VisitorsMethod;
    comparison?: { date_range: string[]; visitors_method?: VisitorsMethod };
    metric_warnings?: MetricWarnings;
    /** How finely the figures are told; absent where they are told as they are. */
    disclosure?: DisclosureMeta;
    /** Whom the report is restricted to; absent where it is about everybody. */
    restriction?: Restriction;
  };
  query: Record<string, unknown>;
}

/** The same row of the period that was compared with. */
export interface ComparedRow {
  dimensions: string[];
  metrics: MetricValue[];
  hidden?: readonly Metric[];
  /** In percent; null where one of the two is not known, or was nothing before. */
  change: (number | null)[];
  /** Whether the difference of visitors is larger than its uncertainty; null when that cannot be told. */
  visitors_differ?: boolean | null;
  /** Of the change of visitors; null where there is none, and where figures are rounded. */
  visitors_change?: ChangeInterval | null;
}

export interface QueryContext {
  site: Site;
  /** Of the site, in the order of their names. */
  goals: readonly Goal[];
  /** Of the site, which filters may name; none when it is not said. */
  segments?: readonly Segment[];
  executor: StatsExecutor;
  /** UTC ms. */
  now: number;
  /** It is worked out, also when nothing has changed since it was answered before. */
  isAnew?: boolean;
  /** Who will read the answer; `staff` when it is not said. */
  audience?: Audience;
}

/**
 * Answers one question about a site that the caller may see.
 * @throws AppError `invalid` with one detail per mistake
 */
export async function answerQuery(body: unknown, context: QueryContext): Promise<QueryAnswer> {
  const { site, goals, now, isAnew = false } = context;
  const executor = isAnew ? askingAnew(context.executor) : context.executor;
  const { query, restriction } = restrictQuery(parseQuery(body, context.segments), site.profile);
  const disclosure = disclosureOfTable(disclosureFor(query, context), query.dimensions.length);
  const firstKnown =
    'word' in query.dateRange && query.dateRange.word === 'all' ? await executor.firstDay(site.id) : null;
  const window = windowOf(query.dateRange, site.timezone, now, firstKnown);
  checkLength(window);
  const plan = planQuery(query, window, site, goals);
  // Which rows are hidden depends on all of them.
  const whole = disclosure.smallest === null ? cutToShown(plan, query) : planToProtect(plan, disclosure);
  const chosen = await chooseRows(query, whole, { site, goals, executor, disclosure });
  const scanned = chosen === null ? whole : { ...whole, only: chosen.only };
  const { rows, total, facts, emptyRow } = await askPeriod(query, scanned, executor);
  const told = await protect(rows, query, scanned, disclosure, { ...context, executor });
  const { limit } = query.pagination;
  const offset = chosen === null ? query.pagination.offset : 0;
  const pageOf = (ordered: readonly ToldRow[]) => ordered.slice(offset, offset + limit);
  // The other period decides neither on the rows nor on their order.
  const page = isFreeOfOthers(query, disclosure) ? pageOf(orderRows(told, query, null)) : null;
  const compared = await askOtherPeriod(query, window, { ...context, executor }, disclosure, page);
  const gone = compared === null ? [] : findGone(query, told, compared.rows, disclosure);
  const all = [...told, ...gone.map(({ values, bucket }): ToldRow => ({ ...emptyRow(values, bucket), hidden: [] }))];
  const shown = page ?? pageOf(orderRows(all, query, compared?.rowFor ?? null));
  const explain = (known: WindowFacts, ofRows: readonly ToldRow[]) =>
    protectMethod(explainVisitors(site.anonymous, known, query.filter !== null), disclosure, hidesWhole(query, ofRows));
  const meta = describeDisclosure(disclosure, countHidden(shown), query.dimensions.length);
  const warnings = warnOfMetrics(query, shown);
  return {
    results: shown.map((row) => ({
      dimensions: row.values,
      metrics: row.figures,
      ...(row.hidden.length > 0 && { hidden: row.hidden }),
      ...(compared && { comparison: compareRows(query, compared.rowFor(row), row, disclosure) }),
    })),
    meta: {
      ...(query.include.timeLabels && plan.buckets ? { time_labels: plan.buckets.labels } : {}),
      ...(query.include.totalRows
        ? {
            total_rows: leavesOut(disclosure, query.dimensions.length)
              ? told.length
              : (chosen?.total ?? total) + gone.length,
          }
        : {}),
      ...(facts && plan.countsVisitors && { visitors_method: explain(facts, told) }),
      ...(compared && {
        comparison: {
          date_range: presentRange(compared.window, site.timezone),
          ...(compared.facts && plan.countsVisitors && { visitors_method: explain(compared.facts, compared.rows) }),
        },
      }),
      ...(warnings && { metric_warnings: warnings }),
      ...(meta && { disclosure: meta }),
      ...(restriction && { restriction }),
    },
    query: presentQuery(body, query, window, site.timezone),
  };
}

function askingAnew(executor: StatsExecutor): StatsExecutor {
  return { scan: (plan) => executor.scan(plan, true), firstDay: (siteId) => executor.firstDay(siteId) };
}

/** How finely the rows of a question may be told. A moment is no name: it stays, hidden, where names are left out. */
function disclosureFor({ dimensions }: Query, { site, audience = 'staff' }: QueryContext): Disclosure {
  const omitsHidden = audience === 'public' && dimensions.some((name) => !isTimeDimension(name));
  return { ...disclosureOf(site, audience), ...(omitsHidden && { omitsHidden }) };
}

/** The rows as finely as they may be told to those who will read them. */
async function protect(
  rows: readonly Row[],
  query: Query,
  plan: Plan,
  disclosure: Disclosure,
  { audience, executor }: QueryContext,
): Promise<ToldRow[]> {
  const { smallest } = disclosure;
  if (audience !== 'public' || smallest === null) return protectRows(rows, query, disclosure);
  return protectRows(rows, query, disclosure, await findNarrow(rows, plan, executor, smallest));
}

/**
 * The same question about the other period, by the values of its rows; null when none was asked for.
 * @param only rows that it is about; null: all
 */
async function askOtherPeriod(
  query: Query,
  window: Window,
  context: QueryContext,
  disclosure: Disclosure,
  only: readonly ToldRow[] | null,
) {
  const { site, goals, executor, now } = context;
  const { comparison } = query.include;
  if (comparison === null) return null;
  const other = comparedWindow(comparison, window, site.timezone, now);
  checkLength(other);
  const whole = planToProtect(planQuery(query, other, site, goals), disclosure);
  const plan = only === null ? whole : { ...whole, only: only.map(({ values }) => values) };
  const { rows, facts, emptyRow }: AnsweredPeriod = await askPeriod(query, plan, executor);
  const told = await protect(rows, query, plan, disclosure, context);
  const known = new Map(told.map((row) => [keyOf(row.values, row.bucket), row]));
  const rowFor = ({ values, bucket }: ToldRow): ToldRow => {
    const row = known.get(keyOf(values, bucket));
    if (row !== undefined) return row;
    const empty = emptyRow(values, bucket);
    // Whether it was left out or is not there stays unsaid.
    if (leavesOut(disclosure, query.dimensions.length))
      return { ...empty, figures: empty.figures.map(() => null), hidden: query.metrics };
    return { ...empty, hidden: [] };
  };
  return { window: other, facts, rows: told, rowFor };
}

/** What there was in the other period only: among changes it belongs to the largest, and no row of this period stands for it. */
function findGone(
  { orderBy, dimensions }: Query,
  told: readonly ToldRow[],
  before: readonly ToldRow[],
  disclosure: Disclosure,
): readonly ToldRow[] {
  // A name that is missing may have been left out: that it is gone must stay unsaid.
  if (!orderBy.some(([by]) => changedMetric(by) !== null) || leavesOut(disclosure, dimensions.length)) return [];
  const known = new Set(told.map(({ values, bucket }) => keyOf(values, bucket)));
  return before.filter(({ values, bucket }) => !known.has(keyOf(values, bucket)));
}

/** Whether the visitors of the whole period are hidden: then what they were counted from is so too. */
function hidesWhole({ dimensions }: Query, rows: readonly ToldRow[]): boolean {
  return dimensions.length === 0 && rows.some(({ hidden }) => hidden.length > 0);
}

function countHidden(rows: readonly ToldRow[]): number {
  return rows.reduce((sum, { hidden }) => sum + hidden.length, 0);
}

function compareRows({ metrics }: Query, before: ToldRow, after: ToldRow, { roundedTo }: Disclosure): ComparedRow {
  const asksVisitors = metrics.map(metricRule).some(({ countsVisitors, base }) => countsVisitors && base === undefined);
  const isToldBoth = before.hidden.length + after.hidden.length === 0;
  // Of rounded numbers it would be that of others.
  const hasInterval = isToldBoth && roundedTo === null;
  return {
    dimensions: before.values,
    metrics: before.figures,
    ...(before.hidden.length > 0 && { hidden: before.hidden }),
    change: after.figures.map((figure, index) => changeOfFigures(before.figures[index] ?? null, figure)),
    ...(asksVisitors && {
      visitors_differ: isToldBoth ? visitorsDiffer(before.sums, after.sums) : null,
      visitors_change: hasInterval ? changeInterval(before.sums, after.sums) : null,
    }),
  };
}

/** Amounts of two currencies cannot be compared. */
function changeOfFigures(before: MetricValue, after: MetricValue): number | null {
  if (typeof before === 'number' && typeof after === 'number') return changeOf(before, after);
  if (typeof before !== 'object' || typeof after !== 'object' || before?.currency !== after?.currency) return null;
  return changeOf(before?.value ?? null, after?.value ?? null);
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
