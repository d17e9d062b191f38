/** The dashboard in its six languages: chosen from the menu and remembered, the same figures, nothing cut off or spilt. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { createFormat } from '../../dashboard/i18n/format.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, loadTexts } from '../../dashboard/i18n/languages.ts';
import { launchShell } from '../support/chromium.ts';
import { findFaults } from '../support/find-faults.ts';
import { type Office, openSeededOffice, SHOP } from '../support/seeded-office.ts';
import { waitForAnswers } from '../support/wait-for-answers.ts';

const FIGURES = `/app/${SHOP}?period=28d`;
let browser: Browser;
let office: Office;
beforeAll(async () => {
  browser = await launchShell();
  office = await openSeededOffice(browser);
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

/** With everything that the first page asks for. */
async function openFigures(
  language: Language | null,
  options: Parameters<Office['openContext']>[0] = {},
): Promise<Page> {
  const context = await office.openContext(options);
  if (language !== null)
    await context.addCookies([{ name: 'language', value: language, domain: 'localhost', path: '/app' }]);
  const page = await context.newPage();
  await page.goto(`${office.service.url}${FIGURES}`);
  expect(await waitForAnswers(page)).toBe(true);
  return page;
}

describe('the menu of languages', () => {
  it('is worked by the keyboard, speaks at once, and is remembered', async () => {
    const page = await openFigures(null);
    const button = page.locator('.languages .menu-button');
    expect(await button.getAttribute('aria-label')).toBe('Language: English');
    await button.focus();
    await page.keyboard.press('Enter');
    const items = page.locator('.languages .choices button');
    expect(await items.evaluateAll((all) => all.map((each) => [each.getAttribute('lang'), each.textContent]))).toEqual(
      LANGUAGES.map((each) => [each, LANGUAGE_NAMES[each]]),
    );
    await page.keyboard.press('Escape');
    expect(await items.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    for (let step = 0; step <= LANGUAGES.indexOf('de'); step++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('html[lang=de]').waitFor();
    expect(await items.count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await button.getAttribute('aria-label')).toBe('Sprache: Deutsch');
    const { chart, metrics } = await loadTexts('de');
    expect(await page.locator('#chart-title').textContent()).toBe(chart.title(metrics.visitors, chart.per.day));

    await page.reload();
    await page.locator('html[lang=de] .headline').waitFor();
    expect(await waitForAnswers(page)).toBe(true);
    await button.click();
    expect(await items.and(page.locator('[aria-current=true]')).textContent()).toBe('Deutsch');
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('begins with what the browser prefers', async () => {
    const page = await openFigures(null, { locale: 'nl-BE' });
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    await page.context().close();
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('the figures are the API’s, and every word has its place on phone and desk, dark and light', async () => {
    const page = await openFigures(language, { viewport: { width: 390, height: 900 }, colorScheme: 'dark' });
    const { results } = await office.ask('query', { metrics: ['visits'], date_range: '28d' });
    const [visits = Number.NaN] = (results as { metrics: number[] }[])[0]?.metrics ?? [];
    expect(await page.locator('[data-metric=visits]').textContent()).toBe(createFormat(language).count(visits));
    // Without a goal there is no conversion.
    const { conversion_rate: _, ...metrics } = (await loadTexts(language)).metrics;
    expect(await page.locator('.tile-name').allTextContents()).toEqual(Object.values(metrics));
    expect(await findFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });
});
