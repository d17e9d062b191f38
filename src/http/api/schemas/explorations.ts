/** Funnels, retention, journeys and current visitors: what is asked and what is answered. */
import * as z from 'zod';
import { FEWEST_STEPS, MOST_DAYS_WITHIN, MOST_STEPS } from '../../../domain/funnel.ts';
import { DATE, DATE_RANGE } from './dates.ts';
import { FILTER, FILTERS } from './filters.ts';
import { SITE_ID } from './query.ts';
import { COUNT, COVERAGE, SHARE, TOLD } from './told.ts';

const asked = { site_id: SITE_ID, date_range: DATE_RANGE, filters: FILTERS.nullish().describe('They choose visits') };
const query = z.looseObject({}).describe('The question as it was understood');

export const FUNNEL_QUESTION = z.looseObject({
  ...asked,
  steps: z
    .array(z.looseObject({ filter: FILTER, name: z.string().min(1).max(120).optional() }))
    .min(FEWEST_STEPS)
    .max(MOST_STEPS)
    .describe('Each a filter on one event'),
  within: z
    .union([z.literal('visit'), z.looseObject({ days: z.int().min(1).max(MOST_DAYS_WITHIN) })])
    .nullish()
    .describe('`visit` when left out'),
});
export const FUNNEL_ANSWER = z.strictObject({
  results: z.array(
    z.strictObject({
      name: z.string(),
      visits: COUNT.optional().describe('Who took the step and all before it, within a visit'),
      visitors: COUNT.optional().describe('The same within days: visitors with consent'),
      identified: COUNT.optional(),
      anonymous: COUNT.optional(),
      of_first: SHARE,
      of_previous: SHARE,
      drop_off: COUNT.describe('Who took the step before and not this one'),
    }),
  ),
  meta: z.strictObject({ counts: z.enum(['visits', 'visitors']), coverage: COVERAGE, ...TOLD }),
  query,
});

export const RETENTION_QUESTION = z.looseObject({
  ...asked,
  unit: z.enum(['day', 'week', 'month']).describe('The range, of whole days, chooses the cohorts'),
  periods: z.int().min(1).max(365).describe('How many after the first; cohorts times periods at most 9000'),
});
export const RETENTION_ANSWER = z.strictObject({
  results: z.array(
    z.strictObject({
      cohort: DATE.describe('Its first day'),
      is_cut: z.boolean().describe('The range holds a part of that unit only'),
      periods: z.array(
        z.strictObject({ visitors: COUNT, share: SHARE, incomplete: z.boolean().describe('It is not over') }),
      ),
    }),
  ),
  meta: z.strictObject({ coverage: COVERAGE, is_lower_bound: z.literal(true), ...TOLD }),
  query,
});

export const JOURNEYS_QUESTION = z.looseObject({
  ...asked,
  page: z.string().nullish().describe('Where journeys start; left out: at the first page of each visit'),
  direction: z.enum(['next', 'previous']).nullish().describe('`next` when left out'),
  depth: z.int().min(1).max(3).nullish().describe('Pages further; 1 when left out'),
  limit: z.int().min(1).max(1000).nullish().describe('Rows; 100 when left out'),
});
export const JOURNEYS_ANSWER = z.strictObject({
  results: z.array(
    z.strictObject({
      pages: z.array(z.string()).describe('From the nearest to the farthest'),
      ends: z.boolean().describe('The visit ended there; looking back: it began there'),
      count: COUNT,
      share: SHARE,
    }),
  ),
  meta: z.strictObject({ total: COUNT, total_rows: z.int(), coverage: COVERAGE, ...TOLD }),
  query,
});

const current = z.strictObject({
  visitors: COUNT,
  identified: COUNT,
  anonymous: COUNT,
  pageviews: COUNT,
  uncounted_pageviews: COUNT.describe('Of people who are told apart from nobody'),
});
export const REALTIME_ANSWER = z.strictObject({
  results: z.strictObject({
    last_5_minutes: current,
    last_30_minutes: current,
    pageviews_by_minute: z.array(COUNT).length(30).describe('The oldest first'),
    pages: z.array(z.strictObject({ page: z.string(), pageviews: z.int() })).max(10),
    sources: z.array(z.strictObject({ source: z.string(), visitors: z.int() })).max(10),
  }),
  meta: z.strictObject({ now: z.string(), ...TOLD }),
  query: z.strictObject({ site_id: z.string() }),
});
