/**
 * Rows from which one condition of a filter has taken few people: whoever asks with and without it would learn about just these. Held
 * off where anybody may ask, who can ask very often; docs/sharing.md says what is not.
 */
import { keyOf, type Row } from '../ask-period.ts';
import type { Filter, Plan } from '../plan.ts';
import type { GroupSums, StatsExecutor } from '../ports.ts';
import { isSmall } from './choose-hidden.ts';

const COUNTS = [
  'dailySum',
  'measured',
  'visits',
  'pageviews',
  'events',
] as const satisfies readonly (keyof GroupSums)[];

/** @param plan by which the rows were found. @returns for each row whether it is to be hidden */
export async function findNarrow(
  rows: readonly Row[],
  plan: Plan,
  executor: Pick<StatsExecutor, 'scan'>,
  smallest: number,
): Promise<boolean[]> {
  const isNarrow = rows.map(() => false);
  for (const filter of withoutOne(plan.filter)) {
    const { groups } = await executor.scan({ ...plan, filter });
    const wider = new Map(groups.map(({ values, bucket, sums }) => [keyOf(values, bucket), sums]));
    rows.forEach(({ values, bucket, sums }, index) => {
      const before = wider.get(keyOf(values, bucket));
      if (before !== undefined && COUNTS.some((count) => isSmall(before[count] - sums[count], smallest)))
        isNarrow[index] = true;
    });
  }
  return isNarrow;
}

/** The filter without each of its conditions in turn. */
function withoutOne(filter: Filter | null): (Filter | null)[] {
  const conditions = conditionsOf(filter);
  return conditions.map((_condition, left) => {
    const filters = conditions.filter((_other, index) => index !== left);
    return filters.length === 0 ? null : { kind: 'and', filters };
  });
}

function conditionsOf(filter: Filter | null): Filter[] {
  if (filter === null) return [];
  return filter.kind === 'and' ? filter.filters.flatMap(conditionsOf) : [filter];
}
