/** What a caller and the log are told of what went wrong. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import Koa from 'koa';
import pino from 'pino';
import { AppError } from '../../src/domain/errors.ts';
import { createPresentErrors } from '../../src/http/middleware/present-errors.ts';

const SECRET = 'SELECT password FROM /srv/secret of 192.0.2.7';
let server: Server;
afterEach(() => {
  server.close();
});

async function tellOf(thrown: unknown): Promise<{ status: number; body: string; log: string }> {
  const lines: string[] = [];
  const app = new Koa();
  app.silent = true;
  app.use(createPresentErrors(pino({}, { write: (line) => lines.push(line) })));
  app.use(() => {
    throw thrown;
  });
  server = createServer(app.callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?secret=1`);
  return { status: answer.status, body: await answer.text(), log: lines.join('') };
}

describe('an error', () => {
  it('that nobody thought of is logged by kind and place, and neither log nor caller hears its words', async () => {
    const { status, body, log } = await tellOf(Object.assign(new TypeError(SECRET), { code: 'EACCES' }));
    expect([status, JSON.parse(body)]).toEqual([500, expect.objectContaining({ code: 'fault', details: [] })]);
    expect(JSON.parse(log)).toMatchObject({ level: 50, kind: 'TypeError', code: 'EACCES', msg: 'a request failed' });
    expect(log).toContain('present-errors.test.ts');
    for (const part of SECRET.split(' ').filter((each) => each.length > 3)) expect(body + log).not.toContain(part);
  });

  it('that is a refusal is told, and is no matter for the log', async () => {
    const { status, body, log } = await tellOf(new AppError('rate_limited', 'Wait.', [], { retryAfterS: 7 }));
    expect([status, JSON.parse(body).error, log]).toEqual([429, 'Wait.', '']);
  });
});
