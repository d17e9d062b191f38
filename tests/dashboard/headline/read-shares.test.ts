import { describe, expect, it } from '@jest/globals';
import { decodeAnswer, type Question } from '../../../dashboard/api/query.ts';
import { readShares } from '../../../dashboard/headline/read-shares.ts';
import type { Metric } from '../../../src/stats/metrics.ts';

const METRICS = ['visitors', 'visitors_measured', 'visits'] as const satisfies readonly Metric[];
const FILTER = { operator: 'is', dimension: 'visit:device', values: ['mobile'] } as const;
type Figures = readonly (number | null)[];
type Asked = Partial<Pick<Question, 'dateRange' | 'conditions'>>;

function answered(rows: readonly object[], asked: Asked = {}, meta: object = {}) {
  const question: Question = {
    ...{ domain: 'a.example', dateRange: '28d', metrics: METRICS, dimensions: [], conditions: [] },
    ...asked,
  };
  return { question, answer: decodeAnswer(question, { results: rows, meta }) };
}
const totals = (metrics: Figures, asked?: Asked) => answered([{ dimensions: [], metrics }], asked);
const granted = (metrics: Figures, more: object = {}) => ({ dimensions: ['granted'], metrics, ...more });
const anonymous = (metrics: Figures) => ({ dimensions: ['anonymous'], metrics });

describe('the parts of a total', () => {
  const whole = totals([1038, 400, 2000]);
  const parts = [granted([null, 400, 900]), anonymous([600, 0, 1050])];

  it('are those with consent, those without, and what was erased', () => {
    expect(readShares(whole, answered(parts), 'visits')).toEqual({ granted: 900, anonymous: 1050, erased: 50 });
    expect(readShares(whole, answered(parts), 'visitors')).toEqual({ granted: 400, anonymous: 600, erased: 38 });
  });

  it('are not shown while they are those of the period before: the new total would pass for erased', () => {
    // Today was empty; four weeks have been answered, and their parts are on the way.
    expect(readShares(whole, answered([], { dateRange: 'day' }), 'visitors')).toBeNull();
    expect(readShares(whole, answered(parts, { dateRange: ['2026-03-01', '2026-03-28'] }), 'visits')).toBeNull();
  });

  it('are not shown while they are those of other filters', () => {
    expect(readShares(totals([9, 4, 12], { conditions: [FILTER] }), answered(parts), 'visits')).toBeNull();
    expect(readShares(whole, answered(parts, { conditions: [FILTER] }), 'visits')).toBeNull();
  });

  it('are unknown before either is answered, where the total is not known, and where a part is hidden', () => {
    expect(readShares(null, answered(parts), 'visits')).toBeNull();
    expect(readShares(whole, null, 'visits')).toBeNull();
    expect(readShares(totals([null, 4, 12]), answered(parts), 'visitors')).toBeNull();
    expect(readShares(whole, answered([granted([null, null, null], { hidden: ['visits'] })]), 'visits')).toBeNull();
  });

  it('leave nobody over where figures are rounded', () => {
    const rounded = answered(parts, {}, { disclosure: { rounded_to: 10, smallest: 10 } });
    expect(readShares(whole, rounded, 'visits')?.erased).toBe(0);
  });
});
