/** How long a page was really looked at and how far it was read, reported whenever it is left. */
import { listen } from '../consent/browser.ts';

export interface EngagementReport {
  u: string;
  /** This page began a visit; it is left for another page of the site. */
  in: 1 | undefined;
  li: 1 | undefined;
  /** Ms of visible, focused time since the last report of this page. */
  e: number;
  /** Deepest scroll so far, percent of the document. */
  sd: number;
}

export interface Engagement {
  /** A new page begins; `beganVisit` when the visitor came to it from outside the site. */
  begin(url: string, beganVisit: boolean): void;
  /** The page is being left for another page of the site. */
  follow(): void;
}

/** Less than this is not worth a message of its own. */
const SMALLEST_REPORT_MS = 1000;

/** Watches attention, scrolling and the links that are followed. `isOurs` tells whether an address belongs to the site. */
export function watchEngagement(
  isOurs: (url: string) => boolean,
  report: (report: EngagementReport) => void,
): Engagement {
  let page: string;
  let began: 1 | undefined;
  let engagedMs: number;
  let since = 0;
  let isEngaged = false;
  let depth: number;
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
    report({ u: page, in: began, li: followed, e: Math.round(engagedMs), sd: depth });
    engagedMs = 0;
    reportedDepth = depth;
    followed = undefined;
  };
  const onFollow = ({ target, type, defaultPrevented }: Event): void => {
    const link = (type === 'submit' ? target : (target as Element).closest('a')) as HTMLAnchorElement & HTMLFormElement;
    // What a script prevented is no navigation (or shows in the history); a jump inside the page and a download leave nothing.
    const isLeft = !defaultPrevented && !link.hasAttribute('download') && isOurs(link.href || link.action);
    if (isLeft && !(link.hash && link.pathname === location.pathname)) followed = 1;
  };

  listen('scroll', measure);
  listen('click', onFollow);
  listen('submit', onFollow);
  listen('focus', tick);
  listen('blur', tick);
  listen('pagehide', leave);
  listen('visibilitychange', () => (document.hidden ? leave() : tick()));

  return {
    begin(url, beganVisit) {
      tick();
      page = url;
      began = beganVisit ? 1 : undefined;
      engagedMs = depth = 0;
      reportedDepth = -1;
      followed = undefined;
    },
    follow() {
      followed = 1;
      leave();
    },
  };
}
