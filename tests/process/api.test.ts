/** The public API as programs use it: sites and what they keep, and every answer held to the form that the description gives it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import type { ApiDocument, ApiOperation, Json } from '../../src/http/api/describe-api.ts';
import { OPERATIONS } from '../../src/http/api/operations/all-operations.ts';
import { REFUSAL } from '../../src/http/api/schemas/errors.ts';
import { CHROME, pageview, sendBeacon } from '../support/beacons.ts';
import { OWNER } from '../support/seeded-office.ts';
import {
  commandsOf,
  createFolder,
  removeFolder,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';

const SITE = 'shop.example';
let folder: string;
let service: Service;
const keys: Record<string, string> = {};

beforeAll(async () => {
  folder = createFolder();
  const owner = { PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password };
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0', ...owner });
  const issue = async (name: string, ...args: string[]) => {
    const { stdout } = await runCommandBeside(folder, ['key', 'issue', name, ...args]);
    return stdout.trim();
  };
  keys.whole = await issue('Terraform', '--scope', 'sites:read', 'sites:write', 'stats:read', 'events:read');
  await call('POST', '/api/v1/sites', {
    domain: SITE,
    timezone: 'Europe/Paris',
    jurisdiction: 'FR',
    profile: 'consented',
  });
  keys.own = await issue('Of the shop', '--scope', 'sites:read', 'sites:write', '--site', SITE);
}, 60_000);
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

interface Answer {
  status: number;
  body: Json;
}

/** Asks, and holds whatever comes to the form that the description gives it. */
async function call(method: string, path: string, body?: unknown, key = keys.whole): Promise<Answer> {
  const answer = await fetch(`${service.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const told = text === '' ? {} : (JSON.parse(text) as Json);
  expect(fitsForm(method, path, answer.status, text === '' ? undefined : told)).toBe('');
  return { status: answer.status, body: told };
}

function fitsForm(method: string, path: string, status: number, body: Json | undefined): string {
  if (status >= 400) return REFUSAL.safeParse(body).error?.message ?? '';
  const [at = ''] = path.split('?');
  const pattern = (each: string) => new RegExp(`^${each.replace(/:\w+/g, '[^/]+')}$`);
  const operation = OPERATIONS.find((each) => each.method === method.toLowerCase() && pattern(each.path).test(at));
  const schema = operation?.answers[status]?.schema;
  if (operation?.answers[status] === undefined) return `${method} ${path} is not said to answer ${status}`;
  return schema === undefined
    ? body === undefined
      ? ''
      : 'a body where none is described'
    : (schema.safeParse(body).error?.message ?? '');
}

const pathsOf = ({ body }: Answer) => (body.details as { path: string }[]).map(({ path }) => path);

describe('sites', () => {
  it('are listed and read with all their settings', async () => {
    const { body } = await call('GET', '/api/v1/sites');
    expect((body.sites as Json[]).map(({ domain }) => domain)).toEqual([SITE]);
    expect((await call('GET', `/api/v1/sites/${SITE}`)).body).toMatchObject({
      ...{
        domain: SITE,
        timezone: 'Europe/Paris',
        jurisdiction: 'FR',
        retention: '25mo',
        features: ['engagement', 'opt-out'],
      },
      ...{ exclude_addresses: [], date_flag: false, small_cells: 5, controller: null },
    });
  });

  it('take back the settings that they tell', async () => {
    const { body: before } = await call('GET', `/api/v1/sites/${SITE}`);
    const { domain: _domain, demo: _demo, created_at: _at, snippet: _line, ...settings } = before;
    expect((await call('PATCH', `/api/v1/sites/${SITE}`, settings)).body).toEqual(before);
  });

  it('change what is given, and nothing when one setting cannot be used', async () => {
    const changed = await call('PATCH', `/api/v1/sites/${SITE}`, {
      ...{
        exclude_addresses: ['192.0.2.0/24'],
        exclude_paths: ['/admin/**'],
        features: [],
        small_cells: 0,
        review: '2027-11-01',
      },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        exclude_addresses: ['192.0.2.0/24'],
        features: [],
        small_cells: 0,
        review: '2027-11-01',
        retention: '25mo',
      },
    });
    const wrong = await call('PATCH', `/api/v1/sites/${SITE}`, { retention: '13mo', exclude_countries: ['Atlantis'] });
    expect([wrong.status, ...pathsOf(wrong)]).toEqual([400, 'exclude_countries']);
    const unknown = await call('PATCH', `/api/v1/sites/${SITE}`, { retension: '13mo', rounding: 'on', hosts: ['a,b'] });
    expect(pathsOf(unknown).toSorted()).toEqual(['hosts[0]', 'retension', 'rounding']);
    expect((await call('GET', `/api/v1/sites/${SITE}`)).body.retention).toBe('25mo');
  });

  it('are made and removed with a key of every site only, and removed by their name', async () => {
    expect((await call('POST', '/api/v1/sites', { domain: 'new.example' }, keys.own)).status).toBe(403);
    expect((await call('POST', '/api/v1/sites', { domain: 'new.example' })).status).toBe(201);
    expect((await call('POST', '/api/v1/sites', { domain: 'new.example' })).status).toBe(409);
    expect((await call('GET', '/api/v1/sites', undefined, keys.own)).body.sites).toHaveLength(1);
    expect((await call('GET', '/api/v1/sites/new.example', undefined, keys.own)).status).toBe(404);
    expect((await call('DELETE', `/api/v1/sites/${SITE}?confirm=${SITE}`, undefined, keys.own)).status).toBe(403);
    expect((await call('DELETE', '/api/v1/sites/new.example?confirm=another')).status).toBe(400);
    expect((await call('DELETE', '/api/v1/sites/new.example')).status).toBe(400);
    expect((await call('DELETE', '/api/v1/sites/new.example?confirm=new.example')).status).toBe(204);
    expect((await call('GET', '/api/v1/sites/new.example')).status).toBe(404);
  });

  it('are had back within their days, and erased before when their name is written', async () => {
    const at = (rest: string) => `/api/v1/sites/short.example/${rest}`;
    await call('POST', '/api/v1/sites', { domain: 'short.example', timezone: 'UTC', retention: '6mo' });
    await call('POST', at('goals'), { event: 'Sign up' });
    expect((await call('POST', at('restore'))).status).toBe(404);
    expect((await call('POST', at('erase'), { confirm: 'short.example' })).status).toBe(404);
    await call('DELETE', '/api/v1/sites/short.example?confirm=short.example');
    const { body } = await call('GET', '/api/v1/removed-sites');
    const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    expect(body.sites).toContainEqual({ domain: 'short.example', until });
    expect((await call('GET', '/api/v1/removed-sites', undefined, keys.own)).body.sites).toEqual([]);
    expect((await call('POST', at('restore'), undefined, keys.own)).status).toBe(404);

    expect(await call('POST', at('restore'))).toMatchObject({ status: 200, body: { retention: '6mo' } });
    expect((await call('GET', at('goals'))).body.goals).toHaveLength(1);
    await call('DELETE', '/api/v1/sites/short.example?confirm=short.example');
    expect(pathsOf(await call('POST', at('erase'), { confirm: 'short' }))).toEqual(['confirm']);
    expect((await call('POST', at('erase'), { confirm: 'short.example' })).status).toBe(204);
    expect((await call('POST', at('restore'))).status).toBe(404);
  });

  it('are emptied by their name, with a key of every site, and go on', async () => {
    const pageviews = async () => {
      const asked = { site_id: SITE, metrics: ['pageviews'], date_range: 'day' };
      return ((await call('POST', '/api/v2/query', asked)).body.results as { metrics: number[] }[])[0]?.metrics[0];
    };
    const seen = { ...pageview('/a'), u: `https://${SITE}/a`, d: SITE };
    await sendBeacon(service.url, seen, { userAgent: CHROME });
    expect(await pageviews()).toBe(1);
    expect((await call('POST', `/api/v1/sites/${SITE}/empty`, { confirm: SITE }, keys.own)).status).toBe(403);
    expect(pathsOf(await call('POST', `/api/v1/sites/${SITE}/empty`, { confirm: 'shop' }))).toEqual(['confirm']);
    expect(await pageviews()).toBe(1);
    expect((await call('POST', `/api/v1/sites/${SITE}/empty`, { confirm: SITE })).status).toBe(204);
    expect(await pageviews()).toBe(0);
    await sendBeacon(service.url, seen, { userAgent: CHROME });
    expect(await pageviews()).toBe(1);
  });

  it('are given to somebody who is here, and whoever gives keeps what is said', async () => {
    const [grace, bob] = ['grace@example.org', 'bob@example.org'];
    const commands = commandsOf(folder);
    for (const [email, role] of Object.entries({ [grace]: 'owner', [bob]: 'viewer' }))
      await commands.addUser(email, OWNER.password, { role: null, sites: [{ site: SITE, role }] });
    const roles = async () =>
      (await commands.listUsers()).flatMap(({ email, siteRoles }) => siteRoles.map(({ role }) => `${email} ${role}`));
    const give = (form: object, key = keys.whole) =>
      call('POST', `/api/v1/sites/${SITE}/give`, { confirm: SITE, to: bob, ...form }, key);
    expect((await give({}, keys.own)).status).toBe(403);
    expect(pathsOf(await give({ confirm: 'shop' }))).toEqual(['confirm']);
    expect(pathsOf(await give({ from: grace, keep: 'owner' }))).toEqual(['keep']);
    expect(pathsOf(await give({ keep: 'viewer' }))).toEqual(['from']);
    expect((await give({ to: 'nobody@example.org' })).status).toBe(404);
    expect((await give({ from: bob, to: grace })).status).toBe(403);
    expect((await give({ from: grace, to: grace })).status).toBe(409);
    expect(await roles()).toEqual([`${grace} owner`, `${bob} viewer`]);
    expect(await give({ from: grace, keep: 'editor' })).toEqual({ status: 200, body: { owner: bob } });
    expect(await roles()).toEqual([`${grace} editor`, `${bob} owner`]);
    expect((await give({ to: grace })).status).toBe(200);
    expect(await roles()).toEqual([`${grace} owner`, `${bob} owner`]);
  });
});

