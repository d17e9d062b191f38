/** What is counted beside visits: answers to the question for consent, the quality of the data, names of properties; and single events. */
import * as z from 'zod';
import { EXPORT_FORMATS } from '../../../transfer/export-request.ts';
import { DATE, DATE_RANGE } from './dates.ts';
import { NOTE } from './lists.ts';
import { SITE_ID } from './query.ts';
import { DISCLOSURE_OF_COUNTERS, SHARE } from './told.ts';

const query = z.looseObject({}).describe('The question as it was understood');
const count = z.int();
const dropped = z.record(z.string(), count).describe('By reason');

export const CONSENT_QUESTION = z.looseObject({
  site_id: SITE_ID,
  date_range: DATE_RANGE,
  dimensions: z
    .array(
      z.enum([
        ...(['time:day', 'time:week', 'time:month'] as const),
        ...(['visit:country', 'visit:device', 'event:page', 'consent:text', 'consent:banner'] as const),
      ]),
    )
    .max(2)
    .optional()
    .describe('One of time at most, first, and one other'),
  filters: z.array(z.unknown()).max(0).nullish().describe('There are none'),
  limit: z.int().min(1).max(10_000).nullish().describe('100 when left out'),
});
export const CONSENT_ANSWER = z.strictObject({
  results: z.array(
    z.strictObject({
      dimensions: z.array(z.string()),
      asked: count,
      accepted: count,
      refused: count,
      ignored: count,
      withdrawn: count,
      answered: count,
      acceptance_rate: SHARE,
      answer_rate: SHARE,
    }),
  ),
  meta: z.strictObject({
    total_rows: count,
    time_labels: z.array(z.string()).optional(),
    disclosure: DISCLOSURE_OF_COUNTERS.optional(),
  }),
  query,
});

export const OF_SITE = z.looseObject({ site_id: SITE_ID });
export const OF_DAYS = OF_SITE.extend({ from: DATE, to: DATE.describe('Both are included') });
export const SOME_DAYS = OF_SITE.extend({ from: DATE.optional(), to: DATE.optional().describe('Both are included') });

export const QUALITY_ANSWER = z.strictObject({
  results: z.array(z.strictObject({ date: DATE, kept: count, dropped, restarts: count })),
  meta: z.strictObject({
    kept: count,
    dropped,
    broken_days: z.array(DATE).describe('Days that a restart has made inexact'),
    imports: z.array(
      z.strictObject({
        kind: z.string(),
        started_at: z.iso.datetime(),
        finished_at: z.iso.datetime().nullable(),
        read: count.nullable(),
        kept: count.nullable(),
        dropped,
      }),
    ),
    without_address: SHARE.describe(
      'Percent of the latest beacons of the whole server that came without the address of the visitor',
    ),
    disclosure: DISCLOSURE_OF_COUNTERS.optional(),
  }),
  query: z.strictObject({ site_id: z.string(), from: DATE, to: DATE }),
});

export const NAMES_ANSWER = z.strictObject({ results: z.array(z.string()).max(500) });
export const NOTES_ANSWER = z.strictObject({ results: z.array(NOTE) });

export const EXPORT_QUESTION = OF_SITE.extend({
  date_range: z.string().optional().describe('Two days with a comma between them, both included; all when left out'),
  format: z.enum(EXPORT_FORMATS).optional().describe('`ndjson` when left out'),
});
