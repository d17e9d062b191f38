/** Questions to the statistics, and their answers with a name on every figure. */
import type { Dimension } from '../../src/stats/dimensions.ts';
import type { DisclosureMeta } from '../../src/stats/disclosure/describe-disclosure.ts';
import type { Metric } from '../../src/stats/metrics.ts';
import { type Comparison, toComparisons } from '../state/comparison.ts';
import { type Condition, toFilter } from '../state/conditions.ts';
import { BUCKETS, type Bucket, type Days } from '../state/period.ts';
import { asFields, asList, asNumberOrNull, asText, isFields } from './decode.ts';
import { decodeMethod, type Method } from './method.ts';
import { postJson } from './request.ts';

export interface Question {
  domain: string;
  dateRange: string | readonly [from: string, to: string];
  metrics: readonly [Metric, ...Metric[]];
  dimensions: readonly Dimension[];
  conditions: readonly Condition[];
  /** Most rows wanted; the total is told beside them. */
  limit?: number;
  /** Further filters, in the form of the API. */
  filters?: readonly ApiFilter[];
  /** What rows are ordered by; the first metric, downwards, when it is not said. */
  order?: Order;
  /** Rows to leave out before the first. */
  offset?: number;
  /** What each row is to be compared with. */
  comparison?: Comparison;
}

/** `[operator, dimension, values, options]`, or several joined by `or`: see docs/api.md. */
export type ApiFilter = readonly [operator: string, ...rest: unknown[]];
/** `change:` before a metric: by how much it differs from the period that is compared with. */
export type Order = readonly [by: Metric | Dimension | `change:${Metric}`, direction: 'asc' | 'desc'];

export interface Money {
  value: number;
  /** ISO 4217. */
  currency: string;
}

/** The figure, or null when it cannot be known. */
type Figure = (metric: Metric) => number | null;

export interface Row {
  values: readonly string[];
  figure: Figure;
  /** The figure where it is an amount of money. */
  money(metric: Metric): Money | null;
  /** Whether the figure is missing because it is about too few people. */
  isHidden(metric: Metric): boolean;
  /** The same row in the period before; null when it was not asked for. */
  before: Before | null;
}

export interface Before {
  figure: Figure;
  /** By how many percent the figure has changed since; null when that makes no sense. */
  change: Figure;
  /** Whether the difference of visitors is larger than its uncertainty; null when that cannot be told. */
  visitorsDiffer: boolean | null;
  /** Ends of the 95 % interval of their change, in percent; null where there is none. */
  visitorsChange: ChangeInterval | null;
}

export interface ChangeInterval {
  low: number;
  high: number;
}

export interface Answer {
  rows: readonly Row[];
  timeLabels: readonly string[];
  totalRows: number;
  method: Method | null;
  /** How finely figures are told; null where they are told as they are. */
  disclosure: Pick<DisclosureMeta, 'rounded_to' | 'smallest'> | null;
  /** The answer is about visitors with consent only. */
  isRestricted: boolean;
  /** First and last day of the answered window. */
  days: Days | null;
  /** The window that it was compared with. */
  before: { days: Days | null; method: Method | null } | null;
}

/** @throws ApiError */
export async function ask(question: Question, signal: AbortSignal): Promise<Answer> {
  return decodeAnswer(question, await postJson('/app/api/v2/query', toBody(question), signal));
}

export function toBody({
  domain,
  dateRange,
  metrics,
  dimensions,
  conditions,
  filters = [],
  order,
  limit,
  offset = 0,
  comparison,
}: Question): object {
  const comparisons = comparison === undefined ? null : toComparisons(comparison);
  const hasTime = dimensions.some((name) => name.startsWith('time'));
  return {
    site_id: domain,
    metrics,
    date_range: dateRange,
    dimensions,
    filters: [...conditions.map(toFilter), ...filters],
    ...(dimensions.length > 0 && { order_by: [hasTime ? [dimensions[0], 'asc'] : (order ?? [metrics[0], 'desc'])] }),
    include: {
      total_rows: limit !== undefined,
      time_labels: hasTime,
      ...(comparisons !== null && { comparisons }),
    },
    ...(limit !== undefined && { pagination: { limit, offset } }),
  };
}

/** The bucket of time that a question has asked for. */
export function bucketOf({ dimensions }: Pick<Question, 'dimensions'>): Bucket {
  const [time = ''] = dimensions;
  return BUCKETS.find((bucket) => time === `time:${bucket}`) ?? 'day';
}

export function decodeAnswer({ metrics }: Pick<Question, 'metrics'>, value: unknown): Answer {
  const { results, meta: givenMeta, query } = asFields(value);
  const meta = asFields(givenMeta);
  const rows = asList(results).map((row) => decodeRow(metrics, row));
  return {
    rows,
    timeLabels: asList(meta.time_labels).map((label) => asText(label)),
    totalRows: asNumberOrNull(meta.total_rows) ?? rows.length,
    method: readMethod(meta),
    disclosure: isFields(meta.disclosure)
      ? {
          rounded_to: asNumberOrNull(meta.disclosure.rounded_to),
          smallest: asNumberOrNull(meta.disclosure.smallest),
        }
      : null,
    isRestricted: isFields(meta.restriction),
    days: decodeDays(asFields(query).date_range),
    before: isFields(meta.comparison)
      ? { days: decodeDays(meta.comparison.date_range), method: readMethod(meta.comparison) }
      : null,
  };
}

function decodeRow(metrics: readonly Metric[], value: unknown): Row {
  const { dimensions, metrics: figures, hidden, comparison } = asFields(value);
  const names = asList(hidden);
  return {
    values: asList(dimensions).map((each) => asText(each)),
    figure: readFigures(metrics, figures),
    money: (metric) => readMoney(asList(figures)[metrics.indexOf(metric)]),
    isHidden: (metric) => names.includes(metric),
    before: isFields(comparison)
      ? {
          figure: readFigures(metrics, comparison.metrics),
          change: readFigures(metrics, comparison.change),
          visitorsDiffer: typeof comparison.visitors_differ === 'boolean' ? comparison.visitors_differ : null,
          visitorsChange: readInterval(comparison.visitors_change),
        }
      : null,
  };
}

function readInterval(value: unknown): ChangeInterval | null {
  if (!isFields(value)) return null;
  const [low, high] = [asNumberOrNull(value.low), asNumberOrNull(value.high)];
  return low === null || high === null ? null : { low, high };
}

function readFigures(metrics: readonly Metric[], value: unknown): Figure {
  const figures = asList(value).map(asNumberOrNull);
  return (metric) => figures[metrics.indexOf(metric)] ?? null;
}

function readMoney(value: unknown): Money | null {
  const { value: amount, currency } = asFields(value);
  const known = asNumberOrNull(amount);
  return known === null ? null : { value: known, currency: asText(currency) };
}

function readMethod({ visitors_method: method }: Readonly<Record<string, unknown>>): Method | null {
  return isFields(method) ? decodeMethod(method) : null;
}

function decodeDays(range: unknown): Days | null {
  const [first, last] = asList(range).map((time) => asText(time).slice(0, 10));
  return first && last ? { first, last } : null;
}
