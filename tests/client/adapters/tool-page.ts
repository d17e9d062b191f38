/** A page with one consent tool and one adapter, in either order, which writes down what it is told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bundle, compileAdapter } from './compile-adapter.ts';
import { KEPT, type Tool } from './tool.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Who is there first. The other comes when it is done with all it does by itself. */
export type Order = 'tool first' | 'adapter first';

const RECORDER = `
window.told = [];
window.tell = (choice, details) => { told.push(details?.implied ? choice + ', implied' : choice); };
`;

export interface ToolPage {
  /** Loads the page, or loads it again as a visitor returns. */
  open(): Promise<void>;
  /** Runs page code. */
  run(code: string): Promise<unknown>;
  /** Waits for as many words as are expected, and a moment longer for one too many; returns all of them. */
  told(expected: readonly string[]): Promise<string[]>;
}

/** Texts that every page with the same tool loads. */
const compiled = new Map<string, Promise<string>>();
function once(name: string, compile: () => Promise<string>): Promise<string> {
  const text = compiled.get(name) ?? compile();
  compiled.set(name, text);
  return text;
}

/** Nothing is served by a network: every address below `origin` is answered here. An origin of its own is a device of its own. */
export async function openToolPage(
  page: Page,
  origin: string,
  tool: Tool,
  order: Order,
  before = '',
): Promise<ToolPage> {
  const files = new Map<string, string>();
  const addresses = await Promise.all(
    tool.scripts.map(async (script, index) => {
      if (typeof script === 'object' && 'file' in script) return `/npm/${script.file}`;
      files.set(
        `/${index}.js`,
        typeof script === 'string' ? script : await once(script.bundle, () => bundle(script.bundle, ROOT)),
      );
      return `/${index}.js`;
    }),
  );
  files.set('/adapter.js', await once(tool.adapter, () => compileAdapter(tool.adapter)));
  const [first, later] = order === 'tool first' ? [addresses, ['/adapter.js']] : [['/adapter.js'], addresses];
  const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
<script>${KEPT}${RECORDER}window.key = ${JSON.stringify(tool.key)};${before}</script><body><h1>A page</h1>${first.map((src) => `<script src="${src}"></script>`).join('')}</body></html>`;

  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = pathname.startsWith('/npm/')
      ? await readFile(join(ROOT, 'node_modules', pathname.slice('/npm/'.length)), 'utf8')
      : files.get(pathname);
    const contentType = pathname.endsWith('.css') ? 'text/css' : 'text/javascript; charset=utf-8';
    return route.fulfill(
      body === undefined ? { body: html, contentType: 'text/html; charset=utf-8' } : { body, contentType },
    );
  });

  const run = (code: string) => page.evaluate(`(() => { ${code} })()`);
  const add = (src: string) => page.addScriptTag({ url: origin + src });
  return {
    async open() {
      await page.goto(origin);
      if (order === 'tool first') await page.waitForFunction(tool.isReady);
      for (const src of later) await add(src);
      await page.waitForFunction(tool.isReady);
    },
    run,
    async told(expected) {
      await page
        .waitForFunction(`told.length >= ${expected.length}`, undefined, { timeout: 5000 })
        .catch(() => undefined);
      // Cookies and frames are heard of a little later.
      await page.evaluate('new Promise((go) => setTimeout(() => requestAnimationFrame(go), 60))');
      return (await page.evaluate('told')) as string[];
    },
  };
}
