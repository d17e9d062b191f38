/** Which figure a panel's rows carry: people where they are known or estimated, else what can be added up without lying. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Method } from '../api/method.ts';
import type { Site } from '../api/server-state.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import type { FilterDimension } from '../state/conditions.ts';
import type { Asked } from '../state/use-answer.ts';
import { isFresh } from '../state/use-answer.ts';

export type Column = 'visitors' | 'visits' | 'pageviews' | 'events';

interface Situation {
  isOneDay: boolean;
  level: Site['anonymous'];
  /** How the visitors of the whole period were counted. */
  method: Pick<Method, 'kind' | 'case'> | null;
}

/** People are told apart within a day at these levels only. */
const TELLS_APART: readonly Site['anonymous'][] = ['day', 'two-day'];
const OF_PAGES: readonly FilterDimension[] = ['event:page', 'event:section', 'event:hostname'];

export function columnFor(dimension: FilterDimension, { isOneDay, level, method }: Situation): Column {
  if (TELLS_APART.includes(level) && (isOneDay || isSplit(method))) return 'visitors';
  // The estimate by visits knows nothing of pages and other events.
  if (!isOfEvents(dimension) && isSplit(method)) return 'visitors';
  if (OF_PAGES.includes(dimension)) return 'pageviews';
  return isOfEvents(dimension) ? 'events' : 'visits';
}

/** Whether the events of one visit may differ in it. */
export function isOfEvents(dimension: FilterDimension): boolean {
  return dimension.startsWith('event:') && dimension !== 'event:language';
}

/** @returns null while the whole has not been answered: a day is counted person by person, over several days the method decides */
export function decideColumn(
  dimension: FilterDimension,
  { site, isOneDay, totals }: { site: Site; isOneDay: boolean | null; totals: Asked },
): Column | null {
  const method = isFresh(totals) ? (totals.known?.answer.method ?? null) : null;
  if (isOneDay === null || (!isOneDay && method === null)) return null;
  return columnFor(dimension, { isOneDay, level: site.anonymous, method });
}

/** Whether the people of the whole can be divided: what devices say of their own dates comes without a page or source. */
function isSplit(method: Situation['method']): boolean {
  return method !== null && method.kind !== 'bounds' && method.case !== 'date-flag';
}

/** What to ask for a column; for people also the ends of their interval. */
export function metricsFor(column: Column): readonly [Metric, ...Metric[]] {
  return column === 'visitors' ? PEOPLE_METRICS : [column];
}
