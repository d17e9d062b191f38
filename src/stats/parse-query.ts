/** Reads a question in the shape of the Plausible Stats API v2; every mistake at once, each with its path. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import type { Segment } from '../domain/segment.ts';
import { siteName } from '../domain/site.ts';
import { checkMetrics } from './check-metrics.ts';
import { type DateRange, RANGE_WORDS, readSpan } from './date-range.ts';
import { DIMENSION_NAMES, type Dimension, isTimeDimension, isValueDimension, TIME_DIMENSIONS } from './dimensions.ts';
import { isMetric, METRICS, type Metric } from './metrics.ts';
import { type Comparison, parseComparison } from './parse-comparison.ts';
import { parseFilters } from './parse-filters.ts';
import type { Filter } from './plan.ts';

/** `change:visits`: by how much the metric differs from that of the period that is compared with, in its own unit. */
export type Change = `change:${Metric}`;
export type OrderBy = readonly [by: Metric | Dimension | Change, direction: 'asc' | 'desc'];

export interface Query {
  metrics: readonly Metric[];
  dateRange: DateRange;
  dimensions: readonly Dimension[];
  filter: Filter | null;
  orderBy: readonly OrderBy[];
  include: { timeLabels: boolean; totalRows: boolean; comparison: Comparison | null };
  pagination: { limit: number; offset: number };
}

export const MOST_ROWS = 10_000;
const MOST_DIMENSIONS = 4;
const CHANGE = 'change:';

/** The site that a question is about. @throws AppError `invalid` when it names none */
export function readSiteId(body: unknown): string {
  const site = isObject(body) ? body.site_id : undefined;
  if (typeof site === 'string' && site !== '') return siteName(site);
  throw invalid([{ path: 'site_id', message: 'Give the site’s domain, such as example.org.' }]);
}

/** @param segments of the site, which filters may name @throws AppError `invalid` with one detail per mistake */
export function parseQuery(body: unknown, segments: readonly Segment[] = []): Query {
  if (!isObject(body)) throw invalid([{ path: '', message: 'The body must be a JSON object.' }]);
  const mistakes: ErrorDetail[] = [];
  const metrics = parseList(body.metrics, 'metrics', isMetric, Object.keys(METRICS), mistakes);
  if (Array.isArray(body.metrics) && body.metrics.length === 0)
    mistakes.push({ path: 'metrics', message: 'Ask for one metric at least.' });
  if (body.metrics === undefined)
    mistakes.push({ path: 'metrics', message: `Give a list of ${Object.keys(METRICS).join(', ')}.` });
  const names = [...TIME_DIMENSIONS, ...DIMENSION_NAMES];
  const dimensions = parseList(body.dimensions, 'dimensions', isDimension, names, mistakes);
  if (dimensions.length > MOST_DIMENSIONS)
    mistakes.push({ path: 'dimensions', message: `At most ${MOST_DIMENSIONS} dimensions.` });
  if (dimensions.filter(isTimeDimension).length > 1)
    mistakes.push({ path: 'dimensions', message: 'Only one dimension of time.' });
  const query: Query = {
    metrics,
    dateRange: parseDateRange(body.date_range, mistakes),
    dimensions,
    filter: parseFilters(body.filters, mistakes, segments),
    orderBy: parseOrder(body.order_by, metrics, dimensions, mistakes),
    include: parseInclude(body.include, dimensions.some(isTimeDimension), mistakes),
    pagination: parsePagination(body.pagination, mistakes),
  };
  if (query.include.comparison === null && query.orderBy.some(([by]) => changedMetric(by) !== null))
    mistakes.push({ path: 'order_by', message: 'To order by a change, ask for include.comparisons.' });
  // What was not understood may be just what a metric needs.
  if (mistakes.length === 0) checkMetrics(query, body.metrics as unknown[], mistakes);
  if (mistakes.length > 0) throw invalid(mistakes);
  return query;
}

/** The metric whose change rows are ordered by; null for another order. */
export function changedMetric(by: OrderBy[0]): Metric | null {
  const name = by.startsWith(CHANGE) ? by.slice(CHANGE.length) : null;
  return isMetric(name) ? name : null;
}

function isDimension(name: unknown): name is Dimension {
  return isTimeDimension(name) || isValueDimension(name);
}

