/** A beacon answered 202 is on disk, whatever happens to the service next. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readStoredPages, sendPages } from '../support/load.ts';
import { createFolder, removeFolder, startService } from '../support/service.ts';
import { howOften } from '../support/soak.ts';

const UNLIMITED = { PASSANT_RATE_LIMIT: '0', PASSANT_LOG: 'warn' };
let folder: string;

beforeAll(() => {
  folder = createFolder();
});
afterAll(() => removeFolder(folder));

describe('a beacon answered 202', () => {
  const rounds = howOften(4, 20);

  it(`is stored exactly once after ${rounds} SIGKILLs at random moments`, async () => {
    const answered: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const service = await startService(folder, UNLIMITED);
      const load = sendPages(service.url, `kill-${round}`);
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 700));
      await service.kill();
      answered.push(...(await load.stop()));
    }
    const service = await startService(folder, UNLIMITED); // recovers what the last one left
    await service.stop();
    const stored = readStoredPages(folder);
    expect(answered.length).toBeGreaterThan(rounds * 10);
    expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
    expect([...stored.values()].filter((times) => times > 1)).toEqual([]);
    console.info(`no loss: ${answered.length} answered, ${stored.size} stored, ${rounds} SIGKILLs`);
  }, 300_000);

  it('is stored when the service is told to stop under load, and the service ends with status 0', async () => {
    const service = await startService(folder, UNLIMITED);
    const load = sendPages(service.url, 'term');
    await new Promise((resolve) => setTimeout(resolve, 400));
    const status = await service.stop();
    const answered = await load.stop();
    const stored = readStoredPages(folder);
    expect(status).toBe(0);
    expect(answered.length).toBeGreaterThan(10);
    expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
  }, 60_000);
});
