/** How much of a page moves by itself while it loads: the sum that browsers call the cumulative layout shift. */
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    moved?: number;
  }
}

/** Call before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        window.moved = (window.moved ?? 0) + (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Of the page that is open; 0.1 is the most that is called good. */
export function shiftsOf(page: Page): Promise<number> {
  return page.evaluate(() => window.moved ?? Number.NaN);
}
