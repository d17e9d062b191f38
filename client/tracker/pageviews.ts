/** Notices every page shown: the load, changes of the path through the history, and returns from the back-forward cache. */
import { listen, safely } from '../consent/browser.ts';

/**
 * Watches pages and announces the one that is there now. `onPage` gets the address and where the visitor came from, possibly
 * a page of this site; `onRoute` runs before it when the page is left for another of the same application.
 */
export function watchPages(onPage: (url: string, referrer: string) => void, onRoute: () => void): void {
  let url: string;
  let path: string;
  const show = (referrer: string): void => {
    path = location.pathname;
    url = location.href;
    onPage(url, referrer);
  };
  const onHistory = safely(() => {
    if (location.pathname === path) return;
    onRoute();
    show(url);
  });

  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = (...args) => {
      original.apply(history, args);
      onHistory();
    };
  }
  listen('popstate', onHistory);
  listen('pageshow', (event) => {
    // A page that comes back was left a moment ago; its old referrer would begin the visit a second time.
    if ((event as PageTransitionEvent).persisted) show(url);
  });
  show(document.referrer);
}
