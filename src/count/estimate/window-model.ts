/** What is worked out once per window of the whole site, before the site or any part of it is estimated. */
import { Cells } from './cells.ts';
import type { PartEstimate } from './estimate-part.ts';
import { type Observed, type OverlapModel, solveOverlap, weightsOf } from './overlap-model.ts';
import { Scratch } from './scratch.ts';
import { type ComparedDays, type IndexedDays, indexDays, type VisitorDays } from './visitor-days.ts';

/** `E1`: ratio of visits; `E2`: post-stratified; `E3`: calibrated by the overlap of days (docs/how-we-count.md). */
export type Estimator = 'E1' | 'E2' | 'E3';

/** Identified visitors with two active days that a window needs, and identified visitors that a part of it needs. */
export const FEWEST_REPEATERS = 40;
export const FEWEST_IN_PART = 30;
/** Fewer visitors whose second day was recognised say nothing about switchers. */
const FEWEST_SEEN_TWICE = 20;

/** The instrument's figures of a window, days 2 to W where they compare two days. */
export interface WindowInput {
  estimator: Estimator;
  firstDay: number;
  lastDay: number;
  days: VisitorDays;
  /** Anonymous day-visitors by stratum, all days together (D_s); with E1 all anonymous visits, in the first place. */
  anonymousByStratum: Float64Array;
  /** O: anonymous day-visitors who had been anonymous the day before. */
  overlap: number;
  /** Y: fresh identifiers whose hash had been anonymous the day before, out of `fresh` identifiers. */
  switchers: number;
  fresh: number;
  /** Z: of `returned` identifiers that brought no hash of their own, those whose hash had been anonymous the day before: chance. */
  chanceMatches: number;
  returned: number;
  /** S and X: identified hashes with the same, and fresh identifiers with another, identifier the day before. */
  sameVisitor: number;
  otherIdentifier: number;
  /** Days whose overlap is in `overlap`; by default all but the first. */
  compared?: ComparedDays;
}

export interface WindowModel extends Pick<WindowInput, 'sameVisitor' | 'otherIdentifier'> {
  days: IndexedDays;
  /** Of all rows, with all their hashes. */
  cells: Cells;
  overlap: OverlapModel | null;
  /** By visitor: how many unseen people each stands for. */
  weights: Float64Array;
  /** People counted in both populations, of the whole window (T), and its variance; 0 where too few tell. */
  switched: number;
  switchedVariance: number;
  /** The estimate of the whole window, once it was made. */
  whole: WholeEstimate | null;
  scratch: Scratch;
}

/** What the whole window was estimated at, from these anonymous day-visitors by stratum. */
export interface WholeEstimate {
  anonymousByStratum: Float64Array;
  estimate: PartEstimate;
}

/** @param scratch may be shared with other windows */
export function modelWindow(input: WindowInput, scratch = new Scratch()): WindowModel {
  const { firstDay, lastDay } = input;
  const days = indexDays(input.days, firstDay, input.compared ?? { after: firstDay, until: lastDay });
  const cells = new Cells(days.mostDays);
  for (let row = 0; row < days.who.length; row++)
    cells.add(days, row, days.h[row] ?? 0, 1 / (days.activeDays[days.who[row] ?? 0] ?? 1));
  const weights = weightsOf(days, cells, input.anonymousByStratum);
  const { sameVisitor, otherIdentifier, anonymousByStratum, overlap } = input;
  const predictionFactor = sameVisitor > 0 ? (sameVisitor + otherIdentifier) / sameVisitor : 1;
  const observed: Observed = { anonymousByStratum, overlap, predictionFactor };
  // Below the gate nothing will be estimated, so nothing need be solved.
  const isSolved = input.estimator === 'E3' && days.repeaters >= FEWEST_REPEATERS;
  return {
    ...{ sameVisitor, otherIdentifier, days, cells, weights, ...switchersOf(days, input) },
    overlap: isSolved ? solveOverlap(days, cells, weights, observed) : null,
    whole: null,
    scratch,
  };
}

/**
 * T = Y x N2 / B2: who was anonymous on one day and identified from another is in both populations. Of Y, as many are chance
 * matches behind shared addresses as returning identifiers have, to whom it cannot be anything else.
 */
function switchersOf({ repeaters, seenTwice }: IndexedDays, input: WindowInput) {
  const { switchers, fresh, chanceMatches, returned } = input;
  const y = Math.max(0, switchers - (fresh * chanceMatches) / Math.max(1, chanceMatches, returned));
  if (seenTwice < FEWEST_SEEN_TWICE || y === 0) return { switched: 0, switchedVariance: 0 };
  const switched = (y * repeaters) / seenTwice;
  return { switched, switchedVariance: switched ** 2 * (1 / y + 1 / seenTwice) };
}

/**
 * Unique visitors corrected for identifiers that were lost (U_C*): a gap of g days between two active days stands for
 * (1 - d)^-g real ones, d = X / (X + S). Shown beside, never used in the estimate.
 */
export function correctChurn({ sameVisitor, otherIdentifier, days }: WindowModel): { rate: number; visitors: number } {
  const rate = otherIdentifier === 0 ? 0 : otherIdentifier / (otherIdentifier + sameVisitor);
  if (rate >= 1) return { rate, visitors: days.visitors };
  const doubles = days.gaps.reduce((sum, count, gap) => sum + count * ((1 - rate) ** -gap - 1), 0);
  return { rate, visitors: Math.max(0, days.visitors - doubles) };
}
