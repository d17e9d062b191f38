/** Raw events out of the shipped program, by command with and without the server and by API, and into another one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Commands } from '../../src/control/commands.ts';
import type { ImportReport } from '../../src/transfer/import-report.ts';
import { CHROME, FIREFOX, sendBeacon } from '../support/beacons.ts';
import {
  commandsOf,
  createFolder,
  removeFolder,
  runCommand,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';

const SITE = 'month.example';
/** More than what fits between a server and a client that does not read. */
const MANY = 40_000;
const DAY_MS = 86_400_000;
const MIDNIGHT = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const FIRST = MIDNIGHT - 5 * DAY_MS;
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);

let folder: string;
let data: string;
let service: Service;
const keys: Record<'all' | 'figures' | 'other' | 'own', string> = { all: '', figures: '', other: '', own: '' };

/** Four days, of which the second one has many events. */
function events(): string {
  const lines: string[] = [];
  for (let day = 0; day < 4; day++) {
    const count = day === 1 ? MANY : 500;
    for (let index = 0; index < count; index++) {
      const person = (index * 7) % 400;
      const isIdentified = person % 3 === 0;
      const line = {
        time: new Date(FIRST + day * DAY_MS + Math.floor((index * DAY_MS) / count)).toISOString(),
        name: index % 11 === 5 ? 'signup' : 'pageview',
        url: `https://${SITE}/page-${index % 17}?utm_source=letter&secret=1`,
        referrer: index % 5 === 0 ? 'https://www.google.com/search?q=secret' : null,
        ip: `203.0.${person % 256}.${person % 200}`,
        user_agent: person % 2 === 0 ? CHROME : FIREFOX,
        language: 'fr-FR',
        consent: isIdentified ? 'granted' : 'unset',
        ...(isIdentified && { visitor: `person${String(person).padStart(14, '0')}A` }),
        ...(index % 11 === 5 && { props: { plan: 'pro' }, revenue: { amount: 5, currency: 'EUR' } }),
      };
      lines.push(JSON.stringify(line));
    }
  }
  return `${lines.join('\n')}\n`;
}

beforeAll(async () => {
  folder = createFolder();
  data = join(folder, 'data');
  writeFileSync(join(folder, 'events.ndjson'), events());
  expect(
    runCommand(data, ['site', 'add', SITE, '--timezone', 'UTC', '--profile', 'consented', '--anonymous', 'visits'])
      .status,
  ).toBe(0);
  expect(runCommand(data, ['site', 'add', 'other.example']).status).toBe(0);
  const imported = runCommand(data, ['import', 'events', join(folder, 'events.ndjson'), '--site', SITE, '--json']);
  expect(JSON.parse(imported.stdout)).toMatchObject({ read: MANY + 1500, kept: MANY + 1500 });
  const issue = (...args: string[]) => runCommand(data, ['key', 'issue', 'k', ...args]).stdout.trim();
  keys.all = issue('--scope', 'events:read');
  keys.own = issue('--scope', 'events:read', 'stats:read', '--site', SITE);
  keys.figures = issue('--scope', 'stats:read', 'events:write');
  keys.other = issue('--scope', 'events:read', '--site', 'other.example');
}, 120_000);
afterAll(async () => {
  await service?.stop();
  removeFolder(folder);
});

/** Metrics, and the dimensions by which they are asked besides the totals. */
const COMPARED = [
  [
    ['pageviews', 'events', 'visits', 'visitors_measured', 'bounce_rate'],
    ...['time:day', 'visit:source', 'visit:country', 'visit:browser'],
  ],
  [['pageviews', 'events'], 'event:page', 'event:name'],
  [['total_revenue'], 'event:currency'],
] as const;

const EXPORT = ['export', 'events', '--site', SITE];
/** The lines of an export with visitors named in the order in which they come. */
function named(text: string): string[] {
  const names = new Map<string, string>();
  return text.split('\n').map((line) =>
    line.replace(/"visitor":"([^"]+)"/, (_all, name: string) => {
      if (!names.has(name)) names.set(name, String(names.size));
      return names.get(name) ?? '';
    }),
  );
}

