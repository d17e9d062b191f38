/**
 * The estimate of a window's visitors the plain way: every visitor-day an object, every sum written out, nothing remembered.
 * Written from the formulas of docs/how-we-count.md. What the formulas leave open was settled by the golden vectors, which
 * it meets to eight digits: jackknife variances are taken about the mean of the leave-out values; the residuals e_v use the
 * smoothed R_s of E2 and the o_s of gamma = 0; a visitor's weight w_v is the plain mean of D_s / sum h over his days.
 * Settled without vectors: X scales O_pred and leaves the o of the residuals alone; inside a filter w_v is that of the filter's
 * own D_s and hashes, outside that of the whole site.
 */

/** One identified visitor on one day. */
export interface SlowDay {
  id: number;
  /** Jackknife group, 0 to 19. */
  g: number;
  day: number;
  /** Active days of the visitor in the window; of all the site, also under a filter. */
  n: number;
  s: number;
  h: number;
  /** 1 when a hash of the day was the same visitor's on the neighbouring day. */
  o: number;
  /** The same where O is not compared on that day; `o` by default. */
  seen?: number;
  /** Visits of the day that the filter keeps. */
  kept: number;
}

export interface SlowWindow {
  estimator: 'E1' | 'E2' | 'E3';
  rows: SlowDay[];
  anonymousByStratum: number[];
  overlap: number;
  /** Y of so many fresh identifiers, and Z: returning identifiers whose hash was somebody anonymous's yesterday. */
  switchers: number;
  fresh: number;
  chanceMatches: number;
  returned: number;
  sameVisitor: number;
  otherIdentifier: number;
  bounds: { low: number; high: number };
}

export interface SlowPart {
  anonymousByStratum: number[];
  bounds: { low: number; high: number };
}

export interface SlowEstimate {
  e1: number;
  e2: number;
  e3: number;
  /** U_C + U_N of the estimator asked for, without switchers, before clipping. */
  visitors: number;
  se: number;
  gamma: number;
  switched: number;
  low: number;
  high: number;
}

const GROUPS = [...Array(20).keys()];
const TAU = 1.5;
const FEWEST_REPEATERS = 40;
const FEWEST_IN_FILTER = 30;
const FEWEST_SECOND_DAYS = 20;

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const square = (value: number): number => value * value;
const visitorsOf = (rows: SlowDay[]): number[] => [...new Set(rows.map(({ id }) => id))];
const jackknife = (values: number[]): number => {
  const mean = sum(values) / values.length;
  return ((values.length - 1) / values.length) * sum(values.map((value) => square(value - mean)));
};

/** Identified visitors with at least two active days; below 40 there is no estimate. */
export function repeatersSlowly(rows: SlowDay[]): number {
  return visitorsOf(rows.filter(({ n }) => n >= 2)).length;
}

export function isAdmittedSlowly(rows: SlowDay[]): boolean {
  return repeatersSlowly(rows) >= FEWEST_REPEATERS;
}

export function isPartAdmittedSlowly(rows: SlowDay[]): boolean {
  return isAdmittedSlowly(rows) && visitorsOf(rows.filter(({ kept }) => kept > 0)).length >= FEWEST_IN_FILTER;
}

/** U_C*, the identified visitors without those who only lost their identifier. */
export function measuredWithoutChurnSlowly(rows: SlowDay[], sameVisitor: number, otherIdentifier: number): number {
  const loss = otherIdentifier === 0 ? 0 : otherIdentifier / (otherIdentifier + sameVisitor);
  const excess = byVisitor(rows).flatMap((own) =>
    own.slice(1).map(({ day }, index) => (1 - loss) ** -(day - (own[index]?.day ?? day)) - 1),
  );
  return visitorsOf(rows).length - sum(excess);
}

export function estimateSlowly(window: SlowWindow): SlowEstimate {
  const everything = window.rows.map((row) => ({ ...row, kept: Number.POSITIVE_INFINITY }));
  return estimatePartSlowly({ ...window, rows: everything }, window);
}

