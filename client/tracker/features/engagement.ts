/** How long a page was really looked at and how far it was read, reported whenever it is left. */
import { listen } from '../../consent/browser.ts';
import { linkOf, onAct } from '../acts.ts';
import { isOurs } from '../own-hosts.ts';
import { emit, gates } from '../tracker.ts';

/** Less than this is not worth a message of its own. */
const SMALLEST_REPORT_MS = 1000;

/** Watches attention, scrolling and the links that are followed. */
export const engagement = (): void => {
  let page: string | undefined;
  /** The visitor came to this page from outside the site. */
  let began: 1 | undefined;
  /** Ms of visible, focused time since the last report of this page. */
  let engagedMs = 0;
  let since = 0;
  let isEngaged = false;
  /** Deepest scroll so far, percent of the document. */
  let depth = 0;
  let reportedDepth: number;
  /** A link or form of the site was followed since the last report, in this tab or another. */
  let followed: 1 | undefined;

  const tick = (): void => {
    const now = performance.now();
    if (isEngaged) engagedMs += now - since;
    since = now;
    isEngaged = !document.hidden && document.hasFocus();
  };
  const measure = (): void => {
    const seen = (100 * (scrollY + innerHeight)) / document.documentElement.scrollHeight;
    depth = Math.max(depth, Math.min(100, Math.round(seen)));
  };
  const leave = (): void => {
    tick();
    measure();
    if (engagedMs < SMALLEST_REPORT_MS && depth <= reportedDepth && !followed) return;
    const report = { e: Math.round(engagedMs), sd: depth, u: page, in: began, li: followed };
    // Before it is sent: Firefox may tell of a page's end a second time while it sends.
    reportedDepth = depth;
    followed = undefined;
    engagedMs = 0;
    emit('engagement', report);
  };

  gates[1] = ({ n, u, r }) => {
    if (n !== 'pageview') return;
    // Another address: the application went on to its next page. The same: it came back from the cache, and was left before.
    if (page && page !== u) {
      followed = 1;
      leave();
    }
    tick();
    page = u;
    began = r && isOurs(r) ? undefined : 1;
    reportedDepth = -1;
    followed = undefined;
    engagedMs = depth = 0;
  };
  onAct(0, (path, { type, defaultPrevented }) => {
    const link = (type === 'submit' ? path[0] : linkOf(path)) as (HTMLAnchorElement & HTMLFormElement) | undefined;
    // What a script prevented is no navigation (or shows in the history); a jump inside the page and a download leave nothing.
    if (!link || defaultPrevented || link.hasAttribute('download') || !isOurs(link.href || link.action)) return;
    if (!link.hash || link.pathname !== location.pathname) followed = 1;
  });
  listen('scroll', measure);
  listen('focus', tick);
  listen('blur', tick);
  listen('pagehide', leave);
  listen('visibilitychange', () => (document.hidden ? leave() : tick()));
};
