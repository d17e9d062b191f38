/** The scene of a browser test of the client: built scripts, a measured site, a visitor with one page; all made anew for each test. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { BUILT_CLIENT } from '../../support/built-client.ts';
import { type MeasuredSite, startMeasuredSite } from './measured-site.ts';
import { openBrowser, openPage } from './open-browser.ts';

export interface Scene {
  site: MeasuredSite;
  context: BrowserContext;
  page: Page;
  /** What was thrown into the page; anything left in it at the end fails the test. */
  faults: string[];
}

/** Sets the scene before each test of the file and hands it to `enter`. */
export function setScene(enter: (scene: Scene) => void): void {
  let browser: Browser;
  let scene: Scene;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    // One site for each test: a page that is closed still has something to say.
    scene = { site: await startMeasuredSite(BUILT_CLIENT), ...(await openPage(browser)) };
    enter(scene);
  });
  afterEach(async () => {
    await scene.context.close();
    await scene.site.close();
    // Whatever a test was about: nothing of ours is ever thrown into a page.
    expect(scene.faults).toEqual([]);
  });
}
