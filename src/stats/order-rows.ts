/** Puts the rows of an answer in order. */
import { visitorsDiffer } from './compare-periods.ts';
import type { ToldRow } from './disclosure/protect-rows.ts';
import type { Metric, MetricValue } from './metrics.ts';
import { changedMetric, type OrderBy, type Query } from './parse-query.ts';

type Read = (row: ToldRow) => string | number;
/** The same row of the period that was compared with. */
export type RowBefore = (row: ToldRow) => ToldRow;

/**
 * Equal rows follow the alphabet of their values, so that an answer is the same each time.
 * @param before null where nothing was compared
 */
export function orderRows(rows: readonly ToldRow[], query: Query, before: RowBefore | null): ToldRow[] {
  const rules = query.orderBy.flatMap(([by, direction]) => {
    const sign = direction === 'asc' ? 1 : -1;
    return readersOf(by, sign, query, before).map((read) => ({ values: rows.map(read), sign }));
  });
  // Many rows are equal in a figure: each is read once, not once per comparison.
  const texts = rows.map(({ values }) => values.join('\n'));
  const places = rows.map((_, place) => place);
  places.sort((a, b) => {
    for (const { values, sign } of rules) {
      const order = compare(values[a] ?? '', values[b] ?? '');
      if (order !== 0) return order * sign;
    }
    return compare(texts[a] ?? '', texts[b] ?? '');
  });
  return places.flatMap((place) => rows[place] ?? []);
}

/** What is looked at first, and what decides among rows that are equal in it. */
function readersOf(by: OrderBy[0], sign: number, query: Query, before: RowBefore | null): Read[] {
  const metric = changedMetric(by);
  if (metric === null) return [readerOf(by, query)];
  if (before === null) return [];
  const differenceOf = (row: ToldRow) => readDifference(metric, query, before(row), row);
  // What cannot be told comes last, whichever way the order goes.
  const difference: Read = (row) => differenceOf(row) ?? sign * Number.POSITIVE_INFINITY;
  if (metric !== 'visitors') return [difference];
  // People who may as well be as many as before stand between those who are surely fewer and those who are surely more.
  const certain: Read = (row) => {
    const known = differenceOf(row);
    if (known === null) return sign * Number.POSITIVE_INFINITY;
    return visitorsDiffer(before(row).sums, row.sums) === true ? Math.sign(known) : 0;
  };
  return [certain, difference];
}

function readDifference(metric: Metric, query: Query, before: ToldRow, after: ToldRow): number | null {
  if (before.hidden.includes(metric) || after.hidden.includes(metric)) return null;
  const index = query.metrics.indexOf(metric);
  const [then, now] = [before, after].map((row) => sizeOf(metric, row.figures[index] ?? null, row)) as [number, number];
  return Number.isFinite(now - then) ? now - then : null;
}

function readerOf(by: OrderBy[0], query: Query): Read {
  const index = (query.dimensions as readonly string[]).indexOf(by);
  if (index >= 0) return ({ values }) => values[index] ?? '';
  const metric = (query.metrics as readonly string[]).indexOf(by);
  return (row) => sizeOf(by, row.figures[metric] ?? null, row);
}

function sizeOf(metric: OrderBy[0], figure: MetricValue, { sums }: ToldRow): number {
  if (figure !== null) return typeof figure === 'number' ? figure : figure.value;
  // Rows whose figure is unknown are ordered by the middle of what it can be (of its logarithm, as the intervals are).
  return metric === 'visitors' ? Math.sqrt(sums.low * sums.high) : Number.NEGATIVE_INFINITY;
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
