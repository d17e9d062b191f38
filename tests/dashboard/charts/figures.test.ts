/** Metrics that are no number of people: counts with their parts, rates with their gaps. */
import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { chooseMetric, metricOfQuestion, questionOfBuckets } from '../../../dashboard/charts/chart-metrics.ts';
import { tableOfSeries } from '../../../dashboard/charts/export-series.ts';
import { legendOf } from '../../../dashboard/charts/legend.ts';
import { notesOn, sayBar, summarize } from '../../../dashboard/charts/say-bars.ts';
import { sayTick, sayTime } from '../../../dashboard/charts/say-time.ts';
import { toBars, toFigures } from '../../../dashboard/charts/series.ts';
import { texts as en } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { CHART_METRICS } from '../../../dashboard/state/view.ts';

const format = createFormat('en');
const LABELS = ['2026-03-01', '2026-03-02', '2026-03-03'];
const answer = (metric: 'visits' | 'bounce_rate', rows: [string[], number | null][]) =>
  decodeAnswer(
    { metrics: [metric] },
    {
      results: rows.map(([dimensions, figure]) => ({ dimensions, metrics: [figure] })),
      meta: { time_labels: LABELS },
    },
  );
const visits = answer('visits', [
  [['2026-03-01'], 10],
  [['2026-03-03'], null],
]);
const split = answer('visits', [
  [['2026-03-01', 'granted'], 4],
  [['2026-03-01', 'anonymous'], 5],
]);

describe('counts by time', () => {
  it('are nothing where there is no row, and unknown where the row has no figure', () => {
    expect(toFigures(visits, 'visits', null).map(({ kind, best, measured }) => [kind, best, measured])).toEqual([
      ['exact', 10, null],
      ['exact', 0, null],
      ['unknown', null, null],
    ]);
  });

  it('divide by consent once that is known', () => {
    const bars = toFigures(visits, 'visits', split);
    expect(bars.map(({ measured }) => measured)).toEqual([4, 0, null]);
    expect(legendOf(bars, 'visits', null, en).map(({ text }) => text)).toEqual(['With consent', 'Anonymous']);
    expect(legendOf(toFigures(visits, 'visits', null), 'visits', 'x', en).map(({ text }) => text)).toEqual([
      'All',
      'Before: x',
    ]);
    expect(sayBar(bars[0], 'visits', en, format)).toEqual(['Visits: 10', '4 with consent', '6 anonymous']);
  });

  it('are written as a table in the words of the API', () => {
    const bars = toFigures(visits, 'visits', split);
    const before = {
      days: { first: '2026-02-26', last: '2026-02-28' },
      bars: toFigures(visits, 'visits', null).slice(0, 2),
    };
    const series = { metric: 'visits', bucket: 'day', bars, before } as unknown as Parameters<typeof tableOfSeries>[0];
    expect(tableOfSeries(series)).toEqual([
      ['day', 'visits', 'visits_granted', 'compared_day', 'compared_visits'],
      ['2026-03-01', 10, 4, '2026-03-01', 10],
      ['2026-03-02', 0, 0, '2026-03-02', 0],
      ['2026-03-03', null, null, '', null],
    ]);
  });
});

describe('rates by time', () => {
  const bars = toFigures(answer('bounce_rate', [[['2026-03-02'], 41]]), 'bounce_rate', null);

  it('have gaps where there is nothing to make them of', () => {
    expect(bars.map(({ best }) => best)).toEqual([null, 41, null]);
    const subject = { metric: 'bounce_rate', bucket: 'day' } as const;
    expect(notesOn(bars, subject, en, format)).toEqual([en.chart.gapNote]);
    expect(summarize(bars, subject, en, format)).toMatch(/^Bounce rate per day, .* Highest: 41%, Mon,? 2 March\./);
    expect(sayBar(bars[0], 'bounce_rate', en, format)).toEqual(['Bounce rate: –']);
  });
});

describe('people who are hidden', () => {
  it('are no number, and not nobody', () => {
    const metrics = ['visitors', 'visitors_low', 'visitors_high', 'visitors_measured'] as const;
    const hidden = { dimensions: ['2026-03-01'], metrics: [null, null, null, null], hidden: ['visitors'] };
    const [bar] = toBars(decodeAnswer({ metrics }, { results: [hidden], meta: {} }), 'day');
    expect(bar).toMatchObject({ kind: 'hidden', best: null });
    expect(sayBar(bar, 'visitors', en, format, '< 5')).toEqual(['Unique visitors: < 5']);
  });
});

describe('what the chart asks', () => {
  it('names its metric again', () => {
    const base = { domain: 'a', dateRange: '7d', conditions: [] };
    for (const metric of CHART_METRICS) expect(metricOfQuestion(questionOfBuckets(base, metric, 'day'))).toBe(metric);
  });

  it('is about visitors where a conversion makes no sense', () => {
    const goal = { operator: 'is', dimension: 'event:goal', values: ['Sign up'] } as const;
    expect(chooseMetric('conversion_rate', [])).toBe('visitors');
    expect(chooseMetric('conversion_rate', [goal])).toBe('conversion_rate');
    // Of visits with a goal the server knows no rate.
    expect(chooseMetric('conversion_rate', [{ ...goal, done: 'has_done' }])).toBe('visitors');
    expect(chooseMetric('visits', [goal])).toBe('visits');
  });
});

describe('an hour', () => {
  it('names its day where there are several', () => {
    const one = [{ label: '2026-03-01 00:00:00' }, { label: '2026-03-01 13:00:00' }];
    const two = [...one, { label: '2026-03-02 00:00:00' }];
    expect(sayTime('2026-03-01 13:00:00', 'hour', one, format)).toBe('13:00');
    expect(sayTime('2026-03-01 13:00:00', 'hour', two, format)).toMatch(/^Sun,? 1 March, 13:00$/);
    expect(sayTick('2026-03-02 00:00:00', 'hour', two, format)).toBe('2 Mar');
    expect(sayTick('2026-03-01 13:00:00', 'hour', two, format)).toBe('13:00');
  });
});
