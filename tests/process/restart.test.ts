/** What becomes of a day when the service is stopped, killed or replaced in its middle. */

import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { pageview, sendBeacon } from '../support/beacons.ts';
import { readFiles, search } from '../support/canaries.ts';
import { readStoredPages, sendPages } from '../support/load.ts';
import { createFolder, removeFolder, runCommand, type Service, startService } from '../support/service.ts';
import { howOften } from '../support/soak.ts';

const RAM = '/dev/shm';
const hasRam = existsSync(RAM) && statfsSync(RAM).type === 0x01021994;
if (!hasRam) console.info(`skipped: ${RAM} is no tmpfs here, so no folder for day keys can be made`);
const withRam = hasRam ? it : it.skip;
const QUIET = { PASSANT_LOG: 'warn', PASSANT_RATE_LIMIT: '0' };

/** Temporary folders may lie in memory; what is installed does not. */
const ON_DISK = join(import.meta.dirname, '../../node_modules/.passant-keys-on-disk');

let folder: string;
let data: string;
let ram: string;
beforeEach(() => {
  folder = createFolder();
  data = join(folder, 'data');
  if (hasRam) ram = mkdtempSync(join(RAM, 'passant-test-'));
});
afterEach(() => {
  removeFolder(folder);
  removeFolder(ON_DISK);
  if (hasRam) rmSync(ram, { recursive: true });
});

const keysIn = (dir: string) => ({ ...QUIET, PASSANT_KEYS_DIR: dir });

async function view(service: Service, path: string, more: Record<string, unknown> = {}): Promise<void> {
  expect((await sendBeacon(service.url, pageview(path, more))).status).toBe(202);
}

/** Visitors, visits and pageviews of today as the command answers them, and the parts of the day. */
function countToday() {
  const asked = ['query', '--site', 'demo', '--range', 'day', '--metrics', 'visitors,visits,pageviews', '--json'];
  const { results, meta } = JSON.parse(runCommand(data, asked).stdout);
  const db = new Database(join(data, 'events.db'), { readonly: true });
  const parts = db.prepare('SELECT parts FROM instrument_days').pluck().all();
  db.close();
  return { counts: results[0].metrics, kind: meta.visitors_method.kind, parts };
}

function readKeyLog(): Record<string, unknown>[] {
  return JSON.parse(runCommand(data, ['day-keys', '--site', 'demo', '--json']).stdout);
}

describe('with a RAM-backed folder', () => {
  withRam.each(['SIGTERM', 'SIGKILL'] as const)('%s in mid-day breaks neither day nor visit', async (signal) => {
    const first = await startService(data, keysIn(ram));
    await view(first, '/1', { b: 'message-1' });
    if (signal === 'SIGTERM') expect(await first.stop()).toBe(0);
    else await first.kill();
    const second = await startService(data, keysIn(ram));
    await view(second, '/2');
    await view(second, '/1', { b: 'message-1' }); // the retry of a browser that has not seen its answer
    await second.stop();
    expect(countToday()).toEqual({ counts: [1, 1, 2], kind: 'exact', parts: [1] });
    expect(readKeyLog()).toMatchObject([{ carried: 1, ending: null, destroyedAt: null }]);
  });

  const rounds = howOften(4, 20);
  withRam(
    `${rounds} SIGKILLs under load leave one visitor and one visit`,
    async () => {
      const answered: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const service = await startService(data, keysIn(ram));
        const load = sendPages(service.url, `kill-${round}`);
        await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 500));
        await service.kill();
        answered.push(...(await load.stop()));
      }
      const stored = readStoredPages(data);
      expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
      expect([...stored.values()].filter((times) => times > 1)).toEqual([]);
      const { counts, kind, parts } = countToday();
      expect([counts.slice(0, 2), kind, parts]).toEqual([[1, 1], 'exact', [1]]);
    },
    300_000,
  );

  withRam('keeps keys to its owner and out of the data folder', async () => {
    const service = await startService(data, keysIn(ram));
    await view(service, '/1');
    await service.kill(); // what waited in memory only would be missing now
    const file = join(ram, 'instrument.db');
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    cpSync(ram, join(folder, 'copy'), { recursive: true });
    const db = new Database(join(folder, 'copy/instrument.db'));
    const waiting: { kind: string; value: string }[] = JSON.parse(
      String(db.prepare('SELECT changes FROM state').pluck().get()),
    );
    const { secret } = JSON.parse(waiting.find(({ kind }) => kind === 'key')?.value ?? '{}');
    db.close();
    rmSync(join(folder, 'copy'), { recursive: true });
    const key = Buffer.from(secret, 'hex');
    expect(key).toHaveLength(32);
    const needles = [key, Buffer.from(secret), Buffer.from(key.toString('base64').slice(0, 42))];
    const places = readFiles(data).set('output', Buffer.from(service.output()));
    expect(
      search(
        places,
        needles.map((bytes) => ({ name: 'the key', bytes })),
      ),
    ).toEqual([]);
  });

  withRam('belongs to one service', async () => {
    const service = await startService(data, keysIn(ram));
    const other = runCommand(join(folder, 'other'), ['serve', '--port', '0'], '', keysIn(ram));
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('in use by another service')]);
    await service.stop();
  });

  withRam('that is damaged, or of other data, is not believed: the day goes on in a new part', async () => {
    const first = await startService(data, keysIn(ram));
    await view(first, '/1');
    await first.stop();
    const elsewhere = await startService(join(folder, 'other'), keysIn(ram));
    await elsewhere.stop();
    const second = await startService(data, keysIn(ram));
    await view(second, '/2');
    await second.kill();
    writeFileSync(join(ram, 'instrument.db'), 'no database, but long enough to be looked at as one'.repeat(200));
    const third = await startService(data, keysIn(ram));
    await view(third, '/3');
    await third.stop();
    expect(countToday().parts).toEqual([3]);
    expect(readKeyLog().map(({ ending }) => ending)).toEqual([null, ...Array(2).fill('lost with the process')]);
  });

  it.each([
    ['on a disk', () => mkdirSync(ON_DISK, { mode: 0o700 }), () => ON_DISK, /lies on a disk/],
    ['that is not there', () => {}, () => join(folder, 'none'), /does not exist; make it/],
    ['that is a file', () => writeFileSync(join(folder, 'file'), ''), () => join(folder, 'file'), /is not a folder/],
  ])('refuses one %s and says what to do', (_what, prepare, keysDir, sentence) => {
    prepare();
    const { status, stderr } = runCommand(data, ['serve', '--port', '0'], '', keysIn(keysDir()));
    expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });

  withRam('refuses one inside the data folder, and one that others can write to', () => {
    mkdirSync(join(ram, 'data/keys'), { recursive: true, mode: 0o700 });
    const inside = runCommand(join(ram, 'data'), ['serve', '--port', '0'], '', keysIn(join(ram, 'data/keys')));
    expect([inside.status, inside.stderr]).toEqual([2, expect.stringContaining('lies in the data folder')]);
    chmodSync(ram, 0o777);
    const open = runCommand(data, ['serve', '--port', '0'], '', keysIn(ram));
    expect([open.status, open.stderr]).toEqual([2, expect.stringContaining('can be written to by others')]);
  });
});

