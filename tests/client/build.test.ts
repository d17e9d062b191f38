import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkBudgets, DEFAULT_FEATURES, measure } from '../../client/budgets.mjs';
import { type BuiltScript, buildClient } from '../../client/build.mjs';
import { compilePieces } from '../../client/build-pieces.mjs';
import { USUAL_FEATURES } from '../../src/domain/site.ts';

/** Bytes over the wire, by brotli; those of the tracker stand in client/budgets.mjs. */
const BUDGET: Record<string, number> = { 's.js': 2150, 'sd.js': 2400, 'rights.js': 3800, 'choice.js': 250 };
for (const language of ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']) BUDGET[`choice.${language}.js`] = 3000;

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

  it('do by themselves what a site does that has chosen nothing, the objection among it', () => {
    expect(DEFAULT_FEATURES).toEqual(USUAL_FEATURES);
    expect(USUAL_FEATURES).toContain('opt-out');
  });

  it('have the sizes that client/README.md tells', async () => {
    const text = await readFile(join(import.meta.dirname, '../../client/README.md'), 'utf8');
    const sizes = measure(await compilePieces());
    const told = (pattern: RegExp) => Number(pattern.exec(text)?.[1]?.replace(/\D/g, ''));
    for (const [name, bytes] of Object.entries(sizes)) {
      if (name.startsWith('adapter ')) continue;
      const feature = /^feature (.*)/.exec(name)?.[1];
      const row = feature ? `\\| \`${feature}\` \\| ([\\d ]+) ` : `\\| ${name}[^|]*\\| ([\\d ]+) B`;
      // Compression is no sum: a few bytes come and go with what stands beside.
      const isRight = Math.abs(told(new RegExp(row)) - bytes) <= 12;
      expect([name, bytes, isRight]).toEqual([name, bytes, true]);
    }
  });

  it('have the sizes that the README tells', async () => {
    const text = await readFile(join(import.meta.dirname, '../../README.md'), 'utf8');
    const [, tracker, banner] = /tracker ([\d.]+) kB, banner ([\d.]+) kB at most \(brotli\)/.exec(text) ?? [];
    const sizeOf = (pattern: RegExp) =>
      Math.max(...scripts.filter(({ name }) => pattern.test(name)).map(({ brotli }) => brotli));
    expect([tracker, banner]).toEqual(
      [sizeOf(/^s\.js$/), sizeOf(/^choice\..+\.js$/)].map((bytes) => (Math.ceil(bytes / 100) / 10).toFixed(1)),
    );
  });

  it('are refused by the build when they are over their budget', () => {
    expect(() => checkBudgets({ core: 1, 'adapter x': 301, 'feature y': 9999 })).toThrow(
      'adapter x has 301 of 300 bytes',
    );
    expect(() => checkBudgets({ core: 1, 'adapter x': 300, 'feature y': 9999 })).not.toThrow();
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
    for (const name of ['s.js', 'choice.js', 'choice.fr.js']) {
      // Canvas and CanvasText are the system's own colours.
      const script = (await readFile(join(folder, name), 'utf8')).replace(/\bCanvas(Text)?\)/g, '');
      expect(words.exec(script)?.[0]).toBeUndefined();
    }
  });
});
