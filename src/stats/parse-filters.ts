/** Reads the filters of a query: a list of conditions, joined by and; every mistake is named with its path. */
import type { ErrorDetail } from '../domain/errors.ts';
import { DIMENSION_NAMES, isValueDimension } from './dimensions.ts';
import type { Filter, FilterOperator } from './plan.ts';

const OPERATORS: readonly FilterOperator[] = ['is', 'is_not', 'contains', 'contains_not'];
const NOT_YET = ['matches', 'matches_not', 'has_done', 'has_not_done'];
/** Deeper or longer than any report; keeps a hostile question cheap. */
const DEEPEST = 10;
const MOST_CONDITIONS = 100;
const MOST_VALUES = 1000;

/** @returns null for no filters, or when a mistake was found */
export function parseFilters(given: unknown, mistakes: ErrorDetail[]): Filter | null {
  if (given === undefined || given === null) return null;
  if (!Array.isArray(given)) {
    mistakes.push({ path: 'filters', message: 'Give a list such as [["is", "visit:country", ["FR"]]].' });
    return null;
  }
  const budget = { left: MOST_CONDITIONS };
  const filters = given.map((filter, index) => parseFilter(filter, `filters[${index}]`, 0, budget, mistakes));
  const known = filters.filter((filter) => filter !== null);
  return known.length === 0 ? null : { kind: 'and', filters: known };
}

function parseFilter(
  given: unknown,
  path: string,
  depth: number,
  budget: { left: number },
  mistakes: ErrorDetail[],
): Filter | null {
  const refuse = (at: string, message: string): null => {
    mistakes.push({ path: at, message });
    return null;
  };
  if (!Array.isArray(given)) return refuse(path, 'A filter is a list: [operator, dimension, values].');
  if (depth > DEEPEST) return refuse(path, `Filters may be nested ${DEEPEST} deep.`);
  if (--budget.left < 0) return refuse(path, `At most ${MOST_CONDITIONS} conditions.`);
  const [operator, second, third, fourth] = given as unknown[];
  if (operator === 'and' || operator === 'or') {
    if (!Array.isArray(second) || second.length === 0) return refuse(`${path}[1]`, 'Give a list of filters.');
    const inner = second.map((each, index) => parseFilter(each, `${path}[1][${index}]`, depth + 1, budget, mistakes));
    return { kind: operator, filters: inner.filter((filter) => filter !== null) };
  }
  if (operator === 'not') {
    const filter = parseFilter(second, `${path}[1]`, depth + 1, budget, mistakes);
    return filter && { kind: 'not', filter };
  }
  if (NOT_YET.some((name) => name === operator)) {
    return refuse(`${path}[0]`, `${String(operator)} is not supported by this version; use ${OPERATORS.join(', ')}.`);
  }
  const known = OPERATORS.find((name) => name === operator);
  if (known === undefined) return refuse(`${path}[0]`, `Use one of ${OPERATORS.join(', ')}, and, or, not.`);
  if (!isValueDimension(second)) return refuse(`${path}[1]`, `Use one of ${DIMENSION_NAMES.join(', ')}.`);
  if (
    !Array.isArray(third) ||
    third.length === 0 ||
    third.length > MOST_VALUES ||
    !third.every((text) => typeof text === 'string')
  ) {
    return refuse(`${path}[2]`, `Give a list of 1 to ${MOST_VALUES} texts.`);
  }
  const modifier = fourth as { case_sensitive?: unknown } | null | undefined;
  const isSensitive = modifier?.case_sensitive ?? true;
  if (typeof isSensitive !== 'boolean') return refuse(`${path}[3].case_sensitive`, 'Say true or false.');
  return { kind: 'compare', operator: known, dimension: second, values: third as string[], caseSensitive: isSensitive };
}