/** Form (b): weights from the whole site, uniques from the filter. With every row kept it is the estimate of the window. */
export function estimatePartSlowly(window: SlowWindow, part: SlowPart): SlowEstimate {
  const { estimator, rows, overlap, sameVisitor, otherIdentifier } = window;
  const site = window.anonymousByStratum;
  const anonymous = part.anonymousByStratum;
  const kept = keptOf(rows);
  const measured = visitorsOf(kept).length;
  const e1 = ratioOf(kept, anonymous);
  const e2 = stratifiedOf(kept, anonymous);
  const plain = { measured, e1, e2, e3: e2 };
  if (estimator === 'E1') return finish(part, { ...plain, n: e1, variance: ratioVariance(kept, anonymous) });

  const without = <T extends SlowDay>(all: T[], group: number): T[] => all.filter(({ g }) => g !== group);
  const weights = perStratum((s) => (site[s] ?? 0) / (hashesOf(rows, s) || Infinity));
  const weightsInside = perStratum((s) => (anonymous[s] ?? 0) / (hashesOf(kept, s) || Infinity));
  const overlapRates = perStratum((s) => sum(inStratum(rows, s).map(({ o }) => o)) / (hashesOf(rows, s) || Infinity));
  const ratios = perStratum((s) => smoothedRatio(kept, s));
  const people = byVisitor(rows).map((own) => {
    const shown = keptOf(own);
    const isInside = shown.length > 0;
    const ofSite = sum(own.map(({ s }) => weights[s] ?? 0)) / own.length;
    return {
      ofSite,
      weight: isInside ? sum(shown.map(({ s }) => weightsInside[s] ?? 0)) / shown.length : ofSite,
      missed: (isInside ? 1 : 0) - sum(shown.map(({ h, s }) => h * (ratios[s] ?? 0))),
      surplus: sum(own.map(({ o, h, s }) => o - h * (overlapRates[s] ?? 0))),
    };
  });
  const { switched, switchedVariance } = switchersOf(window);
  const stratified = {
    ...{ ...plain, n: e2 - switched, switched },
    variance:
      jackknife(GROUPS.map((group) => stratifiedOf(without(kept, group), anonymous))) +
      sum(people.map(({ weight, missed }) => weight * square(missed))) +
      switchedVariance,
  };
  if (estimator === 'E2') return finish(part, stratified);

  // A hash that was yesterday's under another identifier is missing from o; X says how often.
  const recovered = sameVisitor > 0 ? 1 + otherIdentifier / sameVisitor : 1;
  const predict = (all: SlowDay[], gamma: number): number => recovered * predictedOverlap(all, site, gamma);
  const spread =
    jackknife(GROUPS.map((group) => predict(without(rows, group), 0))) +
    sum(people.map(({ ofSite, surplus }) => ofSite * square(surplus)));
  if (!(spread > 0)) return finish(part, stratified); // nobody's hash was seen twice: the overlap says nothing
  const solve = (all: SlowDay[], observed: number): number =>
    goldenSection((gamma) => square(predict(all, gamma) - observed) / spread + square(gamma / TAU));

  const gamma = solve(rows, overlap);
  const calibrated = peopleBehind(kept, anonymous, gamma);
  const leftOut = GROUPS.map((group) =>
    peopleBehind(without(kept, group), anonymous, solve(without(rows, group), overlap)),
  );
  const step = Math.max(1, 0.02 * overlap);
  const [more, fewer] = [solve(rows, overlap + step), solve(rows, overlap - step)];
  const perOverlap = (peopleBehind(kept, anonymous, more) - peopleBehind(kept, anonymous, fewer)) / (2 * step);
  const perGamma = (peopleBehind(kept, anonymous, gamma + 0.05) - peopleBehind(kept, anonymous, gamma - 0.05)) / 0.1;
  const overlapPerGamma = (predict(rows, gamma + 0.05) - predict(rows, gamma - 0.05)) / 0.1;
  const shrink = TAU ** -2 / (square(overlapPerGamma) / spread + TAU ** -2);
  const variance =
    jackknife(leftOut) +
    sum(people.map(({ weight, missed, surplus }) => weight * square(missed - perOverlap * surplus))) +
    square(perGamma * TAU * shrink) +
    square(0.1 * (calibrated - e2)) +
    square(0.015 * calibrated) +
    switchedVariance;
  return finish(part, {
    ...{ measured, e1, e2, e3: calibrated, variance, gamma, switched },
    n: calibrated - switched,
  });
}

interface Parts {
  measured: number;
  e1: number;
  e2: number;
  e3: number;
  n: number;
  variance: number;
  gamma?: number;
  switched?: number;
}

function finish(
  { bounds }: SlowPart,
  { measured, e1, e2, e3, n, variance, gamma = 0, switched = 0 }: Parts,
): SlowEstimate {
  const se = Math.sqrt(variance);
  const people = Math.max(0, n);
  const clip = (value: number): number => Math.min(bounds.high, Math.max(bounds.low, value));
  const factor = people > 0 ? Math.exp(1.96 * Math.min(3, se / people)) : 1;
  return {
    e1: measured + e1,
    e2: measured + e2,
    e3: measured + e3,
    visitors: measured + n,
    se,
    gamma,
    switched,
    low: clip(measured + people / factor),
    // An estimate of nobody is as uncertain as its standard error.
    high: clip(measured + (people > 0 ? people * factor : 1.96 * se)),
  };
}

/** The rows of a filter, with the visitor's active days inside it and no more hashes than visits that it keeps. */
interface KeptDay extends SlowDay {
  f: number;
}

function keptOf(rows: SlowDay[]): KeptDay[] {
  const kept = rows.filter((row) => row.kept > 0);
  return byVisitor(kept).flatMap((own) => own.map((row) => ({ ...row, h: Math.min(row.h, row.kept), f: own.length })));
}