describe('what a site keeps', () => {
  const at = (rest: string) => `/api/v1/sites/${SITE}/${rest}`;

  it('are goals', async () => {
    const made = await call('POST', at('goals'), { event: 'Sign up', props: { plan: 'pro' } });
    expect(made).toEqual({ status: 201, body: { name: 'Sign up pro', event: 'Sign up', props: { plan: 'pro' } } });
    expect((await call('POST', at('goals'), made.body)).status).toBe(409);
    await call('POST', at('goals'), { page: '/docs/**' });
    const read = { name: 'Read', page: '/docs/**', scroll: 75 };
    expect((await call('PUT', at('goals?name=Sign%20up%20pro'), read)).body).toEqual(read);
    expect((await call('PUT', at('goals?name=Read'), { ...read, name: 'Visit /docs/**' })).status).toBe(409);
    expect((await call('PUT', at('goals?name=nothing'), read)).status).toBe(404);
    expect((await call('GET', at('goals'))).body.goals).toEqual([read, { name: 'Visit /docs/**', page: '/docs/**' }]);
    const both = await call('POST', at('goals'), { event: 'a', page: '/b' });
    expect(both.body).toMatchObject({ details: [{ path: 'event', message: 'Give either event or page.' }] });
    expect((await call('DELETE', at('goals?name=Read'))).status).toBe(204);
    expect((await call('DELETE', at('goals?name=Read'))).status).toBe(404);
  });

  it('are funnels', async () => {
    const steps = [
      { subject: 'page', match: 'starts', value: '/docs/', name: null },
      { subject: 'event', match: 'is', value: 'Sign up', name: 'Signed up' },
    ];
    expect((await call('POST', at('funnels'), { name: 'Docs', steps })).body).toEqual({
      name: 'Docs',
      steps,
      within_days: null,
    });
    expect((await call('PUT', at('funnels?name=Docs'), { name: 'Docs 7', steps, within_days: 7 })).status).toBe(200);
    expect((await call('GET', at('funnels'))).body.funnels).toEqual([{ name: 'Docs 7', steps, within_days: 7 }]);
    expect(pathsOf(await call('POST', at('funnels'), { name: 'a', steps: [steps[0]] }))).toEqual(['steps']);
    expect((await call('DELETE', at('funnels?name=Docs%207'))).status).toBe(204);
  });

  it('are segments', async () => {
    const { body } = await call('POST', at('segments'), {
      name: 'Readers',
      filters: [['is', 'event:section', ['/docs/']]],
    });
    expect((await call('PATCH', at(`segments/${body.id}`), { name: 'Docs' })).body).toEqual({ ...body, name: 'Docs' });
    expect((await call('GET', at('segments'))).body.segments).toHaveLength(1);
    expect((await call('GET', `/api/v2/segments?site_id=${SITE}`)).status).toBe(200);
    const deep = await call('POST', at('segments'), {
      name: 'a',
      filters: [['and', [['is', 'visit:nothing', ['a']]]]],
    });
    expect(deep.status).toBe(400);
    expect((await call('DELETE', at(`segments/${body.id}`))).status).toBe(204);
    expect((await call('DELETE', at('segments/no-number'))).status).toBe(404);
  });

  it('are notes', async () => {
    const { body } = await call('POST', at('annotations'), { day: '2026-03-01', text: 'A release' });
    await call('PUT', at(`annotations/${body.id}`), { day: '2026-03-02', text: 'A release' });
    expect((await call('GET', at('annotations?from=2026-03-02&to=2026-03-02'))).body.annotations).toHaveLength(1);
    expect((await call('GET', `/api/v2/annotations?site_id=${SITE}`)).body.results).toHaveLength(1);
    expect(pathsOf(await call('POST', at('annotations'), { day: '2026-02-30', text: 'a' }))).toEqual(['day']);
    expect((await call('DELETE', at(`annotations/${body.id}`))).status).toBe(204);
  });

  it('are shared links', async () => {
    const made = await call('POST', at('links'), { kind: 'secret', name: 'Board', expires: '2099-03-31' });
    expect(made).toMatchObject({ status: 201, body: { state: 'open', has_password: false, last_used: null } });
    expect((await call('PATCH', at(`links/${made.body.id}`), { expires: null })).body.expires).toBeNull();
    expect((await call('GET', at('links'))).body.links).toHaveLength(1);
    expect((await call('DELETE', at(`links/${made.body.id}`))).status).toBe(204);
  });
});

