/** Puts the rows of an answer in order. */
import type { Row } from './ask-period.ts';
import type { Dimension } from './dimensions.ts';
import type { Metric } from './metrics.ts';
import type { OrderBy, Query } from './parse-query.ts';

/** Equal rows follow the alphabet of their values, so that an answer is the same each time. */
export function orderRows<R extends Row>(rows: readonly R[], query: Query): R[] {
  const rules = query.orderBy.map(([by, direction]) => ({
    read: readerOf(by, query),
    sign: direction === 'asc' ? 1 : -1,
  }));
  return [...rows].sort((a, b) => {
    for (const { read, sign } of rules) {
      const order = compare(read(a), read(b));
      if (order !== 0) return order * sign;
    }
    return compare(a.values.join('\n'), b.values.join('\n'));
  });
}

function readerOf(by: OrderBy[0], query: Query): (row: Row) => string | number {
  const index = query.dimensions.indexOf(by as Dimension);
  if (index >= 0) return ({ values }) => values[index] ?? '';
  const metric = query.metrics.indexOf(by as Metric);
  return ({ figures, sums }) => {
    const figure = figures[metric] ?? null;
    if (figure !== null) return typeof figure === 'number' ? figure : figure.value;
    // Rows whose figure is unknown are ordered by the middle of what it can be (of its logarithm, as the intervals are).
    return by === 'visitors' ? Math.sqrt(sums.low * sums.high) : Number.NEGATIVE_INFINITY;
  };
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
