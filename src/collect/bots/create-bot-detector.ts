/** Tells automated clients, and pages that a browser loaded in advance, from people reading. */
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';

export interface BotSignals {
  userAgent: string;
  /** `Sec-Purpose` or its older names `Purpose` and `X-Moz`. */
  purpose: string | null;
  fetchSite: string | null;
  hasReferrer: boolean;
  acceptLanguage: string | null;
}

/** Verdicts kept: User-Agents repeat, and isbot's one large expression is the dearest step of a beacon. In memory only. */
const CACHED_VERDICTS = 5000;
/** No browser names itself in fewer characters. */
const SHORTEST_USER_AGENT = 12;
const PREFETCH = /prefetch|prerender/i;
/** Browsers driven by a program say so here, whatever the list of isbot makes of the rest. */
const DRIVEN = /headlesschrome|phantomjs|slimerjs|selenium|webdriver|puppeteer|playwright/i;

/**
 * Only the purpose and the User-Agent decide. A missing `Accept-Language`, referrer or `Sec-Fetch-Site` does not: log lines and
 * beacons forwarded by a server lack them too, and a person refused is worse than a robot let in.
 */
export function createBotDetector(): (signals: BotSignals) => 'bot' | 'prefetch' | null {
  const verdicts = new LRUCache<string, boolean>({ max: CACHED_VERDICTS });
  return ({ userAgent, purpose }) => {
    if (purpose !== null && PREFETCH.test(purpose)) return 'prefetch';
    let isAutomated = verdicts.get(userAgent);
    if (isAutomated === undefined) {
      isAutomated = isAutomatedClient(userAgent);
      verdicts.set(userAgent, isAutomated);
    }
    return isAutomated ? 'bot' : null;
  };
}

function isAutomatedClient(userAgent: string): boolean {
  return userAgent.trim().length < SHORTEST_USER_AGENT || DRIVEN.test(userAgent) || isbot(userAgent);
}
