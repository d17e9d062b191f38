/** The tab of a driver whose pages have the methods that playwright and puppeteer share. */
import type { InPage, KeptCookie, Tab } from './engine.ts';

interface DrivenPage {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  click(selector: string): Promise<void>;
}
/** `expires` is negative for a cookie that ends with the browser. */
interface DrivenCookie extends KeptCookie {
  expires: number;
}

export function createPageTab(
  page: DrivenPage,
  cookies: () => Promise<readonly DrivenCookie[]>,
  close: () => Promise<void>,
): Tab {
  return {
    async goto(url) {
      await page.goto(url);
    },
    evaluate: <Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args) =>
      page.evaluate(`(${run})(...${JSON.stringify(args)})`) as Promise<Result>,
    click: (selector) => page.click(selector),
    async back() {
      await page.evaluate('history.back()');
    },
    async cookies() {
      const kept = await cookies();
      return kept.map(({ name, value, expires }) => ({ name, value, expires: expires < 0 ? undefined : expires }));
    },
    close,
  };
}
