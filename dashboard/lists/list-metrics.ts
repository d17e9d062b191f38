/** Which figures the full list of a dimension has: those that make sense of it. */
import type { Metric } from '../../src/stats/metrics.ts';
import type { Row } from '../api/query.ts';
import { hasGoal } from '../charts/chart-metrics.ts';
import { type Column, isOfEvents } from '../panels/column.ts';
import type { Subject } from '../panels/subject.ts';
import { PEOPLE_METRICS } from '../people/people.ts';
import type { Condition } from '../state/conditions.ts';

const OF_A_VISIT = ['visits', 'pageviews', 'bounce_rate', 'visit_duration'] as const satisfies readonly Metric[];
const OF_A_PAGE: readonly Metric[] = ['visits', 'pageviews', 'bounce_rate', 'time_on_page', 'scroll_depth'];
const OF_A_PLACE_ON_THE_SITE: readonly Metric[] = ['visits', 'pageviews', 'bounce_rate'];
const OF_A_GOAL: readonly Metric[] = ['events', 'conversion_rate', 'total_revenue', 'average_revenue'];

/** The columns on show, the one that a panel shows first; the ends of an interval are no columns of their own. */
export function columnsOf(
  { tab, dimensions }: Subject,
  main: Column,
  conditions: readonly Condition[],
): readonly [Metric, ...Metric[]] {
  const [dimension] = dimensions;
  if (tab.kind === 'revenue') return ['total_revenue', 'average_revenue', 'events'];
  // As in its table: of an hour of the week it is the visits that can be told.
  if (tab.kind === 'week') return OF_A_VISIT;
  if (tab.kind === 'newness') return ['visits', 'visitors_measured', 'pageviews', 'bounce_rate', 'visit_duration'];
  const others = [...metricsOf(dimension), ...convertedOf(dimension, conditions)];
  return [main, ...others.filter((metric) => metric !== main)];
}

/** What to ask for these columns. */
export function askedOf(columns: readonly [Metric, ...Metric[]]): readonly [Metric, ...Metric[]] {
  const [first, ...others] = columns;
  return columns.includes('visitors')
    ? [first, ...others, ...PEOPLE_METRICS.filter((metric) => metric !== 'visitors')]
    : columns;
}

/**
 * Without the columns in which no row has a figure, such as the time on page of a site that does not measure it. The first stays, and
 * the one that orders the rows; what is hidden is a figure that is there.
 */
export function withoutEmpty(
  columns: readonly Metric[],
  { rows }: { rows: readonly Pick<Row, 'figure' | 'money' | 'isHidden'>[] },
  orderedBy: string,
): readonly Metric[] {
  const hasFigure = (metric: Metric) =>
    rows.some((row) => row.figure(metric) !== null || row.money(metric) !== null || row.isHidden(metric));
  // Of people a range is a figure too, and their column is the first.
  return columns.filter((metric, index) => index === 0 || metric === orderedBy || hasFigure(metric));
}

function metricsOf(dimension: Subject['dimensions'][0]): readonly Metric[] {
  if (dimension === 'event:page') return OF_A_PAGE;
  if (dimension === 'event:section' || dimension === 'event:hostname') return OF_A_PLACE_ON_THE_SITE;
  if (dimension === 'event:goal') return OF_A_GOAL;
  return isOfEvents(dimension) ? ['events', 'visits'] : OF_A_VISIT;
}

/** Of which row how many convert, once a filter names the goal. */
function convertedOf(dimension: Subject['dimensions'][0], conditions: readonly Condition[]): readonly Metric[] {
  return hasGoal(conditions) && dimension !== 'event:goal' ? ['group_conversion_rate'] : [];
}
