/** What cohorts come to together, and how retention is asked. */
import { describe, expect, it } from '@jest/globals';
import type { Cohort } from '../../../dashboard/api/explorations.ts';
import { readPeriods, readUnit } from '../../../dashboard/retention/ask-retention.ts';
import { averageReturn, withoutEmptyBeginning } from '../../../dashboard/retention/cohorts.ts';

const cohort = (...visitors: (number | null)[]): Cohort => ({
  first: '2026-03-02',
  isCut: false,
  cells: visitors.map((count, index) => ({
    visitors: count,
    share: null,
    isIncomplete: index === visitors.length - 1,
  })),
});

describe('the average return', () => {
  it('weighs cohorts by their visitors, and leaves out what is not over or hidden', () => {
    expect(averageReturn([cohort(100, 30, 5), cohort(50, 15, 0), cohort(10, 9), cohort(null, 3, 0)], 1)).toBe(0.3);
    expect(averageReturn([cohort(10, 9)], 1)).toBe(null);
    expect(averageReturn([cohort(0, 0, 0)], 1)).toBe(null);
  });
});

describe('cohorts of nobody', () => {
  it('are left out at the beginning, and there only', () => {
    const kept = withoutEmptyBeginning([cohort(0, 0), cohort(0), cohort(null), cohort(0), cohort(3)]);
    expect(kept.map(({ cells }) => cells[0]?.visitors)).toEqual([null, 0, 3]);
    expect(withoutEmptyBeginning([cohort(0)])).toHaveLength(1);
  });
});

describe('the question', () => {
  it('has the unit of the address, or the one that suits the days', () => {
    const days = (first: string, last: string) => ({ first, last });
    expect(readUnit('month', days('2026-03-01', '2026-03-01'))).toBe('month');
    expect(readUnit(undefined, days('2026-03-01', '2026-03-07'))).toBe('day');
    expect(readUnit('year', days('2026-03-01', '2026-03-28'))).toBe('week');
    expect([readUnit(undefined, days('2025-03-01', '2026-03-28')), readUnit(undefined, null)]).toEqual([
      'month',
      'month',
    ]);
  });

  it('has as many periods as the server takes', () => {
    expect(['12', '0', '366', 'a', undefined].map((text) => readPeriods(text, 'week'))).toEqual([12, 8, 8, 8, 8]);
  });
});
