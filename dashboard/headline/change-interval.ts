/** Between which ends a change of visitors lies: its own 95 % interval, made of those of the two numbers. */
import type { People } from '../people/people.ts';

const WHOLE = 100;

/**
 * The reckoning is the server's (`visitors_differ`: docs/how-we-count.md), so that its verdict and this interval agree: logarithms,
 * the wider side of each interval, and no dependence between them.
 * @returns in percent, with signs; null where both numbers are exact, where one is not known, and where the verdict does not rest on it
 */
export function changeInterval(now: People, then: People): { low: number; high: number } | null {
  if (now.best === null || then.best === null || then.best === 0) return null;
  if (now.kind === 'exact' && then.kind === 'exact') return null;
  const change = logOf(now.best) - logOf(then.best);
  const reach = Math.hypot(reachOf(now, now.best), reachOf(then, then.best));
  const isApart = now.low > then.high || now.high < then.low;
  // Numbers whose intervals do not touch differ for certain, however far the wider sides reach.
  if (isApart && reach >= Math.abs(change)) return null;
  return { low: percentOf(change - reach), high: percentOf(change + reach) };
}

function logOf(amount: number): number {
  return Math.log(Math.max(1, amount));
}

/** From the number to the farther end of its interval. */
function reachOf({ low, high }: People, best: number): number {
  return Math.max(logOf(high) - logOf(best), logOf(best) - logOf(low));
}

function percentOf(log: number): number {
  return Math.round((Math.exp(log) - 1) * WHOLE);
}
