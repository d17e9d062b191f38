/** Chromium, driven by playwright-core, with the back-forward cache on, as visitors have it. */
import type { Page } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import type { Engine, InPage, Tab } from './engine.ts';

export async function openChromium(): Promise<Engine> {
  const browser = await launchChromium(['--enable-features=BackForwardCache'], ['--disable-back-forward-cache']);
  return {
    open: async () => tabOf(await (await browser.newContext()).newPage()),
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    async goto(url) {
      await page.goto(url);
    },
    evaluate: <Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args) =>
      page.evaluate<Result>(`(${run})(...${JSON.stringify(args)})`),
    click: (selector) => page.locator(selector).click(),
    async back() {
      await page.evaluate('history.back()');
    },
    async cookies() {
      const kept = await page.context().cookies(page.url());
      return kept.map(({ name, value, expires }) => ({ name, value, expires: expires < 0 ? undefined : expires }));
    },
    async close() {
      await page.close({ runBeforeUnload: true });
      await page.context().close();
    },
  };
}
