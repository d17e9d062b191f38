/** What both scripts ask of the browser: is the page really being seen, by whom is it framed, does its visitor send a signal. */

interface PrerenderingDocument {
  prerendering?: boolean;
}
interface SignallingNavigator {
  globalPrivacyControl?: boolean;
  doNotTrack?: string | null;
}

/** Whether the visitor's browser sends Global Privacy Control or Do Not Track. */
export const sendsPrivacySignal = (): boolean | undefined =>
  (navigator as SignallingNavigator).globalPrivacyControl || (navigator as SignallingNavigator).doNotTrack === '1';

/** Whether this page stands in a frame of another origin; reaching for that document throws. */
export const isInForeignFrame = (): boolean => {
  try {
    return !window.top?.document;
  } catch {
    return true;
  }
};

/** Runs at once, or, for a page rendered in advance, when somebody really looks at it. */
export const whenActivated = (run: () => void): void => {
  // This event stays at the document: a listener of the window would never hear it.
  if ((document as PrerenderingDocument).prerendering) document.addEventListener('prerenderingchange', run);
  else run();
};

/** The same function with every fault swallowed: nothing of ours is ever thrown into the host page. */
export const safely =
  <Args extends unknown[], Result>(run: (...args: Args) => Result): ((...args: Args) => Result | undefined) =>
  (...args) => {
    try {
      return run(...args);
    } catch {
      // A lost measurement is a small loss; a broken page is not.
    }
  };

/** Listens at the window, where everything we need arrives, and never throws. */
export const listen = (type: string, handler: (event: Event) => void): void => addEventListener(type, safely(handler));
