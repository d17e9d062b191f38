/** An address or a User-Agent goes in by every way there is, and is found nowhere. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIREFOX, pageview, sendBeacon } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import {
  createFolder,
  removeFolder,
  runCommand,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';

const IPV4 = '198.51.100.213';
const IPV6 = '2001:db8:4a7e:91c3:5f1e:8d2b:77aa:9b0c';
const AGENT = `${FIREFOX} Kanarienvogel/4711.0815`;
const NEEDLES = [
  ...needlesFor(IPV4, '198.51.100.'),
  ...needlesFor(IPV6, '2001:db8:4a7e:91c3'),
  ...needlesFor(AGENT),
  ...needlesFor('Kanarienvogel/4711.0815'),
];

/** Memory is no disk, but what is kept there is no more than what is known: no address, no User-Agent. */
const RAM = '/dev/shm';
const ram = existsSync(RAM) ? mkdtempSync(join(RAM, 'passant-test-')) : null;
let folder: string;
let service: Service;
const answers = new Map<string, Buffer>();

beforeAll(async () => {
  folder = createFolder();
  mkdirSync(join(folder, 'tmp'));
  service = await startService(join(folder, 'data'), {
    PASSANT_LOG: 'debug',
    PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1',
    PASSANT_RATE_LIMIT: '0',
    TMPDIR: join(folder, 'tmp'),
    ...(ram === null ? {} : { PASSANT_KEYS_DIR: ram }),
  });
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
  if (ram !== null) rmSync(ram, { recursive: true });
});

async function keep(name: string, answer: Response): Promise<Response> {
  const headers = [...answer.headers].map(([key, value]) => `${key}: ${value}`).join('\n');
  answers.set(`answer ${name}`, Buffer.from(`${headers}\n${await answer.text()}`));
  return answer;
}

describe('addresses and User-Agents', () => {
  it('are found by the search where they have been planted', () => {
    for (const needle of NEEDLES) {
      const planted = new Map([
        ['planted', Buffer.concat([Buffer.from('before '), needle.bytes, Buffer.from(' after')])],
      ]);
      expect(search(planted, [needle])).toHaveLength(1);
    }
  });

  it('are nowhere after beacon, pixel, errors, imports and commands', async () => {
    for (const ip of [IPV4, IPV6]) {
      const headers = { 'x-forwarded-for': ip, referer: 'http://127.0.0.1/demo/' };
      const options = { userAgent: AGENT, headers };
      const identifier = 'V1StGXR8_Z5jdHi6B-myT';
      await keep('beacon', await sendBeacon(service.url, pageview('/a'), options));
      await keep('consented', await sendBeacon(service.url, pageview('/b', { c: 'granted', id: identifier }), options));
      await keep('bot', await sendBeacon(service.url, pageview('/c'), { ...options, userAgent: `${AGENT} bot` }));
      await keep('not JSON', await sendBeacon(service.url, `{"n":"${AGENT}`, options));
      await keep('refused', await sendBeacon(service.url, { n: 1, u: 2, d: 3 }, options));
      await keep(
        'too large',
        await sendBeacon(service.url, 'x'.repeat(70_000), { ...options, headers: { ...headers } }),
      );
      await keep(
        'claimed',
        await sendBeacon(
          service.url,
          pageview('/d', { ip, user_agent: AGENT, time: new Date().toISOString() }),
          options,
        ),
      );
      const asked = { ...headers, 'user-agent': AGENT };
      await keep(
        'pixel',
        await fetch(`${service.url}/pixel.gif?site=demo&url=http://127.0.0.1/demo/p`, { headers: asked }),
      );
      await keep('not found', await fetch(`${service.url}/nothing/here`, { headers: asked }));
      await keep('wrong method', await fetch(`${service.url}/healthz`, { method: 'DELETE', headers: asked }));
      await keep('page', await fetch(`${service.url}/app/`, { headers: asked }));
      await keep('state', await fetch(`${service.url}/app/api/state`, { headers: asked }));
      await keep(
        'sign-in',
        await fetch(`${service.url}/app/api/sign-in`, { method: 'POST', body: '{}', headers: asked }),
      );
      const about = { method: 'POST', body: JSON.stringify({ d: 'demo', id: identifier }), headers: asked };
      await keep('access', await fetch(`${service.url}/api/access`, about));
      await keep('charter', await fetch(`${service.url}/charter/demo`, { headers: asked }));
      await keep('rights', await fetch(`${service.url}/privacy/demo`, { headers: asked }));
      await keep('form', await fetch(`${service.url}/privacy/demo`, { ...about, body: `do=see&id=${identifier}` }));
      await keep('objection', await fetch(`${service.url}/api/object`, about));
      const forget = { method: 'POST', body: JSON.stringify({ d: 'demo', id: identifier }), headers: asked };
      await keep('forget', await fetch(`${service.url}/api/forget`, forget));
    }
    await importLogs('served');
    const issued = await runCommandBeside(join(folder, 'data'), ['key', 'issue', 'raw', '--scope', 'events:read']);
    const authorization = `Bearer ${issued.stdout.trim()}`;
    for (const format of ['ndjson', 'csv']) {
      const address = `${service.url}/api/v2/export?site_id=demo&format=${format}`;
      await keep(`export ${format}`, await fetch(address, { headers: { authorization } }));
    }
    await exportEvents('served');
    const metrics = await keep('metrics', await fetch(`${service.url}/metrics`));
    expect(metrics.status).toBe(200);
    expect(await service.stop()).toBe(0);
    await importLogs('by itself');
    await exportEvents('by itself');

    const places = readFiles(folder, new Map(answers));
    if (ram !== null) readFiles(ram, places);
    places.set('output of the service', Buffer.from(service.output()));
    for (const name of inputs) places.delete(join(folder, name));
    expect(places.size).toBeGreaterThan(20);
    expect(search(places, NEEDLES)).toEqual([]);
  }, 120_000);
});

