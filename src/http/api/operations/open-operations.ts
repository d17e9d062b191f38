/** What nobody needs a key for: what pages send, what visitors ask about themselves, and this description. */
import { DROP_REASONS } from '../../../domain/drop-reason.ts';
import { operation } from '../operation.ts';
import { BEACON, FORGET, PIXEL } from '../schemas/collect.ts';
import { ACCESS_ANSWER, OBJECTION_ANSWER, RIGHTS_QUESTION } from '../schemas/rights.ts';

const collecting = { group: 'collecting', needs: null } as const;
const rights = { group: 'rights', needs: null } as const;
const description = { group: 'description', needs: null } as const;
const BODY_TYPES = ['application/json', 'text/plain'];
const DROPPED = { 'x-passant-dropped': `When it is not kept on purpose, why: ${Object.keys(DROP_REASONS).join(', ')}` };
const IDENTIFIER = 'V1StGXR8_Z5jdHi6B-myT';

export const SEND_EVENT = operation({
  ...{ method: 'post', path: '/api/event', id: 'sendEvent', ...collecting },
  summary: 'Send a pageview or an event',
  description:
    'Field names follow the Plausible Events API. With a key of scope `events:write` a back end sends for visitors: `ip`, `user_agent` and `time` are believed then.',
  body: BEACON,
  bodyTypes: BODY_TYPES,
  example: { n: 'pageview', u: 'https://example.org/docs/start', d: 'example.org', c: 'unset' },
  answers: {
    202: { description: '`ok`: it is on disk, or dropped on purpose', types: ['text/plain'], headers: DROPPED },
  },
  refusals: ['unauthenticated', 'rate_limited', 'unavailable'],
});

export const FORGET_VISITOR = operation({
  ...{ method: 'post', path: '/api/forget', id: 'forgetVisitor', ...collecting },
  summary: 'Withdraw consent and erase what is stored',
  description: 'Whether anything was stored stays unsaid.',
  body: FORGET,
  bodyTypes: BODY_TYPES,
  example: { d: 'example.org', id: IDENTIFIER },
  answers: { 202: { description: '`ok`', types: ['text/plain'] } },
  refusals: ['rate_limited', 'unavailable'],
});

export const COUNT_BY_PIXEL = operation({
  ...{ method: 'get', path: '/pixel.gif', id: 'countByPixel', ...collecting },
  summary: 'Count without JavaScript',
  description: 'Always anonymously.',
  query: PIXEL,
  exampleQuery: { site: 'example.org', url: 'https://example.org/docs/start' },
  answers: { 200: { description: 'A transparent picture', types: ['image/gif'], headers: DROPPED } },
  refusals: ['rate_limited', 'unavailable'],
});

export const ACCESS_VISITOR = operation({
  ...{ method: 'post', path: '/api/access', id: 'accessVisitor', ...rights },
  summary: 'See everything that is stored for an identifier',
  body: RIGHTS_QUESTION,
  bodyTypes: BODY_TYPES,
  example: { d: 'example.org', id: IDENTIFIER },
  answers: { 200: { description: 'Every visit, event and receipt', schema: ACCESS_ANSWER } },
  refusals: ['not_found', 'rate_limited'],
});

export const OBJECT_VISITOR = operation({
  ...{ method: 'post', path: '/api/object', id: 'objectVisitor', ...rights },
  summary: 'Object: be counted no more',
  description: 'Withdraws, erases, and sets a mark that is the same for everybody.',
  body: RIGHTS_QUESTION,
  bodyTypes: BODY_TYPES,
  example: { d: 'example.org' },
  answers: { 200: { description: 'It is heard', schema: OBJECTION_ANSWER } },
  refusals: ['not_found', 'rate_limited'],
});

export const DESCRIBE_API = operation({
  ...{ method: 'get', path: '/api/openapi.json', id: 'describeApi', ...description },
  summary: 'Read this description as OpenAPI 3.1',
  answers: { 200: { description: 'The document', types: ['application/json'] } },
});

export const SHOW_API = operation({
  ...{ method: 'get', path: '/api/docs', id: 'showApi', ...description },
  summary: 'Read this description as a page',
  answers: { 200: { description: 'The page', types: ['text/html'] } },
});

export const OPEN_OPERATIONS = [
  ...[SEND_EVENT, FORGET_VISITOR, COUNT_BY_PIXEL, ACCESS_VISITOR, OBJECT_VISITOR, DESCRIBE_API, SHOW_API],
] as const;
