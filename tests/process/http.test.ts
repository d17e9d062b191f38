/** The outside of the service: addresses, headers, limits, sign-in and keys. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIREFOX, pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

let folder: string;
let service: Service;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '40', PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1' });
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

/** A visitor of the back office with a jar for cookies. */
function createBrowser() {
  const jar = new Map<string, string>();
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(service.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': jar.get('csrftoken') ?? '',
        ...headers,
      },
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  return { ask, jar };
}

const PASSWORD = 'quiet words in a long row';
const QUERY = { site_id: 'demo', metrics: ['pageviews'], date_range: 'day' };

describe('the collector', () => {
  it('answers 202 without a cookie, a validator or a cacheable copy, to any origin', async () => {
    const answer = await sendBeacon(service.url, pageview('/'), { headers: { origin: 'http://127.0.0.1:1' } });
    expect(answer.status).toBe(202);
    expect(await answer.text()).toBe('ok');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const name of ['set-cookie', 'etag', 'last-modified']) expect(answer.headers.get(name)).toBeNull();
  });

  it.each([
    ['a foreign page', { headers: { origin: 'https://evil.example' } }, pageview('/'), 'foreign-origin'],
    ['a robot', { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }, pageview('/'), 'bot'],
    ['a page loaded in advance', { headers: { 'sec-purpose': 'prefetch;prerender' } }, pageview('/'), 'prefetch'],
    ['a site of nobody', {}, pageview('/', { d: 'nobody.example' }), 'unknown-site'],
    ['a page of another host', {}, pageview('/', { u: 'https://other.example/' }), 'foreign-host'],
  ])('drops %s and says why', async (_what, options, message, reason) => {
    const answer = await sendBeacon(service.url, message, options);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('x-passant-dropped')).toBe(reason);
  });

  it('names the same addresses under the prefix, and answers a preflight', async () => {
    const answer = await fetch(`${service.url}/count/e`, {
      method: 'POST',
      body: JSON.stringify(pageview('/')),
      headers: { 'user-agent': FIREFOX },
    });
    expect(answer.status).toBe(202);
    const preflight = await fetch(`${service.url}/count/e`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('counts without JavaScript by a pixel', async () => {
    const address = `${service.url}/pixel.gif?site=demo&url=${encodeURIComponent('http://127.0.0.1/demo/pixel')}`;
    const answer = await fetch(address, { headers: { 'user-agent': FIREFOX } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/gif');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 6)
        .toString(),
    ).toBe('GIF89a');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a body over 64 KiB with 413 and an address in a hurry with 429', async () => {
    const large = await sendBeacon(service.url, pageview('/', { pad: 'x'.repeat(66_000) })).catch(() => null);
    if (large !== null) expect(large.status).toBe(413);
    const headers = { 'x-forwarded-for': '192.0.2.44' };
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => sendBeacon(service.url, pageview('/'), { headers })),
    );
    const late = answers.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThanOrEqual(10);
    expect(late[0]?.headers.get('retry-after')).toBe('1');
    const other = await sendBeacon(service.url, pageview('/'), { headers: { 'x-forwarded-for': '192.0.2.45' } });
    expect(other.status).toBe(202);
  });

  it('believes address, User-Agent and time of a backend with a key, and only of such', async () => {
    const issue = await runCommandBeside(folder, ['key', 'issue', 'backend', '--scope', 'events:write']);
    const key = issue.stdout.trim();
    const old = pageview('/', { time: '2020-01-01T00:00:00Z', ip: '203.0.113.5', user_agent: FIREFOX });
    const options = { userAgent: 'my-backend/1.0', headers: { authorization: `Bearer ${key}` } };
    const refused = await sendBeacon(service.url, old, options);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('passant import events');
    const kept = await sendBeacon(service.url, { ...old, time: new Date().toISOString() }, options);
    expect(kept.headers.get('x-passant-dropped')).toBeNull();
    const wrongKey = { ...options, headers: { authorization: 'Bearer psk_nope' } };
    expect((await sendBeacon(service.url, old, wrongKey)).status).toBe(401);
    const unbelieved = await sendBeacon(service.url, old, { userAgent: 'my-backend/1.0' });
    expect(unbelieved.headers.get('x-passant-dropped')).toBe('bot');
  });
});

