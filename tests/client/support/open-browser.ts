/** The browser and the page in which the client's tests run. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.ts';

/** A real Chromium with the back-forward cache on, as visitors have it. */
export function openBrowser(): Promise<Browser> {
  return launchChromium(['--enable-features=BackForwardCache'], ['--disable-back-forward-cache']);
}

/** A visitor of their own with one page; `faults` gathers what is thrown into it and every breach of its policy. */
export async function openPage(browser: Browser): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const faults: string[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  // A breach shows in the console only.
  page.on('console', (message) => message.text().includes('Content Security Policy') && faults.push(message.text()));
  return { context, page, faults };
}
