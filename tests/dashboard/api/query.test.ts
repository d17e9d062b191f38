import { describe, expect, it } from '@jest/globals';
import { decodeAnswer, type Question, toBody } from '../../../dashboard/api/query.ts';

const question: Question = {
  domain: 'example.org',
  dateRange: '7d',
  metrics: ['visits', 'pageviews'],
  dimensions: ['visit:source'],
  conditions: [{ operator: 'is', dimension: 'visit:country', values: ['FR'] }],
  limit: 9,
};

describe('a question', () => {
  it('is sent in the shape of the Stats API, the largest rows first', () => {
    expect(toBody(question)).toEqual({
      site_id: 'example.org',
      metrics: ['visits', 'pageviews'],
      date_range: '7d',
      dimensions: ['visit:source'],
      filters: [['is', 'visit:country', ['FR']]],
      order_by: [['visits', 'desc']],
      include: { total_rows: true, time_labels: false },
      pagination: { limit: 9, offset: 0 },
    });
  });

  it('about time asks for every bucket, in its order', () => {
    const { limit: _, ...rest } = question;
    expect(toBody({ ...rest, dimensions: ['time:day'] })).toMatchObject({
      order_by: [['time:day', 'asc']],
      include: { total_rows: false, time_labels: true },
    });
  });
});

describe('a comparison', () => {
  it('is asked for beside the question', () => {
    expect(toBody({ ...question, comparison: { mode: 'previous_period' } })).toMatchObject({
      include: { total_rows: true, comparisons: { mode: 'previous_period' } },
    });
  });

  it('comes with each row and with the window that it was made with', () => {
    const { rows, before } = decodeAnswer(question, {
      results: [
        {
          dimensions: ['Google'],
          metrics: [12, 30],
          comparison: {
            ...{ dimensions: ['Google'], metrics: [10, null], change: [20, null] },
            ...{ visitors_differ: false, visitors_change: { low: -4, high: 50 } },
          },
        },
        { dimensions: ['Bing'], metrics: [1, 2] },
      ],
      meta: {
        comparison: {
          date_range: ['2026-03-17T00:00:00+01:00', '2026-03-23T23:59:59+01:00'],
          visitors_method: { kind: 'exact', case: 'single-day', inputs: {} },
        },
      },
    });
    expect(before).toMatchObject({ days: { first: '2026-03-17', last: '2026-03-23' }, method: { kind: 'exact' } });
    expect(rows[0]?.before?.figure('visits')).toBe(10);
    expect(rows[0]?.before?.change('visits')).toBe(20);
    expect(rows[0]?.before?.change('pageviews')).toBeNull();
    expect(rows[0]?.before?.visitorsDiffer).toBe(false);
    expect(rows[0]?.before?.visitorsChange).toEqual({ low: -4, high: 50 });
    expect(rows[1]?.before).toBeNull();
  });
});

describe('an answer', () => {
  it('gives each figure by its name', () => {
    const answer = decodeAnswer(question, {
      results: [{ dimensions: ['Google'], metrics: [12, null] }],
      meta: { total_rows: 40, visitors_method: { kind: 'exact', reason: 'r', inputs: { days: 7, odd: 'x' } } },
      query: { date_range: ['2026-03-24T00:00:00+01:00', '2026-03-30T23:59:59+02:00'] },
    });
    const [row] = answer.rows;
    expect(row?.values).toEqual(['Google']);
    expect(row?.figure('visits')).toBe(12);
    expect(row?.figure('pageviews')).toBeNull();
    expect(row?.figure('bounce_rate')).toBeNull();
    expect(answer).toMatchObject({
      totalRows: 40,
      days: { first: '2026-03-24', last: '2026-03-30' },
      method: { kind: 'exact', inputs: { days: 7 } },
    });
  });

  it.each([null, 'text', 7, [], {}, { results: [null, 3, { metrics: 'x' }], meta: 4, query: { date_range: 'day' } }])(
    'that makes no sense is empty rather than a fault: %j',
    (value) => {
      const answer = decodeAnswer(question, value);
      expect(answer.rows.every((row) => row.figure('visits') === null)).toBe(true);
      expect(answer.days).toBeNull();
    },
  );
});
