/**
 * How consent goes with returning: gamma, chosen so that the overlap of days predicted from the identified meets the one that was
 * observed of the anonymous (E3 of docs/how-we-count.md). Solved once per window of the whole site; parts of it take it over.
 */
import { type Cells, jackknifeVariance, powersOf, spread, weigh } from './cells.ts';
import { type IndexedDays, JACKKNIFE_GROUPS, STRATA } from './visitor-days.ts';

/** Standard deviation of gamma before anything was observed: keeps it near 0 where the overlap says little. */
export const TAU = 1.5;
const WIDEST_GAMMA = 2;
const PRECISION = 1e-8;
/** Step of the central differences in gamma. */
export const GAMMA_STEP = 0.05;

export interface OverlapModel {
  gamma: number;
  /** gamma without each jackknife group. */
  withoutGroup: number[];
  /** gamma if the observed overlap were `step` more, and less. */
  above: number;
  below: number;
  step: number;
  /** How far the prior pulls gamma: 0 not at all, 1 altogether. */
  shrink: number;
  /** n^gamma by active days, remembered: every row of a breakdown asks for the same exponents. */
  powers: (gamma: number) => Float64Array;
  /** By visitor: overlaps beyond those expected of their hashes. */
  surplus: Float64Array;
  /** Sum over all visitors of weight x surplus^2. */
  surplusVariance: number;
}

/** What the model needs of the anonymous: D by stratum, and O over the window's pairs of days. */
export interface Observed {
  anonymousByStratum: Float64Array;
  overlap: number;
  /** (S + X) / S: overlaps of identified visitors that came with a new identifier are not in `b`. */
  predictionFactor: number;
}

/** @returns null when the identified overlap says nothing: E2 is all there is */
export function solveOverlap(
  days: IndexedDays,
  cells: Cells,
  weights: Float64Array,
  observed: Observed,
): OverlapModel | null {
  const { anonymousByStratum, overlap, predictionFactor } = observed;
  const predict = (gamma: number, without: number): number => {
    const sums = weigh(cells, powersOf(gamma, cells.width), without);
    return predictionFactor * spread(anonymousByStratum, sums.b, sums.h);
  };
  const groups = Array.from({ length: JACKKNIFE_GROUPS }, (_, group) => group);
  const surplus = surplusOf(days, cells);
  let surplusVariance = 0;
  for (let who = 0; who < days.visitors; who++) surplusVariance += (weights[who] ?? 0) * (surplus[who] ?? 0) ** 2;
  const variance = jackknifeVariance(groups.map((group) => predict(0, group))) + surplusVariance;
  if (!(variance > 0)) return null;
  const solve = (target: number, without: number): number =>
    minimise((gamma) => (predict(gamma, without) - target) ** 2 / variance + (gamma / TAU) ** 2);
  const gamma = solve(overlap, -1);
  const step = Math.max(1, 0.02 * overlap);
  const slope = (predict(gamma + GAMMA_STEP, -1) - predict(gamma - GAMMA_STEP, -1)) / (2 * GAMMA_STEP);
  return {
    gamma,
    withoutGroup: groups.map((group) => solve(overlap, group)),
    ...{ above: solve(overlap + step, -1), below: solve(overlap - step, -1), step },
    shrink: TAU ** -2 / (slope ** 2 / variance + TAU ** -2),
    powers: rememberPowers(cells.width),
    surplus,
    surplusVariance,
  };
}

function rememberPowers(width: number): (gamma: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (gamma) => {
    const powers = known.get(gamma) ?? powersOf(gamma, width);
    known.set(gamma, powers);
    return powers;
  };
}

function surplusOf(days: IndexedDays, cells: Cells): Float64Array {
  const sums = weigh(cells, powersOf(0, cells.width), -1);
  const expected = sums.b.map((b, s) => ((sums.h[s] ?? 0) > 0 ? b / (sums.h[s] ?? 1) : 0));
  const surplus = new Float64Array(days.visitors);
  for (let row = 0; row < days.who.length; row++) {
    const who = days.who[row] ?? 0;
    surplus[who] = (surplus[who] ?? 0) + (days.b[row] ?? 0) - (days.h[row] ?? 0) * (expected[days.s[row] ?? 0] ?? 0);
  }
  return surplus;
}

/** How many unseen people each identified visitor stands for: the mean over their days of D_s / sum of h in the stratum. */
export function weightsOf(days: IndexedDays, cells: Cells, anonymousByStratum: Float64Array): Float64Array {
  const { h } = weigh(cells, powersOf(0, cells.width), -1);
  const ofStratum = Float64Array.from({ length: STRATA }, (_, s) =>
    (h[s] ?? 0) > 0 ? (anonymousByStratum[s] ?? 0) / (h[s] ?? 1) : 0,
  );
  const weights = new Float64Array(days.visitors);
  for (let row = 0; row < days.who.length; row++) {
    const who = days.who[row] ?? 0;
    weights[who] = (weights[who] ?? 0) + (ofStratum[days.s[row] ?? 0] ?? 0) / (days.activeDays[who] ?? 1);
  }
  return weights;
}

/** Golden-section search for the least value of `f` on [-2, 2]. */
function minimise(f: (gamma: number) => number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [-WIDEST_GAMMA, WIDEST_GAMMA];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > PRECISION) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}
