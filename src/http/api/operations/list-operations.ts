/** What a site keeps, by program: goals, funnels, segments, notes and shared links, each listed, made, changed and removed. */
import * as z from 'zod';
import type { Scope } from '../../../auth/ports.ts';
import type { ErrorCode } from '../../../domain/errors.ts';
import { operation } from '../operation.ts';
import { DATE } from '../schemas/dates.ts';
import * as lists from '../schemas/lists.ts';

const read = { group: 'lists', needs: 'sites:read' as Scope } as const;
const write = { group: 'lists', needs: 'sites:write' as Scope } as const;
const pathOf = <Word extends string>(word: Word) => `/api/v1/sites/:site/${word}` as const;
const GONE = { 204: { description: 'It is gone' } } as const;
const TAKEN: readonly ErrorCode[] = ['conflict'];
/** A name stands in the query: as a part of the path a proxy may read it as folders. */
const NAMED = z.strictObject({ name: z.string().min(1).describe('The name of the one that is meant') });

export const LIST_GOALS = operation({
  ...{ method: 'get', path: pathOf('goals'), id: 'listGoals', ...read },
  summary: 'List the goals of a site',
  answers: { 200: { description: 'The goals, by their names', schema: lists.GOALS } },
});
export const ADD_GOAL = operation({
  ...{ method: 'post', path: pathOf('goals'), id: 'addGoal', ...write },
  summary: 'Make a goal',
  description: 'Give either `event`, with `props` if wanted, or `page`, with `scroll` if wanted.',
  body: lists.GOAL_BODY,
  example: { event: 'Sign up', props: { plan: 'pro' } },
  answers: { 201: { description: 'The goal', schema: lists.GOAL } },
  refusals: TAKEN,
});
export const CHANGE_GOAL = operation({
  ...{ method: 'put', path: pathOf('goals'), id: 'changeGoal', ...write },
  summary: 'Put another goal in the place of one',
  description: 'Nothing that was counted is changed: the goal is looked for among it when it is asked for.',
  query: NAMED,
  exampleQuery: { name: 'Sign up pro' },
  body: lists.GOAL_BODY,
  example: { name: 'Read the docs', page: '/docs/**', scroll: 75 },
  answers: { 200: { description: 'The goal as it is now', schema: lists.GOAL } },
  refusals: TAKEN,
});
export const REMOVE_GOAL = operation({
  ...{ method: 'delete', path: pathOf('goals'), id: 'removeGoal', ...write },
  summary: 'Remove a goal',
  query: NAMED,
  exampleQuery: { name: 'Read the docs' },
  answers: GONE,
});

const FUNNEL_EXAMPLE = {
  name: 'Docs to sign-up',
  steps: [
    { subject: 'page', match: 'starts', value: '/docs/' },
    { subject: 'goal', match: 'is', value: 'Sign up pro', name: 'Signed up' },
  ],
  within_days: 7,
} as const;
export const LIST_FUNNELS = operation({
  ...{ method: 'get', path: pathOf('funnels'), id: 'listFunnels', ...read },
  summary: 'List the funnels that a site keeps',
  answers: { 200: { description: 'The funnels, by their names', schema: lists.FUNNELS } },
});
export const ADD_FUNNEL = operation({
  ...{ method: 'post', path: pathOf('funnels'), id: 'addFunnel', ...write },
  summary: 'Keep a funnel under a name',
  body: lists.FUNNEL_BODY,
  example: { ...FUNNEL_EXAMPLE, steps: [...FUNNEL_EXAMPLE.steps] },
  answers: { 201: { description: 'The funnel', schema: lists.FUNNEL } },
  refusals: TAKEN,
});
export const CHANGE_FUNNEL = operation({
  ...{ method: 'put', path: pathOf('funnels'), id: 'changeFunnel', ...write },
  summary: 'Put another funnel in the place of one',
  query: NAMED,
  exampleQuery: { name: 'Docs to sign-up' },
  body: lists.FUNNEL_BODY,
  example: { ...FUNNEL_EXAMPLE, steps: [...FUNNEL_EXAMPLE.steps], within_days: null },
  answers: { 200: { description: 'The funnel as it is now', schema: lists.FUNNEL } },
  refusals: TAKEN,
});
export const REMOVE_FUNNEL = operation({
  ...{ method: 'delete', path: pathOf('funnels'), id: 'removeFunnel', ...write },
  summary: 'Remove a funnel',
  query: NAMED,
  exampleQuery: { name: 'Docs to sign-up' },
  answers: GONE,
});

