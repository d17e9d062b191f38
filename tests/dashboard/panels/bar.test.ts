import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { barOf, scaleBars } from '../../../dashboard/panels/bar.ts';
import type { Metric } from '../../../src/stats/metrics.ts';

const METRICS = ['visitors', 'visitors_low', 'visitors_high', 'visits', 'total_revenue'] as const;

function bar(metric: Metric, ...figures: readonly unknown[]) {
  const [row] = decodeAnswer({ metrics: METRICS }, { results: [{ dimensions: ['x'], metrics: figures }] }).rows;
  return row === undefined ? null : barOf(row, metric);
}

describe('the bar of a row', () => {
  it.each([
    ['an exact number', [40, 40, 40], { known: 40, reach: 40 }],
    ['an estimate, and lighter to the end of its interval', [40, 30, 55], { known: 40, reach: 55 }],
    ['the fewest of a range, and lighter to the most', [null, 18, 95], { known: 18, reach: 95 }],
    ['nothing where people are hidden', [null, null, null], { known: 0, reach: 0 }],
  ] as const)('is as long as %s', (_what, people, expected) => {
    expect(bar('visitors', ...people)).toEqual(expected);
  });

  it('of visits and money ends where the figure does, and of a loss is none', () => {
    expect(bar('visits', null, 18, 95, 7)).toEqual({ known: 7, reach: 7 });
    expect(bar('total_revenue', 1, 1, 1, 1, { value: 12.5, currency: 'EUR' })).toEqual({ known: 12.5, reach: 12.5 });
    expect(bar('total_revenue', 1, 1, 1, 1, { value: -5, currency: 'EUR' })).toEqual({ known: 0, reach: 0 });
  });

  it('does not look larger for a vague row than for a sure one', () => {
    const [sure, vague] = scaleBars([
      { known: 80, reach: 80 },
      { known: 18, reach: 100 },
    ]);
    expect(sure).toEqual({ known: 0.8, reach: 0.8 });
    expect(vague).toEqual({ known: 0.18, reach: 1 });
  });

  it('is none beside rows without any', () => {
    expect(scaleBars([{ known: 0, reach: 0 }])).toEqual([{ known: 0, reach: 0 }]);
    expect(scaleBars([])).toEqual([]);
  });
});
