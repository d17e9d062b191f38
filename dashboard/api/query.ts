/** Questions to the statistics, and their answers with a name on every figure. */
import type { Dimension } from '../../src/stats/dimensions.ts';
import type { Metric } from '../../src/stats/metrics.ts';
import type { Condition } from '../state/conditions.ts';
import { asFields, asList, asNumberOrNull, asText, asWord, isFields } from './decode.ts';
import { postJson } from './request.ts';

export interface Question {
  domain: string;
  dateRange: string | readonly [from: string, to: string];
  metrics: readonly [Metric, ...Metric[]];
  dimensions: readonly Dimension[];
  conditions: readonly Condition[];
  /** Most rows wanted; the total is told beside them. */
  limit?: number;
}

export interface Row {
  values: readonly string[];
  /** The figure, or null when it cannot be known. */
  figure: (metric: Metric) => number | null;
}

export interface Method {
  kind: 'exact' | 'bounds';
  /** The server's own sentence, in English. */
  reason: string;
  inputs: Readonly<Record<string, number>>;
}

export interface Answer {
  rows: readonly Row[];
  timeLabels: readonly string[];
  totalRows: number;
  method: Method | null;
  /** First and last day of the answered window. */
  days: { first: string; last: string } | null;
}

/** @throws ApiError */
export async function ask(question: Question, signal: AbortSignal): Promise<Answer> {
  return decodeAnswer(question, await postJson('/app/api/v2/query', toBody(question), signal));
}

export function toBody({ domain, dateRange, metrics, dimensions, conditions, limit }: Question): object {
  const hasTime = dimensions.some((name) => name.startsWith('time'));
  return {
    site_id: domain,
    metrics,
    date_range: dateRange,
    dimensions,
    filters: conditions.map(({ operator, dimension, values }) => [operator, dimension, values]),
    ...(dimensions.length > 0 && { order_by: [hasTime ? [dimensions[0], 'asc'] : [metrics[0], 'desc']] }),
    include: { total_rows: limit !== undefined, time_labels: hasTime },
    ...(limit !== undefined && { pagination: { limit, offset: 0 } }),
  };
}

export function decodeAnswer(question: Question, value: unknown): Answer {
  const { results, meta: givenMeta, query } = asFields(value);
  const meta = asFields(givenMeta);
  const rows = asList(results).map((row) => decodeRow(question.metrics, row));
  const [first, last] = asList(asFields(query).date_range).map((time) => asText(time).slice(0, 10));
  return {
    rows,
    timeLabels: asList(meta.time_labels).map((label) => asText(label)),
    totalRows: asNumberOrNull(meta.total_rows) ?? rows.length,
    method: isFields(meta.visitors_method) ? decodeMethod(meta.visitors_method) : null,
    days: first && last ? { first, last } : null,
  };
}

function decodeRow(metrics: readonly Metric[], value: unknown): Row {
  const fields = asFields(value);
  const figures = asList(fields.metrics).map(asNumberOrNull);
  return {
    values: asList(fields.dimensions).map((each) => asText(each)),
    figure: (metric) => figures[metrics.indexOf(metric)] ?? null,
  };
}

function decodeMethod(fields: Readonly<Record<string, unknown>>): Method {
  const inputs = Object.entries(asFields(fields.inputs)).filter(
    (entry): entry is [string, number] => asNumberOrNull(entry[1]) !== null,
  );
  return {
    kind: asWord(fields.kind, ['bounds', 'exact']),
    reason: asText(fields.reason),
    inputs: Object.fromEntries(inputs),
  };
}
