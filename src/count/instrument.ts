/**
 * The counters of the memory instrument: what may be said about two days without joining them for anybody.
 * O: anonymous hashes that were anonymous yesterday too. S: identified hashes of the same visitor yesterday. X: fresh
 * identifiers whose hash had another identifier yesterday. Y: fresh identifiers whose hash was anonymous yesterday. Z: returning
 * identifiers whose hash was anonymous, and not theirs, yesterday (somebody else behind the same address), out of `returned`.
 */
import type { Carry, DayRow, InstrumentCounters } from './ports.ts';

/** Below this many anonymous visitors on either day, an overlap could name somebody. */
export const FEWEST_ANONYMOUS = 10;
/** Below this many fresh identifiers X and Y could, below as many returning ones Z. */
export const FEWEST_IDENTIFIED = 5;

/**
 * Adds to the day where the day is large enough, else to the site's undated carry, which the next such day takes over.
 * @param today the newest day of the site; an earlier one must not take over what today has left waiting (a window that ends with
 *   it would subtract an overlap that lies outside), and what days before yesterday cannot date is forgotten
 */
export function addToCounters(
  day: DayRow,
  anonymousYesterday: number,
  carry: Carry,
  change: Partial<InstrumentCounters>,
  today: number,
): { day: DayRow; carry: Carry } {
  const next: DayRow = {
    ...day,
    s: day.s + (change.s ?? 0),
    fresh: day.fresh + (change.fresh ?? 0),
    returned: day.returned + (change.returned ?? 0),
  };
  const left: Carry = { ...carry, day: Math.max(carry.day, today) };
  const isDated = Math.min(next.anonymous, anonymousYesterday) >= FEWEST_ANONYMOUS;
  const settle = (counter: 'o' | 'x' | 'y' | 'z', isLarge: boolean): void => {
    const amount = change[counter] ?? 0;
    if (!isLarge) {
      if (day.day >= left.day - 1) left[counter] += amount;
      return;
    }
    const isToday = day.day >= left.day;
    next[counter] += amount + (isToday ? left[counter] : 0);
    if (isToday) left[counter] = 0;
  };
  settle('o', isDated);
  settle('x', isDated && next.fresh >= FEWEST_IDENTIFIED);
  settle('y', isDated && next.fresh >= FEWEST_IDENTIFIED);
  settle('z', isDated && next.returned >= FEWEST_IDENTIFIED);
  return { day: next, carry: left };
}
