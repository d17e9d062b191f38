/** Every consent tool, the real one where there is one, and what its adapter tells of it in a real browser. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ADAPTERS, compileAdapter } from '../client/adapters/compile-adapter.ts';
import { type Order, openToolPage } from '../client/adapters/tool-page.ts';
import { TOOLS } from '../client/adapters/tools.ts';
import { openPage } from '../client/support/open-browser.ts';
import { launchShell } from '../support/chromium.ts';

let browser: Browser;
let page: Page;
let faults: string[];
let tests = 0;
/** Of this test alone, so that nothing is on its device. */
let origin: string;

beforeAll(async () => {
  browser = await launchShell();
  ({ page, faults } = await openPage(browser));
  page.setDefaultTimeout(15_000);
});
afterAll(() => browser?.close());
beforeEach(() => {
  origin = `https://site-${++tests}.test`;
});
afterEach(() => {
  // Whatever a test was about: nothing of ours is ever thrown into a page.
  expect(faults.splice(0)).toEqual([]);
});

describe.each(TOOLS)('the adapter to $name', (tool) => {
  const orders: Order[] = tool.onlyFirst ? ['adapter first'] : ['adapter first', 'tool first'];

  it.each(orders)('tells each decision once and nothing else, %s', async (order) => {
    const visit = await openToolPage(page, origin, tool, order);
    /** Does something, and has been told this on the page so far. */
    const expectAfter = async (code: string, ...expected: string[]) => {
      await visit.run(code);
      expect(await visit.told(expected)).toEqual(expected);
    };
    await visit.open();
    await expectAfter('' /* nothing */);
    await expectAfter(tool.refuse, 'denied');
    await visit.open();
    await expectAfter('', 'denied');
    await expectAfter(tool.accept, 'denied', 'granted');
    // Who came first has had its say by now.
    if (order === 'tool first') return;
    await expectAfter(tool.accept, 'denied', 'granted');
    await visit.open();
    await expectAfter('', 'granted');
    await expectAfter(tool.refuse, 'granted', 'denied');
    await expectAfter(tool.accept, 'granted', 'denied', 'granted');
  });

  const traps = tool.traps ?? [];
  if (traps.length > 0)
    it.each(traps)('is not misled by $name', async ({ before, does = '', told }) => {
      const visit = await openToolPage(page, origin, tool, 'adapter first', before);
      await visit.open();
      await visit.run(does);
      expect(await visit.told(told)).toEqual(told);
    });
});

describe('a page without any tool', () => {
  it('hears nothing and suffers nothing, whatever adapter it loads', async () => {
    const nothing = { adapter: 'klaro', scripts: [], isReady: 'true', accept: '', refuse: '' };
    const visit = await openToolPage(page, origin, nothing, 'tool first');
    await visit.open();
    for (const adapter of ADAPTERS) await page.addScriptTag({ content: await compileAdapter(adapter) });
    expect(await visit.told([])).toEqual([]);
  });
});

describe('a cookie in a browser that does not tell of changes', () => {
  it('is looked at every now and then', async () => {
    const [tool] = TOOLS.filter(({ name }) => name === 'cookie-pattern');
    if (!tool) throw new Error('The generic cookie is gone.');
    // CookieStore is for secure pages.
    const visit = await openToolPage(page, 'http://site.test', tool, 'tool first');
    await visit.open();
    expect(await page.evaluate("'cookieStore' in window")).toBe(false);
    await visit.run(tool.accept);
    expect(await visit.told(['granted'])).toEqual(['granted']);
    await visit.run(tool.refuse);
    expect(await visit.told(['granted', 'denied'])).toEqual(['granted', 'denied']);
  });
});
