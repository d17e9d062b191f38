/** The overview as rows of a file: the names of the query API above, a site a row, a figure that may not be told empty. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Cell } from '../files/write-csv.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import { FIGURES } from './ask-figures.ts';
import { totalsOf } from './order.ts';
import type { FiguresBySite } from './use-figures.ts';

const METRICS: readonly Metric[] = [...PEOPLE_METRICS, ...FIGURES];
const CHANGES: readonly Metric[] = ['visitors', 'visits', 'pageviews', 'bounce_rate'];

export function rowsOf(domains: readonly string[], figures: FiguresBySite): Cell[][] {
  return [
    ['site', ...METRICS, ...CHANGES.map((metric) => `change:${metric}`)],
    ...domains.map((domain) => {
      const row = totalsOf(figures.get(domain));
      return [
        domain,
        ...METRICS.map((metric) => row?.figure(metric) ?? null),
        ...CHANGES.map((metric) => row?.before?.change(metric) ?? null),
      ];
    }),
  ];
}
