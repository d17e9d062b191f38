/** One replication of a scenario, every window and view of it estimated by the product, beside the truth. */
import { type Estimate, estimateIn, type Limits, withInterval } from '../../src/count/estimate/estimate-window.ts';
import { modelWindow, type WindowModel } from '../../src/count/estimate/window-model.ts';
import { Random } from './random.ts';
import type { Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import type { Sites } from './site.ts';
import { readWindow, sortRows, type View } from './window.ts';

export interface Outcome {
  days: number;
  /** 0 the whole site, then the filters. */
  view: number;
  truth: number;
  dailySum: number;
  measured: number;
  areLimitsTrue: boolean;
  /** null: the gate was not passed. */
  estimate: {
    e1: number;
    e2: number;
    visitors: number;
    low: number;
    high: number;
    widening: number;
  } | null;
}

export function replicate(scenario: Scenario, sites: Sites, seed: number, windows: readonly number[]): Outcome[] {
  const { consent, share, size, merged } = scenario;
  const random = new Random('uniques', consent, share, size, merged, seed);
  const simulation = simulate(sites.replicationOf(scenario), random, null);
  const rows = sortRows(simulation);
  return windows.flatMap((days) => {
    const { input, views } = readWindow(simulation, rows, days);
    const model = modelWindow(input);
    return views.map((view, index) => outcomeOf(model, view, days, index));
  });
}

function outcomeOf(model: WindowModel, view: View, days: number, index: number): Outcome {
  const { truth, limits, dailySum, measured } = view;
  const areLimitsTrue = limits.low <= truth && truth <= limits.high;
  const plain = { days, view: index, truth, dailySum, measured, areLimitsTrue };
  const found = estimateIn(model, view, limits);
  if (found.kind === 'none') return { ...plain, estimate: null };
  const { visitors, low, high, ratio, stratified } = found;
  const e1 = found.measured + ratio;
  const e2 = found.measured + (stratified ?? ratio);
  return { ...plain, estimate: { e1, e2, visitors, low, high, widening: wideningOf(found, model, limits) } };
}

/** Half-width of the interval divided by that of the same formulas without the switchers' correction. */
function wideningOf(found: Estimate, { switched, switchedVariance }: WindowModel, limits: Limits): number {
  if (found.switched === 0) return 1;
  const ofSwitchers = switchedVariance * (found.switched / switched) ** 2;
  const without = withInterval(
    {
      ...found,
      anonymous: found.anonymous + found.switched,
      standardError: Math.sqrt(found.standardError ** 2 - ofSwitchers),
    },
    limits,
  );
  return (found.high - found.low) / Math.max(1, without.high - without.low);
}
