/** How long the bar of a row is: to what is known, and lighter to where it might reach. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Row } from '../api/query.ts';
import { readPeople } from '../people/people.ts';

export interface Bar {
  /** An exact number, an estimate, or the fewest that a range allows. */
  known: number;
  /** The upper end of an interval or a range; `known` where there is none. */
  reach: number;
}

export const NO_BAR: Bar = { known: 0, reach: 0 };

/** In the unit of the metric; of what is hidden there is no bar, and what is below nothing has none. */
export function barOf(row: Pick<Row, 'figure' | 'money'>, metric: Metric): Bar {
  const people = metric === 'visitors' ? readPeople(row) : null;
  if (people !== null) {
    const known = people.best ?? people.low;
    return { known, reach: Math.max(known, people.high) };
  }
  const known = Math.max(0, row.money(metric)?.value ?? row.figure(metric) ?? 0);
  return { known, reach: known };
}

/** The bars of rows beside each other, each from 0 to 1: the longest reach is the whole. */
export function scaleBars(bars: readonly Bar[]): readonly Bar[] {
  const most = Math.max(1, ...bars.map(({ reach }) => reach));
  return bars.map(({ known, reach }) => ({ known: known / most, reach: reach / most }));
}
