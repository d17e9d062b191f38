/** Figures by program: questions, explorations, counters, and single events out. */
import { operation } from '../operation.ts';
import * as counters from '../schemas/counters.ts';
import * as explorations from '../schemas/explorations.ts';
import { SEGMENTS } from '../schemas/lists.ts';
import { QUERY, QUERY_ANSWER } from '../schemas/query.ts';

const questions = { group: 'questions', needs: 'stats:read' } as const;
const visits = { group: 'explorations', needs: 'stats:read' } as const;
const SITE_ID = 'example.org';
const exampleQuery = { site_id: SITE_ID };
const MONTH = { from: '2026-03-01', to: '2026-03-31' };

export const QUERY_SITE = operation({
  ...{ method: 'post', path: '/api/v2/query', id: 'query', ...questions },
  summary: 'Ask for figures',
  description:
    'The shape is that of the Plausible Stats API v2. With `Cache-Control: no-cache` the answer is worked out anew; `Server-Timing` says how many milliseconds it took.',
  body: QUERY,
  example: {
    site_id: SITE_ID,
    metrics: ['visitors_low', 'visitors_high', 'visits'],
    date_range: '30d',
    dimensions: ['visit:source'],
    filters: [['is', 'visit:country', ['FR']]],
    order_by: [['visits', 'desc']],
    pagination: { limit: 10 },
  },
  answers: { 200: { description: 'One row per group', schema: QUERY_ANSWER } },
});

export const ASK_CONSENT = operation({
  ...{ method: 'post', path: '/api/v2/consent', id: 'askConsent', ...questions },
  summary: 'Ask what visitors answered to the question for consent',
  body: counters.CONSENT_QUESTION,
  example: { site_id: SITE_ID, date_range: '30d', dimensions: ['time:day', 'consent:text'] },
  answers: { 200: { description: 'One row per group', schema: counters.CONSENT_ANSWER } },
});

export const ASK_QUALITY = operation({
  ...{ method: 'get', path: '/api/v2/quality', id: 'askQuality', ...questions },
  summary: 'Ask how good the data is',
  description: 'What was kept and dropped on each day, restarts that have lost a key, and the latest twenty imports.',
  query: counters.OF_DAYS,
  exampleQuery: { ...exampleQuery, ...MONTH },
  answers: { 200: { description: 'One row per day', schema: counters.QUALITY_ANSWER } },
});

export const LIST_PROPERTIES = operation({
  ...{ method: 'get', path: '/api/v2/properties', id: 'listProperties', ...questions },
  summary: 'List the names of the properties that events have',
  query: counters.OF_SITE,
  exampleQuery,
  answers: { 200: { description: 'The names', schema: counters.NAMES_ANSWER } },
});

export const READ_SEGMENTS = operation({
  ...{ method: 'get', path: '/api/v2/segments', id: 'readSegments', ...questions },
  summary: 'List the segments that filters may name',
  query: counters.OF_SITE,
  exampleQuery,
  answers: { 200: { description: 'The segments, by their names', schema: SEGMENTS } },
});

export const READ_ANNOTATIONS = operation({
  ...{ method: 'get', path: '/api/v2/annotations', id: 'readAnnotations', ...questions },
  summary: 'List the notes on days',
  query: counters.SOME_DAYS,
  exampleQuery: { ...exampleQuery, ...MONTH },
  answers: { 200: { description: 'The notes, by day', schema: counters.NOTES_ANSWER } },
});

export const ASK_FUNNEL = operation({
  ...{ method: 'post', path: '/api/v2/funnel', id: 'askFunnel', ...visits },
  summary: 'Ask how many go how far',
  body: explorations.FUNNEL_QUESTION,
  example: {
    site_id: SITE_ID,
    date_range: '30d',
    steps: [
      { name: 'Offer', filter: ['is', 'event:page', ['/offer']] },
      { name: 'Sign up', filter: ['is', 'event:name', ['signup']] },
    ],
    within: 'visit',
  },
  answers: { 200: { description: 'One row per step', schema: explorations.FUNNEL_ANSWER } },
});

export const ASK_RETENTION = operation({
  ...{ method: 'post', path: '/api/v2/retention', id: 'askRetention', ...visits },
  summary: 'Ask who comes again',
  description: 'Of visitors with consent.',
  body: explorations.RETENTION_QUESTION,
  example: { site_id: SITE_ID, date_range: ['2026-03-02', '2026-03-29'], unit: 'week', periods: 4 },
  answers: { 200: { description: 'One row per cohort', schema: explorations.RETENTION_ANSWER } },
});

export const ASK_JOURNEYS = operation({
  ...{ method: 'post', path: '/api/v2/journeys', id: 'askJourneys', ...visits },
  summary: 'Ask which pages come next, or came before',
  body: explorations.JOURNEYS_QUESTION,
  example: { site_id: SITE_ID, date_range: '30d', page: '/docs/start', direction: 'next', depth: 2 },
  answers: {
    200: { description: 'One row per journey, the most frequent first', schema: explorations.JOURNEYS_ANSWER },
  },
});

export const ASK_REALTIME = operation({
  ...{ method: 'get', path: '/api/v2/realtime', id: 'askRealtime', ...visits },
  summary: 'Ask who is here now',
  query: counters.OF_SITE,
  exampleQuery,
  answers: { 200: { description: 'Current visitors', schema: explorations.REALTIME_ANSWER } },
});

export const STREAM_REALTIME = operation({
  ...{ method: 'get', path: '/api/v2/realtime/stream', id: 'streamRealtime', ...visits },
  summary: 'Be told who is here now',
  description:
    'Server-sent events. `figures`, whose data is an answer of `/api/v2/realtime`, comes at once and whenever a figure changes, every three seconds at most; `ended` comes when the key is revoked.',
  query: counters.OF_SITE,
  exampleQuery,
  answers: { 200: { description: 'A stream without an end', types: ['text/event-stream'] } },
  refusals: ['unavailable'],
});

export const EXPORT_EVENTS = operation({
  ...{ method: 'get', path: '/api/v2/export', id: 'exportEvents', group: 'raw', needs: 'events:read' },
  summary: 'Export single events',
  description: 'What is stored, one event a line, as fast as it is read; one export per key at a time.',
  query: counters.EXPORT_QUESTION,
  exampleQuery: { ...exampleQuery, date_range: '2026-03-01,2026-03-31', format: 'ndjson' },
  answers: { 200: { description: 'The events', types: ['application/x-ndjson', 'text/csv'] } },
  refusals: ['rate_limited'],
});

export const QUESTION_OPERATIONS = [
  ...[QUERY_SITE, ASK_CONSENT, ASK_QUALITY, LIST_PROPERTIES, READ_SEGMENTS, READ_ANNOTATIONS],
  ...[ASK_FUNNEL, ASK_RETENTION, ASK_JOURNEYS, ASK_REALTIME, STREAM_REALTIME, EXPORT_EVENTS],
] as const;
