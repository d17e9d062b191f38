/** What the service tells of the quality of its data: the sums of what came in, to whom it may concern, and of nobody in particular. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHROME, pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const DAY_MS = 86_400_000;
let folder: string;
let service: Service;
let key: string;

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const from = dateOf(Date.now() - 3 * DAY_MS);
const to = dateOf(Date.now() + DAY_MS);

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
  const site = (domain: string, profile: string) =>
    runCommandBeside(folder, ['site', 'add', domain, '--timezone', 'UTC', '--profile', profile]);
  await site('shop.example', 'consented');
  await site('small.example', 'exempt');
  key = (await runCommandBeside(folder, ['key', 'issue', 'k'])).stdout.trim();
  const line = (name: string, more: object = {}) =>
    JSON.stringify({
      time: new Date(Date.now() - 2 * DAY_MS).toISOString(),
      ...{ name, url: 'https://shop.example/', ip: '2.0.1.9', user_agent: CHROME, consent: 'unset', ...more },
    });
  const input = [line('pageview'), line('Buy', { props: { plan: 'pro' } }), line('pageview', { user_agent: 'curl/8' })];
  await runCommandBeside(folder, ['import', 'events', '-', '--site', 'shop.example'], `${input.join('\n')}\nno line\n`);
  for (let count = 0; count < 13; count++)
    await sendBeacon(service.url, { n: 'pageview', u: 'https://small.example/', d: 'small.example' });
  for (let count = 0; count < 3; count++)
    await sendBeacon(service.url, { n: 'pageview', u: 'https://elsewhere.example/', d: 'small.example' });
  await sendBeacon(service.url, pageview('/'));
  await new Promise((resolve) => setTimeout(resolve, 300));
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

async function ask(path: string, headers: Record<string, string> = { authorization: `Bearer ${key}` }) {
  const response = await fetch(`${service.url}${path}`, { headers });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
}
const quality = (site: string, range = `from=${from}&to=${to}`) => ask(`/api/v2/quality?site_id=${site}&${range}`);

describe('the quality of the data', () => {
  it('is what was kept and dropped on each day, and what was imported', async () => {
    const { status, body } = await quality('shop.example');
    const date = dateOf(Date.now() - 2 * DAY_MS);
    expect([status, body]).toMatchObject([
      200,
      {
        // What cannot be read has no day of its own.
        results: [
          { date, kept: 2, dropped: { bot: 1 }, restarts: 0 },
          { kept: 0, dropped: { unreadable: 1 }, restarts: 0 },
        ],
        meta: {
          kept: 2,
          dropped: { bot: 1, unreadable: 1 },
          broken_days: [],
          imports: [{ kind: 'events', read: 4, kept: 2, dropped: { bot: 1, unreadable: 1 } }],
        },
        query: { site_id: 'shop.example', from, to },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/2\.0\.1|curl|no line/);
  });

  it('is coarsened where figures are: few are told as none', async () => {
    const { body } = await quality('small.example');
    expect(body.meta).toMatchObject({ kept: 10, dropped: {}, disclosure: { rounded_to: 10, smallest: 5 } });
    expect(body.results).toEqual([{ date: expect.any(String), kept: 10, dropped: {}, restarts: 0 }]);
  });

  it('is nothing on days without anything', async () => {
    const { body } = await quality('shop.example', 'from=2020-01-01&to=2020-01-31');
    expect(body).toMatchObject({ results: [], meta: { kept: 0, dropped: {} } });
  });

  it.each([
    ['', 400],
    ['from=2026-01-01', 400],
    ['from=2026-02-30&to=2026-03-01', 400],
    ['from=2026-03-02&to=2026-03-01', 400],
    ['from=day&to=day', 400],
  ])('refuses the range %s', async (range, expected) => {
    const { status, body } = await quality('shop.example', range);
    expect([status, body.code]).toEqual([expected, 'invalid']);
  });

  it('is for those who may see the site', async () => {
    expect((await ask('/api/v2/quality?site_id=shop.example&from=2026-01-01&to=2026-01-02', {})).status).toBe(401);
    expect((await ask('/app/api/sites/shop.example/quality?from=2026-01-01&to=2026-01-02', {})).status).toBe(401);
    expect((await quality('other.example')).status).toBe(404);
  });
});

describe('the properties of a site', () => {
  it('are listed by name, for those who may see the site', async () => {
    expect((await ask('/api/v2/properties?site_id=shop.example')).body).toEqual({ results: ['plan'] });
    expect((await ask('/api/v2/properties?site_id=small.example')).body).toEqual({ results: [] });
    expect((await ask('/app/api/v2/properties?site_id=shop.example', {})).status).toBe(401);
  });
});
