/** JSON made to break whoever reads it, sent to every route that reads JSON: it is answered, and leaves no trace in the program. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS, type AccessRow, SITE } from '../support/access-table.ts';
import { type AttackedService, startAttacked } from '../support/attacked-service.ts';
import { addressOfRoute } from '../support/route-address.ts';

/** Told by the program itself when it ends: whether anything has got into what all objects share. */
const WATCH = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
const shared = () => [Object, Array, Function].map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join());
const before = shared();
if (isMainThread) process.on('exit', () => {
  const after = shared();
  writeSync(2, after.join() === before.join() ? 'PROTOTYPES CLEAN' : 'PROTOTYPES CHANGED ' + after);
});`)}`;

const QUESTION = {
  ...{ site_id: SITE, metrics: ['visits'], date_range: '7d', dimensions: ['event:page'] },
  ...{ filters: [['is', 'event:page', ['/']]], order_by: [['visits', 'desc']], pagination: { limit: 10, offset: 0 } },
  ...{ include: { total_rows: true, comparisons: { mode: 'previous_period' } } },
};
const STEPS = [{ filter: ['is', 'event:page', ['/']] }, { filter: ['is', 'event:page', ['/a']] }];
/** What is good to begin with, so that each wrong field is reached; others have the body of the access table. */
const GOOD: Readonly<Record<string, object>> = {
  'POST /api/v2/query': QUESTION,
  'POST /app/api/v2/query': QUESTION,
  'POST /share/:key/api/v2/query': QUESTION,
  'POST /api/v2/funnel': { ...QUESTION, steps: STEPS, within_days: 3 },
  'POST /api/v2/retention': { ...QUESTION, interval: 'week' },
  'POST /api/v2/journeys': { ...QUESTION, start: '/', direction: 'after' },
  'POST /api/v2/consent': { site_id: SITE, date_range: '7d', dimensions: ['event:page'] },
  'POST /app/api/sites': { domain: 'another.example', timezone: 'UTC', hosts: 'a.example' },
  'POST /app/api/sites/:domain/settings': { timezone: 'UTC', hosts: 'a.example', 'exclude-paths': '/a/**', review: '' },
  'POST /app/api/sites/:domain/goals': { event: 'x', name: 'x', prop: ['a=b'], page: '', scroll: '' },
  'POST /app/api/sites/:domain/funnels': { name: 'x', steps: STEPS },
  'POST /app/api/sites/:domain/segments': { name: 'x', filters: [['is', 'event:page', ['/']]] },
  'PUT /app/api/sites/:domain/segments/:id': { name: 'x', filters: [['is', 'event:page', ['/']]] },
  'POST /app/api/sites/:domain/annotations': { day: '2026-01-01', text: 'a' },
  'POST /app/api/sites/:domain/links': { kind: 'secret', name: 'x', embedding: ['https://a.example'], details: true },
  'POST /app/api/sites/:domain/links/:id': { name: 'x', expires: '2030-01-01' },
  'POST /app/api/people/invitations': { email: 'eve@example.org', role: 'viewer', siteRoles: [] },
  'POST /app/api/keys': { name: 'x', scopes: ['stats:read'], site: SITE, expires: '2030-01-01' },
  'POST /api/access': { d: SITE, id: 'V1StGXR8_Z5jdHi6B-myT' },
  'POST /api/object': { d: SITE, id: 'V1StGXR8_Z5jdHi6B-myT' },
};
const MORE: Readonly<Record<string, AccessRow>> = Object.fromEntries(
  ['/api/event', '/api/forget'].map((path) => [
    `POST ${path}`,
    {
      needs: 'anybody',
      body: { n: 'x', u: `https://${SITE}/`, d: SITE, p: { a: 'b' }, $: { amount: 1, currency: 'EUR' } },
    },
  ]),
);

