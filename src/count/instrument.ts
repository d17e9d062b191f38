/**
 * The counters of the memory instrument: what may be said about two days without joining them for anybody.
 * O: anonymous hashes that were anonymous yesterday too. S: identified hashes of the same visitor yesterday. X: fresh
 * identifiers whose hash had another identifier yesterday. Y: fresh identifiers whose hash was anonymous yesterday.
 */
import type { Carry, DayRow, InstrumentCounters } from './ports.ts';

/** Below this many anonymous visitors on either day, an overlap could name somebody. */
const FEWEST_ANONYMOUS = 10;
/** Below this many fresh identifiers, X and Y could. */
const FEWEST_FRESH = 5;

/** Adds to the day where the day is large enough, else to the site's undated carry, which the next such day takes over. */
export function addToCounters(
  day: DayRow,
  anonymousYesterday: number,
  carry: Carry,
  change: Partial<InstrumentCounters>,
): { day: DayRow; carry: Carry } {
  const next: DayRow = { ...day, s: day.s + (change.s ?? 0), fresh: day.fresh + (change.fresh ?? 0) };
  const waiting: Carry = {
    o: carry.o + (change.o ?? 0),
    x: carry.x + (change.x ?? 0),
    y: carry.y + (change.y ?? 0),
  };
  if (Math.min(next.anonymous, anonymousYesterday) < FEWEST_ANONYMOUS) return { day: next, carry: waiting };
  next.o += waiting.o;
  waiting.o = 0;
  if (next.fresh < FEWEST_FRESH) return { day: next, carry: waiting };
  next.x += waiting.x;
  next.y += waiting.y;
  waiting.x = 0;
  waiting.y = 0;
  return { day: next, carry: waiting };
}
