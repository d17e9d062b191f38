/** What answers say of themselves: how finely they are told, of whom, and how visitors were counted. */
import * as z from 'zod';
import { ANONYMOUS_LEVELS } from '../../../domain/levels.ts';

/** A count that may be hidden. */
export const COUNT = z.int().nullable();
/** Percent with one digit; null of nothing, and of what is hidden. */
export const SHARE = z.number().nullable();

const coarsened = {
  rounded_to: z.int().nullable().describe('Counts are multiples of it; null: they are exact'),
  smallest: z.int().nullable().describe('Cells of fewer visitors are hidden; null: none is'),
  reason: z.string(),
};
/** Absent where figures are told as they are. */
export const DISCLOSURE = z.strictObject({ ...coarsened, hidden: z.int().describe('Figures hidden in this answer') });
export const DISCLOSURE_OF_COUNTERS = z.strictObject(coarsened);
/** Absent where the report is about everybody. */
export const RESTRICTION = z.strictObject({ to: z.literal('granted'), reason: z.string() });
export const TOLD = { disclosure: DISCLOSURE.optional(), restriction: RESTRICTION.optional() };

export const COVERAGE = z
  .strictObject({
    visits: COUNT.describe('Visits that began in the range and pass the filters'),
    identified: COUNT.describe('Of these, visits of visitors with consent'),
    identified_share: SHARE,
    unseen: COUNT.describe('Of these, visits of which only the first page is known'),
  })
  .describe('How much of the traffic the answer could see');

const figure = z.number().nullable();
export const VISITORS_METHOD = z
  .strictObject({
    kind: z.enum(['exact', 'estimate', 'bounds']),
    case: z.string(),
    estimator: z.string().nullable(),
    bounds: z.tuple([z.int(), z.int()]).describe('The fewest and the most people by counting alone'),
    inputs: z.record(z.string(), figure).describe('The figures that the count rests on'),
    reason: z.string().describe('One sentence'),
    level: z.enum(ANONYMOUS_LEVELS),
    covers_consent_bias: z.boolean(),
  })
  .describe('How the visitors of the whole period were counted, or why they could not be');
