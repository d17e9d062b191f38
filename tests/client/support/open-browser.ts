/** A real Chromium for the tests of what runs in pages. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens it with the back-forward cache on, as visitors have it; a missing browser is a failure that says what to do. */
export function openBrowser(): Promise<Browser> {
  const candidates = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium was found. `npm test` installs one; or name one in CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [...QUIET, '--enable-features=BackForwardCache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
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
