/** What cohorts come to together. */
import type { Cohort } from '../api/explorations.ts';

/** Without the cohorts of nobody before the first of somebody: the site was not measured yet, or nobody consented. */
export function withoutEmptyBeginning(cohorts: readonly Cohort[]): readonly Cohort[] {
  const first = cohorts.findIndex(({ cells }) => cells[0]?.visitors !== 0);
  return first < 0 ? cohorts : cohorts.slice(first);
}

/**
 * The share of all visitors who came again in one period after their first, over the cohorts whose period is over and known.
 * @returns 1 for all of them; null when there is none
 */
export function averageReturn(cohorts: readonly Cohort[], period: number): number | null {
  const sums = cohorts.reduce(
    (sum, { cells }) => {
      const [first, later] = [cells[0]?.visitors ?? null, cells[period]];
      if (first === null || later === undefined || later.visitors === null || later.isIncomplete) return sum;
      return { first: sum.first + first, later: sum.later + later.visitors };
    },
    { first: 0, later: 0 },
  );
  return sums.first === 0 ? null : sums.later / sums.first;
}