describe('the command', () => {
  const file = () => join(folder, 'out.ndjson');

  it('writes a file that its owner alone can read, whole or not at all, and over none that is there', () => {
    const first = runCommand(data, [...EXPORT, '--output', file()]);
    expect([first.status, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toBe(`${MANY + 1500} events of 4 days, ${dateOf(FIRST)} to ${dateOf(FIRST + 3 * DAY_MS)}\n`);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const before = readFileSync(file(), 'utf8');
    expect(before.split('\n')).toHaveLength(MANY + 1501);
    expect(before).not.toMatch(/secret|203\.0\.|Mozilla|person0/);

    const refused = runCommand(data, [...EXPORT, '--output', file()]);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('--force')]);
    expect(readFileSync(file(), 'utf8')).toBe(before);
    const range = ['--from', dateOf(FIRST), '--to', dateOf(FIRST)];
    expect(runCommand(data, [...EXPORT, ...range, '--output', file(), '--force']).status).toBe(0);
    expect(readFileSync(file(), 'utf8').split('\n')).toHaveLength(501);
    expect(runCommand(data, [...EXPORT, '--output', join(folder, 'nowhere', 'x')]).status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says what is wrong with a call, and leaves no file', () => {
    for (const [wrong, words] of [
      [['--from', '2026-02-30'], '--from: Give days such as'],
      [['--from', '2026-03-02', '--to', '2026-03-01'], 'comes before'],
      [['--format', 'xml'], '--format: Use ndjson or csv'],
    ] as const) {
      const { status, stderr } = runCommand(data, [...EXPORT, ...wrong, '--output', join(folder, 'wrong')]);
      expect([wrong, status, stderr]).toEqual([wrong, 2, expect.stringContaining(words)]);
    }
    expect(
      runCommand(data, ['export', 'events', '--site', 'nobody.example', '--output', join(folder, 'wrong')]).status,
    ).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('wrong'))).toEqual([]);
  });

  it('ends when nobody reads any more', async () => {
    const env = { ...process.env, PASSANT_DATA_DIR: data };
    const child = spawn(process.execPath, ['dist/main.js', ...EXPORT], {
      cwd: join(import.meta.dirname, '../..'),
      env,
    });
    let said = '';
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'close');
    expect([status, said]).toEqual([1, expect.stringContaining('Nobody reads')]);
  });
});

describe('an export', () => {
  it('is the same with the server as without, sealed or not, and by API, but for the names of visitors', async () => {
    const alone = runCommand(data, EXPORT);
    service = await startService(data, { PASSANT_RATE_LIMIT: '0' });
    const served = await runCommandBeside(data, EXPORT);
    expect([served.status, served.stderr]).toEqual([0, alone.stderr]);
    expect(named(served.stdout)).toEqual(named(alone.stdout));
    expect(served.stdout).not.toBe(alone.stdout);
    const answer = await fetchExport(`site_id=${SITE}`, keys.own);
    expect(named(await answer.text())).toEqual(named(alone.stdout));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'content-disposition': `attachment; filename="${SITE}-events.ndjson"`,
    });
  }, 120_000);

  it('has today’s events as they came, and days that are asked for', async () => {
    const beacon = { n: 'pageview', u: `https://${SITE}/today`, d: SITE, r: null, c: 'unset' };
    expect((await sendBeacon(service.url, beacon)).status).toBe(202);
    const today = await (
      await fetchExport(`site_id=${SITE}&date_range=${dateOf(Date.now())},2999-12-31`, keys.all)
    ).text();
    expect(JSON.parse(today)).toMatchObject({ name: 'pageview', url: `https://${SITE}/today`, browser: 'Firefox' });
    const day = dateOf(FIRST + 2 * DAY_MS);
    const csv = await fetchExport(`site_id=${SITE}&date_range=${day},${day}&format=csv`, keys.all);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    const rows = (await csv.text()).split('\r\n');
    expect(rows[0]).toMatch(/^time,name,url,/);
    expect(rows).toHaveLength(502);
  });

  it('imported into another installation gives the same answers', async () => {
    const file = join(folder, 'moved.ndjson');
    const to = dateOf(FIRST + 4 * DAY_MS);
    expect((await runCommandBeside(data, [...EXPORT, '--to', to, '--output', file])).status).toBe(0);
    const other = join(folder, 'other');
    const moved = await startService(other);
    try {
      const [before, after] = [commandsOf(data), commandsOf(other)];
      await after.addSite(SITE, { timezone: 'UTC', profile: 'consented', anonymous: 'visits' });
      const result = await runCommandBeside(other, ['import', 'events', file, '--site', SITE, '--json']);
      expect(JSON.parse(result.stdout) as ImportReport).toMatchObject({ kept: MANY + 1500, dropped: {} });
      for (const [metrics, ...dimensions] of COMPARED) {
        for (const dimension of ['', ...dimensions]) {
          const asked = { site_id: SITE, metrics, date_range: [dateOf(FIRST), to], pagination: { limit: 1000 } };
          const question = dimension === '' ? asked : { ...asked, dimensions: [dimension] };
          const rowsOf = async (commands: Commands) => (await commands.query(question)).results;
          expect({ dimension, rows: await rowsOf(after) }).toEqual({ dimension, rows: await rowsOf(before) });
        }
      }
    } finally {
      await moved.stop();
    }
  }, 120_000);
});

