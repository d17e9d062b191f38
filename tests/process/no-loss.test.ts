/** A beacon answered 202 is on disk, whatever happens to the service next. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { pageview, sendBeacon } from '../support/beacons.ts';
import { createFolder, removeFolder, type Service, startService } from '../support/service.ts';
import { howOften } from '../support/soak.ts';

const SENDERS = 16;
const UNLIMITED = { PASSANT_RATE_LIMIT: '0', PASSANT_LOG: 'warn' };
let folder: string;

beforeAll(() => {
  folder = createFolder();
});
afterAll(() => removeFolder(folder));

/** Sends numbered pageviews until the service is gone or `stop` is called. @returns the numbers that were answered 202 */
function sendUntilGone(service: Service, name: string) {
  const answered: string[] = [];
  let isOver = false;
  let next = 0;
  const sender = async () => {
    while (!isOver) {
      const path = `/${name}/${next++}`;
      try {
        const answer = await sendBeacon(service.url, pageview(path));
        if (answer.status === 202 && answer.headers.get('x-passant-dropped') === null) answered.push(`/demo${path}`);
        await answer.text();
      } catch {
        return; // the service is gone
      }
    }
  };
  const done = Promise.all(Array.from({ length: SENDERS }, sender));
  return {
    stop: async () => {
      isOver = true;
      await done;
      return answered;
    },
  };
}

/** How often each page was stored. */
function storedPages(): Map<string, number> {
  const db = new Database(join(folder, 'events.db'), { readonly: true });
  const sql = `SELECT t.text AS page, count(*) AS times FROM events e
    JOIN terms t ON t.site_id = e.site_id AND t.kind = 'page' AND t.id = e.page GROUP BY t.text`;
  const rows = db.prepare<[], { page: string; times: number }>(sql).all();
  db.close();
  return new Map(rows.map(({ page, times }) => [page, times]));
}

describe('a beacon answered 202', () => {
  const rounds = howOften(4, 20);

  it(`is stored exactly once after ${rounds} SIGKILLs at random moments`, async () => {
    const answered: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const service = await startService(folder, UNLIMITED);
      const load = sendUntilGone(service, `kill-${round}`);
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 700));
      await service.kill();
      answered.push(...(await load.stop()));
    }
    const service = await startService(folder, UNLIMITED); // recovers what the last one left
    await service.stop();
    const stored = storedPages();
    expect(answered.length).toBeGreaterThan(rounds * 10);
    expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
    expect([...stored.values()].filter((times) => times > 1)).toEqual([]);
    console.info(`no loss: ${answered.length} answered, ${stored.size} stored, ${rounds} SIGKILLs`);
  }, 300_000);

  it('is stored when the service is told to stop under load, and the service ends with status 0', async () => {
    const service = await startService(folder, UNLIMITED);
    const load = sendUntilGone(service, 'term');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const status = await service.stop();
    const answered = await load.stop();
    const stored = storedPages();
    expect(status).toBe(0);
    expect(answered.length).toBeGreaterThan(10);
    expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
  }, 60_000);
});
