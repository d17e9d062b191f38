/** Funnels, retention, journeys and current visitors over HTTP: what they answer, and to whom. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

let folder: string;
let service: Service;
let key: string;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder);
  key = (await runCommandBeside(folder, ['key', 'issue', 'k'])).stdout.trim();
  const visitor = { c: 'granted', id: 'V1StGXR8_Z5jdHi6B-myT' };
  await sendBeacon(service.url, pageview('/offer', visitor));
  await sendBeacon(service.url, pageview('/help', visitor));
  await sendBeacon(service.url, { ...pageview('/help', visitor), n: 'signup' });
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

const page = (path: string) => ['is', 'event:page', [`/demo${path}`]];
// The day may end while the test runs.
const RANGE = { site_id: 'demo', date_range: '7d' };
const QUESTIONS = {
  funnel: { ...RANGE, steps: [{ filter: page('/offer') }, { filter: ['is', 'event:name', ['signup']] }] },
  retention: { ...RANGE, unit: 'month', periods: 2 },
  journeys: { ...RANGE, page: '/demo/offer' },
};

async function ask(name: string, body: unknown, headers: Record<string, string>): Promise<[number, unknown]> {
  const answer = await fetch(`${service.url}${name}`, {
    ...(body === null ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers,
  });
  return [answer.status, await answer.json()];
}

describe('with a key', () => {
  const asked = (name: string, body: unknown) => ask(`/api/v2/${name}`, body, { authorization: `Bearer ${key}` });
  const coverage = { visits: 1, identified: 1, identified_share: 100, unseen: 0 };

  it('a funnel is answered by steps', async () => {
    const [status, answer] = await asked('funnel', QUESTIONS.funnel);
    expect([status, answer]).toMatchObject([
      200,
      {
        results: [
          { name: 'Step 1', visits: 1, identified: 1, anonymous: 0, of_first: 100, of_previous: 100, drop_off: 0 },
          { name: 'Step 2', visits: 1, identified: 1, anonymous: 0, of_first: 100, of_previous: 100, drop_off: 0 },
        ],
        meta: { counts: 'visits', coverage },
        query: { site_id: 'demo', filters: [], within: 'visit' },
      },
    ]);
  });

  it('retention is answered by cohorts', async () => {
    const [status, answer] = await asked('retention', QUESTIONS.retention);
    const { results, meta } = answer as { results: { periods: unknown[] }[]; meta: unknown };
    expect([status, meta]).toEqual([200, { coverage, is_lower_bound: true }]);
    expect(results.at(-1)?.periods).toContainEqual({ visitors: 1, share: 100, incomplete: true });
  });

  it('journeys are answered by rows', async () => {
    expect(await asked('journeys', QUESTIONS.journeys)).toMatchObject([
      200,
      {
        results: [{ pages: ['/demo/help'], ends: false, count: 1, share: 100 }],
        meta: { total: 1, total_rows: 1, coverage },
      },
    ]);
  });

  it('current visitors are answered at once', async () => {
    const now = { visitors: 1, identified: 1, anonymous: 0, pageviews: 2, uncounted_pageviews: 0 };
    const pages = ['/demo/help', '/demo/offer'].map((path) => ({ page: path, pageviews: 1 }));
    expect(await asked('realtime?site_id=demo', null)).toMatchObject([
      200,
      { results: { last_5_minutes: now, last_30_minutes: now, pages, sources: [{ visitors: 1 }] } },
    ]);
  });

  it('mistakes are told as those of any question', async () => {
    const [status, answer] = await asked('funnel', { ...RANGE, steps: [] });
    expect([status, answer]).toMatchObject([400, { code: 'invalid', details: [{ path: 'steps' }] }]);
    expect((await asked('journeys', { date_range: '7d' }))[0]).toBe(400);
    expect((await asked('realtime', null))[0]).toBe(400);
    expect((await asked('retention', { ...QUESTIONS.retention, site_id: 'other.example' }))[0]).toBe(404);
    expect((await asked('funnel', null))[0]).toBe(405);
  });
});

describe('without one', () => {
  it('nothing is answered, nor to a page that has not signed in', async () => {
    for (const [name, body] of Object.entries(QUESTIONS)) {
      expect((await ask(`/api/v2/${name}`, body, {}))[0]).toBe(401);
      expect((await ask(`/app/api/v2/${name}`, body, {}))[0]).toBe(403);
    }
    expect((await ask('/api/v2/realtime?site_id=demo', null, {}))[0]).toBe(401);
    expect((await ask('/app/api/v2/realtime?site_id=demo', null, {}))[0]).toBe(401);
  });
});