describe('GET /api/v2/export', () => {
  it.each([
    [401, 'unauthenticated', `site_id=${SITE}`, null],
    [403, 'forbidden', `site_id=${SITE}`, 'figures'],
    [404, 'not_found', `site_id=${SITE}`, 'other'],
    [404, 'not_found', 'site_id=nobody.example', 'all'],
    [400, 'invalid', '', 'all'],
    [400, 'invalid', `site_id=${SITE}&date_range=30d`, 'all'],
    [400, 'invalid', `site_id=${SITE}&date_range=2026-03-02,2026-03-01`, 'all'],
    [400, 'invalid', `site_id=${SITE}&date_range=2026-03-02,2026-03-01&date_range=x`, 'all'],
    [400, 'invalid', `site_id=${SITE}&format=xml`, 'all'],
  ] as const)('answers %d %s to ?%s of the key %s', async (status, code, query, key) => {
    const answer = await fetchExport(query, key === null ? '' : keys[key]);
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ code })]);
  });

  it('gives one export to a key at a time, no faster than it is read, and stops when its reader goes', async () => {
    const slow = await open(keys.all);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const second = await fetchExport(`site_id=${SITE}`, keys.all);
    expect([second.status, await second.json()]).toEqual([429, expect.objectContaining({ code: 'rate_limited' })]);
    const another = await fetchExport(`site_id=${SITE}&date_range=${dateOf(FIRST)},${dateOf(FIRST)}`, keys.own);
    expect((await another.text()).split('\n')).toHaveLength(501);
    slow.destroy();
    await expectFree(keys.all);
  }, 60_000);

  it('can be asked for its head alone', async () => {
    const head = await fetchExport(`site_id=${SITE}`, keys.all, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    await expectFree(keys.all);
  });

  it('leaves nothing behind, and the service answers on', async () => {
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    expect(service.output()).not.toContain('"level":50');
    expect(existsSync(join(data, 'events.db'))).toBe(true);
  });
});

function fetchExport(query: string, key: string, method = 'GET'): Promise<Response> {
  const headers: Record<string, string> = key === '' ? {} : { authorization: `Bearer ${key}` };
  return fetch(`${service.url}/api/v2/export?${query}`, { method, headers });
}

/** A client that asks for everything and reads nothing. */
function open(key: string): Promise<IncomingMessage> {
  const options = { headers: { authorization: `Bearer ${key}` }, agent: false } as const;
  return new Promise((resolve, reject) => {
    const request = get(`${service.url}/api/v2/export?site_id=${SITE}`, options, (answer) => {
      answer.on('error', () => {}); // it will be cut off
      resolve(answer);
    });
    request.on('error', reject);
  });
}

async function expectFree(key: string): Promise<void> {
  const query = `site_id=${SITE}&date_range=${dateOf(FIRST)},${dateOf(FIRST)}`;
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetchExport(query, key);
    await answer.text();
    if (answer.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the export goes on though its reader has gone');
}
