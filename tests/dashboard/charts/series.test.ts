import { describe, expect, it } from '@jest/globals';
import { type Answer, decodeAnswer, type Question } from '../../../dashboard/api/query.ts';
import { summarize } from '../../../dashboard/charts/say-bars.ts';
import { hasRanges, highestOf, toBars } from '../../../dashboard/charts/series.ts';
import { en } from '../../../dashboard/i18n/en.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';

const question: Question = {
  domain: 'example.org',
  dateRange: '7d',
  metrics: ['visitors', 'visitors_low', 'visitors_high', 'visitors_measured'],
  dimensions: ['time:day'],
  conditions: [],
};

function answer(labels: string[], rows: [string, ...(number | null)[]][]): Answer {
  return decodeAnswer(question, {
    results: rows.map(([label, ...metrics]) => ({ dimensions: [label], metrics })),
    meta: { time_labels: labels },
  });
}

describe('bars', () => {
  it('stand for every bucket, also for one without a visitor', () => {
    const bars = toBars(answer(['2026-03-01', '2026-03-02'], [['2026-03-02', 10, 10, 10, 3]]));
    expect(bars).toEqual([
      { label: '2026-03-01', low: 0, high: 0, measured: 0 },
      { label: '2026-03-02', low: 10, high: 10, measured: 3 },
    ]);
    expect(hasRanges(bars)).toBe(false);
  });

  it('end in a range where people could not be told apart', () => {
    const bars = toBars(answer(['2026-03-01'], [['2026-03-01', null, 12, 40, 5]]));
    expect(bars).toEqual([{ label: '2026-03-01', low: 12, high: 40, measured: 5 }]);
    expect(hasRanges(bars)).toBe(true);
  });

  it('are summed up in a sentence for those who cannot see them', () => {
    const bars = toBars(
      answer(
        ['2026-03-01', '2026-03-02'],
        [
          ['2026-03-01', 4, 4, 4, 1],
          ['2026-03-02', 10, 10, 10, 3],
        ],
      ),
    );
    expect(highestOf(bars)?.label).toBe('2026-03-02');
    expect(summarize('Visitors per day', bars, 'day', en, createFormat('en'))).toMatch(
      /^Visitors per day, Sun,? 1 March to Mon,? 2 March\. Highest: 10, Mon,? 2 March\.$/,
    );
  });

  it('of a period without visitors have no highest', () => {
    expect(highestOf(toBars(answer(['2026-03-01'], [])))).toBeNull();
    expect(highestOf([])).toBeNull();
  });
});
