/** Two periods side by side: which they are, what changed, and whether the change means anything. */
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/domain/errors.ts';
import { dateOf, dayOfDate } from '../../src/lib/calendar.ts';
import { changeInterval, changeOf, comparedWindow, visitorsDiffer } from '../../src/stats/compare-periods.ts';
import { windowOf } from '../../src/stats/date-range.ts';
import { parseQuery } from '../../src/stats/parse-query.ts';

const NOW = Date.parse('2026-03-31T12:00Z');
const PARIS = 'Europe/Paris';
const days = (from: string, to: string) => windowOf({ from: dayOfDate(from), to: dayOfDate(to) }, PARIS, NOW, null);
const datesOf = ({ firstDay, lastDay }: { firstDay: number; lastDay: number }) => [dateOf(firstDay), dateOf(lastDay)];

describe('the other period', () => {
  it('is as many days just before', () => {
    const before = comparedWindow({ mode: 'previous_period' }, days('2026-03-25', '2026-03-31'), PARIS, NOW);
    expect(datesOf(before)).toEqual(['2026-03-18', '2026-03-24']);
    expect(before.isWholeDays).toBe(true);
  });

  it('is as much time just before where days are cut', () => {
    const window = windowOf({ word: '24h' }, PARIS, NOW, null);
    const before = comparedWindow({ mode: 'previous_period' }, window, PARIS, NOW);
    expect([before.startsAt, before.endsAt]).toEqual([window.startsAt - 86_400_000, window.startsAt]);
  });

  it('is the same dates of last year, the 28th for a leap day', () => {
    const before = comparedWindow({ mode: 'year_over_year' }, days('2024-02-29', '2024-03-10'), PARIS, NOW);
    expect(datesOf(before)).toEqual(['2023-02-28', '2023-03-10']);
  });

  it('is as much time at the same clock time of last year where days are cut', () => {
    const window = windowOf({ word: '24h' }, PARIS, NOW, null);
    const before = comparedWindow({ mode: 'year_over_year' }, window, PARIS, NOW);
    expect(before.endsAt - before.startsAt).toBe(86_400_000);
    expect(new Date(before.startsAt).toISOString()).toBe('2025-03-30T13:00:00.000Z');
  });

  it.each([
    ['yesterday', 'include.comparisons'],
    [{ mode: 'last_week' }, 'include.comparisons.mode'],
    [{ mode: 'custom' }, 'include.comparisons.date_range'],
    [{ mode: 'custom', date_range: ['2026-03-02', '2026-03-01'] }, 'include.comparisons.date_range'],
  ])('is refused by name when it cannot be read: %j', (comparisons, path) => {
    const body = { site_id: 'a', metrics: ['visits'], date_range: '7d', include: { comparisons } };
    expect(pathsOf(() => parseQuery(body))).toEqual([path]);
  });

  it('is refused for rows of time', () => {
    const include = { comparisons: { mode: 'previous_period' } };
    const body = { site_id: 'a', metrics: ['visits'], date_range: '7d', dimensions: ['time:day'], include };
    expect(pathsOf(() => parseQuery(body))).toEqual(['include.comparisons']);
  });
});

describe('a change', () => {
  it.each([
    [200, 250, 25],
    [200, 150, -25],
    [0, 0, 0],
    [0, 5, null],
    [null, 5, null],
    [5, null, null],
  ])('from %p to %p is %p percent', (before, after, expected) => {
    expect(changeOf(before, after)).toBe(expected);
  });
});

describe('a difference of visitors', () => {
  const exact = (visitors: number) => ({ visitors, low: visitors, high: visitors });
  const estimate = (visitors: number, factor: number) => ({
    visitors,
    low: visitors / factor,
    high: visitors * factor,
  });
  const bounds = (low: number, high: number) => ({ visitors: null, low, high });

  it.each([
    ['exact counts that differ', exact(100), exact(101), true],
    ['equal exact counts', exact(100), exact(100), false],
    ['intervals far apart', estimate(1000, 1.1), estimate(1500, 1.1), true],
    // Alone each error is 10 %; together 14 %: 12 % of difference says nothing, 16 % does, though the intervals overlap.
    ['a difference within both errors', estimate(1000, 1.1), estimate(1120, 1.1), false],
    ['a difference beyond both errors, intervals overlapping', estimate(1000, 1.1), estimate(1160, 1.1), true],
    ['bounds that overlap', bounds(100, 300), exact(200), null],
    ['bounds that do not', bounds(100, 300), exact(301), true],
  ])('of %s', (_case, before, after, expected) => {
    expect(visitorsDiffer(before, after)).toBe(expected);
  });
});

function pathsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.details.map(({ path }) => path);
  }
  return [];
}

describe('the interval of a change of visitors', () => {
  const counted = (visitors: number | null, low: number, high: number) => ({ visitors, low, high });

  it('is that of the quotient: by hand', () => {
    // ln 1.25 = 0.2231, reaches ln 1.1 = 0.0953 and ln 1.2 = 0.1823: together 0.2057.
    expect(changeInterval(counted(200, 170, 240), counted(250, 230, 275))).toEqual({ low: 2, high: 54 });
  });

  it('has the width of the one that is estimated, where the other is exact', () => {
    expect(changeInterval(counted(100, 100, 100), counted(150, 125, 165))).toEqual({ low: 25, high: 80 });
  });

  it.each([
    ['both are exact', counted(4, 4, 4), counted(5, 5, 5)],
    ['one is a range', counted(50, 40, 60), counted(null, 10, 90)],
    ['nobody was there before', counted(0, 0, 0), counted(5, 4, 6)],
    // They do not touch, though one reaches far on its other side.
    ['it would deny what is certain', counted(200, 30, 270), counted(300, 280, 900)],
  ])('is not told where %s', (_when, before, after) => {
    expect(changeInterval(before, after)).toBeNull();
  });

  it('agrees with the verdict: without nothing in it where visitors differ, with it where they may not', () => {
    const sides = [
      counted(100, 90, 112),
      counted(120, 95, 160),
      counted(150, 140, 165),
      counted(40, 40, 40),
      counted(1, 1, 3),
    ];
    const seen = new Set<boolean | null>();
    for (const after of sides)
      for (const before of sides) {
        const interval = changeInterval(before, after);
        if (interval === null) continue;
        const differ = visitorsDiffer(before, after);
        expect(interval.low > 0 || interval.high < 0).toBe(differ);
        seen.add(differ);
      }
    expect([...seen].sort()).toEqual([false, true]);
  });
});
