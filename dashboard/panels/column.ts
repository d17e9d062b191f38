/** Which figure a panel's rows carry: people where they are known exactly, else what can be added up without lying. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Site } from '../api/server-state.ts';
import type { FilterDimension } from '../state/conditions.ts';

export type Column = 'visitors' | 'visits' | 'pageviews';

/** People are told apart within a day at these levels only; over several days no level tells them apart. */
const TELLS_APART: readonly Site['anonymous'][] = ['day', 'two-day'];

export function columnFor(dimension: FilterDimension, isOneDay: boolean, level: Site['anonymous']): Column {
  if (isOneDay && TELLS_APART.includes(level)) return 'visitors';
  return dimension === 'event:page' ? 'pageviews' : 'visits';
}

/** What to ask for a column: bounds stand in where a day was cut by a restart. */
export function metricsFor(column: Column): readonly [Metric, ...Metric[]] {
  return column === 'visitors' ? ['visitors', 'visitors_low', 'visitors_high'] : [column];
}
