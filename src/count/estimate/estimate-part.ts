/**
 * Estimates the anonymous visitors of a part of a window: the whole site, a filter, a row of a breakdown.
 * Weights come from the whole site (consent goes with how often somebody comes to the site, not to a page), unique visitors from
 * the part: form (b) of docs/how-we-count.md.
 */
import { Cells, jackknifeVariance, powersOf, type StratumSums, spread, weigh } from './cells.ts';
import { GAMMA_STEP, type OverlapModel, TAU } from './overlap-model.ts';
import { clear, countVisitors, gatherRows, hashesOf, type Part } from './part-rows.ts';
import { residualVariance, switchersIn } from './part-variance.ts';
import { JACKKNIFE_GROUPS } from './visitor-days.ts';
import type { WindowModel } from './window-model.ts';

/** Weight of the mean ratio in a stratum, in visitor-days: keeps thin strata from jumping. */
const PRIOR_DAYS = 5;
/** What the model itself may be wrong by: a tenth of its own correction, and 1.5 % of the anonymous. */
const OF_CORRECTION = 0.1;
const OF_ESTIMATE = 0.015;

export interface PartEstimate {
  /** U_C: identified visitors of the part. */
  measured: number;
  /** U_N: anonymous visitors, and the standard error. */
  anonymous: number;
  standardError: number;
  /** U_N by the three estimators, before switchers are taken out; null where one cannot be made. */
  ratio: number;
  stratified: number | null;
  calibrated: number | null;
  /** T: people counted in both populations. */
  switched: number;
}

/** @returns null when fewer than `fewest` identified visitors are in the part */
export function estimatePart(model: WindowModel, part: Part, fewest: number): PartEstimate | null {
  if (part.rows !== null) return estimateAnew(model, part, fewest);
  const known = model.whole;
  const { anonymousByStratum } = part;
  if (known?.anonymousByStratum.every((count, s) => count === anonymousByStratum[s])) return known.estimate;
  const estimate = estimateAnew(model, part, fewest);
  // Every question about the window asks for it too.
  if (estimate !== null) model.whole = { anonymousByStratum, estimate };
  return estimate;
}

function estimateAnew(model: WindowModel, part: Part, fewest: number): PartEstimate | null {
  const { days, overlap, scratch } = model;
  if (part.rows !== null && part.rows.length < fewest) return null; // most rows of a breakdown end here
  const rows = gatherRows(model, part);
  const measured = part.rows === null ? days.visitors : countVisitors(days, rows, scratch.days);
  if (measured < fewest) {
    clear(model, rows);
    return null;
  }
  const cells = part.rows === null ? model.cells : cellsOf(model, part, rows);
  const totals = part.anonymousByStratum;
  const plain = weigh(cells, powersOf(0, cells.width), -1);
  const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const ratio = sumOf(plain.h) > 0 ? (sumOf(totals) * measured) / sumOf(plain.h) : 0;
  const ratios = smoothRatios(plain, measured);
  const stratified = weighted(totals, ratios);
  const found = overlap === null ? stratify(cells, totals, stratified) : calibrate(cells, totals, stratified, overlap);
  const residual = residualVariance(model, part, rows, plain, ratios, found.overlapSlope);
  const { switched, variance } = switchersIn(model, part, rows);
  clear(model, rows);
  return {
    ...{ measured, ratio, stratified, switched },
    calibrated: overlap === null ? null : found.anonymous,
    anonymous: found.anonymous - switched,
    standardError: Math.sqrt(found.variance + residual + variance),
  };
}

function cellsOf(model: WindowModel, part: Part, rows: Uint32Array): Cells {
  const { days, scratch } = model;
  const cells = new Cells(days.mostDays);
  for (const row of rows) cells.add(days, row, hashesOf(model, part, row), 1 / (scratch.days[days.who[row] ?? 0] ?? 1));
  return cells;
}

/** R_s: unique visitors per hash in each stratum, drawn to the mean where there are few. */
function smoothRatios({ inverse, h }: StratumSums, measured: number): Float64Array {
  const hashes = h.reduce((sum, value) => sum + value, 0);
  const mean = hashes > 0 ? measured / hashes : 0;
  return inverse.map((sum, s) => (sum + PRIOR_DAYS * mean) / ((h[s] ?? 0) + PRIOR_DAYS));
}

function weighted(totals: Float64Array, ratios: Float64Array): number {
  return totals.reduce((sum, total, s) => sum + total * (ratios[s] ?? 0), 0);
}

interface Found {
  anonymous: number;
  /** Without the residual of those who were not seen. */
  variance: number;
  /** How much the estimate changes with one more observed overlap. */
  overlapSlope: number;
}

/** E2. */
function stratify(cells: Cells, totals: Float64Array, stratified: number): Found {
  const powers = powersOf(0, cells.width);
  const without = Array.from({ length: JACKKNIFE_GROUPS }, (_, group) => {
    const sums = weigh(cells, powers, group);
    return weighted(
      totals,
      smoothRatios(
        sums,
        sums.inverse.reduce((sum, value) => sum + value, 0),
      ),
    );
  });
  return { anonymous: stratified, variance: jackknifeVariance(without), overlapSlope: 0 };
}

/** E3. */
function calibrate(cells: Cells, totals: Float64Array, stratified: number, overlap: OverlapModel): Found {
  const at = (gamma: number, without = -1): number => {
    const sums = weigh(cells, overlap.powers(gamma), without);
    return spread(totals, sums.inverse, sums.h);
  };
  const { gamma, shrink, above, below, step, withoutGroup } = overlap;
  const anonymous = at(gamma);
  const slope = (at(gamma + GAMMA_STEP) - at(gamma - GAMMA_STEP)) / (2 * GAMMA_STEP);
  const variance =
    jackknifeVariance(withoutGroup.map((each, group) => at(each, group))) +
    (slope * TAU * shrink) ** 2 +
    (OF_CORRECTION * (anonymous - stratified)) ** 2 +
    (OF_ESTIMATE * anonymous) ** 2;
  return { anonymous, variance, overlapSlope: (at(above) - at(below)) / (2 * step) };
}