const inputs = ['access.log', 'access.log.gz', 'events.ndjson'];

/** Into files beside the data, which are searched as well. */
async function exportEvents(how: string): Promise<void> {
  const data = join(folder, 'data');
  for (const format of ['ndjson', 'csv']) {
    const file = join(folder, `export ${how}.${format}`);
    const args = ['export', 'events', '--site', 'demo', '--format', format, '--output', file];
    const result = how === 'served' ? await runCommandBeside(data, args) : runCommand(data, args);
    expect(result.stderr).toMatch(/^[1-9]\d* events of /);
    answers.set(`export ${format} ${how}`, Buffer.from(result.stdout + result.stderr));
  }
}

/** The three inputs, and a damaged one, with and without the running service. */
async function importLogs(how: string): Promise<void> {
  const data = join(folder, 'data');
  const lines = [IPV4, IPV6].map(
    (ip, index) => `${ip} - - [17/May/2026:10:0${index}:00 +0000] "GET /${how.length} HTTP/1.1" 200 12 "-" "${AGENT}"`,
  );
  const log = `${lines.join('\n')}\n${IPV4} broken line "${AGENT}"\n`;
  const event = {
    time: '2026-05-17T10:00:00Z',
    name: 'pageview',
    url: 'http://127.0.0.1/demo/x',
    ip: IPV4,
    user_agent: AGENT,
  };
  const bad = { ...event, ip: { nested: IPV6 }, user_agent: [AGENT] };
  writeFileSync(join(folder, 'access.log'), log);
  writeFileSync(join(folder, 'access.log.gz'), gzipSync(log).subarray(0, 60));
  writeFileSync(
    join(folder, 'events.ndjson'),
    `${JSON.stringify(event)}\n${JSON.stringify(bad)}\n${JSON.stringify(event).slice(0, -9)}\n`,
  );
  for (const [kind, file] of [
    ['log', 'access.log'],
    ['log', 'access.log.gz'],
    ['events', 'events.ndjson'],
  ] as const) {
    const args = ['import', kind, join(folder, file), '--site', 'demo', '--again', '--json'];
    const result = how === 'served' ? await runCommandBeside(data, args) : runCommand(data, args);
    answers.set(`import ${kind} ${file} ${how}`, Buffer.from(result.stdout + result.stderr));
    if (!file.endsWith('.gz')) expect(result.status).toBe(0);
  }
}
