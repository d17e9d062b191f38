import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DONE_WORDS, FILTER_DIMENSIONS, OPERATORS, SEGMENT } from '../../../dashboard/state/conditions.ts';
import { BUCKETS, PERIOD_WORDS } from '../../../dashboard/state/period.ts';
import {
  CHART_METRICS,
  changeView,
  ownOf,
  PAGES,
  readView,
  saysPeriod,
  type View,
  withOwn,
  writePeriod,
  writeView,
} from '../../../dashboard/state/view.ts';

function read(address: string): View {
  const { pathname, search } = new URL(address, 'https://count.example.org');
  return readView(pathname, search);
}

const anyText = fc.string({ unit: 'grapheme' });

describe('the address of a view', () => {
  it('says everything that the view shows, whatever the values are', () => {
    const condition = fc.record(
      {
        operator: fc.constantFrom(...OPERATORS),
        dimension: fc.constantFrom(...FILTER_DIMENSIONS, SEGMENT, 'event:props:plan' as const),
        values: fc.array(anyText, { minLength: 1, maxLength: 3 }),
        ignoresCase: fc.constant(true as const),
        done: fc.constantFrom(...DONE_WORDS),
      },
      { requiredKeys: ['operator', 'dimension', 'values'] },
    );
    const view = fc.record({
      domain: fc.constantFrom('example.org', 'a b.example', 'été.example'),
      period: fc.oneof(
        fc.constantFrom(...PERIOD_WORDS).map((word) => ({ word })),
        fc.constant({ from: '2026-03-01', to: '2026-03-30' }),
      ),
      conditions: fc.array(condition, { maxLength: 4 }),
      tabs: fc.array(fc.constantFrom('cities', 'sources'), { maxLength: 2 }),
      asTable: fc.boolean(),
      page: fc.constantFrom(...PAGES),
      comparison: fc.oneof(
        fc.constantFrom(...(['none', 'previous_period', 'year_over_year'] as const)).map((mode) => ({ mode })),
        fc.constant({ mode: 'custom' as const, from: '2025-03-01', to: '2025-03-30' }),
      ),
      metric: fc.constantFrom(...CHART_METRICS),
      bucket: fc.constantFrom(null, ...BUCKETS),
      open: fc.option(fc.constantFrom('list:sources', 'explain:visits')),
      own: fc.array(fc.tuple(fc.constantFrom('step', 'été'), anyText), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(view, (given) => {
        expect(read(writeView(given))).toEqual(given);
      }),
    );
  });

  it('stays readable', () => {
    const view: View = {
      ...read('/app/example.org'),
      period: { from: '2026-03-01', to: '2026-03-30' },
      conditions: [{ operator: 'is', dimension: 'event:page', values: ['/a/b'] }],
      tabs: ['cities'],
    };
    expect(writeView(view)).toBe(
      '/app/example.org?period=custom&from=2026-03-01&to=2026-03-30&filter=is~event:page~/a/b&tab=cities',
    );
  });

  it.each([
    [{ word: '28d' } as const, 'period=28d'],
    [{ from: '2026-03-01', to: '2026-03-30' }, 'period=custom&from=2026-03-01&to=2026-03-30'],
  ])('passes the period %j on as %s', (period, asked) => {
    expect(writePeriod(period)).toBe(asked);
    expect(read(`/share/a-token?${asked}`).period).toEqual(period);
    expect(saysPeriod(`?tab=cities&${asked}`)).toBe(true);
  });

  it.each(['', '?tab=cities', '?period=fortnight'])('leaves the period to the usual one in "%s"', (search) => {
    expect(saysPeriod(search)).toBe(false);
  });

  it('keeps what only a page or a sheet understands until that one is left', () => {
    const funnel = read('/app/example.org?period=7d&open=list:pages&q=a&q=b');
    expect(ownOf(funnel, 'q')).toEqual(['a', 'b']);
    expect(changeView(funnel, { period: { word: 'day' } }).own).toEqual(funnel.own);
    expect(changeView(funnel, { open: null }).own).toEqual([]);
    expect(changeView(funnel, { domain: 'example.net' }).own).toEqual([]);
    expect(changeView(funnel, { open: 'list:sources', own: [['q', 'c']] }).own).toEqual([['q', 'c']]);
    expect(withOwn(funnel, 'q', ['c'])).toEqual([['q', 'c']]);
  });

  it('keeps a funnel that is not saved below every sheet, but not on another page', () => {
    const funnel = read('/app/example.org/funnels?period=7d&step=page~is~/&step=goal~is~Sign%20up&within=7');
    const shared = changeView(funnel, { open: 'share' });
    expect(shared.own).toEqual(funnel.own);
    expect(changeView(shared, { open: null })).toEqual(funnel);
    expect(changeView(read(`${writeView(shared)}&q=a&of=event:page`), { open: null })).toEqual(funnel);
    expect(changeView(funnel, { page: 'journeys' }).own).toEqual([]);
    expect(changeView(funnel, { domain: 'example.net' }).own).toEqual([]);
  });

  it.each([
    ['/app/example.org?compare=none', { comparison: { mode: 'none' } }],
    [
      '/app/example.org?compare=year&by=week&metric=visits',
      { comparison: { mode: 'year_over_year' }, bucket: 'week', metric: 'visits' },
    ],
    [
      '/app/example.org?compare=custom&compare_from=2026-03-30&compare_to=2026-03-01',
      { comparison: { mode: 'previous_period' } },
    ],
    [
      '/app/example.org?compare=toString&metric=secret&by=year&open=',
      { comparison: { mode: 'previous_period' }, metric: 'visitors', bucket: null, open: null },
    ],
    ['/app/', { domain: null, period: { word: '28d' } }],
    ['/app/example.org', { domain: 'example.org', period: { word: '28d' } }],
    ['/app/example.org?period=7d', { period: { word: '7d' } }],
    ['/app/example.org?period=fortnight', { period: { word: '28d' } }],
    ['/app/example.org?period=day', { period: { word: 'day' } }],
    ['/app/example.org?from=2026-03-01&to=2026-03-30', { period: { from: '2026-03-01', to: '2026-03-30' } }],
    ['/app/example.org?period=7d&from=&to=', { period: { word: '7d' } }],
    ['/app/example.org?period=custom&from=2026-02-30&to=2026-03-30', { period: { word: '28d' } }],
    ['/app/example.org?period=custom&from=2026-03-30&to=2026-03-01', { period: { word: '28d' } }],
    ['/app/%E0%A4%A', { domain: '%E0%A4%A' }],
    [
      '/app/example.org?filter=is~visit:source~Google',
      {
        conditions: [{ operator: 'is', dimension: 'visit:source', values: ['Google'] }],
      },
    ],
    [
      '/app/example.org?filter=is~visit:secret~x&filter=drop~visit:source~x&filter=is~visit:source&filter=',
      {
        conditions: [],
      },
    ],
  ])('reads %s', (address, expected) => {
    expect(read(address)).toMatchObject(expected);
  });
});
