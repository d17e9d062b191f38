/** What a visit is: how it begins, when it goes on, what an event adds to it. */
import { type AcceptedEvent, ENGAGEMENT, PAGEVIEW } from '../domain/event.ts';
import type { Visit } from './ports.ts';

/** A visit ends after this long without an event (ms). */
export const VISIT_GAP_MS = 30 * 60_000;
/** A visit ends this long after it began, however busy (ms). */
export const VISIT_LENGTH_MS = 12 * 3_600_000;

/** Whether an event at `at` (UTC ms) still belongs to the visit. */
export function continuesVisit(visit: Pick<Visit, 'startedAt' | 'lastAt'>, at: number): boolean {
  const isNear = at - visit.lastAt <= VISIT_GAP_MS && visit.startedAt - at <= VISIT_GAP_MS;
  return isNear && at - visit.startedAt < VISIT_LENGTH_MS;
}

/** The visit that an event begins. @param number of the visit within its day @param ordinal the day-visitor's, 0 for none */
export function beginVisit(
  { siteId, day, at, host, path, name }: AcceptedEvent,
  number: number,
  ordinal: number,
): Visit {
  return {
    siteId,
    day,
    visit: number,
    ordinal,
    startedAt: at,
    lastAt: at,
    entryHost: host,
    entryPage: path,
    exitHost: host,
    exitPage: path,
    pageviews: name === PAGEVIEW ? 1 : 0,
    interactions: name === PAGEVIEW ? 0 : 1,
    leftByLink: false,
  };
}

/** The visit after one more event. */
export function extendVisit(visit: Visit, event: AcceptedEvent): Visit {
  const isPageview = event.name === PAGEVIEW;
  const isFirstPage = isPageview && visit.pageviews === 0; // a custom event had begun the visit
  return {
    ...visit,
    startedAt: Math.min(visit.startedAt, event.at), // messages can overtake one another
    lastAt: Math.max(visit.lastAt, event.at),
    ...(isPageview ? { exitHost: event.host, exitPage: event.path, pageviews: visit.pageviews + 1 } : {}),
    ...(isFirstPage ? { entryHost: event.host, entryPage: event.path } : {}),
    interactions: visit.interactions + (isPageview || event.name === ENGAGEMENT ? 0 : 1),
  };
}
