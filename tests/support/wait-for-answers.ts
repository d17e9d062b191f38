/** Waits until a page of the dashboard shows what it asked for. */
import type { Frame, Page } from 'playwright-core';

const WAITED_MS = 30_000;

/** @returns whether every answer came and was painted */
export async function waitForAnswers(page: Page | Frame): Promise<boolean> {
  const isDone = () =>
    document.querySelector('#app > *, dialog') !== null &&
    document.querySelector('.skeleton, [data-stale="true"], [aria-busy="true"], .panel-body:empty') === null;
  await page.waitForTimeout(200); // the first question has been asked
  const isSettled = await page.waitForFunction(isDone, undefined, { timeout: WAITED_MS }).then(
    () => true,
    () => false,
  );
  await page.waitForTimeout(400); // the chart is drawn after the first paint
  return isSettled;
}