describe('a question', () => {
  const asked = { site_id: SITE, date_range: '7d' };
  const page = (path: string) => ({ filter: ['is', 'event:page', [path]] });

  it.each([
    [
      'POST',
      '/api/v2/query',
      {
        ...asked,
        metrics: ['visitors', 'pageviews', 'total_revenue'],
        dimensions: ['event:page'],
        include: { total_rows: true },
      },
    ],
    [
      'POST',
      '/api/v2/query',
      { ...asked, metrics: ['visitors', 'visits'], include: { comparisons: { mode: 'previous_period' } } },
    ],
    [
      'POST',
      '/api/v2/query',
      { ...asked, metrics: ['visits'], dimensions: ['time:day'], include: { time_labels: true } },
    ],
    [
      'POST',
      '/api/v2/query',
      {
        ...asked,
        metrics: ['visits'],
        filters: [
          [
            'not',
            [
              'or',
              [
                ['is', 'visit:country', ['FR']],
                ['has_done', ['contains', 'event:page', ['a'], { case_sensitive: false }]],
              ],
            ],
          ],
        ],
      },
    ],
    ['POST', '/api/v2/consent', { ...asked, dimensions: ['time:day', 'consent:text'] }],
    ['POST', '/api/v2/funnel', { ...asked, steps: [page('/demo/'), page('/demo/a')] }],
    ['POST', '/api/v2/funnel', { ...asked, steps: [page('/demo/'), page('/demo/a')], within: { days: 7 } }],
    ['POST', '/api/v2/retention', { ...asked, unit: 'day', periods: 3 }],
    ['POST', '/api/v2/journeys', { ...asked, depth: 2 }],
    ['GET', `/api/v2/quality?site_id=${SITE}&from=2026-03-01&to=2026-03-02`, undefined],
    ['GET', `/api/v2/properties?site_id=${SITE}`, undefined],
    ['GET', `/api/v2/realtime?site_id=${SITE}`, undefined],
  ])('%s %s is answered in the form that is described', async (method, path, body) => {
    for (const profile of ['consented', 'exempt']) {
      await call('PATCH', `/api/v1/sites/${SITE}`, { profile, anonymous: profile === 'exempt' ? 'day' : 'visits' });
      await sendBeacon(
        service.url,
        { ...pageview('/a'), u: `https://${SITE}/a`, d: SITE, p: { plan: 'pro' } },
        { userAgent: CHROME },
      );
      expect((await call(method, path, body)).status).toBe(200);
    }
  });

  it('is told what the parser knows better, and whatever the schema sees beside it', async () => {
    const wrong = await call('POST', '/api/v2/query', {
      ...{
        ...asked,
        metrics: ['visits', 'nothing'],
        filters: [['is', 'visit:nothing', ['a']]],
        order_by: [['visits', 'desc', 1]],
      },
    });
    expect(wrong.status).toBe(400);
    expect(pathsOf(wrong)).toEqual(['metrics[1]', 'filters[0][1]', 'order_by[0]']);
  });
});

