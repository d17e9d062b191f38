/** The recipe of docs/proxies.md in Debian's nginx: addresses arrive and cannot be claimed, cookies pass, rights work. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIREFOX } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
const ID = 'V1StGXR8_Z5jdHi6B-myT';
let folder: string;
let service: Service;
let nginx: ChildProcess;
let port: number;

beforeAll(async () => {
  if (NGINX === undefined) throw new Error('nginx is missing: `apt-get install nginx`, then run the test again.');
  folder = createFolder();
  service = await startService(join(folder, 'data'), { PASSANT_TRUSTED_PROXIES: '127.0.0.1', PASSANT_RATE_LIMIT: '0' });
  const add = ['site', 'add', 'town.test', '--jurisdiction', 'FR', '--rounding', 'off', '--small-cells', 'off'];
  await runCommandBeside(join(folder, 'data'), add);
  port = await freePort();
  const proxy = join(folder, 'proxy');
  mkdirSync(proxy);
  writeFileSync(join(proxy, 'nginx.conf'), configuration(proxy));
  nginx = spawn(NGINX, ['-p', proxy, '-c', join(proxy, 'nginx.conf'), '-e', join(proxy, 'error.log')]);
  await listening();
});
afterAll(async () => {
  nginx.kill('SIGQUIT');
  await once(nginx, 'exit');
  await service.stop();
  removeFolder(folder);
});

/** What stands around the recipe in anybody's nginx. */
function configuration(proxy: string): string {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/proxies.md'), 'utf8');
  const recipe = /```nginx\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
  expect(recipe).toContain('127.0.0.1:8090');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(proxy, kind)};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${user} daemon off; worker_processes 1; pid ${join(proxy, 'pid')};
events { worker_connections 64; }
http {
  access_log ${join(proxy, 'access.log')};
  ${temporary.join(' ')}
  server {
    listen 127.0.0.1:${port};
    server_name town.test;
    ${recipe.replace('127.0.0.1:8090', `127.0.0.1:${service.port}`)}
    location / { return 200 "the site"; }
  }
}`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

async function listening(): Promise<void> {
  for (;;) {
    if (nginx.exitCode !== null)
      throw new Error(`nginx ended: ${readFileSync(join(folder, 'proxy/error.log'), 'utf8')}`);
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Asked {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
  /** The visitor's address: every one of 127.0.0.0/8 is this machine. */
  from?: string;
}

async function ask(path: string, { method = 'GET', body, headers = {}, from = '127.0.1.9' }: Asked = {}) {
  const sent = request({
    ...{ host: '127.0.0.1', port, path, method, localAddress: from, agent: false },
    headers: { host: `town.test:${port}`, 'user-agent': FIREFOX, ...headers },
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers as IncomingHttpHeaders, text: await text(answer) };
}

function beacon(path: string, more: object, asked: Asked = {}) {
  const body = JSON.stringify({ n: 'pageview', d: 'town.test', u: `http://town.test:${port}${path}`, ...more });
  return ask('/count/e', { ...asked, method: 'POST', body });
}

/** As a browser sends a form of our page. */
function sendForm(fields: Record<string, string>, cookie: string, headers: Record<string, string> = {}) {
  return ask('/count/privacy/town.test', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      ...{ cookie, 'content-type': 'application/x-www-form-urlencoded', origin: `http://town.test:${port}` },
      ...headers,
    },
  });
}

describe('behind nginx, by the recipe', () => {
  it('visitors are told apart by their own address, and nobody can claim another', async () => {
    expect((await ask('/')).text).toBe('the site');
    for (const [from, claimed] of [
      ['127.0.1.9', null],
      ['127.0.2.9', null],
      ['127.0.1.9', '203.0.113.7'],
      ['127.0.1.9', '198.51.100.7, 127.0.0.1'],
    ] as const) {
      const headers: Record<string, string> = claimed === null ? {} : { 'x-forwarded-for': claimed };
      expect((await beacon('/', {}, { from, headers })).status).toBe(202);
    }
    const args = ['query', '--site', 'town.test', '--metrics', 'visitors,pageviews', '--range', 'day', '--json'];
    const { stdout } = await runCommandBeside(join(folder, 'data'), args);
    expect(JSON.parse(stdout).results[0].metrics).toEqual([2, 4]);
  });

  it('scripts, charter and page are found below the one path', async () => {
    for (const path of ['/count/s.js', '/count/rights.js', '/count/charter/town.test', '/count/charter/town.test.json'])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    const { text: page } = await ask('/count/privacy/town.test', { headers: { cookie: `passant_id=${ID}` } });
    expect(page).toContain('This browser carries an identifier');
  });

  it('access, erasure and objection pass with their cookies, and a foreign form does not', async () => {
    const receipt = { n: 'consent', action: 'accepted', c: 'granted', id: ID, text: '1-en', banner: 'passant-1' };
    const from = '127.0.3.9'; // somebody else than before
    await beacon('/a', receipt, { from });
    await beacon('/a', { c: 'granted', id: ID }, { from });
    const cookie = `passant_id=${ID}; cookies_preferences=${encodeURIComponent('{"v":1,"statistics":true,"other":7}')}`;
    const shown = await sendForm({ do: 'see' }, cookie);
    expect(shown.text).toContain('1 visit, 1 page');
    const api = await ask('/count/a', { method: 'POST', body: JSON.stringify({ d: 'town.test', id: ID }) });
    expect(JSON.parse(api.text)).toMatchObject({ known: true, consent_receipts: [{ text_version: '1-en' }] });

    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: '' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect((await sendForm({ do: 'erase' }, cookie, headers)).status).toBe(403);

    const erased = await sendForm({ do: 'erase' }, cookie);
    expect(erased.headers['set-cookie']).toEqual(['passant_id=; Path=/; Max-Age=0; SameSite=Lax']);
    expect(search(readFiles(folder), needlesFor(ID))).toEqual([]);

    const objected = await sendForm({ do: 'object' }, cookie, { origin: `https://town.test:${port}` });
    const set = objected.headers['set-cookie'] ?? [];
    expect(set[0]).toBe('passant_optout=1; Path=/; Max-Age=33955200; SameSite=Lax; Secure');
    expect(decodeURIComponent(set.join('\n'))).toMatch(/"statistics":false,"other":7/);
    const marked = await beacon('/b', {}, { headers: { cookie: 'x=1; passant_optout=1' } });
    expect(marked.headers['x-passant-dropped']).toBe('objected');
  });
});
