/** Segments by command and by the signed-in page, and questions that name them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row' };
let folder: string;
let service: Service;
let key: string;
let cookies: string;
let token: string;

beforeAll(async () => {
  folder = createFolder();
  const account = { PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password };
  service = await startService(folder, account);
  await run('site', 'add', 'demo.example', '--timezone', 'UTC', '--profile', 'consented');
  key = (await run('key', 'issue', 'k')).stdout.trim();
  for (const [path, id] of [
    ['/docs/start', 'V1StGXR8_Z5jdHi6B-myT'],
    ['/offer', 'W1StGXR8_Z5jdHi6B-myT'],
  ] as const) {
    const url = `https://demo.example${path}`;
    await sendBeacon(service.url, { ...pageview(path), u: url, d: 'demo.example', c: 'granted', id });
  }
  const first = await fetch(`${service.url}/app/api/state`);
  token = /csrftoken=([^;]+)/.exec(first.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const answer = await fetch(`${service.url}/app/api/sign-in`, {
    method: 'POST',
    headers: { 'x-csrf-token': token, cookie: `csrftoken=${token}` },
    body: JSON.stringify(OWNER),
  });
  const login = /sessionid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  cookies = `csrftoken=${token}; sessionid=${login}`;
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

const run = (...args: string[]) => runCommandBeside(folder, args);
const PATH = '/app/api/sites/demo.example/segments';

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { cookie: cookies, 'x-csrf-token': token },
): Promise<[number, Record<string, unknown>]> {
  const answer = await fetch(service.url + path, {
    ...{ method, headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return [answer.status, (await answer.json()) as Record<string, unknown>];
}

const visitsOf = async (name: string, filters: unknown[], more: object = {}) => {
  const [status, { results, error }] = await call(
    ...(['POST', `/api/v2/${name}`, { site_id: 'demo.example', date_range: '7d', filters, ...more }] as const),
    { authorization: `Bearer ${key}` },
  );
  return [status, results ?? error];
};

describe('segments', () => {
  it('are saved, changed and removed by the signed-in page', async () => {
    const filters = [['is', 'event:section', ['/docs/']]];
    const [status, saved] = await call('POST', PATH, { name: 'Readers', filters });
    expect([status, saved]).toEqual([200, { id: 1, name: 'Readers', filters }]);
    expect(await call('GET', PATH)).toEqual([200, { segments: [saved] }]);
    expect((await call('POST', PATH, { name: 'Readers', filters }))[0]).toBe(409);
    expect(await call('POST', PATH, { name: '', filters: [['is', 'visit:planet', ['x']]] })).toMatchObject([
      400,
      { details: [{ path: 'name' }, { path: 'filters[0][1]' }] },
    ]);
    expect(await call('PUT', `${PATH}/1`, { name: 'Those who read' })).toMatchObject([200, { id: 1, filters }]);
    expect((await call('PUT', `${PATH}/9`, { name: 'x' }))[0]).toBe(404);
    expect(
      await call('GET', `/api/v2/segments?site_id=demo.example`, undefined, { authorization: `Bearer ${key}` }),
    ).toEqual([200, { segments: [{ id: 1, name: 'Those who read', filters }] }]);
    expect(await call('DELETE', `${PATH}/1`)).toEqual([200, {}]);
    expect(await call('DELETE', `${PATH}/1`)).toMatchObject([404, { code: 'not_found' }]);
    expect(await call('GET', PATH)).toEqual([200, { segments: [] }]);
  });

  it('are out of reach without a login, a token, or their site', async () => {
    const body = { name: 'x', filters: [['is', 'visit:country', ['FR']]] };
    expect((await call('GET', PATH, undefined, {}))[0]).toBe(401);
    expect((await call('POST', PATH, body, { cookie: cookies }))[0]).toBe(403);
    expect((await call('PUT', `${PATH}/1`, body, { cookie: cookies }))[0]).toBe(403);
    expect((await call('DELETE', `${PATH}/1`, undefined, { cookie: cookies }))[0]).toBe(403);
    expect((await call('POST', PATH, body, { cookie: `csrftoken=${token}`, 'x-csrf-token': token }))[0]).toBe(401);
    expect((await call('GET', '/app/api/sites/nobody.example/segments'))[0]).toBe(404);
    expect((await call('GET', '/api/v2/segments?site_id=demo.example', undefined, {}))[0]).toBe(401);
    expect((await call('POST', PATH, 'x'.repeat(40_000)))[0]).toBe(413);
  });

  it('stand in questions and explorations for their filters', async () => {
    const added = await run('segment', 'add', 'demo.example', 'Readers', '--filter', 'event:section is /docs/');
    expect([added.status, added.stdout]).toEqual([0, expect.stringContaining('Added Readers')]);
    const metrics = { metrics: ['visits'] };
    expect(await visitsOf('query', [['is', 'segment', ['Readers']]], metrics)).toEqual([
      200,
      [{ dimensions: [], metrics: [1] }],
    ]);
    expect(await visitsOf('query', [], metrics)).toEqual([200, [{ dimensions: [], metrics: [2] }]]);
    const steps = {
      steps: [{ filter: ['is', 'event:name', ['pageview']] }, { filter: ['is', 'segment', ['Readers']] }],
    };
    expect(await visitsOf('funnel', [['is_not', 'segment', ['Readers']]], steps)).toMatchObject([
      200,
      [{ visits: 1 }, { visits: 0 }],
    ]);
    expect((await visitsOf('journeys', [['is', 'segment', ['Nobody']]]))[0]).toBe(400);
    expect((await visitsOf('retention', [['is', 'segment', ['Nobody']]], { unit: 'day', periods: 1 }))[0]).toBe(400);
    const asked = await run(
      'query',
      '--site',
      'demo.example',
      '--metrics',
      'visits',
      '--csv',
      '--filter',
      'segment is Readers',
    );
    expect(asked.stdout).toBe('visits\n1\n');
    expect((await run('segment', 'list', 'demo.example')).stdout).toContain('[["is","event:section",["/docs/"]]]');
    expect((await run('segment', 'remove', 'demo.example', 'Readers')).stdout).toBe('Removed Readers.\n');
    expect((await run('segment', 'remove', 'demo.example', 'Readers')).status).toBe(1);
  });
});
