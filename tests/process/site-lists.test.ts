/** Goals and kept funnels by the dashboard's own routes, and the stream of current visitors, over real HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const OWNER = { email: 'ada@example.org', password: 'quiet words in a long row' };
let folder: string;
let service: Service;
let key: string;
let cookie: string;
let token: string;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, {
    PASSANT_ADMIN_EMAIL: OWNER.email,
    PASSANT_ADMIN_PASSWORD: OWNER.password,
    PASSANT_RATE_LIMIT: '0',
  });
  await runCommandBeside(folder, ['site', 'add', 'shop.example']);
  key = (await runCommandBeside(folder, ['key', 'issue', 'k'])).stdout.trim();
  const first = await fetch(`${service.url}/app/api/state`);
  token = /csrftoken=([^;]+)/.exec(first.headers.get('set-cookie') ?? '')?.[1] ?? '';
  cookie = `csrftoken=${token}`;
  const signedIn = await send('POST', '/app/api/sign-in', OWNER);
  cookie += `; sessionid=${/sessionid=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1]}`;
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

function send(method: string, path: string, body?: object, csrf = token): Promise<Response> {
  return fetch(`${service.url}${path}`, {
    method,
    headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
}
const answer = async (...args: Parameters<typeof send>) => {
  const response = await send(...args);
  return [response.status, await response.json()];
};

const GOALS = '/app/api/sites/shop.example/goals';
const FUNNELS = '/app/api/sites/shop.example/funnels';
const steps = [
  { subject: 'page', match: 'starts', value: '/', name: null },
  { subject: 'goal', match: 'is', value: 'a/b', name: 'The end' },
];

describe('goals of a site', () => {
  it('are added, listed and removed', async () => {
    const signUp = { event: 'Sign up', prop: ['plan=pro'], name: 'a/b ?&', page: '' };
    const expected = { name: 'a/b ?&', kind: 'event', event: 'Sign up', props: { plan: 'pro' } };
    expect(await answer('POST', GOALS, signUp)).toEqual([201, expected]);
    expect(await answer('POST', GOALS, { page: '/docs/**', scroll: 75 })).toMatchObject([
      201,
      { kind: 'scroll', depth: 75 },
    ]);
    const scroll = { name: 'Scroll 75 % of /docs/**', kind: 'scroll', path: '/docs/**', depth: 75 };
    expect(await answer('GET', GOALS)).toEqual([200, { goals: [scroll, expected] }]);
    expect(await answer('POST', GOALS, signUp)).toMatchObject([409, { code: 'conflict' }]);
    expect(await answer('POST', GOALS, { event: 'a', scroll: '75' })).toMatchObject([
      400,
      { details: [{ path: 'scroll' }] },
    ]);
    const remove = `${GOALS}?name=${encodeURIComponent('a/b ?&')}`;
    expect((await send('DELETE', remove)).status).toBe(200);
    expect((await send('DELETE', remove)).status).toBe(404);
    expect(await answer('GET', GOALS)).toEqual([200, { goals: [scroll] }]);
  });
});

describe('funnels of a site', () => {
  it('are kept, listed and removed, and live on when the site asks again', async () => {
    const funnel = { name: 'Orders', steps, within_days: 7 };
    expect(await answer('POST', FUNNELS, funnel)).toEqual([201, funnel]);
    expect(await answer('POST', FUNNELS, funnel)).toMatchObject([409, { code: 'conflict' }]);
    expect(await answer('POST', FUNNELS, { name: '' })).toMatchObject([
      400,
      { details: [{ path: 'name' }, { path: 'steps' }] },
    ]);
    expect(await answer('GET', FUNNELS)).toEqual([200, { funnels: [funnel] }]);
    expect((await send('DELETE', `${FUNNELS}?name=Orders`)).status).toBe(200);
    expect(await answer('GET', FUNNELS)).toEqual([200, { funnels: [] }]);
  });
});

describe('nobody else', () => {
  it('changes or reads them', async () => {
    for (const path of [GOALS, FUNNELS]) {
      expect((await fetch(`${service.url}${path}`)).status).toBe(401);
      expect((await send('POST', path, {}, 'another')).status).toBe(403);
      expect((await send('DELETE', `${path}?name=a`, undefined, 'another')).status).toBe(403);
      expect((await send('GET', path.replace('shop', 'other'))).status).toBe(404);
    }
    expect((await fetch(`${service.url}/app/api/v2/realtime/stream?site_id=shop.example`)).status).toBe(401);
    expect((await fetch(`${service.url}/api/v2/realtime/stream?site_id=shop.example`)).status).toBe(401);
    const unknown = await fetch(`${service.url}/api/v2/realtime/stream?site_id=other`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(unknown.status).toBe(404);
  });
});

describe('the stream of current visitors', () => {
  /** Reads until the text is there, or the stream ends. */
  async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
    let text = '';
    while (!text.includes(wanted)) {
      const { done, value } = await reader.read();
      if (done) return `${text}[end]`;
      text += new TextDecoder().decode(value);
    }
    return text;
  }
  const watch = async (path: string, headers: Record<string, string>) => {
    const response = await fetch(`${service.url}${path}`, { headers });
    return { response, reader: (response.body ?? new ReadableStream()).getReader() };
  };

  it('tells what comes, to a page and with a key, and ends with the login and with the service', async () => {
    const page = await watch('/app/api/v2/realtime/stream?site_id=shop.example', { cookie });
    expect(Object.fromEntries(page.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(await readUntil(page.reader, '"pageviews":0')).toContain('event: figures\ndata: {"results"');
    const byKey = await watch('/api/v2/realtime/stream?site_id=shop.example', { authorization: `Bearer ${key}` });
    await readUntil(byKey.reader, '"pageviews":0');
    await sendBeacon(service.url, { ...pageview('/a'), d: 'shop.example', u: 'https://shop.example/a' });
    expect(await readUntil(page.reader, '"pageviews":1')).toContain('"page":"/a"');
    await readUntil(byKey.reader, '"pageviews":1');
    await send('POST', '/app/api/sign-out');
    expect(await readUntil(page.reader, 'event: ended')).not.toContain('[end]');
    expect(await readUntil(page.reader, 'nothing more')).toContain('[end]');
    const end = readUntil(byKey.reader, 'nothing more');
    // Ended, not cut off: a broken connection would throw here.
    expect([await service.stop(), (await end).endsWith('[end]')]).toEqual([0, true]);
  });
});
