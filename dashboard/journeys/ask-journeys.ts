/** Which journeys are asked for, and how that stands in the address. */
import type { Base } from '../api/explorations.ts';
import { ownOf, type View, withOwn } from '../state/view.ts';

export interface JourneysQuestion {
  base: Base;
  /** null: from the entry pages on. */
  start: string | null;
  direction: 'next' | 'previous';
  depth: number;
}

/** Enough for the picture; the rest is told as a number. */
const MOST_ROWS = 1000;

export function readJourney(view: Pick<View, 'own'>): Omit<JourneysQuestion, 'base'> {
  const start = ownOf(view, 'start')[0] || null;
  const depth = Number(ownOf(view, 'depth')[0] ?? '1');
  return {
    start,
    direction: start !== null && ownOf(view, 'way')[0] === 'previous' ? 'previous' : 'next',
    depth: [1, 2, 3].includes(depth) ? depth : 1,
  };
}

/** The page's own parameters for the journeys from a page on. @returns for `View.own` */
export function startingAt(view: Pick<View, 'own'>, page: string): View['own'] {
  return withOwn(view, 'start', [page]);
}

/** What journeys are asked with beside their range and filters. */
export function toJourneysBody({ start, direction, depth }: Omit<JourneysQuestion, 'base'>): object {
  return { ...(start !== null && { page: start }), direction, depth, limit: MOST_ROWS };
}
