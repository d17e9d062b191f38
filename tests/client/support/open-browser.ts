/** A real Chromium for the tests of what runs in pages. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
