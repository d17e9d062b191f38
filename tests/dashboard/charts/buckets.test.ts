import { describe, expect, it } from '@jest/globals';
import { bucketsFor, chooseBucket, comparedDays, daysOfBuckets } from '../../../dashboard/charts/buckets.ts';

describe('widths of buckets', () => {
  it.each([
    ['2026-03-01', '2026-03-01', ['hour'], 'hour'],
    ['2026-03-01', '2026-03-02', ['hour', 'day'], 'day'],
    ['2026-03-01', '2026-03-28', ['day', 'week'], 'day'],
    ['2026-03-01', '2026-05-30', ['day', 'week', 'month'], 'day'],
    ['2025-03-01', '2026-03-01', ['week', 'month'], 'month'],
    ['2010-03-01', '2026-03-01', ['month'], 'month'],
  ] as const)('of %s to %s are %j, and %s without a choice', (first, last, expected, best) => {
    const days = { first, last };
    expect(bucketsFor(days)).toEqual(expected);
    expect(chooseBucket(days, null)).toBe(best);
    for (const chosen of ['hour', 'day', 'week', 'month'] as const)
      expect(chooseBucket(days, chosen)).toBe((expected as readonly string[]).includes(chosen) ? chosen : best);
  });
});

describe('the days of buckets', () => {
  const labels = ['2026-02-18', '2026-02-23', '2026-03-02'];
  it.each([
    [0, 0, '2026-02-18', '2026-02-22'],
    [1, 1, '2026-02-23', '2026-03-01'],
    [2, 2, '2026-03-02', '2026-03-05'],
    [2, 1, '2026-02-23', '2026-03-05'],
    [0, 2, '2026-02-18', '2026-03-05'],
  ])('from %d to %d are %s to %s', (from, to, first, last) => {
    expect(daysOfBuckets(labels, from, to, '2026-03-05')).toEqual({ first, last });
  });
});

describe('the days to compare with', () => {
  const days = { first: '2026-03-01', last: '2026-03-28' };
  it('are as the server chooses them', () => {
    expect(comparedDays({ mode: 'none' }, days)).toBeNull();
    expect(comparedDays({ mode: 'previous_period' }, days)).toEqual({ first: '2026-02-01', last: '2026-02-28' });
    expect(comparedDays({ mode: 'year_over_year' }, days)).toEqual({ first: '2025-03-01', last: '2025-03-28' });
    expect(comparedDays({ mode: 'year_over_year' }, { first: '2024-02-29', last: '2024-02-29' })).toEqual({
      first: '2023-02-28',
      last: '2023-02-28',
    });
    expect(comparedDays({ mode: 'custom', from: '2020-01-01', to: '2020-01-02' }, days)).toEqual({
      first: '2020-01-01',
      last: '2020-01-02',
    });
  });
});
