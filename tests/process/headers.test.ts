/** What every route answers with, whatever it answers: the headers that browsers heed, and cookies as they should be. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCESS, SITE } from '../support/access-table.ts';
import { type AttackedService, HOST, type SeenAnswer, startAttacked } from '../support/attacked-service.ts';
import { addressOfRoute } from '../support/route-address.ts';

/** Answered before the routes, and to measured pages only. */
const COLLECTOR = ['/api/event', '/count/e', '/api/forget', '/count/f'];
/** For pages of others: scripts, files, and what has an open address for programs. */
const FOR_ANY_PAGE =
  /\/(s|sd|rights|choice|passant)\.js$|\/pages\.css$|consent-texts|open-data|datapackage|\/(a|o|access|object)$/;
/** May be kept by caches: the same for everybody. */
const FOR_CACHES =
  /^\/(count\/|passant\.js|api\/(docs|openapi\.json)|demo|charter|consent-texts|\.well-known|app\/assets|share\/[^/]+\/(open-data|datapackage))|^\/$/;
/** Every cookie that the service sets, and what a script may read of it. */
const COOKIES: Record<string, { path: string; sameSite: string; isHidden: boolean }> = {
  sessionid: { path: '/app', sameSite: 'Lax', isHidden: true },
  known: { path: '/app', sameSite: 'Lax', isHidden: true },
  'second-step': { path: '/app', sameSite: 'Lax', isHidden: true },
  begun: { path: '/app', sameSite: 'Lax', isHidden: true },
  csrftoken: { path: '/app', sameSite: 'Lax', isHidden: false },
  // Read by the tracker, which has to know.
  passant_optout: { path: '/', sameSite: 'Lax', isHidden: false },
};

let attacked: AttackedService;
beforeAll(async () => {
  attacked = await startAttacked();
}, 60_000);
afterAll(() => attacked.close());

function policyOf({ headers }: SeenAnswer): Map<string, string[]> {
  const directives = String(headers['content-security-policy'] ?? '').split('; ');
  return new Map(directives.map((each) => each.split(' ')).map(([name = '', ...sources]) => [name, sources]));
}

/** What is wrong with an answer. */
function faultsOf(answer: SeenAnswer, path: string): string[] {
  const { headers, status, cookies } = answer;
  const faults: string[] = [];
  const policy = policyOf(answer);
  const [bare = ''] = path.split('?');
  const expectHeader = (name: string, pattern: RegExp) => {
    if (!pattern.test(String(headers[name]))) faults.push(`${name}: ${String(headers[name])}`);
  };
  expectHeader('x-content-type-options', /^nosniff$/);
  expectHeader('referrer-policy', /^(same-origin|no-referrer)$/);
  expectHeader('x-frame-options', /^DENY$/);
  expectHeader('permissions-policy', /^browsing-topics=\(\)$/);
  expectHeader('cross-origin-opener-policy', /^same-origin$/);
  expectHeader('strict-transport-security', /^max-age=31536000$/);
  const isForAll = FOR_ANY_PAGE.test(bare) && status < 400;
  expectHeader('cross-origin-resource-policy', isForAll ? /^cross-origin$/ : /^(same|cross)-origin$/);
  for (const [name, allowed] of [
    ['default-src', /^'(self|none)'$/],
    ['base-uri', /^'none'$/],
    ['form-action', /^'self'$/],
    ['frame-ancestors', /^'none'$/],
  ] as const)
    if (!allowed.test(policy.get(name)?.join(' ') ?? '')) faults.push(`${name} ${policy.get(name)?.join(' ')}`);
  if (policy.get('default-src')?.[0] !== "'none'" && policy.get('object-src')?.[0] !== "'none'")
    faults.push('object-src');
  for (const [name, sources] of policy)
    for (const source of sources)
      if (!/^'(self|none|sha256-[\w+/=]+)'$/.test(source) && !(name === 'img-src' && source === 'data:'))
        faults.push(`${name} ${source}`);
  const mayBeKept = FOR_CACHES.test(bare) && status < 400 && !cookies.length;
  if (!mayBeKept) expectHeader('cache-control', /^no-store(, no-transform)?$/);
  if (
    answer.body !== '' &&
    !/^(text\/|application\/(json|x-ndjson)).*charset=utf-8/.test(String(headers['content-type']))
  )
    faults.push(`content-type: ${headers['content-type']}`);
  for (const name of ['server', 'x-powered-by', 'via']) if (headers[name] !== undefined) faults.push(name);
  return [...faults, ...cookies.flatMap((cookie) => faultOfCookie(cookie, status))];
}

