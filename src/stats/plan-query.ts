/** Makes a plan of a question: its window and buckets, and what a scan has to gather. */
import { AppError } from '../domain/errors.ts';
import type { Goal } from '../domain/goal.ts';
import type { Site } from '../domain/site.ts';
import { bucketsOf, unitFor } from './date-range.ts';
import { isTimeDimension, isValueDimension } from './dimensions.ts';
import { withoutGoals } from './goal-conditions.ts';
import { type Base, metricRule } from './metrics.ts';
import type { Query } from './parse-query.ts';
import { type Buckets, FIGURES, type Plan, RANKS, type Window } from './plan.ts';

/** Most buckets of one answer: a year of hours. */
const MOST_BUCKETS = 9000;
const LONGEST_DAYS = 36_525;

/** @throws AppError `invalid` for a window that is too long for its buckets */
export function planQuery(query: Query, window: Window, site: Site, goals: readonly Goal[]): Plan {
  const rules = query.metrics.map(metricRule);
  return {
    siteId: site.id,
    window,
    buckets: planBuckets(query, window, site.timezone),
    dimensions: query.dimensions.map((name) => (isValueDimension(name) ? name : 'time')),
    filter: query.filter,
    goals,
    figures: FIGURES.filter((figure) => rules.some(({ needs }) => needs.includes(figure))),
    countsVisitors: rules.some(({ countsVisitors }) => countsVisitors === true),
    cut: null,
    countsRefusals: site.onRefusal === 'pageviews' || site.anonymous === 'pageviews',
  };
}

/** The same plan for as many rows as are shown. */
export function cutToShown(plan: Plan, { orderBy, pagination, dimensions }: Query): Plan {
  const [by, direction] = orderBy[0] ?? [];
  if (dimensions.length === 0 || direction !== 'desc' || by === undefined || !Object.hasOwn(RANKS, by)) return plan;
  const rank = RANKS[by as keyof typeof RANKS];
  return { ...plan, cut: { by: rank, rows: pagination.offset + pagination.limit } };
}

/** The question whose visitors a share is of. */
export function planBase({ only: _, ...plan }: Plan, base: Base): Plan {
  const people = { ...plan, figures: ['distinct'], countsVisitors: true, cut: null } as const;
  const whole = { ...people, dimensions: [], buckets: null };
  switch (base) {
    case 'whole':
      return whole;
    case 'beforeGoals':
      return { ...whole, filter: withoutGoals(plan.filter) };
    case 'groupBeforeGoals': {
      const dimensions = plan.dimensions.filter((name) => name !== 'event:goal');
      return { ...people, dimensions, filter: withoutGoals(plan.filter) };
    }
  }
}

/** @throws AppError `invalid` */
export function checkLength({ firstDay, lastDay }: Window): void {
  if (lastDay - firstDay > LONGEST_DAYS) throw tooLong('A range lasts a hundred years at most.');
}

function planBuckets(query: Query, window: Window, timeZone: string): Buckets | null {
  const time = query.dimensions.find(isTimeDimension);
  if (time === undefined) return null;
  const [, unit] = time.split(':') as [string, Buckets['unit'] | undefined];
  const days = window.lastDay - window.firstDay + 1;
  if (unit === 'day' && days > MOST_BUCKETS)
    throw tooLong(`Ask for months: at most ${MOST_BUCKETS} days in one answer.`);
  const isTooFine = unit === 'hour' && days > MOST_BUCKETS / 24;
  return bucketsOf(window, isTooFine ? 'day' : (unit ?? unitFor(window)), timeZone);
}

function tooLong(message: string): AppError {
  return new AppError('invalid', 'The query could not be understood; see details.', [{ path: 'date_range', message }]);
}
