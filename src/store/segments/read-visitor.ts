/** Reads one visitor back from all days of a site. */
import type { KnownDay, KnownVisit, KnownVisitor } from '../../privacy/known-visitor.ts';
import type { Day } from './day-columns.ts';
import { type Texts, visitsOf } from './visits-of.ts';

/** @param visitor the number in `visitors` @param mostEvents after which no further day is read */
export function readVisitor(visitor: number, days: Iterable<Day>, texts: Texts, mostEvents: number): KnownVisitor {
  const known: { days: KnownDay[]; visits: KnownVisit[] } = { days: [], visits: [] };
  let events = 0;
  for (const day of days) {
    if (events >= mostEvents) return { ...known, isComplete: false };
    const found = visitsOf(visitor, day, texts);
    known.days.push(...found.days);
    known.visits.push(...found.visits);
    events += found.events;
  }
  return { ...known, isComplete: true };
}
