/** Exclusions from outside: each drops with its reason at once, visitors' rights stay, and no address is left anywhere. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIREFOX, sendBeacon } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const SITE = 'town.test';
const ID = 'V1StGXR8_Z5jdHi6B-myT';
/** In the excluded ranges, which alone are written down. */
const IPV4 = '198.51.100.213';
const IPV6 = '2001:db8:4a7e:91c3:5f1e:8d2b:77aa:9b0c';
const ELSEWHERE = '192.0.2.1';
const PATHS = '/admin/**,/preview/*';
let folder: string;
let data: string;
let service: Service;
const answers = new Map<string, Buffer>();

beforeAll(async () => {
  folder = createFolder();
  data = join(folder, 'data');
  mkdirSync(join(folder, 'tmp'));
  service = await startService(data, {
    ...{ PASSANT_LOG: 'debug', PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1', PASSANT_RATE_LIMIT: '0' },
    TMPDIR: join(folder, 'tmp'),
  });
  await run('site', 'add', SITE, '--hosts', 'ville.test');
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

async function run(...args: string[]) {
  const result = await runCommandBeside(data, args);
  answers.set(`command ${answers.size}`, Buffer.from(result.stdout + result.stderr));
  return result;
}

async function send(ip: string, body: object = {}, headers: Record<string, string> = {}): Promise<Response> {
  const message = { n: 'pageview', d: SITE, u: `https://${SITE}/`, ...body };
  const answer = await sendBeacon(service.url, message, { headers: { 'x-forwarded-for': ip, ...headers } });
  answers.set(`answer ${answers.size}`, Buffer.from([...answer.headers].join('\n')));
  expect(answer.status).toBe(202);
  return answer;
}
const dropped = async (...args: Parameters<typeof send>) => (await send(...args)).headers.get('x-passant-dropped');
const granted = { c: 'granted', id: ID };

async function isKnown(): Promise<boolean> {
  const { stdout } = await run('access', '--site', SITE, '--visitor', ID);
  return JSON.parse(stdout).known;
}

describe('exclusions', () => {
  it('drop nothing until they are set, then each with its reason, and are listed', async () => {
    expect(await dropped(IPV4, granted)).toBeNull();
    expect(await isKnown()).toBe(true);
    const lists = [
      '--exclude-countries',
      'FR,DE',
      '--exclude-paths',
      PATHS,
      '--exclude-hosts',
      '*.ville.test,ville.test',
    ];
    const set = await run(
      ...['site', 'set', SITE, '--exclude-addresses', '198.51.100.128/25,2001:db8::/32'],
      ...[...lists, '--json'],
    );
    const said = {
      excludedAddresses: ['198.51.100.128/25', '2001:db8::/32'],
      ...{ excludedCountries: ['FR', 'DE'], excludedPaths: PATHS.split(',') },
      excludedHosts: ['*.ville.test', 'ville.test'],
    };
    expect(JSON.parse(set.stdout)).toMatchObject(said);
    const { stdout } = await run('site', 'list', '--json');
    expect(JSON.parse(stdout).find(({ domain }: { domain: string }) => domain === SITE)).toMatchObject(said);

    expect(await dropped(IPV4)).toBe('excluded-address');
    expect(await dropped(IPV6, { n: 'engagement', e: 1000 })).toBe('excluded-address');
    expect(await dropped('90.0.0.9')).toBe('excluded-country');
    expect(await dropped(ELSEWHERE, { u: `https://${SITE}/admin/a/b` })).toBe('excluded-path');
    expect(await dropped(ELSEWHERE, { n: 'Order', u: `https://${SITE}/preview/a` })).toBe('excluded-path');
    expect(await dropped(ELSEWHERE, { u: 'https://ville.test/' })).toBe('excluded-host');
    expect(await dropped(ELSEWHERE, { u: `https://${SITE}/preview/a/b` })).toBeNull();
    const wrong = await run('site', 'set', SITE, '--exclude-addresses', '192.0.2.0/40');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('Entry 1 (192.0.2.0/40)')]);
  });

  it('never drop a withdrawal, a wish to be forgotten or an objection', async () => {
    expect(await isKnown()).toBe(true);
    expect(await dropped(IPV4, { n: 'consent', action: 'withdrawn', c: 'denied', id: ID })).toBe('excluded-address');
    expect(await isKnown()).toBe(false);
    const page = { u: `https://${SITE}/open`, ...granted };
    for (const path of ['/api/forget', '/api/object']) {
      expect(await dropped(ELSEWHERE, page)).toBeNull();
      expect(await isKnown()).toBe(true);
      const asked = { method: 'POST', body: JSON.stringify({ d: SITE, id: ID }), headers: { 'x-forwarded-for': IPV4 } };
      expect((await fetch(service.url + path, asked)).ok).toBe(true);
      expect(await isKnown()).toBe(false);
    }
    expect(await dropped(IPV4, {}, { cookie: 'passant_optout=1' })).toBe('objected');
  });

  it('let the answer to a withdrawal delete the cookie of the server, and set none', async () => {
    await run('site', 'set', SITE, '--identifier', 'server');
    const own = { 'sec-fetch-site': 'same-origin', cookie: `passant_id=${ID}` };
    const withdrawn = await send(IPV4, { n: 'consent', action: 'withdrawn', c: 'denied' }, own);
    expect(withdrawn.headers.get('set-cookie')).toMatch(/^passant_id=; Path=\/; Max-Age=0/);
    const agreed = await send(IPV4, { c: 'granted' }, { 'sec-fetch-site': 'same-origin' });
    expect(agreed.headers.get('set-cookie')).toBeNull();
    await run('site', 'set', SITE, '--identifier', 'cookie');
  });

  it('hold for imports, served and by itself, and no address is found anywhere afterwards', async () => {
    const time = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const event = { time, name: 'pageview', url: `https://${SITE}/`, user_agent: FIREFOX, consent: 'unset' };
    const lines = [
      { ...event, ip: IPV4 },
      { ...event, ip: IPV6 },
      { ...event, ip: '90.0.0.9' },
      { ...event, ip: ELSEWHERE, url: `https://${SITE}/admin/x` },
      { ...event, ip: ELSEWHERE, url: 'https://ville.test/x' },
      { ...event, ip: ELSEWHERE },
    ];
    const input = join(folder, 'events.ndjson');
    writeFileSync(input, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const log = join(folder, 'access.log');
    const stamp = new Date(time).toUTCString().replace(/^\w+, (\d+) (\w+) (\d+) (.*) GMT$/, '$1/$2/$3:$4 +0000');
    const lineOf = (ip: string, path: string) =>
      `${ip} - - [${stamp}] "GET ${path} HTTP/1.1" 200 12 "-" "${FIREFOX}"\n`;
    writeFileSync(log, lineOf(IPV4, '/') + lineOf(ELSEWHERE, '/admin/x') + lineOf(ELSEWHERE, '/'));
    const reportOf = async (kind: string, file: string) =>
      JSON.parse((await run('import', kind, file, '--site', SITE, '--again', '--json')).stdout);
    const check = async () => {
      expect(await reportOf('events', input)).toMatchObject({
        ...{ read: 6, kept: 1 },
        dropped: { 'excluded-address': 2, 'excluded-country': 1, 'excluded-path': 1, 'excluded-host': 1 },
      });
      expect(await reportOf('log', log)).toMatchObject({
        ...{ read: 3, kept: 1 },
        dropped: { 'excluded-address': 1, 'excluded-path': 1 },
      });
    };
    await check();
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toContain('excluded-address');
    answers.set('metrics', Buffer.from(metrics));
    expect(await service.stop()).toBe(0);
    await check();

    const places = readFiles(folder, new Map(answers));
    places.set('output of the service', Buffer.from(service.output()));
    for (const file of [input, log]) places.delete(file);
    expect(places.size).toBeGreaterThan(20);
    expect(search(places, [...needlesFor(IPV4, '198.51.100.2'), ...needlesFor(IPV6, '2001:db8:4a7e:91c3')])).toEqual(
      [],
    );
  }, 120_000);
});
