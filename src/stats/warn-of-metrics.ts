/** What an answer has to say of its metrics beside the figures. */
import type { Row } from './ask-period.ts';
import { type Metric, metricRule } from './metrics.ts';
import type { Query } from './parse-query.ts';

/** By metric. */
export type MetricWarnings = Partial<Record<Metric, { code: 'several_currencies'; warning: string }>>;

/** @returns null for nothing to say */
export function warnOfMetrics({ metrics }: Query, rows: readonly Row[]): MetricWarnings | null {
  const mixed = rows.map(({ sums }) => sums.revenue).filter(({ length }) => length > 1);
  const currencies = [...new Set(mixed.flat().map(({ currency }) => currency))].sort();
  if (currencies.length === 0) return null;
  const warning = `Revenue of ${currencies.join(', ')} cannot be added up: filter on the events of one currency.`;
  const concerned = metrics.filter((name) => metricRule(name).needs.includes('revenue'));
  return Object.fromEntries(concerned.map((name) => [name, { code: 'several_currencies', warning }]));
}