it('what visitors ask about themselves is answered in the form that is described', async () => {
  const [d, id] = [SITE, 'V1StGXR8_Z5jdHi6B-myT'];
  const sent = { ...pageview('/a'), u: `https://${SITE}/a`, d, c: 'granted', id, p: { plan: 'pro' } };
  expect((await sendBeacon(service.url, sent, { userAgent: CHROME })).status).toBe(202);
  const accepted = { n: 'consent', u: `https://${SITE}/a`, d, c: 'granted', id, action: 'accepted', text: '1' };
  expect((await sendBeacon(service.url, accepted, { userAgent: CHROME })).status).toBe(202);
  const { body } = await call('POST', '/api/access', { d, id });
  expect(body).toMatchObject({ known: true, complete: true });
  expect([body.visits, body.consent_receipts].map((list) => (list as Json[]).length)).toEqual([1, 1]);
  expect((await call('POST', '/api/object', { d, id })).body).toEqual({ objected: true });
  expect((await call('POST', '/api/access', { d, id })).body.known).toBe(false);
  expect((await call('POST', '/api/access', { d })).status).toBe(400);
});

it('what is no JSON comes in a type that is described', async () => {
  const asked: [method: string, path: string, body?: string][] = [
    ['GET', `/api/v2/export?site_id=${SITE}`],
    ['GET', `/api/v2/export?site_id=${SITE}&format=csv`],
    ['GET', `/pixel.gif?site=${SITE}&url=https://${SITE}/a`],
    ['POST', '/api/forget', JSON.stringify({ d: SITE, n: 'forget' })],
    ['POST', '/api/event', JSON.stringify({ n: 'pageview', u: `https://${SITE}/a` })],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/docs'],
  ];
  for (const [method, path, body] of asked) {
    const headers = path.startsWith('/api/v2/') ? { authorization: `Bearer ${keys.whole}` } : undefined;
    const answer = await fetch(`${service.url}${path}`, { method, ...(body && { body }), ...(headers && { headers }) });
    await answer.arrayBuffer();
    const described = OPERATIONS.find((each) => each.path === path.split('?')[0])?.answers[answer.status];
    expect([path, described?.types]).toEqual([
      path,
      expect.arrayContaining([answer.headers.get('content-type')?.split(';')[0]]),
    ]);
  }
});

