/**
 * The counters of the memory instrument: what may be said about two days without joining them for anybody.
 * O: anonymous hashes that were anonymous yesterday too. S: identified hashes of the same visitor yesterday. X: fresh
 * identifiers whose hash had another identifier yesterday. Y: fresh identifiers whose hash was anonymous yesterday. Z: returning
 * identifiers whose hash was anonymous, and not theirs, yesterday: somebody else behind the same address.
 */
import { type Carry, type DayRow, type InstrumentCounters, NO_CARRY } from './ports.ts';

/** Below this many anonymous visitors on either day, an overlap could name somebody. */
const FEWEST_ANONYMOUS = 10;
/** Below this many fresh identifiers, X, Y and Z could. */
const FEWEST_FRESH = 5;

/**
 * Adds to the day where the day is large enough, else to the site's undated carry, which the next such day takes over.
 * @param isToday an earlier day, changed across midnight, must not take over what today has left waiting: a window that
 *   ends with it would subtract an overlap that lies outside
 */
export function addToCounters(
  day: DayRow,
  anonymousYesterday: number,
  carry: Carry,
  change: Partial<InstrumentCounters>,
  isToday: boolean,
): { day: DayRow; carry: Carry } {
  const { o = 0, s = 0, x = 0, y = 0, z = 0, fresh = 0 } = change;
  const next: DayRow = { ...day, s: day.s + s, fresh: day.fresh + fresh };
  const waiting: Carry = { o: carry.o + o, x: carry.x + x, y: carry.y + y, z: carry.z + z };
  const rest: Carry = isToday ? NO_CARRY : carry;
  if (Math.min(next.anonymous, anonymousYesterday) < FEWEST_ANONYMOUS) return { day: next, carry: waiting };
  next.o += waiting.o - rest.o;
  waiting.o = rest.o;
  if (next.fresh < FEWEST_FRESH) return { day: next, carry: waiting };
  next.x += waiting.x - rest.x;
  next.y += waiting.y - rest.y;
  next.z += waiting.z - rest.z;
  return { day: next, carry: { ...waiting, x: rest.x, y: rest.y, z: rest.z } };
}
