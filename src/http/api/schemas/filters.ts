/** Filters of questions: lists in lists, as deep as parse-filters.ts allows. */
import * as z from 'zod';
import { DIMENSIONS, TIME_DIMENSIONS } from '../../../stats/dimensions.ts';
import { FILTER_OPERATORS } from '../../../stats/plan.ts';

type Name = keyof typeof DIMENSIONS;
const NAMES = Object.keys(DIMENSIONS) as [Name, ...Name[]];
const HOW = 'Use one of the dimensions.';

const PROPERTY = z
  .string()
  .regex(/^event:props:[\s\S]{1,300}$/)
  .describe('`event:props:` with the name of a property');
/** What filters may be about. */
export const VALUE_DIMENSION = z.union([z.enum(NAMES), PROPERTY], { error: HOW });
/** What rows may be grouped by. */
export const DIMENSION = z.union([z.enum([...TIME_DIMENSIONS, ...NAMES]), PROPERTY], { error: HOW });

const TEXTS = z.array(z.string()).min(1).max(1000);
const CASE = z.looseObject({ case_sensitive: z.boolean().nullish() }).nullish();
const SEGMENTS = z
  .array(z.union([z.string(), z.int()]))
  .min(1)
  .max(1000);
const OF_SEGMENTS = z.tuple([z.enum(['is', 'is_not']), z.literal('segment'), SEGMENTS, CASE.optional()]);

/**
 * A list that begins with one of some words, and then is held to its form. Only the form of its word is tried: to try all forms of all
 * that is nested would take twice as long with each level.
 */
function form<Item extends z.ZodType<readonly unknown[], readonly unknown[]>>(words: readonly string[], item: Item) {
  return z.custom<readonly unknown[]>((given) => Array.isArray(given) && words.includes(String(given[0]))).pipe(item);
}

const FORMS = z.union(
  [
    z
      .custom<readonly unknown[]>((given) => Array.isArray(given) && given[1] === 'segment')
      .pipe(OF_SEGMENTS)
      .describe('What saved segments say, by their names or numbers; of several, one is enough'),
    form(FILTER_OPERATORS, z.tuple([z.enum(FILTER_OPERATORS), VALUE_DIMENSION, TEXTS, CASE.optional()])).describe(
      'A condition; of several values one is enough. A pattern of `matches` is in RE2 syntax',
    ),
    form(['and', 'or'], z.tuple([z.enum(['and', 'or']), z.array(z.lazy(() => FILTER)).min(1)])),
    form(['not'], z.tuple([z.literal('not'), z.lazy(() => FILTER)])),
    form(['has_done', 'has_not_done'], z.tuple([z.enum(['has_done', 'has_not_done']), z.lazy(() => FILTER)])).describe(
      'Visits with, or without, an event that passes the filter inside',
    ),
  ],
  { error: 'A filter is a list: [operator, dimension, values].' },
);

/** `FilterReader` of stats/parse-filters.ts says every mistake at its place. */
export const FILTER: z.ZodType<readonly unknown[], readonly unknown[]> = FORMS;

export const FILTERS = z.array(FILTER).describe('All of them have to hold');