describe('a hostile body', () => {
  it.each([
    ['__proto__', '{"domain":"a.example","__proto__":{"demo":true}}'],
    ['constructor', '{"domain":"a.example","constructor":{"prototype":{"demo":true}}}'],
    [
      'nested',
      `{"site_id":"${SITE}","metrics":["visits"],"date_range":"7d","filters":${'["not",'.repeat(1500)}1${']'.repeat(1500)}}`,
    ],
    ['lists', `{"a":${'['.repeat(7000)}${']'.repeat(7000)}}`],
  ])('is refused: %s', async (_name, body) => {
    for (const path of ['/api/v1/sites', '/api/v2/query', '/api/v2/funnel', '/api/v2/consent'])
      expect([path, await call('POST', path, body)]).toMatchObject([
        path,
        { status: 400, body: { error: 'The body cannot be read; see details.' } },
      ]);
    expect(({} as { demo?: boolean }).demo).toBeUndefined();
    expect((await call('GET', '/api/v1/sites')).status).toBe(200);
  });
});

const OF_KEY = { id: expect.any(Number), at: expect.any(Number), who: 'key Terraform', count: null };

it('the log names the key', async () => {
  const { stdout } = await runCommandBeside(folder, ['changes', '--json', '--limit', '200']);
  const rows = JSON.parse(stdout) as { who: string; act: string; site: string | null; about: string }[];
  expect(rows).toContainEqual(
    expect.objectContaining({ who: 'key Terraform', act: 'goal_changed', site: SITE, about: 'Read' }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({ who: 'key Terraform', act: 'site_removed', site: 'new.example' }),
  );
  for (const act of ['site_removed', 'site_restored', 'site_erased'])
    expect(rows).toContainEqual({ ...OF_KEY, act, site: 'short.example', about: '' });
  expect(rows).toContainEqual({ ...OF_KEY, act: 'site_emptied', site: SITE, about: '' });
  expect(rows).toContainEqual({ ...OF_KEY, act: 'site_given', site: SITE, about: 'bob@example.org' });
});

describe('the description', () => {
  let document: ApiDocument;
  beforeAll(async () => {
    const answer = await fetch(`${service.url}/api/openapi.json`);
    document = (await answer.json()) as ApiDocument;
  });
  const all = (): [string, ApiOperation][] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, each]): [string, ApiOperation] => [`${method} ${path}`, each]),
    );

  it('names this server, and reads the same for programs that know JSON Schema alone', async () => {
    expect([document.openapi, document.servers[0]?.url]).toEqual(['3.1.0', service.url]);
    const whole = { ...document.components.schemas.Site, components: document.components } as Json;
    const site = z.fromJSONSchema(JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/')));
    expect(site.safeParse((await call('GET', `/api/v1/sites/${SITE}`)).body).success).toBe(true);
    expect(site.safeParse({ domain: SITE }).success).toBe(false);
  });

  it('gives examples that the service understands', async () => {
    for (const { method, path, body, example } of OPERATIONS)
      if (body !== undefined)
        expect([method, path, body.safeParse(example).error?.message]).toEqual([method, path, undefined]);
    expect(
      all().filter(
        ([, { requestBody }]) => requestBody && Object.values(requestBody.content)[0]?.example === undefined,
      ),
    ).toEqual([]);
  });

  it('is a page without scripts, in English and French', async () => {
    for (const language of ['en', 'fr']) {
      const answer = await fetch(`${service.url}/api/docs?lang=${language}`);
      const page = await answer.text();
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(page).toContain(`<html lang="${language}"`);
      expect(page).not.toMatch(/<script|onclick=|src=/);
      for (const [, { operationId }] of all()) expect(page).toContain(`id="${operationId}"`);
      const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(anchors.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
    }
  });
});
