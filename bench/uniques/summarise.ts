/** From the outcomes of a cell to bias, error, coverage and width. Percentages are of the truth. */
import type { Outcome } from './replicate.ts';
import type { Scenario } from './scenario.ts';

export interface Cell {
  scenario: Scenario;
  days: number;
  view: number;
  replications: number;
  admitted: number;
  /** Mean error in percent of the sum of days, E1, E2 and E3; NaN where nothing was admitted. */
  dailySum: number;
  e1: number;
  e2: number;
  bias: number;
  rmse: number;
  /** Share of admitted intervals that hold the truth, and its 99 % interval (Clopper-Pearson). */
  coverage: number;
  coverageLow: number;
  coverageHigh: number;
  /** Median half-width in percent of the estimate, and relative to the one without the switchers' correction. */
  halfWidth: number;
  widening: number;
  /** Share of people who are identified. */
  measured: number;
  brokenLimits: number;
}

export function summarise(scenario: Scenario, outcomes: readonly Outcome[], days: number, view: number): Cell {
  const own = outcomes.filter((each) => each.days === days && each.view === view);
  const admitted = own.flatMap(({ truth, estimate }) => (estimate === null ? [] : [{ truth, ...estimate }]));
  const errors = admitted.map(({ truth, visitors }) => 100 * (visitors / truth - 1));
  const held = admitted.filter(({ truth, low, high }) => low <= truth && truth <= high).length;
  const [coverageLow, coverageHigh] = binomialInterval(held, admitted.length, 0.99);
  return {
    ...{ scenario, days, view, replications: own.length, admitted: admitted.length },
    dailySum: mean(own.map(({ truth, dailySum }) => 100 * (dailySum / truth - 1))),
    e1: mean(admitted.map(({ truth, e1 }) => 100 * (e1 / truth - 1))),
    e2: mean(admitted.map(({ truth, e2 }) => 100 * (e2 / truth - 1))),
    bias: mean(errors),
    rmse: Math.sqrt(mean(errors.map((error) => error * error))),
    ...{ coverage: held / admitted.length, coverageLow, coverageHigh },
    halfWidth: median(admitted.map(({ low, high, visitors }) => (50 * (high - low)) / visitors)),
    widening: median(admitted.map(({ widening }) => widening)),
    measured: mean(own.map(({ truth, measured }) => measured / truth)),
    brokenLimits: own.filter(({ areLimitsTrue }) => !areLimitsTrue).length,
  };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Clopper-Pearson interval of a share, found by halving. */
export function binomialInterval(held: number, of: number, confidence: number): [number, number] {
  const tail = (1 - confidence) / 2;
  const find = (isBelow: (share: number) => boolean): number => {
    let [low, high] = [0, 1];
    for (let round = 0; round < 40; round++) {
      const middle = (low + high) / 2;
      if (isBelow(middle)) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  const low = held === 0 ? 0 : find((share) => 1 - atMost(held - 1, of, share) < tail);
  const high = held === of ? 1 : find((share) => atMost(held, of, share) > tail);
  return [low, high];
}

/** Chance of at most `most` successes. */
export function atMost(most: number, of: number, share: number): number {
  let [sum, logOfTerm] = [0, of * Math.log1p(-share)];
  for (let k = 0; k <= most; k++) {
    sum += Math.exp(logOfTerm);
    logOfTerm += Math.log((of - k) / (k + 1)) + Math.log(share) - Math.log1p(-share);
  }
  return Math.min(1, sum);
}