describe('the scripts', () => {
  it.each(['/count/s.js', '/count/sd.js', '/count/choice.js', '/count/choice.js?lang=fr', '/passant.js'])(
    '%s is answered to any page, the same for everybody',
    async (path) => {
      const answer = await fetch(service.url + path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect((await answer.text()).includes('passant_date')).toBe(path === '/count/sd.js');
    },
  );
});

describe('the banner', () => {
  it('is answered in the language that is asked for, and in English for one that it does not speak', async () => {
    const get = async (query: string) => (await fetch(`${service.url}/count/choice.js${query}`)).text();
    const [french, english, chooser] = await Promise.all([get('?lang=fr-CA'), get('?lang=en'), get('')]);
    expect(french).toContain('Tout refuser');
    expect(french).not.toContain('Refuse all');
    expect(english).toContain('Refuse all');
    for (const other of ['?lang=xx', '?lang=', '?lang=../../s', '?lang=fr&lang=de'])
      expect([other, await get(other)]).toEqual([other, other.includes('&') ? chooser : english]);
    expect(chooser.length).toBeLessThan(500);
  });

  it('has its texts on show for good, those of old versions and of a site’s own editions too', async () => {
    for (const [version, words] of [
      ['2-fr', 'Tout refuser'],
      ['2.spring-fr', 'Tout refuser'],
      ['1-en', 'May we count your visits?'],
    ]) {
      const answer = await fetch(`${service.url}/count/consent-texts/${version}.json`);
      expect([version, answer.status, answer.headers.get('cache-control')]).toEqual([
        version,
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(await answer.text()).toContain(words);
    }
    expect((await fetch(`${service.url}/consent-texts/2-en.json`)).status).toBe(200);
    for (const none of ['99-fr', '2-xx', '..%2f..%2fs-js'])
      expect((await fetch(`${service.url}/consent-texts/${none}.json`)).status).toBe(404);
  });

  it('reports what was answered to whoever may ask', async () => {
    const issue = await runCommandBeside(folder, ['key', 'issue', 'figures', '--scope', 'stats:read']);
    const headers = { authorization: `Bearer ${issue.stdout.trim()}` };
    const ask = async (body: object, init: object = { headers }) =>
      fetch(`${service.url}/api/v2/consent`, { method: 'POST', body: JSON.stringify(body), ...init });
    const question = { site_id: 'demo', date_range: 'day', dimensions: ['event:page'] };
    for (const [action, c] of [
      ['asked', 'unset'],
      ['refused', 'denied'],
    ])
      await sendBeacon(service.url, pageview('/asked', { n: 'consent', action, c, text: '2-en', banner: 'passant-2' }));
    const answer = await ask(question);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { results } = (await answer.json()) as { results: { dimensions: string[] }[] };
    expect(results.find(({ dimensions }) => dimensions[0] === '/demo/asked')).toMatchObject({
      ...{ asked: 1, accepted: 0, refused: 1, ignored: 0, withdrawn: 0, answered: 1 },
      ...{ acceptance_rate: 0, answer_rate: 100 },
    });
    expect((await ask(question, {})).status).toBe(401);
    expect((await ask({ ...question, site_id: 'elsewhere.example' })).status).toBe(404);
    expect((await ask({ ...question, filters: [['is', 'visit:country', ['FR']]] })).status).toBe(400);
    const table = await runCommandBeside(folder, ['consent', '--site', 'demo', '--range', 'day', '--csv']);
    expect(table.stdout.split('\n')[0]).toBe(
      'asked,answered,accepted,refused,ignored,withdrawn,acceptance_rate,answer_rate',
    );
  });
});

describe('the service addresses', () => {
  it('say that it lives and can write, and what it has counted', async () => {
    expect(await (await fetch(`${service.url}/healthz`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${service.url}/readyz`)).json()).toEqual({ status: 'ready' });
    const foreign = await fetch(`${service.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(foreign.status).toBe(403);
    expect(await (await fetch(`${service.url}/metrics`)).text()).toMatch(/passant_events_total\{outcome="kept"\} \d+/);
  });

  it('answer errors in one shape', async () => {
    for (const [path, init, status, code] of [
      ['/nothing', {}, 404, 'not_found'],
      ['/healthz', { method: 'PUT' }, 405, 'method_not_allowed'],
      ['/api/v2/query', { method: 'POST', body: JSON.stringify(QUERY) }, 401, 'unauthenticated'],
      ['/app/api/v2/query', { method: 'POST', body: JSON.stringify(QUERY) }, 403, 'forbidden'],
    ] as const) {
      const answer = await fetch(service.url + path, init);
      expect([path, answer.status]).toEqual([path, status]);
      expect(await answer.json()).toMatchObject({ code, error: expect.any(String), details: expect.any(Array) });
    }
  });
});

describe('the back office', () => {
  it('opens once by the set-up link, signs in and out, and answers only its own pages', async () => {
    const { ask, jar } = createBrowser();
    const token = service.setupUrl?.split('#')[1];
    expect(await (await ask('/app/api/state')).json()).toMatchObject({ signedIn: false, needsSetup: true, sites: [] });
    const form = { token, email: 'ada@example.org', password: PASSWORD };
    expect((await ask('/app/api/setup', { ...form, password: 'short' })).status).toBe(400);
    expect((await ask('/app/api/setup', { ...form, token: 'wrong' })).status).toBe(403);
    expect((await ask('/app/api/setup', form, { 'x-csrf-token': 'wrong' })).status).toBe(403);
    expect((await ask('/app/api/setup', form, { origin: 'https://evil.example' })).status).toBe(403);
    const done = await ask('/app/api/setup', form);
    expect(done.status).toBe(200);
    const login = done.headers.getSetCookie().find((cookie) => cookie.startsWith('sessionid='));
    expect(login).toMatch(/Path=\/app; .*SameSite=Lax; HttpOnly/);
    expect((await ask('/app/api/setup', form)).status).toBe(409);

    const dated = ['--jurisdiction', 'GB', '--timezone', 'Europe/London', '--date-flag', 'on'];
    expect((await runCommandBeside(folder, ['site', 'add', 'dated.example', ...dated])).stderr).toBe('');
    const state = (await (await ask('/app/api/state')).json()) as { sites: { domain: string; snippet: string }[] };
    expect(state).toMatchObject({
      signedIn: true,
      needsSetup: false,
      user: { email: 'ada@example.org', role: 'owner' },
    });
    expect(state.sites.map(({ snippet }) => snippet)).toEqual([
      `<script defer src="${service.url}/count/s.js?site=dated.example" data-site="dated.example" data-timezone="Europe/London"></script>`,
      `<script defer src="${service.url}/count/s.js?site=demo" data-site="demo"></script>`,
    ]);
    expect((await ask('/app/api/v2/query', QUERY)).status).toBe(200);
    expect((await ask('/app/api/v2/query', QUERY, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask('/app/api/v2/query', { ...QUERY, site_id: 'other' })).status).toBe(404);

    const old = jar.get('sessionid');
    const left = await ask('/app/api/sign-out', {});
    // Never "storage" or "cookies": those of a measured page at the same host would go too.
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
    jar.set('sessionid', old ?? '');
    expect((await ask('/app/api/v2/query', QUERY)).status).toBe(401);
    const wrong = await ask('/app/api/sign-in', { email: 'ada@example.org', password: 'not this one, no' });
    expect(wrong.status).toBe(401);
    expect((await ask('/app/api/sign-in', { email: 'ada@example.org', password: PASSWORD })).status).toBe(200);
  });

  it('takes the language of its cookie, then of the browser', async () => {
    const { ask, jar } = createBrowser();
    const language = async (header: string) =>
      /<html lang="(.*?)">/.exec(await (await ask('/app/', undefined, { 'accept-language': header })).text())?.[1];
    expect(await language('fr-CA,fr;q=0.9,en;q=0.5')).toBe('fr');
    expect(await language('de-AT,de;q=0.9,en;q=0.5')).toBe('de');
    expect(await language('pl')).toBe('en');
    jar.set('language', 'fr');
    expect(await language('en')).toBe('fr');
  });
});

describe('a key', () => {
  it('asks questions within its scope and its site, until it is revoked', async () => {
    const issue = async (...args: string[]) =>
      (await runCommandBeside(folder, ['key', 'issue', 'k', ...args])).stdout.trim();
    const ask = (key: string, body: unknown = QUERY) =>
      fetch(`${service.url}/api/v2/query`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${key}` },
      });
    const all = await issue();
    expect((await ask(all)).status).toBe(200);
    expect((await ask(await issue('--scope', 'events:write'))).status).toBe(403);
    await runCommandBeside(folder, ['site', 'add', 'other.example']);
    const other = await issue('--site', 'other.example');
    expect((await ask(other)).status).toBe(404);
    expect((await ask(other, { ...QUERY, site_id: 'other.example' })).status).toBe(200);
    const mistakes = (await (
      await ask(all, { site_id: 'demo', metrics: ['hits'], dimensions: ['colour'] })
    ).json()) as {
      details: { path: string }[];
    };
    expect(mistakes.details.map(({ path }) => path)).toEqual(['metrics[0]', 'dimensions[0]', 'date_range']);
    const forever = { ...QUERY, date_range: ['0001-01-01', '9999-12-31'], dimensions: ['time:day'] };
    expect((await ask(all, forever)).status).toBe(400);
    const [first] = JSON.parse((await runCommandBeside(folder, ['key', 'list', '--json'])).stdout) as {
      id: number;
      name: string;
    }[];
    expect(first).toBeDefined();
    const list = JSON.parse((await runCommandBeside(folder, ['key', 'list', '--json'])).stdout) as {
      id: number;
      name: string;
    }[];
    for (const { id } of list) await runCommandBeside(folder, ['key', 'revoke', String(id)]);
    expect((await ask(all)).status).toBe(401);
  });
});

describe('forgetting', () => {
  it('takes a visitor out of the measured and keeps visits and pageviews', async () => {
    await runCommandBeside(folder, ['site', 'add', 'forget.example']);
    const id = 'V1StGXR8_Z5jdHi6B-myT';
    const message = { n: 'pageview', u: 'https://forget.example/a', d: 'forget.example', c: 'granted', id };
    await sendBeacon(service.url, message);
    const figures = async () => {
      const args = [
        'query',
        '--site',
        'forget.example',
        '--metrics',
        'visitors_measured,visits,pageviews',
        '--range',
        'day',
        '--json',
      ];
      const answer = JSON.parse((await runCommandBeside(folder, args)).stdout) as { results: { metrics: number[] }[] };
      return answer.results[0]?.metrics;
    };
    expect(await figures()).toEqual([1, 1, 1]);
    const forget = (body: unknown) =>
      fetch(`${service.url}/api/forget`, { method: 'POST', body: JSON.stringify(body) });
    expect((await forget({ d: 'forget.example' })).status).toBe(400);
    expect((await forget({ d: 'forget.example', id: 'AAAAAAAAAAAAAAAAAAAAA' })).status).toBe(202);
    expect(await figures()).toEqual([1, 1, 1]);
    expect((await forget({ d: 'forget.example', id })).status).toBe(202);
    expect(await figures()).toEqual([0, 1, 1]);
  });
});
