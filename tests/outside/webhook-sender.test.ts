/** Webhooks over real HTTP and HTTPS: signed, and never to where they must not go, by whatever name it is called. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliveryFault } from '../../src/domain/delivery.ts';
import { Outbound } from '../../src/observe/outbound.ts';
import { HttpsSender, type HttpsSenderOptions } from '../../src/outside/webhook-sender.ts';

const SECRET = Buffer.alloc(32, 9);
const BODY = JSON.stringify({ type: 'test', data: { site: 'éxample.org' } });
const NOW = 1_800_000_000_000;
interface Got {
  headers: IncomingMessage['headers'];
  body: string;
}
const got: Got[] = [];
let server: Server;
let port: number;
let answer: RequestListener;

beforeEach(async () => {
  got.length = 0;
  answer = (_request, response) => response.writeHead(204).end();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function sender(options: Partial<HttpsSenderOptions> = {}): HttpsSender {
  return new HttpsSender({ during: (work) => work(), now: () => NOW, userAgent: 'Passant/test', ...options });
}
const post = (url: string, options: Partial<HttpsSenderOptions> = {}) =>
  sender(options)
    .post({ url, secret: SECRET, id: 'passant-1-2', body: BODY })
    .then(
      () => null,
      (fault: DeliveryFault) => [fault.outcome, fault.message],
    );
const LOOPBACK = { allowsLoopback: true };

describe('a webhook', () => {
  it('is signed over its id, its time and its body, as libraries check it', async () => {
    expect(await post(`http://127.0.0.1:${port}/hook`, LOOPBACK)).toBeNull();
    const [{ headers, body } = { headers: {}, body: '' }] = got;
    const signed = `passant-1-2.${NOW / 1000}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`);
    expect([headers['webhook-id'], headers['webhook-timestamp']]).toEqual(['passant-1-2', String(NOW / 1000)]);
    expect([headers['content-type'], headers['user-agent'], body]).toEqual(['application/json', 'Passant/test', BODY]);
  });

  it.each([
    [500, 'later'],
    [404, 'later'],
    [410, 'refused'],
  ])('that is answered by %d comes %s', async (status, outcome) => {
    answer = (_request, response) => response.writeHead(status).end();
    expect(await post(`http://127.0.0.1:${port}/`, LOOPBACK)).toEqual([outcome, `It answered ${status}.`]);
  });

  it('follows nobody elsewhere', async () => {
    answer = (_request, response) => response.writeHead(307, { location: `http://127.0.0.1:${port}/inside` }).end();
    const fault = await post(`http://127.0.0.1:${port}/`, LOOPBACK);
    expect(fault).toEqual(['later', 'It answered 307: redirects are not followed.']);
    expect(got).toHaveLength(1);
  });

  it('does not read what is answered, however long it is', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    answer = (_request, response) => {
      closed = once(response, 'close');
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', more);
      more();
    };
    expect(await post(`http://127.0.0.1:${port}/`, { ...LOOPBACK, longestMs: 600_000 })).toBeNull();
    await closed; // for ever, for whoever reads on
  });

  it('takes no endless head of an answer', async () => {
    answer = (_request, response) => response.writeHead(200, { 'x-long': 'a'.repeat(10_000) }).end();
    expect(await post(`http://127.0.0.1:${port}/`, LOOPBACK)).toEqual(['later', expect.stringContaining('HPE_HEADER')]);
  });

  it('waits for no answer that does not come', async () => {
    answer = () => {};
    const fault = await post(`http://127.0.0.1:${port}/`, { ...LOOPBACK, longestMs: 50 });
    expect(fault).toEqual(['later', 'It did not answer in time.']);
  });

  it('is counted as what leaves the server', async () => {
    const outbound = new Outbound().watch();
    await post(`http://127.0.0.1:${port}/`, { ...LOOPBACK, during: (work) => outbound.during('webhook', work) });
    expect([...outbound.counts()]).toEqual([['for="webhook"', 1]]);
  });
});

describe('nothing is sent', () => {
  /** Listens on this machine, and tells whether anybody came: before any encryption, which would fail anyway. */
  async function hostTried(url: (port: number) => string, options: Partial<HttpsSenderOptions> = {}) {
    let came = 0;
    const tcp = createTcpServer((socket) => {
      came += 1;
      socket.destroy();
    }).listen(0, '::');
    await once(tcp, 'listening');
    const fault = await post(url((tcp.address() as AddressInfo).port), options);
    tcp.close();
    await once(tcp, 'close');
    return { came, fault };
  }
  const NOT_PUBLIC = 'The address is of this machine or a network of one’s own: nothing is sent there.';

  it('unencrypted', async () => {
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual(['refused', 'Only https is sent to.']);
    expect(got).toEqual([]);
  });

  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['a number that is one', '2130706433'],
    ['hexadecimal', '0x7f.1'],
    ['octal', '0177.0.0.1'],
    ['with fewer parts', '127.1'],
    ['IPv6', '[::1]'],
    ['mapped', '[::ffff:127.0.0.1]'],
    ['none', '0.0.0.0'],
    ['the metadata of clouds', '169.254.169.254'],
  ])('to this machine or its network, written as %s', async (_what, host) => {
    const { came, fault } = await hostTried((at) => `https://${host}:${at}/`);
    expect([came, fault]).toEqual([0, ['refused', NOT_PUBLIC]]);
  });

  it('to a name that stands for this machine', async () => {
    const { came, fault } = await hostTried((at) => `https://localhost:${at}/`);
    expect([came, fault]).toEqual([0, ['later', NOT_PUBLIC]]);
  });

  it.each([
    ['a private one', [{ address: '10.0.0.1', family: 4 }]],
    ['this machine’s', [{ address: '127.0.0.1', family: 4 }]],
    [
      'one of several',
      [
        { address: '93.184.215.14', family: 4 },
        { address: '::1', family: 6 },
      ],
    ],
    ['a mapped one', [{ address: '::ffff:127.0.0.1', family: 6 }]],
  ])('to a name whose address is %s', async (_what, addresses) => {
    const { came, fault } = await hostTried((at) => `https://hook.example:${at}/`, { resolve: async () => addresses });
    expect([came, fault]).toEqual([0, ['later', NOT_PUBLIC]]);
  });

  it('to another address than the one that was looked at', async () => {
    // A name that may be sent to when it is looked at, and may not a moment later.
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    let refused = 0;
    const options = { ...LOOPBACK, resolve, onRefusedAddress: () => (refused += 1) };
    expect(await post(`http://hook.example:${port}/`, options)).toBeNull();
    expect([asked, got.length, refused]).toEqual([1, 1, 0]);
    expect(await post(`http://hook.example:${port}/`, options)).toEqual(['later', NOT_PUBLIC]);
    expect(refused).toBe(1);
    expect(await post('https://169.254.169.254/', options)).toEqual(['refused', NOT_PUBLIC]);
    expect(await post(`http://127.0.0.1:${port}/`, options)).toBeNull();
    expect(refused).toBe(2);
  });
});
