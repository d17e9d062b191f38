/** Firefox ESR, driven by puppeteer-core through WebDriver BiDi; playwright-core wants a command of it that ESR lacks. */
import { existsSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { type Engine, findBinary, type InPage, type Tab } from './engine.ts';

export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBinary('Firefox ESR', ['/usr/bin/firefox-esr'], existsSync),
    headless: true,
    extraPrefsFirefox: { 'datareporting.policy.dataSubmissionEnabled': false, 'app.update.disabledForTesting': true },
  });
  return {
    open: async () => tabOf(await browser.newPage()),
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    async goto(url) {
      await page.goto(url);
    },
    evaluate: <Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args) =>
      page.evaluate(`(${run})(...${JSON.stringify(args)})`) as Promise<Result>,
    async click(selector) {
      await page.click(selector);
    },
    async back() {
      await page.evaluate('history.back()');
    },
    async cookies() {
      const kept = await page.cookies();
      return kept.map(({ name, value, expires }) => ({ name, value, expires: expires < 0 ? undefined : expires }));
    },
    close: () => page.close(),
  };
}
