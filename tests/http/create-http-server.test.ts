/** Clients that are slow on purpose, by real connections: none holds one for longer than the limits say. */

import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CONNECTION_LIMITS, type ConnectionLimits, createHttpServer } from '../../src/http/create-http-server.ts';

const QUICK = { headersMs: 200, requestMs: 400, idleMs: 100, silentMs: 300 };
const HEAD = 'POST / HTTP/1.1\r\nhost: here\r\n';

let server: Server;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  server.close();
});

async function serve(limits: Partial<ConnectionLimits>): Promise<void> {
  server = createHttpServer({ ...CONNECTION_LIMITS, ...limits });
  server.on('request', (request, response) => {
    request.resume();
    request.on('end', () => response.end('ok'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** @returns a connection, and all that comes until it is closed */
function open(): { socket: Socket; whole: Promise<string> } {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {}); // reset is closed too
  let text = '';
  socket.on('data', (chunk) => (text += String(chunk)));
  return { socket, whole: new Promise((resolve) => socket.once('close', () => resolve(text))) };
}

/** Goes on with a byte now and then, as long as it may. */
function drip(socket: Socket, bytes: string): void {
  const timer = setInterval(() => socket.write(bytes), 20);
  socket.once('close', () => clearInterval(timer));
}

describe('a connection', () => {
  it('whose headers never end is answered 408 and closed, however steadily they come', async () => {
    await serve(QUICK);
    const { socket, whole } = open();
    socket.write(HEAD);
    drip(socket, 'x: y\r\n');
    expect(await whole).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('whose body never ends is answered 408 and closed', async () => {
    await serve({ ...QUICK, headersMs: 300 });
    const { socket, whole } = open();
    socket.write(`${HEAD}content-length: 100000\r\n\r\n`);
    drip(socket, 'x');
    expect(await whole).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('that asks nothing, or nothing more, is closed', async () => {
    await serve(QUICK);
    const [silent, used] = [open(), open()];
    used.socket.write(`${HEAD}content-length: 0\r\n\r\n`);
    expect(await used.whole).toMatch(/^HTTP\/1\.1 200 /);
    await silent.whole;
  });

  it('whose answer nobody takes is closed', async () => {
    await serve(QUICK);
    server.removeAllListeners('request');
    server.on('request', (_request, response) => response.write('x'.repeat(32 * 1024 * 1024)));
    const { socket } = open();
    socket.pause();
    socket.write(`${HEAD}content-length: 0\r\n\r\n`);
    const [, response] = (await once(server, 'request')) as [unknown, { destroyed: boolean; once: Server['once'] }];
    await once(response as never, 'close');
    expect(response.destroyed).toBe(true);
  });

  it('with headers that are too long is answered 431', async () => {
    await serve({ headerBytes: 2048 });
    const { socket, whole } = open();
    socket.write(`${HEAD}x: ${'y'.repeat(4000)}\r\n\r\n`);
    expect(await whole).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('loses no header of the proxy behind thousands of small ones', async () => {
    await serve({});
    server.removeAllListeners('request');
    server.on('request', ({ headers }, response) => response.end(String(headers['x-forwarded-for'])));
    const { socket, whole } = open();
    socket.write(
      `${HEAD}${'a:\r\n'.repeat(3500)}x-forwarded-for: 192.0.2.1\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
    );
    expect(await whole).toMatch(/\r\n\r\n(?:9\r\n)?192\.0\.2\.1/);
  });

  it('beyond those that may be open is closed, and those that are open go on', async () => {
    await serve({ mostConnections: 2 });
    const kept = [open(), open()];
    await Promise.all(kept.map(({ socket }) => once(socket, 'connect')));
    expect(await open().whole).toBe('');
    const [first] = kept;
    first?.socket.write(`${HEAD}content-length: 0\r\nconnection: close\r\n\r\n`);
    expect(await first?.whole).toMatch(/^HTTP\/1\.1 200 /);
  });
});

it('the limits are those that the service runs with', () => {
  server = createHttpServer();
  expect(server).toMatchObject({
    ...{ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5000, timeout: 120_000 },
    maxConnections: 10_000,
  });
});
