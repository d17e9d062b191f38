/** Chromium, driven by playwright-core, with the back-forward cache on, as visitors have it. */
import { launchChromium } from '../chromium.ts';
import type { Engine } from './engine.ts';
import { createPageTab } from './page-tab.ts';

export async function openChromium(): Promise<Engine> {
  const browser = await launchChromium(['--enable-features=BackForwardCache'], ['--disable-back-forward-cache']);
  const context = await browser.newContext();
  return {
    async open() {
      const page = await context.newPage();
      return createPageTab(
        page,
        () => context.cookies(page.url()),
        () => page.close({ runBeforeUnload: true }),
      );
    },
    close: () => browser.close(),
  };
}
