/** What axe-core finds wrong on a page for people who hear it, touch it, or see little. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * @param within CSS selectors of the parts to look at; the whole page when there are none
 * @param rules ids of the only rules to try; all when there are none
 * @returns one line for each broken rule: its id, and the elements
 */
export async function violations(
  page: Page,
  within: readonly string[] = [],
  rules: readonly string[] = [],
): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(AXE);
  // What is right would be thousands of elements to hand over, and only counts what it costs.
  return page.evaluate(
    async ({ include, runOnly }) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const results = await run(include.length > 0 ? { include } : document, {
        resultTypes: ['violations'],
        // Of what it would fetch beforehand, style sheets are for rules alone that are not tried.
        preload: { assets: ['media'] },
        ...(runOnly.length > 0 && { runOnly }),
      });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    { include: within.map((part) => [part]), runOnly: [...rules] },
  );
}

/** Changes colours and width of a page that is open, and waits until it has been drawn so. */
async function dressAnew(
  page: Page,
  { colorScheme, width }: { colorScheme: 'light' | 'dark'; width: number },
): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 900 });
  await page.waitForTimeout(300); // the chart is drawn anew once the width has settled, and colours fade
}

/** Whether the page has to be pushed sideways to be read. */
export function isWider(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

/**
 * What bars the way on a light desk, and on a dark phone.
 * @param within CSS selectors of the parts to look at; the whole page when there are none
 * @returns a line each; the page is left in the light, at `deskWidth` px
 */
export async function findBarriers(
  page: Page,
  within: readonly string[] = [],
  deskWidth = 1280,
): Promise<readonly string[]> {
  const found: string[] = [];
  // A phone may show other elements: every rule is tried again.
  const look = async (dress: string) => {
    if (await isWider(page)) found.push(`${dress}: wider than the window`);
    for (const line of await violations(page, within)) found.push(`${dress}: ${line}`);
  };
  await dressAnew(page, { colorScheme: 'light', width: deskWidth });
  await look('light desk');
  await dressAnew(page, { colorScheme: 'dark', width: 390 });
  await look('dark phone');
  await dressAnew(page, { colorScheme: 'light', width: deskWidth });
  return found;
}
