/** The rows of a question as finely as they may be told. All rows are looked at, not only those that are shown. */
import type { Disclosure } from '../../domain/disclosure.ts';
import type { Row } from '../ask-period.ts';
import { isTimeDimension } from '../dimensions.ts';
import { type Metric, type MetricValue, metricRule } from '../metrics.ts';
import type { Query } from '../parse-query.ts';
import { FIGURES, type Figure, type Plan } from '../plan.ts';
import type { GroupSums } from '../ports.ts';
import { type Cell, chooseHidden } from './choose-hidden.ts';
import { leavesOut, roundCount } from './describe-disclosure.ts';

export interface ToldRow extends Row {
  /** Metrics whose figure is hidden. */
  hidden: readonly Metric[];
}

/** Counts of people and of what they did. The ends of an interval are no cells: they are widened. */
const COUNTS: Partial<Record<Metric, (sums: GroupSums) => number | null>> = {
  visitors: ({ visitors }) => visitors,
  visitors_measured: ({ measured }) => measured,
  visitors_daily_sum: ({ dailySum }) => dailySum,
  visits: ({ visits }) => visits,
  pageviews: ({ pageviews }) => pageviews,
  events: ({ events }) => events,
};
/** Digits of what is made of counts, once these are rounded. */
const COARSE_DIGITS: Partial<Record<Metric, number>> = {
  ...{ views_per_visit: 1, bounce_rate: 0, percentage: 0, conversion_rate: 0, group_conversion_rate: 0 },
};

/** They say whether a row is small. */
const DECIDING: readonly Figure[] = ['events', 'distinct'];

/** The plan of a question whose rows are to be coarsened: which are small must not depend on what else was asked. */
export function planToProtect(plan: Plan, { smallest }: Disclosure): Plan {
  if (smallest === null) return plan;
  const figures = FIGURES.filter((figure) => DECIDING.includes(figure) || plan.figures.includes(figure));
  return { ...plan, figures, countsVisitors: true, cut: null };
}

/** @param already for each row whether it is hidden for another reason; none when left out */
export function protectRows(
  rows: readonly Row[],
  query: Pick<Query, 'metrics' | 'dimensions'>,
  disclosure: Disclosure,
  already: readonly boolean[] = [],
): ToldRow[] {
  if (disclosure.smallest === null && disclosure.roundedTo === null) return rows.map((row) => ({ ...row, hidden: [] }));
  const { metrics, dimensions } = query;
  const hidden = findHidden(rows, query, disclosure.smallest, already);
  const told = rows.map((row, index) => {
    const isHidden = (metric: Metric) => hidden(metric, index);
    return {
      ...row,
      sums: coarsenSums(row.sums, isHidden('visitors'), disclosure),
      figures: row.figures.map((figure, at) => {
        const metric = metrics[at];
        return metric === undefined || isHidden(metric) ? null : coarsen(metric, figure, row.sums, disclosure);
      }),
      hidden: metrics.filter(isHidden),
    };
  });
  return leavesOut(disclosure, dimensions.length) ? told.filter((_row, index) => !hidden('any', index)) : told;
}

type IsHidden = (metric: Metric | 'any', row: number) => boolean;

/** A row of few people is hidden whole; of the others single figures that are small. */
function findHidden(
  rows: readonly Row[],
  { metrics, dimensions }: Pick<Query, 'metrics' | 'dimensions'>,
  smallest: number | null,
  already: readonly boolean[],
): IsHidden {
  if (smallest === null) return () => false;
  // Two hours of one name, in autumn, are two places.
  const time = dimensions.findIndex(isTimeDimension);
  const cellsOf = (size: (sums: GroupSums) => number): Cell[] =>
    rows.map(({ values, bucket, sums }) => ({
      place: values.map((value, at) => (at === time ? String(bucket) : value)),
      size: size(sums),
    }));
  const whole = chooseHidden(cellsOf(peopleOf), smallest, already);
  const columns = new Map(
    (Object.keys(COUNTS) as Metric[])
      .filter((metric) => metrics.some((asked) => columnOf(asked) === metric))
      .map((metric) => [
        metric,
        chooseHidden(
          cellsOf((sums) => COUNTS[metric]?.(sums) ?? 0),
          smallest,
          whole,
        ),
      ]),
  );
  return (metric, row) => {
    if (metric === 'any') return whole[row] === true || [...columns.values()].some((column) => column[row]);
    return columns.get(columnOf(metric) ?? metric)?.[row] ?? whole[row] === true;
  };
}

/** The count that a metric tells, or from which it could be worked out. */
function columnOf(metric: Metric): Metric | null {
  if (COUNTS[metric] !== undefined) return metric;
  return metricRule(metric).countsVisitors === true ? 'visitors' : null;
}

/** How few people a row may be about. */
function peopleOf({ visits, pageviews, events, dailySum, visitors }: GroupSums): number {
  const known = [visits, pageviews, events, dailySum, visitors ?? 0].filter((count) => count > 0);
  return known.length === 0 ? 0 : Math.min(...known);
}

function coarsen(metric: Metric, figure: MetricValue, { low, high }: GroupSums, disclosure: Disclosure): MetricValue {
  if (typeof figure !== 'number') return figure;
  // Of an exact count the ends are the count itself.
  if (low === high && (metric === 'visitors_low' || metric === 'visitors_high')) return roundCount(figure, disclosure);
  if (metric === 'visitors_low') return lowest(figure, disclosure);
  if (metric === 'visitors_high') return roundCount(figure, disclosure, 'up');
  if (COUNTS[metric] !== undefined) return roundCount(figure, disclosure);
  const digits = disclosure.roundedTo === null ? undefined : COARSE_DIGITS[metric];
  return digits === undefined ? figure : Number(figure.toFixed(digits));
}

/** A lower end that is small itself says nothing but that somebody was there. */
function lowest(low: number, disclosure: Disclosure): number {
  return disclosure.smallest !== null && low < disclosure.smallest ? 0 : roundCount(low, disclosure, 'down');
}

/** What the order of rows, and the comparison of periods, are made of. */
function coarsenSums(sums: GroupSums, isHidden: boolean, disclosure: Disclosure): GroupSums {
  if (isHidden) return { ...sums, visitors: null, low: 0, high: 0 };
  return {
    ...sums,
    visitors: sums.visitors === null ? null : roundCount(sums.visitors, disclosure),
    low: lowest(sums.low, disclosure),
    high: roundCount(sums.high, disclosure, 'up'),
  };
}
