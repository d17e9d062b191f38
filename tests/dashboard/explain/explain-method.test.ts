import { describe, expect, it } from '@jest/globals';
import { excessOf, inputsOf } from '../../../dashboard/explain/explain-method.ts';
import type { People } from '../../../dashboard/people/people.ts';

const people = (kind: People['kind'], best: number | null, low: number, high: number): People => ({
  kind,
  best,
  low,
  high,
});
const BOUNDS = people('bounds', null, 718, 3021);
const ESTIMATE = people('estimate', 1500, 1400, 1600);

describe('the explanation of a number of visitors', () => {
  it('names the facts that matter, what was counted before what was made of it', () => {
    const inputs = { gamma: -0.4, anonymousDays: 40, days: 7, overlap: 6, brokenDays: 0, measured: 0, dailySum: 60 };
    expect(inputsOf({ inputs })).toEqual([
      { name: 'days', value: 7 },
      { name: 'measured', value: 0 },
      { name: 'anonymousDays', value: 40 },
      { name: 'overlap', value: 6 },
      { name: 'gamma', value: -0.4 },
    ]);
  });

  it('leaves out a correction that corrects nothing', () => {
    expect(inputsOf({ inputs: { measured: 5, measuredAfterChurn: 5 } })).toEqual([{ name: 'measured', value: 5 }]);
    expect(inputsOf({ inputs: { measured: 5, measuredAfterChurn: 4 } })).toHaveLength(2);
  });
});

describe('what other tools would print', () => {
  it.each([
    [ESTIMATE, 3000, 1],
    [people('exact', 100, 100, 100), 150, 0.5],
    [BOUNDS, 6042, 1],
    [ESTIMATE, 1500, null],
    [people('exact', 0, 0, 0), 0, null],
  ])('of %j, as the sum %d, is too many by %p', (counted, sum, expected) => {
    expect(excessOf(sum, counted)).toBe(expected);
  });
});
