/** Every page that a person sees passes axe, light and dark, on phone and desk, in both languages. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { isWider, violations } from '../support/axe.ts';
import { CHROME, sendBeacon } from '../support/beacons.ts';
import { launchShell } from '../support/chromium.ts';
import { consentReports } from '../support/consent-reports.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';
import { twoMonths } from '../support/two-months.ts';

const PASSWORD = 'quiet words in a long row';
let browser: Browser;
let folder: string;
let service: Service;

beforeAll(async () => {
  browser = await launchShell();
  folder = createFolder();
  service = await startService(folder, { PASSANT_RATE_LIMIT: '0' });
  await runCommandBeside(folder, ['site', 'add', 'empty.example']);
  const options = ['--jurisdiction', 'FR', '--profile', 'consented', '--anonymous', 'two-day'];
  await runCommandBeside(folder, ['site', 'add', 'month.example', ...options]);
  const { events } = twoMonths(Date.now());
  await runCommandBeside(folder, ['import', 'events', '-', '--site', 'month.example'], events);
  const reports = consentReports('month.example', Date.now());
  await runCommandBeside(folder, ['import', 'events', '-', '--site', 'month.example'], reports);
  for (const [index, c] of ['unset', 'granted', 'denied', 'unset'].entries()) {
    const id = c === 'granted' ? { id: 'V1StGXR8_Z5jdHi6B-myT' } : {};
    const message = {
      n: 'pageview',
      u: `http://127.0.0.1/demo/${index}`,
      d: 'demo',
      r: 'https://www.google.com/',
      c,
      ...id,
    };
    await sendBeacon(service.url, message);
  }
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  removeFolder(folder);
});

describe.each([
  { colorScheme: 'light', width: 1440, language: 'en' },
  { colorScheme: 'dark', width: 390, language: 'fr' },
] as const)('in $colorScheme, $width px, $language', ({ colorScheme, width, language }) => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      locale: language,
      userAgent: CHROME,
    });
    await context.addCookies([{ name: 'language', value: language, domain: 'localhost', path: '/app' }]);
    page = await context.newPage();
  });
  afterAll(() => page.context().close());

  it('set-up and sign-in', async () => {
    const isFirst = language === 'en';
    await page.goto(isFirst ? (service.setupUrl ?? '') : `${service.url}/app/`);
    await page.locator('input[type=email]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('input[type=email]').fill('ada@example.org');
    await page.locator('input[type=password]').first().fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/\/app\/(demo|empty|month)/);
  });

  it.each([
    'demo?period=day',
    'demo?period=28d',
    'month.example?period=28d',
    'month.example?period=12mo&table=1',
    'empty.example',
  ])('the dashboard at %s, with everything unfolded', async (path) => {
    await page.goto(`${service.url}/app/${path}`);
    if (path === 'empty.example') await page.locator('pre, code').first().waitFor();
    else await page.locator('tr[data-dimension]').first().waitFor();
    if (path !== 'empty.example') await page.locator('[data-verdict] .bias-rule').waitFor();
    // Nothing was reported of the demo before somebody has seen it.
    if (path !== 'empty.example') await page.locator('[data-answers="none"], [data-answers-row]').first().waitFor();
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
    });
    await page.waitForTimeout(400); // the chart is drawn after the first paint
    expect(await violations(page)).toEqual([]);
    expect(await isWider(page)).toBe(false);
  });

  it('the warning that visitors’ addresses do not arrive', async () => {
    const show = async () => {
      await page.goto(`${service.url}/app/month.example?period=28d`);
      await page.locator('tr[data-dimension]').first().waitFor();
      return page.locator('.warning').count();
    };
    // Nobody has mended it between the two languages.
    expect(await show()).toBe(language === 'en' ? 0 : 1);
    for (let count = 0; count < 20; count++)
      await sendBeacon(service.url, { n: 'pageview', u: 'http://demo/', d: 'demo' });
    expect(await show()).toBe(1);
    expect(await page.locator('.warning').textContent()).toContain('PASSANT_TRUSTED_PROXIES');
    expect(await violations(page)).toEqual([]);
    expect(await isWider(page)).toBe(false);
  });

  it.each(['', 'explorer/'])('the demo at %s, with its banner', async (path) => {
    await page.goto(`${service.demoUrl}${language}/${path}`);
    await page.locator('passant-choice').getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
