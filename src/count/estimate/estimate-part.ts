/**
 * Estimates the anonymous visitors of a part of a window: the whole site, a filter, a row of a breakdown.
 * Weights come from the whole site (consent goes with how often somebody comes to the site, not to a page), unique visitors from
 * the part: form (b) of docs/how-we-count.md.
 */
import { Cells, jackknifeVariance, powersOf, type StratumSums, spread, weigh } from './cells.ts';
import { type OverlapModel, TAU } from './overlap-model.ts';
import { type IndexedDays, JACKKNIFE_GROUPS, STRATA } from './visitor-days.ts';
import type { WindowModel } from './window-model.ts';

/** Weight of the mean ratio in a stratum, in visitor-days: keeps thin strata from jumping. */
const PRIOR_DAYS = 5;
const GAMMA_STEP = 0.05;
/** Marks of a visitor inside a part: there on the first day; on a later one too. */
const ON_FIRST = 1;
const ON_LATER = 2;
/** What the model itself may be wrong by: a tenth of its own correction, and 1.5 % of the anonymous. */
const OF_CORRECTION = 0.1;
const OF_ESTIMATE = 0.015;

export interface Part {
  /** Rows of the window's visitor-days inside the part, one entry per visit; null: all of them, with all their hashes. */
  rows: ArrayLike<number> | null;
  /** Anonymous day-visitors of the part by stratum, all days together. */
  anonymousByStratum: Float64Array;
}

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
  const { days, overlap, scratch } = model;
  if (part.rows !== null && part.rows.length < fewest) return null; // most rows of a breakdown end here
  const rows = gatherRows(model, part);
  const measured = part.rows === null ? days.visitors : countVisitors(days, rows, scratch.days);
  if (measured < fewest) {
    clear(model, rows);
    return null;
  }
  const cells = new Cells(days.mostDays);
  for (const row of rows) cells.add(days, row, hashesOf(model, part, row), 1 / (scratch.days[days.who[row] ?? 0] ?? 1));
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

/** Counts visits by row and active days by visitor into the scratch; returns the distinct rows. */
function gatherRows({ days, scratch }: WindowModel, { rows }: Part): Uint32Array {
  if (rows === null) {
    scratch.days.set(days.activeDays);
    return days.who.map((_, row) => row);
  }
  const distinct = new Uint32Array(rows.length);
  let count = 0;
  for (let entry = 0; entry < distinct.length; entry++) {
    const row = rows[entry] ?? 0;
    const visits = scratch.visits[row] ?? 0;
    if (visits < 65_535) scratch.visits[row] = visits + 1;
    if (visits > 0) continue;
    distinct[count++] = row;
    const who = days.who[row] ?? 0;
    scratch.days[who] = (scratch.days[who] ?? 0) + 1;
  }
  return distinct.subarray(0, count);
}

/** Inside a part a visitor-day cannot stand for more hashes than it has visits there. */
function hashesOf({ days, scratch }: WindowModel, part: Part, row: number): number {
  const h = days.h[row] ?? 0;
  return part.rows === null ? h : Math.min(h, scratch.visits[row] ?? 0);
}

function countVisitors(days: IndexedDays, rows: Uint32Array, daysInside: Uint16Array): number {
  let sum = 0;
  for (const row of rows) sum += 1 / (daysInside[days.who[row] ?? 0] ?? 1);
  return Math.round(sum);
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
    const sums = weigh(cells, powersOf(gamma, cells.width), without);
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

/** V_N: the people who were not seen may differ from those who were, by as much as these differ among themselves. */
function residualVariance(
  model: WindowModel,
  part: Part,
  rows: Uint32Array,
  plain: StratumSums,
  ratios: Float64Array,
  overlapSlope: number,
): number {
  const { days, weights, overlap, scratch } = model;
  const { residual, weight } = scratch;
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    const s = days.s[row] ?? 0;
    residual[who] = (residual[who] ?? 0) + hashesOf(model, part, row) * (ratios[s] ?? 0);
    const spreadOver = (plain.h[s] ?? 0) > 0 ? (part.anonymousByStratum[s] ?? 0) / (plain.h[s] ?? 1) : 0;
    weight[who] = (weight[who] ?? 0) + spreadOver / (scratch.days[who] ?? 1);
  }
  let variance = overlap === null ? 0 : overlapSlope ** 2 * overlap.surplusVariance;
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    const share = residual[who] ?? 0;
    if (Number.isNaN(share)) continue; // this visitor is done
    residual[who] = Number.NaN;
    const correction = overlapSlope * (overlap?.surplus[who] ?? 0);
    variance += (weight[who] ?? 0) * (1 - share - correction) ** 2 - (weights[who] ?? 0) * correction ** 2;
  }
  return Math.max(0, variance);
}

/** Of the window's switchers, those of the part: like the visitors with two days who were in it on the first and a later one. */
function switchersIn(model: WindowModel, part: Part, rows: Uint32Array) {
  const { days, switched, switchedVariance } = model;
  if (part.rows === null || switched === 0) return { switched, variance: switchedVariance };
  const share = days.repeaters === 0 ? 0 : countOnFirstAndLater(model, rows) / days.repeaters;
  return { switched: switched * share, variance: switchedVariance * share ** 2 };
}

function countOnFirstAndLater({ days, scratch }: WindowModel, rows: Uint32Array): number {
  const { seen } = scratch;
  for (const row of rows) if (days.isFirst[row] === 1) seen[days.who[row] ?? 0] = ON_FIRST;
  let count = 0;
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    if (days.isFirst[row] === 1 || seen[who] !== ON_FIRST) continue;
    seen[who] = ON_LATER;
    count += 1;
  }
  return count;
}

function clear({ days, scratch }: WindowModel, rows: Uint32Array): void {
  if (rows.length === days.who.length) {
    for (const column of Object.values(scratch)) column.fill(0);
    return;
  }
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    scratch.visits[row] = 0;
    scratch.days[who] = 0;
    scratch.residual[who] = 0;
    scratch.weight[who] = 0;
    scratch.seen[who] = 0;
  }
}

/** Entries of a stratum vector of zeros. */
export function noStrata(): Float64Array {
  return new Float64Array(STRATA);
}
