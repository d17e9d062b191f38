/** From estimates to what is printed: the gates, the interval, and the limits that counting alone guarantees. */
import { estimatePart, type PartEstimate } from './estimate-part.ts';
import type { Part } from './part-rows.ts';
import { FEWEST_IN_PART, FEWEST_REPEATERS, modelWindow, type WindowInput, type WindowModel } from './window-model.ts';

export interface Limits {
  low: number;
  high: number;
}

export interface Estimate extends PartEstimate {
  kind: 'estimate';
  /** People: identified and anonymous, within the limits, in whole numbers; low and high end the 95 % interval. */
  visitors: number;
  low: number;
  high: number;
}

/** Why nothing is estimated. */
export type Silence = 'few-repeaters' | 'few-in-filter';
export type MaybeEstimate = Estimate | { kind: 'none'; why: Silence };

const Z_95 = 1.96;
const LARGEST_RELATIVE_ERROR = 3;

/** Estimates a part of a window. `limits` are the bounds of the same part. */
export function estimateIn(model: WindowModel, part: Part, limits: Limits): MaybeEstimate {
  if (model.days.repeaters < FEWEST_REPEATERS) return { kind: 'none', why: 'few-repeaters' };
  const estimate = estimatePart(model, part, FEWEST_IN_PART);
  return estimate === null ? { kind: 'none', why: 'few-in-filter' } : withInterval(estimate, limits);
}

/** Estimates a whole site, all at once. */
export function estimateWindow(input: WindowInput & { bounds: Limits }): MaybeEstimate {
  return estimateIn(modelWindow(input), { rows: null, anonymousByStratum: input.anonymousByStratum }, input.bounds);
}

/** The interval of U_N on the log scale, since errors of a count grow with it; then U_C is added and all is kept within the limits. */
export function withInterval(estimate: PartEstimate, limits: Limits): Estimate {
  const { measured, standardError } = estimate;
  const anonymous = Math.max(0, estimate.anonymous);
  const spread = anonymous > 0 ? Math.exp(Z_95 * Math.min(LARGEST_RELATIVE_ERROR, standardError / anonymous)) : 1;
  const within = (value: number) => Math.min(limits.high, Math.max(limits.low, Math.round(value)));
  const visitors = within(measured + anonymous);
  return {
    ...estimate,
    kind: 'estimate',
    visitors,
    low: Math.min(visitors, within(measured + anonymous / spread)),
    // An estimate of nobody is as uncertain as its standard error.
    high: Math.max(visitors, within(measured + (anonymous > 0 ? anonymous * spread : Z_95 * standardError))),
  };
}
