/** What is sent and what is on the device when a consent tool decides, with the real script and real tools. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildClient } from '../../client/build.mjs';
import { bundle, compileAdapter } from '../client/adapters/compile-adapter.ts';
import { KEPT, type Tool } from '../client/adapters/tool.ts';
import { tool as klaro } from '../client/adapters/tools/klaro.ts';
import { tool as tcf } from '../client/adapters/tools/tcf.ts';
import { type MeasuredSite, startMeasuredSite } from '../client/support/measured-site.ts';
import { openBrowser, openPage } from '../client/support/open-browser.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let site: MeasuredSite;

beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/passant-tools-`);
  await buildClient(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  site = await startMeasuredSite(folder);
  ({ context, page, faults } = await openPage(browser));
});
afterEach(async () => {
  await context.close();
  await site.close();
  expect(faults).toEqual([]);
});

/** A page of the site with a tool, its adapter and the script, which waits for the tool's word. */
async function visit(tool: Tool, before = ''): Promise<void> {
  const tell = `(choice, details) => passant('consent', choice, { adapter: '${tool.adapter}', ...details })`;
  const texts = await Promise.all([
    `${KEPT}${before};window.passant = window.passant || function () { (passant.q = passant.q || []).push(arguments); };`,
    ...tool.scripts.map((script) => {
      if (typeof script === 'string') return script;
      if ('bundle' in script) return bundle(script.bundle, ROOT);
      return readFile(join(ROOT, 'node_modules', script.file), 'utf8');
    }),
    compileAdapter(tool.adapter, tell, JSON.stringify(tool.key) ?? 'undefined'),
  ]);
  await page.unrouteAll();
  await page.route(`${site.origin}/tool**`, (route) => {
    const text = texts[Number(new URL(route.request().url()).searchParams.get('script') ?? Number.NaN)];
    const scripts = texts.map((_, index) => `<script src="/tool?script=${index}"></script>`).join('');
    const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><body><h1>A page</h1>${scripts}
<script defer src="/count/s.js" data-site="example.org" data-consent="manual"></script></body></html>`;
    return route.fulfill(
      text === undefined
        ? { body: html, contentType: 'text/html; charset=utf-8' }
        : { body: text, contentType: 'text/javascript; charset=utf-8' },
    );
  });
  await page.goto(`${site.origin}/tool`);
  await page.waitForFunction(tool.isReady);
}
const decide = (code: string) => page.evaluate(`(() => { ${code}; return document.cookie; })()`) as Promise<string>;
const fields = async (name: string, count: number) => (await site.waitFor(name, count)).map((beacon) => beacon.fields);

it('a yes makes an identifier, the next page carries it, and a withdrawal deletes it in the same tick', async () => {
  await visit(klaro);
  expect(await fields('pageview', 1)).toMatchObject([{ c: 'unset' }]);
  expect(await context.cookies()).toEqual([]);

  const id = /passant_id=([\w-]{21})/.exec(await decide(klaro.accept))?.[1];
  expect(await fields('consent', 1)).toMatchObject([{ action: 'accepted', adapter: 'klaro', c: 'granted', id }]);
  expect(id).toBeDefined();

  await visit(klaro);
  expect(await fields('pageview', 2)).toMatchObject([{ c: 'unset' }, { c: 'granted', id }]);

  expect(await decide(klaro.refuse)).not.toContain('passant_id');
  expect((await fields('consent', 2)).at(-1)).toMatchObject({ action: 'withdrawn', adapter: 'klaro', c: 'denied', id });
});

it('a no leaves nothing of ours on the device, and the next page says so', async () => {
  await visit(klaro);
  await decide(klaro.refuse);
  const [told] = await fields('consent', 1);
  expect(told).toMatchObject({ action: 'refused', adapter: 'klaro', c: 'denied' });
  expect(told).not.toHaveProperty('id');
  await visit(klaro);
  const views = await fields('pageview', 2);
  expect(views[1]).toMatchObject({ c: 'denied' });
  expect(views[1]).not.toHaveProperty('id');
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['klaro']);
});

it.each([
  { signal: false, consent: 'granted' },
  { signal: true, consent: 'unset' },
])('a yes that nobody clicked counts as $consent when the privacy signal is $signal', async ({ signal, consent }) => {
  await page.addInitScript(
    `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => ${signal} })`,
  );
  await visit(tcf, 'window.doesNotApply = true');
  expect(await fields('pageview', 1)).toMatchObject([{ c: consent }]);
  expect((await context.cookies()).map(({ name }) => name)).toEqual(signal ? [] : ['passant_id']);
});
