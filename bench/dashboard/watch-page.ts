/** Times what a reader does in a page: until the answer is painted, and the longest time for which the page could not react. */
import type { Page } from 'playwright-core';

export interface Step {
  /** What the reader does, as it stands in the table. */
  name: string;
  /** A click on the first element that matches, or a text put into it; `goto` loads an address anew. */
  do: { click: string } | { type: string; into: string } | { goto: string };
  /** What has to be there before. */
  needs?: string;
}

export interface Timed {
  /** Milliseconds from the event to the first frame in which nothing is waited for any more. */
  paintedMs: number;
  /** Longest task meanwhile, in ms; 0 when none took over 50. */
  longestTaskMs: number;
}

interface Watched extends Window {
  watch: { pending: number; longest: number };
}

/** Counts requests under way and notes long tasks, from the first moment of every page. */
export async function watch(page: Page): Promise<void> {
  // The compiler that runs this file names functions by a helper that pages do not have.
  await page.addInitScript({ content: 'globalThis.__name = (given) => given;' });
  await page.addInitScript(() => {
    const state = { pending: 0, longest: 0 };
    (window as unknown as Watched).watch = state;
    const ask = window.fetch.bind(window);
    window.fetch = async (...given) => {
      state.pending++;
      try {
        const response = await ask(...given);
        // The body belongs to the answer: it is counted until it has been read.
        const read = response.json.bind(response);
        response.json = () => read().finally(() => setTimeout(() => state.pending--, 0));
        return response;
      } catch (fault) {
        state.pending--;
        throw fault;
      }
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) state.longest = Math.max(state.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** @throws when nothing on the page matches, or it does not come to rest within a minute */
export async function time(page: Page, step: Step): Promise<Timed> {
  if (step.needs !== undefined) await page.locator(step.needs).first().waitFor();
  const action = step.do;
  if ('goto' in action) await page.goto(action.goto);
  const paintedMs = await page.evaluate(async (action) => {
    const { watch } = window as unknown as Watched;
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let startedAt = 0; // of a page that was loaded: when the navigation began
    if (!('goto' in action)) {
      const selector = 'click' in action ? action.click : action.into;
      const element = document.querySelector<HTMLElement>(selector);
      if (element === null) throw new Error(`nothing matches ${selector}`);
      watch.longest = 0;
      startedAt = performance.now();
      if ('click' in action) element.click();
      else {
        (element as HTMLInputElement).value = action.type;
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }
    // Effects that ask run after the frame of the event.
    for (let frame = 0; frame < 3; frame++) await nextFrame();
    const isBusy = () =>
      watch.pending > 0 || document.querySelector('[data-stale="true"], [aria-busy="true"], .skeleton') !== null;
    while (isBusy()) {
      if (performance.now() - startedAt > 60_000) throw new Error('the page did not come to rest');
      await nextFrame();
    }
    return performance.now() - startedAt;
  }, action);
  // A long task is told a moment after it.
  await page.waitForTimeout(300);
  const longestTaskMs = await page.evaluate(() => (window as unknown as Watched).watch.longest);
  return { paintedMs, longestTaskMs };
}
