/** The conditions of a question on goals: which scroll goals they name, and the question without them. */
import type { Goal } from '../domain/goal.ts';
import { isNegative, saysText } from './match-text.ts';
import type { Condition, Filter, Plan } from './plan.ts';

/** The conditions on `event:goal` outside `done`. @param onlyPositive those that ask for a goal, so not inside `not` either */
export function goalConditions(filter: Filter | null, onlyPositive: boolean): Condition[] {
  switch (filter?.kind) {
    case 'and':
    case 'or':
      return filter.filters.flatMap((each) => goalConditions(each, onlyPositive));
    case 'not':
      return onlyPositive ? [] : goalConditions(filter.filter, onlyPositive);
    case 'compare':
      return filter.dimension === 'event:goal' && !(onlyPositive && isNegative(filter)) ? [filter] : [];
    default:
      return [];
  }
}

/**
 * The scroll goals that a positive condition names. Without the dimension `event:goal` an engagement event takes part in a question
 * when it fulfils one of these and passes the filter; with it, in the row of each scroll goal that it fulfils when it passes the filter.
 */
export function namedScrollGoals({
  filter,
  goals,
}: Pick<Plan, 'filter' | 'goals'>): Extract<Goal, { kind: 'scroll' }>[] {
  const tests = goalConditions(filter, true).map(saysText);
  return goals.filter((goal) => goal.kind === 'scroll').filter(({ name }) => tests.some((says) => says(name)));
}

/** The filter without its conditions on `event:goal` outside `done`; a list or a negation that loses all it held is left out too. */
export function withoutGoals(filter: Filter | null): Filter | null {
  switch (filter?.kind) {
    case 'and':
    case 'or': {
      const left = filter.filters.map(withoutGoals).filter((each) => each !== null);
      return left.length === 0 ? null : { kind: filter.kind, filters: left };
    }
    case 'not': {
      const left = withoutGoals(filter.filter);
      return left && { kind: 'not', filter: left };
    }
    case 'compare':
      return filter.dimension === 'event:goal' ? null : filter;
    default:
      return filter ?? null;
  }
}
