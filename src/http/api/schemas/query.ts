/** The question and its answer, in the shape of the Plausible Stats API v2. */
import * as z from 'zod';
import { METRICS, type Metric } from '../../../stats/metrics.ts';
import { COMPARISON_MODES } from '../../../stats/parse-comparison.ts';
import { MOST_ROWS } from '../../../stats/parse-query.ts';
import { DATE_RANGE } from './dates.ts';
import { DIMENSION, FILTERS } from './filters.ts';
import { DISCLOSURE, RESTRICTION, VISITORS_METHOD } from './told.ts';

export const METRIC = z.enum(Object.keys(METRICS) as [Metric, ...Metric[]]);
export const SITE_ID = z.string().min(1).describe('The domain of the site');
const flag = z.boolean().optional();

export const QUERY = z.looseObject({
  site_id: SITE_ID,
  metrics: z.array(METRIC).min(1),
  date_range: DATE_RANGE,
  dimensions: z.array(DIMENSION).max(4).nullish().describe('What rows are grouped by; one of time at most'),
  filters: FILTERS.nullish(),
  order_by: z
    .array(z.tuple([z.string(), z.enum(['asc', 'desc'])]))
    .nullish()
    .describe('Metrics and dimensions of this question; beside a comparison also `change:` before a metric'),
  include: z
    .looseObject({
      imports: flag.describe('Understood, and without effect'),
      time_labels: flag,
      total_rows: flag,
      comparisons: z
        .looseObject({ mode: z.enum(COMPARISON_MODES), date_range: z.tuple([z.string(), z.string()]).nullish() })
        .nullish()
        .describe('`custom` takes a `date_range`. Not for rows of time'),
    })
    .nullish(),
  pagination: z
    .looseObject({
      limit: z.int().min(1).max(MOST_ROWS).nullish(),
      offset: z.int().min(0).max(1_000_000_000).nullish(),
    })
    .nullish(),
});

const MONEY = z.strictObject({ value: z.number(), currency: z.string(), short: z.string(), long: z.string() });
const figures = z
  .array(z.union([z.number(), MONEY, z.null()]))
  .describe('In the order of the metrics; null: not known');
const hidden = z.array(METRIC).optional().describe('Metrics whose figure is null because it is hidden');
const values = z.array(z.string()).describe('In the order of the dimensions');
const range = z.array(z.string()).length(2);

export const QUERY_ANSWER = z.strictObject({
  results: z.array(
    z.strictObject({
      dimensions: values,
      metrics: figures,
      hidden,
      comparison: z
        .strictObject({
          dimensions: values,
          metrics: figures,
          hidden,
          change: z.array(z.number().nullable()).describe('In percent'),
          visitors_differ: z.boolean().nullish().describe('By more than their uncertainty; null: cannot be told'),
          visitors_change: z
            .strictObject({ low: z.number(), high: z.number() })
            .nullish()
            .describe('95 % interval of the change of visitors, in percent; null where there is none'),
        })
        .optional()
        .describe('The same row of the other period'),
    }),
  ),
  meta: z.strictObject({
    time_labels: z.array(z.string()).optional(),
    total_rows: z.int().optional(),
    visitors_method: VISITORS_METHOD.optional(),
    comparison: z.strictObject({ date_range: range, visitors_method: VISITORS_METHOD.optional() }).optional(),
    metric_warnings: z
      .partialRecord(METRIC, z.strictObject({ code: z.literal('several_currencies'), warning: z.string() }))
      .optional(),
    disclosure: DISCLOSURE.optional(),
    restriction: RESTRICTION.optional(),
  }),
  query: z.looseObject({}).describe('The question as it was understood'),
});
