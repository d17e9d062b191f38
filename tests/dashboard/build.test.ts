import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BuiltAsset, buildDashboard } from '../../dashboard/build.mjs';

/** Bytes after gzip of all scripts and styles. */
const BUDGET = 150_000;

let folder = '';
let built: BuiltAsset[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
  built = await buildDashboard(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the built dashboard', () => {
  it('stays within its budget', () => {
    expect(built.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThan(BUDGET);
  });

  it('has compressed copies beside every script and style', async () => {
    const names = new Set(await readdir(join(folder, 'assets')));
    for (const { name } of built) {
      expect(name).toMatch(/-[A-Z0-9]{8}\.(js|css)$/);
      expect(names.has(`${name}.br`) && names.has(`${name}.gz`)).toBe(true);
    }
  });

  it('loads the chart library apart from what the first paint needs', async () => {
    const main = built.find(({ name }) => name.startsWith('main-') && name.endsWith('.js'));
    const chart = built.find(({ name }) => name.startsWith('draw-chart-'));
    expect(chart).toBeDefined();
    expect(main?.gzip).toBeLessThan(43_000); // all panels with their words in two languages
  });

  it('brings the documentation of the count as a text that a browser shows', async () => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const [, name = ''] = /rel="help" href="\/app\/assets\/([^"]*\.txt)"/.exec(page) ?? [];
    const source = await readFile(join(import.meta.dirname, '../../docs/how-we-count.md'), 'utf8');
    expect(await readFile(join(folder, 'assets', name), 'utf8')).toBe(source);
  });

  it('has a page that holds no script or style of its own, and asks nobody else for anything', async () => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const references = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, reference]) => reference);
    expect(references.length).toBe(4);
    expect(references.every((reference) => reference?.startsWith('/app/assets/'))).toBe(true);
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\{\{/);
  });
});
