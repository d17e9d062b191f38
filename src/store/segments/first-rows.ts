/** Which rows of an answer can be among the first, so that the others need no working out. */
import type { Limits } from '../../count/estimate/estimate-window.ts';
import type { Plan, Rank } from '../../stats/plan.ts';

export const NOBODY: Limits = { low: 0, high: 0 };

export function exactly(figure: number): Limits {
  return { low: figure, high: figure };
}

/**
 * Leaves out what is surely smaller than the last row that is shown; rows that are equal to it stay, since they have an order too.
 * @param figureOf what is known of a row's figure: it is not below `low` nor above `high`
 */
export function firstRows(
  rows: readonly number[],
  cut: Plan['cut'],
  figureOf: (row: number, by: Rank) => Limits,
): readonly number[] {
  if (cut === null || rows.length <= cut.rows) return rows;
  const limits = rows.map((row) => figureOf(row, cut.by));
  const lows = new Float64Array(limits.length);
  for (const [index, { low }] of limits.entries()) lows[index] = low;
  lows.sort();
  const least = lows[lows.length - cut.rows] ?? 0;
  return rows.filter((_, index) => (limits[index] ?? NOBODY).high >= least);
}
