/** What a metric is called. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Texts } from './en/texts.ts';

export function sayMetric(metric: Metric, { metrics, explain }: Texts): string {
  const names: Readonly<Record<Metric, string>> = { ...explain.names, ...metrics };
  return names[metric];
}
