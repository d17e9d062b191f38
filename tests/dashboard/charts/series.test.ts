import { describe, expect, it } from '@jest/globals';
import { type Answer, decodeAnswer } from '../../../dashboard/api/query.ts';
import { notesOn, sayBar, summarize } from '../../../dashboard/charts/say-bars.ts';
import { hasKind, highestOf, toBars, topOf } from '../../../dashboard/charts/series.ts';
import { texts as en } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';

const METRICS = ['visitors', 'visitors_low', 'visitors_high', 'visitors_measured'] as const;
const format = createFormat('en');

function answer(labels: string[], rows: [string, ...(number | null)[]][], inputs: Record<string, number> = {}): Answer {
  return decodeAnswer(
    { metrics: METRICS },
    {
      results: rows.map(([label, ...metrics]) => ({ dimensions: [label], metrics })),
      meta: { time_labels: labels, visitors_method: { kind: 'bounds', inputs } },
    },
  );
}

describe('bars', () => {
  it('stand for every bucket, also for one without a visitor', () => {
    const bars = toBars(answer(['2026-03-01', '2026-03-02'], [['2026-03-02', 10, 10, 10, 3]]), 'day');
    expect(bars).toEqual([
      { label: '2026-03-01', kind: 'exact', best: 0, low: 0, high: 0, measured: 0, isBroken: false },
      { label: '2026-03-02', kind: 'exact', best: 10, low: 10, high: 10, measured: 3, isBroken: false },
    ]);
    expect(hasKind(bars, 'bounds')).toBe(false);
  });

  it('end in a range where people could not be told apart', () => {
    const [bar, ...others] = toBars(answer(['2026-03-01'], [['2026-03-01', null, 12, 40, 5]]), 'day');
    expect(bar).toMatchObject({ kind: 'bounds', best: null, low: 12, high: 40, measured: 5 });
    expect(bar && topOf(bar)).toBe(12);
    expect(others).toEqual([]);
  });

  it('reach up to the best number of an estimate, and carry its interval', () => {
    const [bar] = toBars(answer(['2026-03-01'], [['2026-03-01', 1234, 1111, 1399, 500]]), 'month');
    expect(bar).toMatchObject({ kind: 'estimate', best: 1234, low: 1111, high: 1399, measured: 500 });
    expect(bar && topOf(bar)).toBe(1234);
    expect(sayBar(bar, 'visitors', en, format)).toEqual([
      'Unique visitors: 1,230',
      '95% interval: 1,110\u00a0– 1,400',
      '500 with consent',
      'about 734 others, estimated',
    ]);
  });

  it('are marked on days that a restart has broken, where people are told apart otherwise', () => {
    const rows: [string, ...(number | null)[]][] = [
      ['2026-03-01', 10, 10, 10, 3],
      ['2026-03-02', null, 8, 12, 3],
      ['2026-03-03', 10, 9, 12, 3],
    ];
    const labels = rows.map(([label]) => label);
    const marked = (bucket: 'day' | 'month', inputs: Record<string, number>) =>
      toBars(answer(labels, rows, inputs), bucket).map(({ isBroken }) => isBroken);
    expect(marked('day', { brokenDays: 2 })).toEqual([false, true, true]);
    expect(marked('day', { brokenDays: 2, unseenVisits: 4 })).toEqual([false, false, false]);
    expect(marked('day', {})).toEqual([false, false, false]);
    expect(marked('month', { brokenDays: 2 })).toEqual([false, false, false]);

    const notes = notesOn(
      toBars(answer(labels, rows, { brokenDays: 2 }), 'day'),
      { metric: 'visitors', bucket: 'day' },
      en,
      format,
    );
    expect(notes.slice(0, 2)).toEqual([en.chart.estimateNote, en.chart.rangeNote]);
    expect(notes[2]).toMatch(/restarted on Mon,? 2 March and Tue,? 3 March: such a day is not exact/);
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
      'day',
    );
    expect(highestOf(bars)?.label).toBe('2026-03-02');
    expect(summarize(bars, { metric: 'visitors', bucket: 'day' }, en, format)).toMatch(
      /^Unique visitors per day, Sun,? 1 March to Mon,? 2 March\. Highest: 10, Mon,? 2 March\.$/,
    );
  });

  it('that are estimates are said to be so in the sentence too', () => {
    const bars = toBars(answer(['2026-03-01'], [['2026-03-01', 1234, 1111, 1399, 500]]), 'month');
    expect(summarize(bars, { metric: 'visitors', bucket: 'month' }, en, format)).toBe(
      `Unique visitors per month, March 2026 to March 2026. Highest: 1,230, March 2026. ${en.chart.estimateNote}`,
    );
  });

  it('of a period without visitors have no highest', () => {
    expect(highestOf(toBars(answer(['2026-03-01'], []), 'day'))).toBeNull();
    expect(highestOf([])).toBeNull();
  });
});
