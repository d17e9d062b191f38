/** For all tests of a file one seeded service, one browser and one page of its owner; what throws on that page fails the test. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchShell } from './chromium.ts';
import { type Office, openSeededOffice } from './seeded-office.ts';

/** The service is filled and a browser started (ms). */
const PATIENCE_MS = 180_000;

interface OpenOffice {
  browser: Browser;
  office: Office;
  page: Page;
}

/**
 * @param path that the page opens on @param give hands over what was opened, before the first test
 * @param prepare what the service needs besides, before the page is there
 */
export function officeForTests(
  path: string,
  give: (opened: OpenOffice) => void,
  prepare: (office: Office) => Promise<unknown> = async () => {},
): void {
  let browser: Browser | undefined;
  let office: Office | undefined;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await launchShell();
    office = await openSeededOffice(browser);
    await prepare(office);
    const page = await office.openPage(path);
    page.on('pageerror', ({ message }) => faults.push(message));
    give({ browser, office, page });
  }, PATIENCE_MS);
  afterAll(async () => {
    await browser?.close();
    await office?.close();
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));
}
