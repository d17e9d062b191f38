/** Filters read one row at a time, as they are sent. */
import type { Tables } from './read-tables.ts';
import { type Candidate, type Surroundings, valuesOf } from './values-slowly.ts';

export const PLAIN_OPERATORS = ['is', 'is_not', 'contains', 'contains_not', 'matches', 'matches_not'] as const;
type Operator = (typeof PLAIN_OPERATORS)[number];
export type Plain =
  | [Operator, name: string, values: string[]]
  | [Operator, name: string, values: string[], { case_sensitive: boolean }];

export type Condition =
  | Plain
  | ['and' | 'or', Condition[]]
  | ['not', Condition]
  | ['has_done' | 'has_not_done', Condition];

export function passesSlowly(
  condition: Condition,
  candidate: Candidate,
  surroundings: Surroundings,
  tables: Tables,
): boolean {
  const passes = (each: Condition, row = candidate) => passesSlowly(each, row, surroundings, tables);
  switch (condition[0]) {
    case 'and':
      return condition[1].every((each) => passes(each));
    case 'or':
      return condition[1].some((each) => passes(each));
    case 'not':
      return !passes(condition[1]);
    case 'has_not_done':
      return !passes(['has_done', condition[1]]);
    case 'has_done': {
      const { visit } = candidate;
      const own = tables.events.filter(
        (event) => visit !== null && event.day === visit.day && event.visit === visit.visit,
      );
      return own.some((event) => event.name !== 'engagement' && passes(condition[1], { visit, event }));
    }
    default: {
      const says = valuesOf(condition[1], candidate, surroundings, tables).some((text) => saysSlowly(condition, text));
      return condition[0].endsWith('_not') ? !says : says;
    }
  }
}

/** Whether one of the values says a text, whatever a negative operator makes of it. */
function saysSlowly([operator, , values, modifier]: Plain, text: string): boolean {
  const isFolded = modifier?.case_sensitive === false;
  const fold = (each: string) => (isFolded ? each.toLowerCase() : each);
  return values.some((value) => {
    if (operator.startsWith('matches')) return new RegExp(value, isFolded ? 'iu' : 'u').test(text);
    return operator.startsWith('is') ? fold(text) === fold(value) : fold(text).includes(fold(value));
  });
}

/** The plain conditions of a filter, wherever they stand, but not what visits have done. */
export function conditionsIn(condition: Condition): Plain[] {
  switch (condition[0]) {
    case 'and':
    case 'or':
      return condition[1].flatMap(conditionsIn);
    case 'not':
      return conditionsIn(condition[1]);
    case 'has_done':
    case 'has_not_done':
      return [];
    default:
      return [condition];
  }
}

/** Whether a condition that is not negated asks for this goal. */
export function isAskedPositively(condition: Condition, goal: string): boolean {
  switch (condition[0]) {
    case 'and':
    case 'or':
      return condition[1].some((each) => isAskedPositively(each, goal));
    case 'is':
    case 'contains':
    case 'matches':
      return condition[1] === 'event:goal' && saysSlowly(condition, goal);
    default:
      return false;
  }
}

/** The filters without their conditions on goals: no longer than it takes to let through whatever they do. */
export function withoutGoals(filters: readonly Condition[]): Condition[] {
  return filters.flatMap(widest);
}

/** What is left of a condition when each one on goals may hold: nothing when it may always hold. */
function widest(condition: Condition): Condition[] {
  if (condition[0] === 'not') return narrowest(condition[1]).map((left): Condition => ['not', left]);
  if (condition[0] === 'and') return joined('and', condition[1].flatMap(widest));
  if (condition[0] !== 'or') return isOnGoals(condition) ? [] : [condition];
  const parts = condition[1].map(widest);
  return parts.some(({ length }) => length === 0) ? [] : joined('or', parts.flat());
}

/** What is left of a condition when none on goals may hold: nothing when it can never hold. */
function narrowest(condition: Condition): Condition[] {
  if (condition[0] === 'not') return widest(condition[1]).map((left): Condition => ['not', left]);
  if (condition[0] === 'or') return joined('or', condition[1].flatMap(narrowest));
  if (condition[0] !== 'and') return isOnGoals(condition) ? [] : [condition];
  const parts = condition[1].map(narrowest);
  return parts.some(({ length }) => length === 0) ? [] : joined('and', parts.flat());
}

function joined(operator: 'and' | 'or', parts: Condition[]): Condition[] {
  return parts.length === 0 ? [] : [[operator, parts]];
}

function isOnGoals(condition: Condition): boolean {
  return condition[0] !== 'has_done' && condition[0] !== 'has_not_done' && condition[1] === 'event:goal';
}
