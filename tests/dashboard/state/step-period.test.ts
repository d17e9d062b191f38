import { describe, expect, it } from '@jest/globals';
import { daysOf, type Period } from '../../../dashboard/state/period.ts';
import { stepPeriod } from '../../../dashboard/state/step-period.ts';

const TODAY = '2026-03-30';

describe('the period before', () => {
  it.each<[Period, Period | null]>([
    [{ word: 'day' }, { word: 'yesterday' }],
    [{ word: 'yesterday' }, { from: '2026-03-28', to: '2026-03-28' }],
    [{ word: '7d' }, { from: '2026-03-17', to: '2026-03-23' }],
    // As many days, though they are a month today.
    [{ word: '30d' }, { from: '2026-01-30', to: '2026-02-28' }],
    [{ word: 'month' }, { word: 'last_month' }],
    [{ word: 'last_month' }, { from: '2026-01-01', to: '2026-01-31' }],
    [{ word: '12mo' }, { from: '2024-04-01', to: '2025-03-31' }],
    [{ word: 'year' }, { from: '2025-01-01', to: '2025-12-31' }],
    [
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2025-12-01', to: '2025-12-31' },
    ],
    [
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
    ],
    [
      { from: '2025-10-01', to: '2025-12-31' },
      { from: '2025-07-01', to: '2025-09-30' },
    ],
    [
      { from: '2026-03-02', to: '2026-03-04' },
      { from: '2026-02-27', to: '2026-03-01' },
    ],
    [
      { from: '2026-03-01', to: '2026-03-01' },
      { from: '2026-02-28', to: '2026-02-28' },
    ],
    [{ from: '1000-01-01', to: '1000-01-02' }, null],
    [{ word: 'all' }, null],
  ])('of %j is %j', (period, before) => {
    expect(stepPeriod(period, TODAY, -1)).toEqual(before);
  });

  it.each<Period>([
    { word: 'day' },
    { word: '7d' },
    { word: '28d' },
    { word: 'month' },
    { word: '12mo' },
    { word: 'year' },
  ])('of %j has that one after it', (period) => {
    let back: Period = period;
    for (let step = 0; step < 5; step++) back = stepPeriod(back, TODAY, -1) ?? back;
    for (let step = 0; step < 5; step++) back = stepPeriod(back, TODAY, 1) ?? back;
    expect(daysOf(back, TODAY)).toEqual(daysOf(period, TODAY));
  });
});

describe('the period after', () => {
  it.each<[Period, Period | null]>([
    [{ word: 'day' }, null],
    [{ word: '7d' }, null],
    [{ word: 'month' }, null],
    [{ word: 'yesterday' }, { word: 'day' }],
    // The month that goes on ends today.
    [{ from: '2026-02-01', to: '2026-02-28' }, { word: '30d' }],
    [{ from: '2025-01-01', to: '2025-12-31' }, { word: 'year' }],
    [
      { from: '2026-03-20', to: '2026-03-26' },
      { from: '2026-03-27', to: '2026-03-30' },
    ],
  ])('of %j is %j', (period, after) => {
    expect(stepPeriod(period, TODAY, 1)).toEqual(after);
  });
});
