import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BuiltAsset, buildDashboard } from '../../dashboard/build.mjs';
import { LANGUAGES } from '../../dashboard/i18n/languages.ts';
import { OFFICE_LANGUAGES } from '../../src/http/back-office.ts';

/** Bytes after gzip that are transferred until headline and chart are painted: all of them, and of these the scripts. */
const FIRST_PAINT = { all: 150_000, scripts: 120_000 };

const sumOf = (assets: readonly BuiltAsset[]) => assets.reduce((sum, { gzip }) => sum + gzip, 0);

/** With all that they cannot run without. */
function withNeeds(assets: readonly BuiltAsset[]): readonly BuiltAsset[] {
  const names = new Set(assets.flatMap(({ name, needs }) => [name, ...needs]));
  const all = built.filter(({ name }) => names.has(name));
  return all.length === assets.length ? all : withNeeds(all);
}

let folder = '';
let built: BuiltAsset[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
  built = await buildDashboard(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe('the built dashboard', () => {
  it.each(LANGUAGES)('paints headline and chart within its budget in %s', async (language) => {
    const page = await readFile(join(folder, `index.${language}.html`), 'utf8');
    const first = built.filter(({ name }) => page.includes(name));
    // What the first script imports has no name of its own, and comes along; so does the style for paper, though nothing waits for it.
    const sources = first.flatMap(({ source }) => source ?? []);
    const styles = ['styles/main.css', 'styles/print.css'];
    expect(sources.toSorted()).toEqual([`i18n/${language}/texts.ts`, 'main.tsx', ...styles]);
    const chart = built.filter(({ source }) => source === 'charts/draw-chart.ts');
    const needed = withNeeds([...first, ...chart]);
    const scripts = needed.filter(({ name }) => name.endsWith('.js'));
    expect(sumOf(needed)).toBeLessThan(FIRST_PAINT.all);
    expect(sumOf(scripts)).toBeLessThan(FIRST_PAINT.scripts);
  });

  it('is one page for each language that the server chooses from', () => {
    expect([...LANGUAGES]).toEqual([...OFFICE_LANGUAGES]);
  });

  it('has compressed copies beside every script and style', async () => {
    const names = new Set(await readdir(join(folder, 'assets')));
    for (const { name } of built) {
      expect(name).toMatch(/-[A-Z0-9]{8}\.(js|css)$/);
      expect(names.has(`${name}.br`) && names.has(`${name}.gz`)).toBe(true);
    }
  });

  it('loads the chart library apart from what the first paint needs', async () => {
    const page = await readFile(join(folder, 'index.en.html'), 'utf8');
    const scripts = built.filter(({ name, source }) => name.endsWith('.js') && source !== 'i18n/en/texts.ts');
    const main = scripts.filter(({ name }) => page.includes(name));
    const chart = built.find(({ name }) => name.startsWith('draw-chart-'));
    expect(chart).toBeDefined();
    expect(page).not.toContain(chart?.name);
    expect(sumOf(main)).toBeLessThan(46_000);
  });

  it('has no gallery unless it is asked for', async () => {
    expect((await readdir(folder)).filter((name) => name.startsWith('gallery'))).toEqual([]);
    expect(built.filter(({ source }) => source?.startsWith('gallery'))).toEqual([]);
    const other = await mkdtemp(join(tmpdir(), 'dashboard-'));
    const withGallery = await buildDashboard(other, { hasGallery: true });
    const page = await readFile(join(other, 'gallery.de.html'), 'utf8');
    await rm(other, { recursive: true });
    const [script] = withGallery.filter(({ source }) => source === 'gallery/main.tsx');
    expect(page).toContain(script?.name);
  });

  it('brings the documentation of the count as a text that a browser shows', async () => {
    const page = await readFile(join(folder, 'index.fr.html'), 'utf8');
    const [, name = ''] = /rel="help" href="\/app\/assets\/([^"]*\.txt)"/.exec(page) ?? [];
    const source = await readFile(join(import.meta.dirname, '../../docs/how-we-count.md'), 'utf8');
    expect(await readFile(join(folder, 'assets', name), 'utf8')).toBe(source);
  });

  it('has a page that holds no script or style of its own, and asks nobody else for anything', async () => {
    const page = await readFile(join(folder, 'index.fr.html'), 'utf8');
    const all = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, reference]) => reference);
    const references = all.filter((reference) => !reference?.includes('/chunk-'));
    expect(references.length).toBe(6);
    expect(page).toContain('<html lang="fr">');
    expect(all.every((reference) => reference?.startsWith('/app/assets/'))).toBe(true);
    expect(page).not.toMatch(/<style|style=|<script(?![^>]*src=)|\{\{/);
  });
});