describe('without a folder', () => {
  it('a stop ends the key and a kill loses it; each breaks the day into a further part', async () => {
    const first = await startService(data, QUIET);
    await view(first, '/1');
    await first.stop();
    const second = await startService(data, QUIET);
    await view(second, '/2');
    await second.kill();
    expect(readKeyLog().map(({ ending }) => ending)).toEqual([null, 'service stopped']);
    const third = await startService(data, QUIET);
    await view(third, '/3');
    await third.stop();
    expect(countToday()).toMatchObject({ parts: [3], kind: 'bounds' });
    expect(readKeyLog()).toMatchObject([
      { ending: 'service stopped', carried: 0, level: 'two-day' },
      { ending: 'lost with the process', destroyedAt: expect.any(Number) },
      { ending: 'service stopped' },
    ]);
    const table = runCommand(data, ['day-keys', '--site', 'demo']).stdout;
    expect(table.split('\n')[0]).toMatch(/^\s*day +level +made +destroyed +ending +restarts +SHA-256 of the key$/);
  });
});

describe('serve --take-over', () => {
  it('under load loses and doubles nothing, and one visitor stays one', async () => {
    const old = await startService(data, QUIET);
    const load = sendPages(old.url, 'load', true);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const gone = once(old.process, 'exit');
    const next = await startService(data, { ...QUIET, PASSANT_PORT: String(old.port) }, ['--take-over']);
    expect(await gone).toEqual([0, null]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const answered = await load.stop();
    expect(await next.stop()).toBe(0);
    const stored = readStoredPages(data);
    expect(answered.length).toBeGreaterThan(20);
    expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
    expect([...stored.values()].filter((times) => times > 1)).toEqual([]);
    const { counts, kind, parts } = countToday();
    expect([counts.slice(0, 2), kind, parts]).toEqual([[1, 1], 'exact', [1]]);
    expect(readKeyLog()).toMatchObject([{ carried: 1, ending: 'service stopped' }]);
  });

  withRam('puts what it was given into its folder', async () => {
    const old = await startService(data, QUIET);
    await view(old, '/1');
    const next = await startService(data, keysIn(ram), ['--take-over']);
    await next.kill();
    const last = await startService(data, keysIn(ram));
    await view(last, '/2');
    await last.stop();
    expect(countToday()).toEqual({ counts: [1, 1, 2], kind: 'exact', parts: [1] });
  });

  it('starts as usual when no server runs', async () => {
    const service = await startService(data, QUIET, ['--take-over']);
    await view(service, '/1');
    expect(await service.stop()).toBe(0);
  });

  it('that asks and vanishes leaves a clean end; the next start goes on in a new part', async () => {
    const old = await startService(data, QUIET);
    await view(old, '/1');
    const gone = once(old.process, 'exit');
    const socket = connect(join(data, 'control.sock'));
    await once(socket, 'connect');
    socket.write('{"call":"handOver","args":[1]}\n', () => socket.destroy());
    expect(await gone).toEqual([0, null]);
    const next = await startService(data, QUIET);
    await view(next, '/2');
    await next.stop();
    expect(countToday().parts).toEqual([2]);
    expect(readKeyLog().map(({ ending }) => ending)).toEqual(['service stopped', 'lost with the process']);
  });

  it('of a version that would not understand the memory is refused, and the server goes on', async () => {
    const old = await startService(data, QUIET);
    const socket = connect(join(data, 'control.sock'));
    socket.write('{"call":"handOver","args":[0]}\n');
    const [answer] = await once(socket, 'data');
    socket.destroy();
    expect(JSON.parse(String(answer)).error).toMatchObject({ code: 'conflict' });
    await view(old, '/1');
    expect(await old.stop()).toBe(0);
  });
});
