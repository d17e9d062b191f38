/**
 * Sums over identified visitor-days by jackknife group, stratum and active days: all that the ratios of the estimators need,
 * so that their cost does not grow with the number of visitors.
 */
import { type IndexedDays, JACKKNIFE_GROUPS, STRATA } from './visitor-days.ts';

export class Cells {
  /** Entries of one stratum: 0 to the most active days. */
  readonly width: number;
  /** By group, stratum and active days: hashes, overlaps, and 1 / active days (inside the part). */
  readonly h: Float64Array;
  readonly b: Float64Array;
  readonly inverse: Float64Array;
  /** The same over all groups. */
  readonly allH: Float64Array;
  readonly allB: Float64Array;
  readonly allInverse: Float64Array;

  constructor(mostDays: number) {
    this.width = mostDays + 1;
    const size = STRATA * this.width;
    this.h = new Float64Array(size * JACKKNIFE_GROUPS);
    this.b = new Float64Array(size * JACKKNIFE_GROUPS);
    this.inverse = new Float64Array(size * JACKKNIFE_GROUPS);
    this.allH = new Float64Array(size);
    this.allB = new Float64Array(size);
    this.allInverse = new Float64Array(size);
  }

  /** @param inverse 1 / the visitor's active days inside the part */
  add(days: IndexedDays, row: number, h: number, inverse: number): void {
    const who = days.who[row] ?? 0;
    const cell = (days.s[row] ?? 0) * this.width + (days.activeDays[who] ?? 0);
    const ofGroup = (days.group[who] ?? 0) * STRATA * this.width + cell;
    const b = days.b[row] ?? 0;
    this.h[ofGroup] = (this.h[ofGroup] ?? 0) + h;
    this.b[ofGroup] = (this.b[ofGroup] ?? 0) + b;
    this.inverse[ofGroup] = (this.inverse[ofGroup] ?? 0) + inverse;
    this.allH[cell] = (this.allH[cell] ?? 0) + h;
    this.allB[cell] = (this.allB[cell] ?? 0) + b;
    this.allInverse[cell] = (this.allInverse[cell] ?? 0) + inverse;
  }
}

/** Per stratum: the weighted sums of a set of cells. */
export interface StratumSums {
  h: Float64Array;
  b: Float64Array;
  inverse: Float64Array;
}

/** n^gamma for n = 0 to `width` - 1. */
export function powersOf(gamma: number, width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, n) => (n === 0 ? 0 : n ** gamma));
}

/** Sums over cells weighted by `powers`, without one jackknife group (-1: none is left out). */
export function weigh(cells: Cells, powers: Float64Array, without: number): StratumSums {
  const { width } = cells;
  const sums: StratumSums = {
    h: new Float64Array(STRATA),
    b: new Float64Array(STRATA),
    inverse: new Float64Array(STRATA),
  };
  const start = without * STRATA * width;
  for (let s = 0; s < STRATA; s++) {
    let [h, b, inverse] = [0, 0, 0];
    for (let n = 1; n < width; n++) {
      const cell = s * width + n;
      const all = cells.allH[cell] ?? 0;
      const allInverse = cells.allInverse[cell] ?? 0;
      if (all === 0 && allInverse === 0) continue;
      const power = powers[n] ?? 0;
      const left = without < 0 ? -1 : start + cell;
      h += (all - (left < 0 ? 0 : (cells.h[left] ?? 0))) * power;
      b += ((cells.allB[cell] ?? 0) - (left < 0 ? 0 : (cells.b[left] ?? 0))) * power;
      inverse += (allInverse - (left < 0 ? 0 : (cells.inverse[left] ?? 0))) * power;
    }
    sums.h[s] = h;
    sums.b[s] = b;
    sums.inverse[s] = inverse;
  }
  return sums;
}

/**
 * Spreads known totals per stratum over the cells: sum of total x numerator / h. A stratum that nobody identified belongs to is
 * spread like the others together; where all of the total is in such strata, by the mean over all of them.
 */
export function spread(totals: Float64Array, numerator: Float64Array, h: Float64Array): number {
  let [sum, covered, missing] = [0, 0, 0];
  let [numerators, hashes] = [0, 0];
  for (let s = 0; s < STRATA; s++) {
    const total = totals[s] ?? 0;
    numerators += numerator[s] ?? 0;
    hashes += h[s] ?? 0;
    if ((h[s] ?? 0) > 1e-12) {
      covered += total;
      sum += (total * (numerator[s] ?? 0)) / (h[s] ?? 1);
    } else missing += total;
  }
  if (covered === 0) return hashes > 0 ? (missing * numerators) / hashes : 0;
  return sum * (1 + missing / covered);
}

/** Variance of an estimate by leaving out each group in turn. `values` are the estimates without each group. */
export function jackknifeVariance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return (squares * (values.length - 1)) / values.length;
}
