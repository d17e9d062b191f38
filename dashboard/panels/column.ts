/** Which figure a panel's rows carry: people where they are known or estimated, else what can be added up without lying. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Method } from '../api/method.ts';
import type { Site } from '../api/server-state.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import type { FilterDimension } from '../state/conditions.ts';

export type Column = 'visitors' | 'visits' | 'pageviews';

interface Situation {
  isOneDay: boolean;
  level: Site['anonymous'];
  /** How the visitors of the whole period were counted. */
  method: Pick<Method, 'kind' | 'case'> | null;
}

/** People are told apart within a day at these levels only. */
const TELLS_APART: readonly Site['anonymous'][] = ['day', 'two-day'];

export function columnFor(dimension: FilterDimension, { isOneDay, level, method }: Situation): Column {
  const isOfEvents = dimension === 'event:page';
  if (TELLS_APART.includes(level) && (isOneDay || isSplit(method))) return 'visitors';
  // The estimate by visits knows nothing of pages.
  if (!isOfEvents && isSplit(method)) return 'visitors';
  return isOfEvents ? 'pageviews' : 'visits';
}

/** Whether the people of the whole can be divided: what devices say of their own dates comes without a page or source. */
function isSplit(method: Situation['method']): boolean {
  return method !== null && method.kind !== 'bounds' && method.case !== 'date-flag';
}

/** What to ask for a column; for people also the ends of their interval. */
export function metricsFor(column: Column): readonly [Metric, ...Metric[]] {
  return column === 'visitors' ? PEOPLE_METRICS : [column];
}
