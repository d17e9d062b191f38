/** A real Chromium that looks like anybody's: the name that headless browsers give themselves is on every list of robots. */

import { existsSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { CHROME } from './beacons.ts';

/** `browser-environment.mjs` has it; a program that is no test has to load it. */
const shared = (globalThis as { playwright?: typeof import('playwright-core') }).playwright;
const { chromium } = shared ?? (await import('playwright-core'));
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The same engine without a window around it: a fifth less work, and no back-forward cache. */
const SHELL = ['/usr/bin/chromium-headless-shell'];
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
  // Of several lists Chromium heeds the last, so this one names what Playwright turns off too. The pop-ups of the address bar are
  // pages of their own, drawn anew for every visitor though nobody sees them: half of what a test costs.
  `--disable-features=${[
    ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay', 'MediaRouter', 'OptimizationHints'],
    ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
    ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'PaintHolding'],
  ].join()}`,
];

/** @param more further switches, such as the back-forward cache's */
export function launchChromium(more: readonly string[] = [], without: readonly string[] = []): Promise<Browser> {
  return launch(WHOLE, more, without);
}

/** For pages that ask nothing of the browser around them, such as the dashboard's, and never come back from its cache. */
export function launchShell(): Promise<Browser> {
  return launch([...SHELL, ...WHOLE], [], []);
}

function launch(places: readonly string[], more: readonly string[], without: readonly string[]): Promise<Browser> {
  const executablePath = places.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('Chromium is missing: `apt-get install chromium`, then run the test again.');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more], ignoreDefaultArgs: [...without] });
}

/** A person's own browser: nothing in it yet. */
export function openVisitor(browser: Browser, locale = 'en-GB'): Promise<BrowserContext> {
  return browser.newContext({ userAgent: CHROME, locale });
}