function parseList<T extends string>(
  given: unknown,
  path: string,
  isKnown: (value: unknown) => value is T,
  names: readonly string[],
  mistakes: ErrorDetail[],
): T[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) {
    mistakes.push({ path, message: `Give a list of ${names.join(', ')}.` });
    return [];
  }
  given.forEach((value: unknown, index) => {
    if (!isKnown(value)) mistakes.push({ path: `${path}[${index}]`, message: `Use one of ${names.join(', ')}.` });
    else if (given.indexOf(value) !== index)
      mistakes.push({ path: `${path}[${index}]`, message: `${value} stands in the list twice.` });
  });
  return given.filter(isKnown);
}

function parseDateRange(given: unknown, mistakes: ErrorDetail[]): DateRange {
  const fallback: DateRange = { word: 'day' };
  const refuse = (message: string): DateRange => {
    mistakes.push({ path: 'date_range', message });
    return fallback;
  };
  const word = RANGE_WORDS.find((known) => known === given);
  if (word !== undefined) return { word };
  if (!Array.isArray(given) || given.length !== 2 || !given.every((each) => typeof each === 'string')) {
    return refuse(`Use one of ${RANGE_WORDS.join(', ')} or ["2026-03-01", "2026-03-30"].`);
  }
  const [from, to] = given as [string, string];
  const span = readSpan(from, to);
  if (span === null)
    return refuse(
      'Give two dates such as 2026-03-01, or two times with a zone such as 2026-03-01T12:00:00Z; the years 1000 to 9998.',
    );
  const isBackwards = 'from' in span ? span.from > span.to : 'startsAt' in span && span.startsAt >= span.endsAt;
  return isBackwards ? refuse('The range ends before it begins.') : span;
}

function parseOrder(
  given: unknown,
  metrics: readonly Metric[],
  dimensions: readonly Dimension[],
  mistakes: ErrorDetail[],
): OrderBy[] {
  if (given === undefined || given === null) return defaultOrder(metrics, dimensions);
  const columns: readonly string[] = [...metrics, ...dimensions, ...metrics.map((metric) => CHANGE + metric)];
  const entries: unknown[] = Array.isArray(given) ? given : [given];
  const order: OrderBy[] = [];
  entries.forEach((entry, index) => {
    const [by, direction] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof by !== 'string' || !columns.includes(by) || (direction !== 'asc' && direction !== 'desc')) {
      mistakes.push({
        path: `order_by[${index}]`,
        message: 'Give [a metric or dimension of this query, or change: before a metric, "asc" or "desc"].',
      });
    } else {
      order.push([by as OrderBy[0], direction]);
    }
  });
  return order;
}

/** Time runs forwards; everything else starts with the largest. */
function defaultOrder(metrics: readonly Metric[], dimensions: readonly Dimension[]): OrderBy[] {
  const time = dimensions.find(isTimeDimension);
  if (time !== undefined) return [[time, 'asc']];
  return metrics[0] === undefined ? [] : [[metrics[0], 'desc']];
}

function parseInclude(given: unknown, hasTime: boolean, mistakes: ErrorDetail[]): Query['include'] {
  if (given === undefined || given === null) return { timeLabels: false, totalRows: false, comparison: null };
  if (!isObject(given)) mistakes.push({ path: 'include', message: 'Give an object such as {"time_labels": true}.' });
  const flag = (name: string): boolean => {
    const value = isObject(given) ? given[name] : undefined;
    if (value !== undefined && typeof value !== 'boolean')
      mistakes.push({ path: `include.${name}`, message: 'Say true or false.' });
    return value === true;
  };
  flag('imports'); // rows of other tools are not mixed in; clients may still send the word
  const comparison = parseComparison(isObject(given) ? given.comparisons : undefined, hasTime, mistakes);
  return { timeLabels: flag('time_labels'), totalRows: flag('total_rows'), comparison };
}

function parsePagination(given: unknown, mistakes: ErrorDetail[]): Query['pagination'] {
  if (given === undefined || given === null) return { limit: MOST_ROWS, offset: 0 };
  const fields = isObject(given) ? given : {};
  const whole = (name: 'limit' | 'offset', fallback: number, least: number, most: number): number => {
    const value = fields[name] ?? fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    mistakes.push({ path: `pagination.${name}`, message: `Give a whole number from ${least} to ${most}.` });
    return fallback;
  };
  return { limit: whole('limit', MOST_ROWS, 1, MOST_ROWS), offset: whole('offset', 0, 0, 1_000_000_000) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(details: ErrorDetail[]): AppError {
  return new AppError('invalid', 'The query could not be understood; see details.', details);
}
