/**
 * A single day on which the key was lost: an anonymous visitor of before and after counts twice. The identified went through the
 * same broken instrument, so their hashes tell how often that happens (docs/how-we-count.md, "A restart").
 */
import type { PartEstimate } from './estimate-part.ts';

/** Identified day-visitors below which nothing is estimated. */
export const FEWEST_ON_DAY = 40;
/** Days whose visitors tell how consent goes with returning, the broken one included. */
export const DAYS_BEFORE = 30;

/** An identified visitor of the broken day. */
export interface DayVisitor {
  h: number;
  /** Active days in the last 30. */
  n: number;
}

/**
 * N = D f, f = sum n^gamma / sum h n^gamma; SE^2 = D^2 sum (n^gamma)^2 (1 - h f)^2 / (sum h n^gamma)^2 + D f (1 - f).
 * @param anonymous D: day-visitors of all parts together
 * @returns null when too few were identified
 */
export function estimateBrokenDay(
  visitors: readonly DayVisitor[],
  anonymous: number,
  gamma: number,
): PartEstimate | null {
  if (visitors.length < FEWEST_ON_DAY) return null;
  let [people, hashes] = [0, 0];
  for (const { h, n } of visitors) {
    people += n ** gamma;
    hashes += h * n ** gamma;
  }
  if (hashes === 0) return null;
  const factor = Math.min(1, people / hashes);
  const squares = visitors.reduce((sum, { h, n }) => sum + (n ** gamma) ** 2 * (1 - h * factor) ** 2, 0);
  const variance = (anonymous ** 2 * squares) / hashes ** 2 + anonymous * factor * (1 - factor);
  const plain =
    visitors.length /
    Math.max(
      1,
      visitors.reduce((sum, { h }) => sum + h, 0),
    );
  return {
    ...{ measured: visitors.length, anonymous: anonymous * factor, standardError: Math.sqrt(variance) },
    ...{ ratio: anonymous * Math.min(1, plain), stratified: null, calibrated: null, switched: 0 },
  };
}
