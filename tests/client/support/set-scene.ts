/** The scene of a browser test of the client: built scripts, a measured site, a visitor with one page; all made anew for each test. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildClient } from '../../../client/build.mjs';
import { type MeasuredSite, startMeasuredSite } from './measured-site.ts';
import { openBrowser, openPage } from './open-browser.ts';

export interface Scene {
  /** Where the scripts have been built. */
  folder: string;
  site: MeasuredSite;
  context: BrowserContext;
  page: Page;
  /** What was thrown into the page; anything left in it at the end fails the test. */
  faults: string[];
}

/** Sets the scene before each test of the file and hands it to `enter`. */
export function setScene(enter: (scene: Scene) => void): void {
  let folder: string;
  let browser: Browser;
  let scene: Scene;
  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/passant-pages-`);
    await buildClient(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    // One site for each test: a page that is closed still has something to say.
    scene = { folder, site: await startMeasuredSite(folder), ...(await openPage(browser)) };
    enter(scene);
  });
  afterEach(async () => {
    await scene.context.close();
    await scene.site.close();
    // Whatever a test was about: nothing of ours is ever thrown into a page.
    expect(scene.faults).toEqual([]);
  });
}