function byVisitor<T extends SlowDay>(rows: T[]): T[][] {
  const visitors = new Map<number, T[]>();
  for (const row of rows) visitors.set(row.id, [...(visitors.get(row.id) ?? []), row]);
  return [...visitors.values()].map((own) => own.sort((a, b) => a.day - b.day));
}

function perStratum(of: (stratum: number) => number): number[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map(of);
}

function inStratum<T extends SlowDay>(rows: T[], stratum: number): T[] {
  return rows.filter(({ s }) => s === stratum);
}

function hashesOf(rows: SlowDay[], stratum: number): number {
  return sum(inStratum(rows, stratum).map(({ h }) => h));
}

/** E1: U_N = D U_C / D_C. */
function ratioOf(rows: SlowDay[], anonymous: number[]): number {
  const hashes = sum(rows.map(({ h }) => h));
  return hashes === 0 ? 0 : (sum(anonymous) * visitorsOf(rows).length) / hashes;
}

/** SE = U CV(h_v) sqrt((1 - p) / U_C). */
function ratioVariance(rows: SlowDay[], anonymous: number[]): number {
  const hashes = byVisitor(rows).map((own) => sum(own.map(({ h }) => h)));
  const total = sum(hashes);
  const mean = total / hashes.length;
  const variation = Math.sqrt(sum(hashes.map((h) => square(h - mean))) / hashes.length) / mean;
  const people = hashes.length + ratioOf(rows, anonymous);
  return square(people * variation) * ((1 - total / (total + sum(anonymous))) / hashes.length);
}

/** R_s, drawn towards R_0 by five hashes. */
function smoothedRatio(rows: KeptDay[], stratum: number): number {
  const overall = visitorsOf(rows).length / (sum(rows.map(({ h }) => h)) || Infinity);
  const people = sum(inStratum(rows, stratum).map(({ f }) => 1 / f));
  return (people + 5 * overall) / (hashesOf(rows, stratum) + 5);
}

/** E2: sum_s D_s R_s. */
function stratifiedOf(rows: KeptDay[], anonymous: number[]): number {
  return sum(anonymous.map((d, stratum) => d * smoothedRatio(rows, stratum)));
}

/**
 * w_d = a_s n^gamma; days of strata that no consenter visited are spread over the others as 1 + missing / covered, and over all
 * hashes alike where every anonymous day lies in such strata.
 */
function weightsOf(rows: SlowDay[], anonymous: number[], gamma: number): number[] {
  const scale = perStratum((s) => sum(inStratum(rows, s).map(({ h, n }) => h * n ** gamma)));
  const covered = sum(anonymous.filter((_, stratum) => (scale[stratum] ?? 0) > 0));
  if (covered === 0) return rows.map(({ n }) => (sum(anonymous) / (sum(scale) || Infinity)) * n ** gamma);
  const spread = sum(anonymous) / covered;
  return rows.map(({ s, n }) => {
    const hashes = scale[s] ?? 0;
    return hashes > 0 ? ((spread * (anonymous[s] ?? 0)) / hashes) * n ** gamma : 0;
  });
}

/** O_pred = sum w_d o_d. */
function predictedOverlap(rows: SlowDay[], anonymous: number[], gamma: number): number {
  const weights = weightsOf(rows, anonymous, gamma);
  return sum(rows.map(({ o }, index) => o * (weights[index] ?? 0)));
}

/** U_N = sum w_d / n_f. */
function peopleBehind(rows: KeptDay[], anonymous: number[], gamma: number): number {
  const weights = weightsOf(rows, anonymous, gamma);
  return sum(rows.map(({ f }, index) => (weights[index] ?? 0) / f));
}

/**
 * T = Y N2 / B2, inside a filter times the share of N2 who are in it on their first and on a later day. As large a part of the
 * fresh identifiers as of the returning ones without a hash of their own matches by chance, and is taken out of Y first.
 */
function switchersOf(window: SlowWindow): { switched: number; switchedVariance: number } {
  const { rows, switchers, fresh, chanceMatches, returned } = window;
  const chance = chanceMatches / Math.max(1, chanceMatches, returned);
  const counted = Math.max(0, switchers - fresh * chance);
  const repeated = byVisitor(rows).filter((own) => own.length >= 2);
  const seen = repeated.filter((own) => (own[1]?.seen ?? own[1]?.o) === 1);
  if (counted === 0 || seen.length < FEWEST_SECOND_DAYS) return { switched: 0, switchedVariance: 0 };
  const inside = repeated.filter(([first, ...later]) => (first?.kept ?? 0) > 0 && later.some(({ kept }) => kept > 0));
  const switched = (counted * inside.length) / seen.length;
  return { switched, switchedVariance: square(switched) * (1 / counted + 1 / seen.length) };
}

/** The place of the minimum between -2 and 2, to 1e-8. */
function goldenSection(cost: (gamma: number) => number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [-2, 2];
  while (to - from > 1e-8) {
    const [left, right] = [to - ratio * (to - from), from + ratio * (to - from)];
    if (cost(left) < cost(right)) to = right;
    else from = left;
  }
  return (from + to) / 2;
}
