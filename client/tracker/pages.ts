/** Notices every page shown: the load, changes of the path through the history, and returns from the back-forward cache. */
import { listen, safely } from '../consent/browser.ts';
import { pathOf } from './path.ts';
import { cameFrom } from './settings.ts';
import { emit } from './tracker.ts';

let url: string;
let path: string;

/** Runs after every change of the address within the document. */
export const onHistory = (run: () => void): void => {
  const changed = safely(run);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = (...args) => {
      original.apply(history, args);
      changed();
    };
  }
  listen('popstate', changed);
};

const show = (from: string): void => {
  path = pathOf();
  url = location.href;
  cameFrom(from);
  emit('pageview');
};

/** Counts the page that is there now and everything that follows. */
export const watchPages = (): void => {
  onHistory(() => {
    if (pathOf() !== path) show(url);
  });
  listen('pageshow', (event) => {
    // A page that comes back was left a moment ago; its old referrer would begin the visit a second time.
    if ((event as PageTransitionEvent).persisted) show(url);
  });
  show(document.referrer);
};
