/** The random questions leave nothing out: every metric meets every dimension and operator that it can meet. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TIME_DIMENSIONS } from '../../src/stats/dimensions.ts';
import type { Condition } from '../support/reference/conditions-slowly.ts';
import { asked, METRIC_NAMES, OPERATORS, VALUE_NAMES } from '../support/reference/random-questions.ts';

const QUESTIONS = fc.sample(asked, { numRuns: 16_000, seed: 4 });

/** Each operator of a filter with the dimension that it looks at, null for those that hold other filters. */
function operatorsOf(condition: Condition): [operator: string, name: string | null][] {
  switch (condition[0]) {
    case 'and':
    case 'or':
      return [[condition[0], null], ...condition[1].flatMap(operatorsOf)];
    case 'not':
    case 'has_done':
    case 'has_not_done':
      return [[condition[0], null], ...operatorsOf(condition[1])];
    default:
      return [[condition[0], condition[1]]];
  }
}

/** Pairs that no question has held. */
function missing(pairs: Iterable<string>, left: readonly string[], right: readonly string[]): string[] {
  const seen = new Set(pairs);
  return left.flatMap((one) => right.map((other) => `${one} × ${other}`)).filter((pair) => !seen.has(pair));
}

describe('among a few thousand random questions', () => {
  it('every metric is asked by every dimension', () => {
    const pairs = QUESTIONS.flatMap(({ metrics, dimensions }) =>
      metrics.flatMap((metric) => dimensions.map((name) => `${metric} × ${name}`)),
    );
    expect(missing(pairs, METRIC_NAMES, [...VALUE_NAMES, ...TIME_DIMENSIONS])).toEqual([]);
  });

  it('every metric is asked through every operator, and every operator looks at every dimension', () => {
    const used = QUESTIONS.map((each) => ({ ...each, operators: each.filters.flatMap(operatorsOf) }));
    const byMetric = used.flatMap(({ metrics, operators }) =>
      metrics.flatMap((metric) => operators.map(([operator]) => `${metric} × ${operator}`)),
    );
    expect(missing(byMetric, METRIC_NAMES, OPERATORS)).toEqual([]);
    const byName = used.flatMap(({ operators }) => operators.map(([operator, name]) => `${operator} × ${name}`));
    const plain = OPERATORS.filter((name) => /^(?:is|contains|matches)/.test(name));
    expect(missing(byName, plain, VALUE_NAMES)).toEqual([]);
  });
});
