/** What the chart can show: how each metric is drawn, and what is asked for it. */
import type { Dimension } from '../../src/stats/dimensions.ts';
import type { Metric } from '../../src/stats/metrics.ts';
import type { Question } from '../api/query.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import type { Condition } from '../state/conditions.ts';
import type { Bucket } from '../state/period.ts';
import type { ChartMetric } from '../state/view.ts';

/** People are bars with an interval; counts bars with the share of consent; rates and durations a line. */
export type Shape = 'people' | 'count' | 'rate';

export const SHAPES: Readonly<Record<ChartMetric, Shape>> = {
  visitors: 'people',
  visits: 'count',
  pageviews: 'count',
  views_per_visit: 'rate',
  bounce_rate: 'rate',
  visit_duration: 'rate',
  conversion_rate: 'rate',
};

/** Whether the question is about a goal: only then is there a conversion rate. */
export function hasGoal(conditions: readonly Condition[]): boolean {
  // What a whole visit has done names no goal that its visitors could be a share of.
  return conditions.some(({ dimension, done }) => dimension === 'event:goal' && done === undefined);
}

/** The chosen metric, or visitors where it makes no sense. */
export function chooseMetric(chosen: ChartMetric, conditions: readonly Condition[]): ChartMetric {
  return chosen === 'conversion_rate' && !hasGoal(conditions) ? 'visitors' : chosen;
}

/** What the server calls the metric of a bucket: the share of a bucket's own visitors is another metric than that of all. */
export function metricOfBuckets(metric: ChartMetric): Metric {
  return metric === 'conversion_rate' ? 'group_conversion_rate' : metric;
}

/** The metric that a question of buckets was asked for. */
export function metricOfQuestion({ metrics: [first] }: Pick<Question, 'metrics'>): ChartMetric {
  if (first === 'group_conversion_rate') return 'conversion_rate';
  return Object.hasOwn(SHAPES, first) ? (first as ChartMetric) : 'visitors';
}

export type Base = Pick<Question, 'domain' | 'dateRange' | 'conditions'>;

export function questionOfBuckets(base: Base, metric: ChartMetric, bucket: Bucket): Question {
  const metrics: Question['metrics'] =
    SHAPES[metric] === 'people' ? [...PEOPLE_METRICS, 'visitors_measured'] : [metricOfBuckets(metric)];
  return { ...base, metrics, dimensions: [`time:${bucket}` satisfies Dimension] };
}
