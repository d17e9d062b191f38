/** What both scripts ask of the browser: is the page really being seen, by whom is it framed, does its visitor send a signal. */

interface PrerenderingDocument {
  prerendering?: boolean;
}
interface SignallingNavigator {
  globalPrivacyControl?: boolean;
  doNotTrack?: string | null;
}

/** Whether the visitor's browser sends Global Privacy Control or Do Not Track. */
export function sendsPrivacySignal(): boolean | undefined {
  // Not taken apart first: this form is smaller once compressed.
  return (
    (navigator as SignallingNavigator).globalPrivacyControl || (navigator as SignallingNavigator).doNotTrack === '1'
  );
}

/** Whether this page stands in a frame of another origin; reaching for that document throws. */
export function isInForeignFrame(): boolean {
  try {
    return !window.top?.document;
  } catch {
    return true;
  }
}

/** Runs at once, or, for a page rendered in advance, when somebody really looks at it. */
export function whenActivated(run: () => void): void {
  if ((document as PrerenderingDocument).prerendering) listen('prerenderingchange', run);
  else run();
}

/** The same function with every fault swallowed: nothing of ours is ever thrown into the host page. */
export function safely<Args extends unknown[], Result>(
  run: (...args: Args) => Result,
): (...args: Args) => Result | undefined {
  return (...args) => {
    try {
      return run(...args);
    } catch {
      // A lost measurement is a small loss; a broken page is not.
    }
  };
}

/** Listens at the window, where everything we need arrives, and never throws. */
export function listen(type: string, handler: (event: Event) => void): void {
  addEventListener(type, safely(handler));
}
