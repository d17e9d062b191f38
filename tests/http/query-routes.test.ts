/** Whether a question is worked out anew, though its answer is kept: by real HTTP, with a store that only notes how it was asked. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Router from '@koa/router';
import Koa from 'koa';
import type { BackOffice } from '../../src/http/back-office.ts';
import { addQueryRoutes } from '../../src/http/routes/query-routes.ts';
import type { HttpServices } from '../../src/http/services.ts';
import { SITE } from '../support/reference/counting-service.ts';

const BODY = JSON.stringify({ site_id: SITE.domain, metrics: ['visits'], date_range: '7d' });
let server: Server;
let anew: boolean[];

beforeEach(async () => {
  anew = [];
  const office = { siteForKey: () => SITE, siteForUser: () => SITE, checkCsrf: () => undefined };
  const scan = async (_plan: unknown, isAnew = false) => {
    anew.push(isAnew);
    return { groups: [], rows: 0, window: null };
  };
  const services = {
    ...{ goals: { list: () => [] }, segments: { list: () => [] } },
    ...{ executor: { scan, firstDay: async () => null }, now: () => Date.UTC(2026, 2, 10) },
  };
  const router = new Router();
  addQueryRoutes(router, office as unknown as BackOffice, services as unknown as HttpServices);
  server = new Koa().use(router.routes()).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
});

async function ask(path: string, cacheControl: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'cache-control': cacheControl };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const answer = await fetch(url, { method: 'POST', headers, body: BODY });
  expect(answer.status).toBe(200);
}

describe('a question', () => {
  it('by a key is worked out anew when it says so', async () => {
    await ask('/api/v2/query', 'no-cache');
    await ask('/api/v2/query', 'max-age=0');
    expect(anew).toEqual([true, false]);
  });

  it('of the dashboard is not, though its browser says so of whatever it must not keep', async () => {
    await ask('/app/api/v2/query', 'no-cache');
    expect(anew).toEqual([false]);
  });
});
