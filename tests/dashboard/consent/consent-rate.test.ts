import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import {
  extremesOf,
  rateOf,
  shareOf,
  toFollow,
  topOf,
  toRates,
  unitFor,
} from '../../../dashboard/consent/consent-rate.ts';
import { sayRates } from '../../../dashboard/consent/say-rates.ts';
import { texts as en } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';

const UNIT = 'visitors_daily_sum';

function answer(labels: string[], rows: [dimensions: string[], amount: number | null][]) {
  return decodeAnswer(
    { metrics: [UNIT] },
    { results: rows.map(([dimensions, amount]) => ({ dimensions, metrics: [amount] })), meta: { time_labels: labels } },
  );
}

const DAYS = answer(
  ['2026-03-01', '2026-03-02', '2026-03-03'],
  [
    [['2026-03-01', 'granted'], 30],
    [['2026-03-01', 'anonymous'], 70],
    [['2026-03-01', '(not set)'], 9],
    [['2026-03-03', 'granted'], 60],
    [['2026-03-03', 'anonymous'], 40],
  ],
);

describe('the consent rate', () => {
  it('is told for every bucket, and unknown where nobody came; erased visitors belong to neither side', () => {
    const points = toRates(DAYS, UNIT);
    expect(points).toEqual([
      { label: '2026-03-01', granted: 30, all: 100 },
      { label: '2026-03-02', granted: 0, all: 0 },
      { label: '2026-03-03', granted: 60, all: 100 },
    ]);
    expect(points.map(shareOf)).toEqual([0.3, null, 0.6]);
  });

  it('of the period is taken from the period', () => {
    expect(
      rateOf(
        answer(
          [],
          [
            [['granted'], 90],
            [['anonymous'], 110],
            [['(not set)'], 5],
          ],
        ),
        UNIT,
      ),
    ).toEqual({
      granted: 90,
      all: 200,
    });
  });

  it('counts what both populations have at the level of the site', () => {
    expect(['two-day', 'day', 'visits', 'pageviews'].map((level) => unitFor(level as 'day'))).toEqual([
      'visitors_daily_sum',
      'visitors_daily_sum',
      'visits',
      'pageviews',
    ]);
  });

  it('is summed up by its ends, of buckets large enough to mean something', () => {
    const points = [...toRates(DAYS, UNIT), { label: '2026-03-04', granted: 1, all: 1 }];
    expect(extremesOf(points)).toEqual({ lowest: points[0], highest: points[2] });
    expect(sayRates(points, 'day', en.consent, createFormat('en'))).toMatch(
      /^Lowest 30% \(Sun,? 1 March\), highest 60% \(Tue,? 3 March\)\.$/,
    );
    expect(extremesOf(points.slice(3))).toBeNull();
    expect(sayRates(points.slice(3), 'day', en.consent, createFormat('en'))).toBe(en.consent.tooFewForExtremes);
  });

  it('is followed over finished days: today, the hours of one day and one day alone make no line', () => {
    const [first, empty, last] = toRates(DAYS, UNIT);
    if (first === undefined || empty === undefined || last === undefined) throw new Error('no points');
    const points = [first, empty, last];
    expect(toFollow(points, 'day', '2026-03-04')).toEqual(points);
    expect(toFollow(points, 'day', '2026-03-03')).toEqual([]);
    expect(toFollow([first, last, { ...last, label: '2026-03-04' }], 'day', '2026-03-04')).toEqual([first, last]);
    expect(toFollow([first, empty], 'day', '2026-03-04')).toEqual([]);
    expect(toFollow(points, 'hour', '2026-03-04')).toEqual([]);
    // The month that goes on is of all its days but one.
    const months = [first, { ...last, label: '2026-04-01' }];
    expect(toFollow(months, 'month', '2026-04-01')).toEqual(months);
  });

  it('is drawn up to the next quarter', () => {
    const point = (granted: number) => [{ granted, all: 100 }];
    expect([0, 25, 26, 75, 100].map((share) => topOf(point(share)))).toEqual([0.25, 0.25, 0.5, 0.75, 1]);
    expect(topOf([])).toBe(0.25);
  });
});
