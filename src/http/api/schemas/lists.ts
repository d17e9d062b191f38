/** What a site keeps: goals, funnels, segments, notes and shared links, as programs read and write them. */
import * as z from 'zod';
import { LONGEST_NOTE } from '../../../domain/annotation.ts';
import { FEWEST_STEPS, MOST_DAYS_WITHIN, MOST_STEPS, STEP_MATCHES, STEP_SUBJECTS } from '../../../domain/funnel.ts';
import { LICENCES, type Licence } from '../../../domain/shared-link.ts';
import { DATE } from './dates.ts';
import { FILTERS } from './filters.ts';

const id = z.int().min(1);
const name = (longest: number) => z.string().min(1).max(longest);
const props = z
  .record(z.string().regex(/^[^=]+$/, { error: 'The name of a property has no =.' }), z.string())
  .describe('Properties that the event must have, all of them; 10 at most');

/** Either `event` or `page`: which of the two goes with what else is for `parseGoal` to say. */
export const GOAL_BODY = z.strictObject({
  name: name(120).optional().describe('What the goal is called; left out: after what it asks'),
  event: z.string().optional().describe('Name of a custom event'),
  props: props.optional(),
  page: z.string().optional().describe('Path of a page; `*` stands for any characters but `/`, `**` for any'),
  scroll: z.int().min(1).max(100).optional().describe('Percent of the page that must be scrolled'),
});
export type GoalBody = z.infer<typeof GOAL_BODY>;
export const GOAL = z.union([
  z.strictObject({ name: z.string(), event: z.string(), props: props.optional() }),
  z.strictObject({ name: z.string(), page: z.string(), scroll: z.int().optional() }),
]);
export const GOALS = z.strictObject({ goals: z.array(GOAL) });

const step = {
  subject: z.enum(STEP_SUBJECTS),
  match: z.enum(STEP_MATCHES).describe('Events and goals take `is`'),
  value: z.string().min(1).max(2000),
};
const within = z.int().min(1).max(MOST_DAYS_WITHIN).nullable().describe('null: within one visit');
export const FUNNEL_BODY = z.strictObject({
  name: name(120),
  steps: z
    .array(z.strictObject({ ...step, name: z.string().max(120).nullish() }))
    .min(FEWEST_STEPS)
    .max(MOST_STEPS),
  within_days: within.optional(),
});
export const FUNNEL = z.strictObject({
  name: z.string(),
  steps: z.array(z.strictObject({ ...step, name: z.string().nullable() })),
  within_days: within,
});
export const FUNNELS = z.strictObject({ funnels: z.array(FUNNEL) });

export const SEGMENT_BODY = z.strictObject({ name: name(80), filters: FILTERS.min(1) });
export const SEGMENT_CHANGE = SEGMENT_BODY.partial();
export const SEGMENT = z.strictObject({ id, name: z.string(), filters: FILTERS });
export const SEGMENTS = z.strictObject({ segments: z.array(SEGMENT) });

export const NOTE_BODY = z.strictObject({
  day: DATE.describe('As the clock of the site has it'),
  text: name(LONGEST_NOTE).describe('Plain text of one line'),
});
export const NOTE = z.strictObject({ id, day: DATE, text: z.string() });
export const NOTES = z.strictObject({ annotations: z.array(NOTE) });

const embedding = z
  .union([z.enum(['none', 'any']), z.array(z.string()).min(1).max(20)], {
    error: 'Use none, any, or a list of 1 to 20 origins such as https://www.example.org.',
  })
  .describe('Whose pages may hold it in a frame: nobody’s, anybody’s, or those of some origins');
const licence = z.enum(Object.keys(LICENCES) as [Licence, ...Licence[]]).nullable();
export const LINK_CHANGE = z.strictObject({
  name: name(80).optional().describe('Whom a secret link is for'),
  password: name(256).nullish().describe('null takes it away'),
  expires: DATE.nullish().describe('The last day, in the site’s time zone; null: for good'),
  embedding: embedding.optional(),
  details: z.boolean().optional().describe('Whether properties of events and revenue are told too'),
  licence: licence.optional().describe('Of the open data of the public page; null: none is offered'),
});
export const LINK_BODY = LINK_CHANGE.extend({ kind: z.enum(['public', 'secret']) });
export const LINK = z.strictObject({
  id,
  kind: z.enum(['public', 'secret']),
  state: z.enum(['open', 'expired', 'revoked']),
  url: z.url(),
  name: z.string(),
  has_password: z.boolean(),
  expires: DATE.nullable(),
  embedding,
  details: z.boolean(),
  licence,
  created: DATE,
  last_used: DATE.nullable(),
});
export const LINKS = z.strictObject({ links: z.array(LINK) });