export const LIST_SEGMENTS = operation({
  ...{ method: 'get', path: pathOf('segments'), id: 'listSegments', ...read },
  summary: 'List the segments of a site',
  answers: { 200: { description: 'The segments, by their names', schema: lists.SEGMENTS } },
});
export const ADD_SEGMENT = operation({
  ...{ method: 'post', path: pathOf('segments'), id: 'addSegment', ...write },
  summary: 'Save filters as a segment',
  description: 'The filters are those of a question. They cannot name another segment.',
  body: lists.SEGMENT_BODY,
  example: { name: 'Readers', filters: [['is', 'event:section', ['/docs/']]] },
  answers: { 201: { description: 'The segment', schema: lists.SEGMENT } },
  refusals: TAKEN,
});
export const CHANGE_SEGMENT = operation({
  ...{ method: 'patch', path: pathOf('segments/:id'), id: 'changeSegment', ...write },
  summary: 'Change a segment',
  description: 'What is left out stays as it is. The answers of every question that names it change with it.',
  body: lists.SEGMENT_CHANGE,
  example: { name: 'Readers of the docs' },
  answers: { 200: { description: 'The segment as it is now', schema: lists.SEGMENT } },
  refusals: TAKEN,
});
export const REMOVE_SEGMENT = operation({
  ...{ method: 'delete', path: pathOf('segments/:id'), id: 'removeSegment', ...write },
  summary: 'Remove a segment',
  answers: GONE,
});

export const LIST_NOTES = operation({
  ...{ method: 'get', path: pathOf('annotations'), id: 'listAnnotations', ...read },
  summary: 'List the notes on the days of a site',
  query: z.strictObject({ from: DATE.optional(), to: DATE.optional() }).describe('Both are included'),
  exampleQuery: { from: '2026-03-01', to: '2026-03-31' },
  answers: { 200: { description: 'The notes, by day', schema: lists.NOTES } },
});
export const ADD_NOTE = operation({
  ...{ method: 'post', path: pathOf('annotations'), id: 'addAnnotation', ...write },
  summary: 'Write a note on a day',
  body: lists.NOTE_BODY,
  example: { day: '2026-03-01', text: 'A release' },
  answers: { 201: { description: 'The note', schema: lists.NOTE } },
  refusals: TAKEN,
});
export const CHANGE_NOTE = operation({
  ...{ method: 'put', path: pathOf('annotations/:id'), id: 'changeAnnotation', ...write },
  summary: 'Write a note anew',
  body: lists.NOTE_BODY,
  example: { day: '2026-03-02', text: 'A release, a day late' },
  answers: { 200: { description: 'The note as it is now', schema: lists.NOTE } },
});
export const REMOVE_NOTE = operation({
  ...{ method: 'delete', path: pathOf('annotations/:id'), id: 'removeAnnotation', ...write },
  summary: 'Remove a note',
  answers: GONE,
});

export const LIST_LINKS = operation({
  ...{ method: 'get', path: pathOf('links'), id: 'listLinks', ...write },
  summary: 'List the shared links of a site',
  description: 'Takes `sites:write`: whoever has the address of a secret link sees the figures behind it.',
  answers: { 200: { description: 'The links that still are, the oldest first', schema: lists.LINKS } },
});
export const ADD_LINK = operation({
  ...{ method: 'post', path: pathOf('links'), id: 'addLink', ...write },
  summary: 'Share the figures of a site',
  description:
    'By its public page (`public`, one at most), or by a link that only those have who are given it (`secret`).',
  body: lists.LINK_BODY,
  example: { kind: 'secret', name: 'The board', expires: '2027-03-31' },
  answers: { 201: { description: 'The link', schema: lists.LINK } },
  refusals: TAKEN,
});
export const CHANGE_LINK = operation({
  ...{ method: 'patch', path: pathOf('links/:id'), id: 'changeLink', ...write },
  summary: 'Change a shared link',
  description: 'What is left out stays as it is.',
  body: lists.LINK_CHANGE,
  example: { expires: null },
  answers: { 200: { description: 'The link as it is now', schema: lists.LINK } },
});
export const REVOKE_LINK = operation({
  ...{ method: 'delete', path: pathOf('links/:id'), id: 'revokeLink', ...write },
  summary: 'End a shared link',
  answers: GONE,
});

export const LIST_OPERATIONS = [
  ...[LIST_GOALS, ADD_GOAL, CHANGE_GOAL, REMOVE_GOAL],
  ...[LIST_FUNNELS, ADD_FUNNEL, CHANGE_FUNNEL, REMOVE_FUNNEL],
  ...[LIST_SEGMENTS, ADD_SEGMENT, CHANGE_SEGMENT, REMOVE_SEGMENT],
  ...[LIST_NOTES, ADD_NOTE, CHANGE_NOTE, REMOVE_NOTE],
  ...[LIST_LINKS, ADD_LINK, CHANGE_LINK, REVOKE_LINK],
] as const;
