import { describe, expect, it } from '@jest/globals';
import {
  bucketFor,
  countDays,
  daysOf,
  isDate,
  PERIOD_WORDS,
  type Period,
  toDateRange,
  todayIn,
} from '../../../dashboard/state/period.ts';
import { RANGE_WORDS } from '../../../src/stats/date-range.ts';

const TODAY = '2026-03-30';

describe('periods', () => {
  it.each<[Period, string | null, number | null]>([
    [{ word: 'day' }, '2026-03-30', 1],
    [{ word: '7d' }, '2026-03-24', 7],
    [{ word: '28d' }, '2026-03-03', 28],
    [{ word: '30d' }, '2026-03-01', 30],
    [{ word: 'month' }, '2026-03-01', 30],
    [{ word: '12mo' }, '2025-04-01', 364],
    [{ word: 'all' }, null, null],
  ])('%j begins on %s', (period, first, count) => {
    const days = daysOf(period, TODAY);
    expect(days).toEqual(first === null ? null : { first, last: TODAY });
    expect(days && countDays(days)).toBe(count);
  });

  it.each<[Period, string, string]>([
    [{ word: 'yesterday' }, '2026-03-29', '2026-03-29'],
    [{ word: 'last_month' }, '2026-02-01', '2026-02-28'],
    [{ word: 'year' }, '2026-01-01', TODAY],
    [{ word: '91d' }, '2025-12-30', TODAY],
  ])('%j lasts from %s to %s', (period, first, last) => {
    expect(daysOf(period, TODAY)).toEqual({ first, last });
  });

  it('of a word that the API lacks are asked for by their dates', () => {
    expect(toDateRange({ word: 'yesterday' }, TODAY)).toEqual(['2026-03-29', '2026-03-29']);
    expect(toDateRange({ word: 'last_month' }, TODAY)).toEqual(['2026-02-01', '2026-02-28']);
    const known: readonly string[] = RANGE_WORDS;
    for (const word of PERIOD_WORDS) {
      const range = toDateRange({ word }, TODAY);
      expect(typeof range === 'string' ? known.includes(range) : range.every(isDate)).toBe(true);
    }
  });

  it('between two dates are asked for by their dates, others by their word', () => {
    expect(toDateRange({ from: '2026-03-01', to: '2026-03-02' }, TODAY)).toEqual(['2026-03-01', '2026-03-02']);
    expect(toDateRange({ word: '7d' }, TODAY)).toBe('7d');
  });

  it.each([
    ['2026-03-30', 'hour'],
    ['2026-03-29', 'day'],
    ['2025-12-29', 'day'],
    ['2025-12-28', 'month'],
  ])('from %s are drawn by the %s', (first, bucket) => {
    expect(bucketFor({ first, last: TODAY })).toBe(bucket);
  });

  it('count a day as one where the clock changes', () => {
    expect(countDays({ first: '2026-03-28', last: '2026-03-30' })).toBe(3);
  });

  it('know the site’s today, not the reader’s', () => {
    const lateInParis = new Date('2026-03-30T22:30:00Z');
    expect(todayIn('Europe/Paris', lateInParis)).toBe('2026-03-31');
    expect(todayIn('America/New_York', lateInParis)).toBe('2026-03-30');
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['2026-2-3', false],
    ['', false],
  ])('take %s for a date: %s', (text, expected) => {
    expect(isDate(text)).toBe(expected);
  });
});
