import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BuiltScript, buildClient } from '../../client/build.mjs';

/** Bytes over the wire, by brotli. A page pays them on every first visit: raise one only with a decision. */
const BUDGET: Record<string, number> = { 's.js': 2150, 'sd.js': 2450, 'choice.js': 4096, 'rights.js': 3800 };

let folder: string;
let scripts: BuiltScript[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passant-client-'));
  scripts = await buildClient(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built scripts', () => {
  it('are those with a budget, and keep to it', () => {
    expect(scripts.map(({ name }) => name).sort()).toEqual(Object.keys(BUDGET).sort());
    const over = scripts.filter(({ name, brotli }) => brotli > (BUDGET[name] ?? 0));
    expect(over).toEqual([]);
  });

  it('have compressed copies of the same bytes', async () => {
    for (const { name, bytes, brotli, gzip } of scripts) {
      const raw = await readFile(join(folder, name));
      const packed = await Promise.all(['.br', '.gz'].map((ending) => readFile(join(folder, name + ending))));
      expect([raw.length, ...packed.map(({ length }) => length)]).toEqual([bytes, brotli, gzip]);
      expect(brotliDecompressSync(packed[0] ?? '').equals(raw)).toBe(true);
      expect(gunzipSync(packed[1] ?? '').equals(raw)).toBe(true);
    }
  });

  it('are the same at every build, so that the audit can compare them', async () => {
    const again = await buildClient(folder);
    expect(again).toEqual(scripts);
  });

  it('name no interface for storage or recognition but the cookie', async () => {
    const words =
      /localStorage|sessionStorage|indexedDB|caches|serviceWorker|canvas|screen\b|plugins|userAgent|hardwareConcurrency|deviceMemory|getBattery|languages?\b|timezone|eval\(|Function\(/i;
    const tracker = await readFile(join(folder, 's.js'), 'utf8');
    expect(words.exec(tracker)?.[0]).toBeUndefined();
  });
});