function faultOfCookie(cookie: string, status: number): string[] {
  const [name = ''] = cookie.split('=');
  const known = COOKIES[name];
  if (known === undefined || status >= 400) return [`cookie ${cookie}`];
  const parts = cookie.split('; ').slice(1);
  // A visitor's own form on http stays on http; the origin says so.
  const wanted = [
    `Path=${known.path}`,
    `SameSite=${known.sameSite}`,
    ...(known.isHidden ? ['HttpOnly'] : []),
    'Secure',
  ];
  const missing = wanted.filter((part) => !parts.includes(part));
  const more = parts.filter((part) => !wanted.includes(part) && !/^Max-Age=\d+$/.test(part));
  return [...missing, ...more].map((part) => `${name}: ${part}`);
}

describe.each([
  ['nobody', () => ({})],
  ['the owner', () => ({ ...attacked.owner, origin: `https://${HOST}` })],
  ['a program', () => attacked.program],
] as const)('asked by %s', (_who, headersOf) => {
  it('every route answers with the headers that keep a page to itself', async () => {
    const wrong: Record<string, string[]> = {};
    const seen = new Set<number>();
    // What ends the login or the site comes last, and is not asked.
    const routes = Object.entries(ACCESS).filter(
      ([route]) => !/sign-out|account\/password|sites\/:domain\/remove/.test(route),
    );
    for (const [route, { query, body }] of routes) {
      const { method, path } = addressOfRoute(route, SITE, query);
      const answer = await attacked.ask(method, path, headersOf(), method === 'GET' ? undefined : (body ?? {}));
      seen.add(answer.status);
      const faults = faultsOf(answer, path);
      if (faults.length > 0) wrong[`${route} ${answer.status}`] = faults;
    }
    expect(wrong).toEqual({});
    expect(seen.has(200)).toBe(true);
    expect([...seen].filter((status) => status >= 500)).toEqual([]);
  });
});

it.each([
  ['GET', '/nothing/here'],
  ['GET', '/app/assets/none.js'],
  ['DELETE', '/healthz'],
  ['PROPFIND', '/app/'],
  ['POST', '/app/api/sign-in'],
])('%s %s answers with them too', async (method, path) => {
  const answer = await attacked.ask(method, path);
  expect([answer.status >= 400, faultsOf(answer, path)]).toEqual([true, []]);
});

it('the collector answers without cookies, out of caches, and as nothing that runs', async () => {
  for (const path of COLLECTOR) {
    const answers = [await attacked.ask('POST', path, {}, '{"n":'), await attacked.ask('POST', path, {}, { d: SITE })];
    for (const { headers, cookies } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-type']).toMatch(/^(text\/plain|application\/json); charset=utf-8$/);
      expect(cookies).toEqual([]);
    }
  }
});

it('browsers are told to stay with https under our own public address only', async () => {
  const elsewhere = await attacked.ask('GET', '/count/s.js', { host: 'www.shop.example' });
  expect([elsewhere.status, elsewhere.headers['strict-transport-security']]).toEqual([200, undefined]);
});

it('an address is taken as it is written: no other spelling gets past what looks at it', async () => {
  for (const path of ['/APP/api/state', '/Charter/shop.example', '/Api/v2/query', '/HEALTHZ', '//app/', '/%61pp/'])
    expect([path, (await attacked.ask('GET', path, attacked.owner)).status]).toEqual([path, 404]);
});
