/** What is sent, kept and on the device when a consent tool decides: the real service, the script it composes, and real tools. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { bundle } from '../client/adapters/compile-adapter.ts';
import { KEPT, type Tool } from '../client/adapters/tool.ts';
import { tool as klaro } from '../client/adapters/tools/klaro.ts';
import { tool as tcf } from '../client/adapters/tools/tcf.ts';
import { CHROME } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const ROOT = join(import.meta.dirname, '../..');
type Fields = Record<string, unknown>;
let folder: string;
let service: Service;
let origin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
/** Beacons in the order in which they were sent, each with its answer. */
let sent: Promise<Fields>[];
let visits = 0;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
  origin = `http://127.0.0.1:${service.port}`;
  await runCommandBeside(folder, ['site', 'add', 'tool.test', '--asked-by', 'other', '--hosts', '127.0.0.1']);
  browser = await launchShell();
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  removeFolder(folder);
});
beforeEach(async () => {
  context = await browser.newContext({ userAgent: CHROME });
  page = await context.newPage();
  [faults, sent] = [[], []];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(answered(request));
  });
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

async function answered(request: Request): Promise<Fields> {
  const response = await request.response();
  expect([response?.status(), response?.headers()['x-passant-dropped']]).toEqual([202, undefined]);
  return JSON.parse(request.postData() ?? '');
}

/** A page of the site with a tool, and the script for it as the service joins it; resolves when the page has been counted. */
async function visit(tool: Tool, key: string, before = ''): Promise<void> {
  const texts = await Promise.all([
    `${KEPT}${before}`,
    ...tool.scripts.map((script) => {
      if (typeof script === 'string') return script;
      if ('bundle' in script) return bundle(script.bundle, ROOT);
      return readFile(join(ROOT, 'node_modules', script.file), 'utf8');
    }),
  ]);
  await page.unrouteAll();
  await page.route(`${origin}/tool**`, (route) => {
    const text = texts[Number(new URL(route.request().url()).searchParams.get('script') ?? Number.NaN)];
    const scripts = texts.map((_, index) => `<script src="/tool?script=${index}"></script>`).join('');
    const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><body><h1>A page</h1>${scripts}
<script defer src="/count/s.js?cmp=${tool.adapter}&amp;key=${key}" data-site="tool.test"></script></body></html>`;
    return route.fulfill(
      text === undefined
        ? { body: html, contentType: 'text/html; charset=utf-8' }
        : { body: text, contentType: 'text/javascript; charset=utf-8' },
    );
  });
  const counted = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"pageview"'));
  await page.goto(`${origin}/tool/${++visits}`);
  await counted;
  await page.waitForFunction(tool.isReady);
}

/** A click in the tool. @returns the cookies in the same tick */
async function decide(code: string): Promise<string> {
  const told = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"consent"'));
  const cookies = await page.evaluate(`(() => { ${code}; return document.cookie; })()`);
  await told;
  return String(cookies);
}

/** What was sent so far, without attention: pageviews by their state, news by what they say. */
async function story(): Promise<string[]> {
  const all = await Promise.all(sent);
  return all.filter(({ n }) => n !== 'engagement').map(({ n, c, action }) => `${n} ${action ?? c}`);
}

const countReceipts = (): Record<string, number> => {
  const db = new Database(join(folder, 'app.db'), { readonly: true });
  const rows = db.prepare<[], { action: string }>('SELECT action FROM consent_receipts').all();
  db.close();
  return { accepted: rows.filter(({ action }) => action === 'accepted').length, all: rows.length };
};

it('a yes makes an identifier and one receipt, further pages carry it and report nothing, a withdrawal deletes it in the same tick', async () => {
  const before = countReceipts();
  await visit(klaro, 'passant');
  expect(await context.cookies()).toEqual([]);
  const id = /passant_id=([\w-]{21})/.exec(await decide(klaro.accept))?.[1];
  await visit(klaro, 'passant');
  await visit(klaro, 'passant');
  // What the tool says at load is heard before the page is counted.
  const known = ['pageview unset', 'consent accepted', 'pageview granted', 'pageview granted'];
  expect(await story()).toEqual(known);
  const carried = (await Promise.all(sent)).filter(({ c, n }) => c === 'granted' && n !== 'engagement');
  expect(carried.map((fields) => fields.id)).toEqual([id, id, id]);
  expect(carried[0]).toMatchObject({ action: 'accepted', adapter: 'klaro' });
  expect(countReceipts()).toEqual({ accepted: (before.accepted ?? 0) + 1, all: (before.all ?? 0) + 1 });

  expect(await decide(klaro.refuse)).not.toContain('passant_id');
  expect((await Promise.all(sent)).at(-1)).toMatchObject({ action: 'withdrawn', adapter: 'klaro', c: 'denied', id });
});

it('a no leaves nothing of ours on the device, and further pages carry it and report nothing', async () => {
  await visit(klaro, 'passant');
  await decide(klaro.refuse);
  await visit(klaro, 'passant');
  await visit(klaro, 'passant');
  expect(await story()).toEqual(['pageview unset', 'consent refused', 'pageview denied', 'pageview denied']);
  for (const fields of await Promise.all(sent)) expect(fields).not.toHaveProperty('id');
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['klaro']);
});

it('a yes by the framework of the trade is heard by the purpose that the address names, and is reported once', async () => {
  await visit(tcf, '8');
  await decide(tcf.accept);
  await visit(tcf, '8');
  expect(await story()).toEqual(['pageview unset', 'consent accepted', 'pageview granted']);
  // Whoever asks for another purpose has no answer to it.
  await context.clearCookies();
  await visit(tcf, '9');
  expect((await story()).at(-1)).toBe('pageview denied');
});

it.each([
  { signal: false, told: ['consent accepted', 'pageview granted'], cookies: ['passant_id'] },
  { signal: true, told: ['pageview unset'], cookies: [] },
])(
  'a yes that nobody clicked is told as $told when the privacy signal is $signal',
  async ({ signal, told, cookies }) => {
    await page.addInitScript(
      `Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => ${signal} })`,
    );
    await visit(tcf, '8', 'window.doesNotApply = true');
    expect(await story()).toEqual(told);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(cookies);
  },
);