const nest = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;
/** In the place of a field, as JSON. */
const VALUES = [
  ...['null', '[]', '{}', 'true', '""', '1e309', '-1e309', '1e-400', '-0', '9007199254740993', '0.1'],
  ...[
    nest('[', ']', 1500),
    nest('{"a":', '}', 500),
    nest('["and",[', ']]', 400),
    nest('["not",', ']', 400),
    nest('["not",', ']', 7500),
  ],
  ...['{"__proto__":{"polluted":"yes"}}', '{"constructor":{"prototype":{"polluted":"yes"}}}'],
  ...['"__proto__"', '"constructor"', '["__proto__"]', '["toString","valueOf"]', '{"toString":1,"length":-1}'],
  ...['"\\u0000\\r\\nx-injected: yes"', '"\\ud800"', `"${'x'.repeat(3000)}"`, '[null]', '[[["is"]]]'],
];
/** In the place of the whole. */
const BODIES = [
  ...['', 'null', '[]', '1', '"x"', '{', '{"a":1}{"a":2}', '\ufeff{}', '[1,2', "{'a':1}", '{"a":NaN}', '[[[[[[]]]]]]'],
  ...['{"__proto__":{"polluted":"yes"}}', '{"__proto__":null}', '{"constructor":{"prototype":{"polluted":"yes"}}}'],
  ...[nest('[', ']', 30_000), nest('{"a":', '}', 10_000), `{"a":${'9'.repeat(4000)}}`],
  ...['{"__proto__":"x","toString":"x","hasOwnProperty":"x","length":1e9,"then":"x"}'],
];

let attacked: AttackedService;
beforeAll(async () => {
  attacked = await startAttacked({ NODE_OPTIONS: `--import=${WATCH}` });
}, 60_000);
afterAll(() => attacked.close());

const isRead = ([route, { needs }]: [string, AccessRow]) =>
  /^(POST|PUT|PATCH) /.test(route) &&
  !/privacy|\/count\//.test(route) &&
  !/sign-out|\/revoke$/.test(route) &&
  needs !== 'loopback';
const ROUTES = Object.entries({ ...ACCESS, ...MORE }).filter(isRead);

describe.each(ROUTES)('%s', (route, { needs, query, body }) => {
  it('answers whatever JSON it is sent, and has no fault', async () => {
    const { method, path } = addressOfRoute(route, SITE, query);
    const headers = needs.includes('key ') ? attacked.program : needs === 'anybody' ? {} : attacked.owner;
    const good = JSON.stringify(GOOD[route] ?? body ?? {});
    const bodies: (string | Buffer)[] = [...BODIES, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])];
    const fields = Object.keys(JSON.parse(good) as object);
    for (const field of fields)
      for (const value of VALUES)
        bodies.push(good.replace(/\}$/, `${good === '{}' ? '' : ','}${JSON.stringify(field)}:${value}}`));
    bodies.push(good.replace(/\}$/, `${good === '{}' ? '' : ','}"__proto__":{"polluted":"yes"}}`));
    const faults: string[] = [];
    for (const sent of bodies) {
      const answer = await attacked.ask(method, path, headers, sent);
      const isTold = answer.status < 400 || /"code":"\w+"/.test(answer.body);
      if (answer.status >= 500 || !isTold || answer.headers['x-injected'] !== undefined)
        faults.push(`${answer.status} ${answer.body.slice(0, 80)} to ${sent.toString().slice(-120)}`);
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

it('a site that is named twice is the one that is asked about, and the one that the key is judged by', async () => {
  await attacked.run(['site', 'add', 'secret.example']);
  const key = await attacked.run(['key', 'issue', 'of one site', '--site', SITE]);
  const ask = async (first: string, second: string) => {
    const body = `{"site_id":"${first}","metrics":["visits"],"date_range":"7d","site_id":"${second}"}`;
    return attacked.ask('POST', '/api/v2/query', { authorization: `Bearer ${key}` }, body);
  };
  expect((await ask(SITE, 'secret.example')).status).toBe(404);
  const own = await ask('secret.example', SITE);
  expect([own.status, (JSON.parse(own.body) as { query: { site_id: string } }).query.site_id]).toEqual([200, SITE]);
});

it('nothing that all objects share has changed in the end, and no fault is in the log', async () => {
  await attacked.service.stop();
  expect(attacked.service.output()).toContain('PROTOTYPES CLEAN');
  const lines = attacked.service.output().match(/^\{.*$/gm) ?? [];
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect((JSON.parse(line) as { time: string }).time).toMatch(/^\d{4}-.*Z$/);
  expect(attacked.service.output()).not.toMatch(/"level":50|failed|polluted/);
});
