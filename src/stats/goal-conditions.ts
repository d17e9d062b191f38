/** The conditions of a question on goals: which scroll goals they name, and the question without them. */
import type { Goal } from '../domain/goal.ts';
import type { ValueDimension } from './dimensions.ts';
import { isNegative, saysText } from './match-text.ts';
import type { Condition, Filter, Plan } from './plan.ts';

/** The conditions of a filter on a dimension, wherever they stand, what a visit has done aside. */
export function conditionsOn(dimension: ValueDimension, filter: Filter | null): Condition[] {
  switch (filter?.kind) {
    case 'and':
    case 'or':
      return filter.filters.flatMap((each) => conditionsOn(dimension, each));
    case 'not':
      return conditionsOn(dimension, filter.filter);
    case 'compare':
      return filter.dimension === dimension ? [filter] : [];
    default:
      return [];
  }
}

/**
 * The scroll goals that a positive condition names, outside `not` and `done`. Without the dimension `event:goal` an engagement event
 * takes part in a question when it fulfils one of these and passes the filter; with it, in the row of each scroll goal that it
 * fulfils when it passes the filter.
 */
export function namedScrollGoals({
  filter,
  goals,
}: Pick<Plan, 'filter' | 'goals'>): Extract<Goal, { kind: 'scroll' }>[] {
  const tests = positiveConditions(filter).map(saysText);
  return goals.filter((goal) => goal.kind === 'scroll').filter(({ name }) => tests.some((says) => says(name)));
}

function positiveConditions(filter: Filter | null): Condition[] {
  if (filter?.kind === 'and' || filter?.kind === 'or') return filter.filters.flatMap(positiveConditions);
  return filter?.kind === 'compare' && filter.dimension === 'event:goal' && !isNegative(filter) ? [filter] : [];
}

/**
 * The filter without its conditions on goals, what a visit has done aside. It lets through whatever the filter does: an `or` is left
 * out whole with one of its parts, and so is an `and` that is negated.
 */
export function withoutGoals(filter: Filter | null, isNegated = false): Filter | null {
  switch (filter?.kind) {
    case 'and':
    case 'or': {
      const left = filter.filters.map((each) => withoutGoals(each, isNegated)).filter((each) => each !== null);
      const needsEach = (filter.kind === 'or') !== isNegated;
      if (left.length === 0 || (needsEach && left.length < filter.filters.length)) return null;
      return { kind: filter.kind, filters: left };
    }
    case 'not': {
      const left = withoutGoals(filter.filter, !isNegated);
      return left && { kind: 'not', filter: left };
    }
    case 'compare':
      return filter.dimension === 'event:goal' ? null : filter;
    default:
      return filter ?? null;
  }
}
