/** A metric's figure in words: a count, a share, an amount of time. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Format } from './format.ts';

type Kind = 'count' | 'decimal' | 'percent' | 'duration';

const KINDS: Readonly<Partial<Record<Metric, Kind>>> = {
  views_per_visit: 'decimal',
  total_revenue: 'decimal',
  average_revenue: 'decimal',
  bounce_rate: 'percent',
  scroll_depth: 'percent',
  percentage: 'percent',
  conversion_rate: 'percent',
  group_conversion_rate: 'percent',
  visit_duration: 'duration',
  time_on_page: 'duration',
};

/** Whether figures of the metric are percentages: they change by points, as percents of percents are read wrongly. */
export function isShare(metric: Metric): boolean {
  return KINDS[metric] === 'percent';
}

export function sayFigure(metric: Metric, value: number, format: Format): string {
  const kind = KINDS[metric] ?? 'count';
  return kind === 'percent' ? format.percent(value / 100) : format[kind](value);
}
