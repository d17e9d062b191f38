/** Over real sockets of this machine; only the names' addresses are told by the test. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ResolveName } from '../../src/lib/checked-lookup.ts';
import { ProviderFetch } from '../../src/oidc/provider-fetch.ts';

let server: Server;
let port: number;
const asked: string[] = [];
const names = new Map<string, string[]>();
const resolver: ResolveName = async (name) => {
  const found = names.get(name) ?? [];
  if (found.length === 0) throw new Error('no such name');
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
    else if (request.url === '/large') response.end('a'.repeat(300 * 1024));
    else if (request.url === '/echo') request.pipe(response);
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});
beforeEach(() => {
  asked.length = 0;
  names.clear();
  errands = 0;
});

let [errands, underWay] = [0, 0];
/** Counts what is done as an errand, and notes when something is. */
const during = async <T>(work: () => Promise<T>): Promise<T> => {
  errands++;
  underWay++;
  try {
    return await work();
  } finally {
    underWay--;
  }
};
const get = { method: 'GET', headers: {} };
const fetchFrom = (issuer: string) => new ProviderFetch(new URL(issuer), during, resolver);
const here = (path: string, host = 'login.example') => `http://${host}:${port}${path}`;
const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  );

describe('the way to the provider', () => {
  it('asks, sends what is to be sent, and each request is an errand', async () => {
    names.set('login.example', ['127.0.0.1']);
    const fetch = fetchFrom(here('/'));
    const answer = await fetch.ask(here('/a?b=c'), get);
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
    const body = new URLSearchParams({ code: 'é' });
    const echoed = await fetch.ask(here('/echo'), { method: 'POST', headers: { 'x-a': 'b' }, body });
    expect(await echoed.text()).toBe('code=%C3%A9');
    expect(asked).toEqual([`GET login.example:${port} /a?b=c`, `POST login.example:${port} /echo`]);
    expect([errands, underWay]).toEqual([2, 0]);
  });

  it('follows nobody, and reads no more than a document has', async () => {
    names.set('login.example', ['127.0.0.1']);
    const fetch = fetchFrom(here('/'));
    expect((await fetch.ask(here('/moved'), get)).status).toBe(302);
    expect(asked).toHaveLength(1);
    expect(await codeOf(fetch.ask(here('/large'), get))).toBe('too_large');
  });

  it.each([
    ['a name of this machine', 'inside.example', ['127.0.0.1']],
    ['a name with an address that may be reached and one that may not', 'both.example', ['8.8.8.8', '127.0.0.1']],
    ['a name in the network of a cloud', 'cloud.example', ['169.254.169.254']],
  ])('is barred by %s when the issuer is public', async (_what, host, addresses) => {
    names.set('login.example', ['8.8.4.4']);
    names.set(host, addresses);
    const fetch = new ProviderFetch(new URL('http://login.example'), during, resolver);
    expect(await codeOf(fetch.ask(here('/keys', host), get))).toBe('forbidden_address');
    expect(asked).toEqual([]);
  });

  it.each(['http://127.0.0.1', 'http://[::1]', 'http://169.254.169.254', 'http://2130706433', 'http://0x7f.1'])(
    'is barred to %s, which needs no name',
    async (address) => {
      const fetch = new ProviderFetch(new URL('http://login.example'), during, resolver);
      expect(await codeOf(fetch.ask(`${address}:${port}/`, get))).toBe('forbidden_address');
      expect(asked).toEqual([]);
    },
  );

  it('is https alone for an issuer that is', async () => {
    names.set('login.example', ['127.0.0.1']);
    expect(await codeOf(fetchFrom('https://login.example').ask(here('/'), get))).toBe('forbidden_address');
    expect(asked).toEqual([]);
  });

  it('leads on to other hosts of this machine for an issuer that is there', async () => {
    names.set('login.example', ['127.0.0.1']);
    names.set('keys.example', ['127.0.0.1']);
    const fetch = fetchFrom(here('/'));
    expect(await codeOf(fetch.ask(here('/', 'keys.example'), get))).toBe('forbidden_address');
    await fetch.ask(here('/'), get);
    expect(await codeOf(fetch.ask(here('/', 'keys.example'), get))).toBe('answered');
  });

  it('is opened inside by nothing but an answer of the issuer: a name that points there is none', async () => {
    names.set('login.example', ['127.0.0.1']);
    names.set('keys.example', ['127.0.0.1']);
    const fetch = fetchFrom('http://login.example:1');
    expect(await codeOf(fetch.ask('http://login.example:1/', get))).toBe('no_answer');
    expect(await codeOf(fetch.ask(here('/', 'keys.example'), get))).toBe('forbidden_address');
  });

  it('says that there is no answer, with its cause', async () => {
    const error = await fetchFrom('http://nobody.example')
      .ask('http://nobody.example/', get)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'no_answer', cause: { message: 'no such name' } });
  });
});
