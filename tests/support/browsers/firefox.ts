/** Firefox ESR, driven by puppeteer-core through WebDriver BiDi; playwright-core wants a command of it that ESR lacks. */
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { type Engine, findBinary } from './engine.ts';
import { createPageTab } from './page-tab.ts';

export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBinary('Firefox ESR', ['/usr/bin/firefox-esr'], existsSync),
    headless: true,
    // As wide as the others have it.
    defaultViewport: { width: 1280, height: 720 },
    extraPrefsFirefox: { 'datareporting.policy.dataSubmissionEnabled': false, 'app.update.disabledForTesting': true },
  });
  return {
    async open() {
      const page = await browser.newPage();
      return createPageTab(
        page,
        () => page.cookies(),
        () => page.close(),
      );
    },
    close: () => browser.close(),
  };
}
