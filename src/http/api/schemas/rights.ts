/** What visitors ask about themselves. */
import * as z from 'zod';
import { CONSENT_STATES } from '../../../domain/consent.ts';
import { VISIT_DIMENSIONS } from '../../../domain/event.ts';
import { DATE } from './dates.ts';

export const RIGHTS_QUESTION = z.looseObject({
  d: z.string().optional().describe('The site; needed'),
  domain: z.string().optional().describe('The same as `d`'),
  id: z
    .unknown()
    .optional()
    .describe('The identifier, 21 characters; from a page under our own host the cookie has it'),
  visitor: z.unknown().optional().describe('The same as `id`'),
});

const count = z.int();
const time = z.iso.datetime();
const event = z.strictObject({
  name: z.string(),
  at: time,
  page: z.string(),
  consent: z.enum(CONSENT_STATES),
  engaged_ms: count.optional(),
  scroll_depth: z.number().optional(),
  revenue: z.strictObject({ amount: z.number(), currency: z.string() }).optional(),
  properties: z.record(z.string(), z.string()).optional(),
});

export const ACCESS_ANSWER = z.strictObject({
  site: z.string(),
  created_at: time,
  known: z.boolean(),
  complete: z.boolean().describe('False: there is more than one answer holds'),
  consent_receipts: z.array(
    z.strictObject({
      action: z.enum(['accepted', 'withdrawn']),
      minute: time,
      text_version: z.string(),
      banner_version: z.string(),
      adapter: z.string(),
    }),
  ),
  days: z.array(z.strictObject({ date: DATE, stratum: count, networks: count, same_as_yesterday: z.boolean() })),
  visits: z.array(
    z.strictObject({
      started_at: time,
      last_at: time,
      pageviews: count,
      interactions: count,
      entry_page: z.string(),
      exit_page: z.string(),
      ...Object.fromEntries(VISIT_DIMENSIONS.map((name) => [name, z.string().optional()])),
      events: z.array(event),
    }),
  ),
});

export const OBJECTION_ANSWER = z.strictObject({ objected: z.literal(true) });
