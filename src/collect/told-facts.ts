/**
 * What an export tells of a stored event in place of address and User-Agent, which are gone: the facts that were made of them. Only an
 * import by the operator may tell them; a beacon has no field for them.
 */
import type { VisitDimensions } from '../domain/event.ts';

/**
 * How an event stands to its visit. `first`: it begins the first visit of its day-visitor on that day; `further`: it begins another one;
 * `goes_on`: the visit had begun before; `none`: it belongs to no visit.
 */
export const TOLD_VISITS = ['first', 'further', 'goes_on', 'none'] as const;
export type ToldVisit = (typeof TOLD_VISITS)[number];

export interface ToldFacts {
  visit: ToldVisit;
  /** Those of the event's visit; the referrer as host and path. */
  dimensions: VisitDimensions;
  /** With a pageview that begins a visit of which no more is known: a link of the site led on. */
  leftByLink: boolean;
  /** What tells the sender from others of the day, in place of network and browser; it goes into a keyed hash. */
  sender: string;
}

/** Whether the event begins a visit. */
export function beginsVisit({ visit }: ToldFacts): boolean {
  return visit === 'first' || visit === 'further';
}
