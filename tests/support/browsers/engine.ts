/** What the tests ask of a browser, the same whichever engine drives it: Chromium, Firefox or WebKit. */

/** What a visitor's browser keeps for a host, as the browser itself tells it. */
export interface KeptCookie {
  name: string;
  value: string;
  /** UTC seconds; undefined for one that ends with the browser. */
  expires: number | undefined;
}

/** Something that runs inside a page; it sees nothing of the test but its arguments, which travel as JSON. */
export type InPage<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>;

/** One page with a window of its own. Hosts share nothing, so a test that has a host of its own starts afresh. */
export interface Tab {
  /** Resolves once the page has loaded. */
  goto(url: string): Promise<void>;
  evaluate<Args extends unknown[], Result>(run: InPage<Args, Result>, ...args: Args): Promise<Result>;
  /** Clicks the middle of the element as a visitor's mouse would. */
  click(selector: string): Promise<void>;
  /** Resolves at once: drivers disagree on when a page from the back-forward cache has come back. */
  back(): Promise<void>;
  /** Cookies of the page's host, those that scripts cannot read included. */
  cookies(): Promise<KeptCookie[]>;
  /** Closes the page as a visitor does: it may say a last word. */
  close(): Promise<void>;
}

export interface Engine {
  open(): Promise<Tab>;
  close(): Promise<void>;
}

/** The first of these files that is there. @throws when the engine is not installed: a missing engine is a failure, never a skip */
export function findBinary(name: string, places: readonly string[], exists: (path: string) => boolean): string {
  const found = places.find(exists);
  if (found === undefined)
    throw new Error(`${name} is missing: \`npm test -- tests/e2e\` installs it on Debian, then run the test again.`);
  return found;
}
