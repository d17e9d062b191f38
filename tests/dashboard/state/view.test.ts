import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FILTER_DIMENSIONS, OPERATORS } from '../../../dashboard/state/conditions.ts';
import { PERIOD_WORDS } from '../../../dashboard/state/period.ts';
import { readView, type View, writeView } from '../../../dashboard/state/view.ts';

function read(address: string): View {
  const { pathname, search } = new URL(address, 'https://count.example.org');
  return readView(pathname, search);
}

const anyText = fc.string({ unit: 'grapheme' });

describe('the address of a view', () => {
  it('says everything that the view shows, whatever the values are', () => {
    const condition = fc.record({
      operator: fc.constantFrom(...OPERATORS),
      dimension: fc.constantFrom(...FILTER_DIMENSIONS),
      values: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    });
    const view = fc.record({
      domain: fc.constantFrom('example.org', 'a b.example', 'été.example'),
      period: fc.oneof(
        fc.constantFrom(...PERIOD_WORDS).map((word) => ({ word })),
        fc.constant({ from: '2026-03-01', to: '2026-03-30' }),
      ),
      conditions: fc.array(condition, { maxLength: 4 }),
      tabs: fc.array(fc.constantFrom('cities', 'sources'), { maxLength: 2 }),
      more: fc.array(fc.constantFrom('pages', 'places'), { maxLength: 2 }),
      asTable: fc.boolean(),
    });
    fc.assert(
      fc.property(view, (given) => {
        expect(read(writeView(given))).toEqual(given);
      }),
    );
  });

  it('stays readable', () => {
    const view: View = {
      domain: 'example.org',
      period: { from: '2026-03-01', to: '2026-03-30' },
      conditions: [{ operator: 'is', dimension: 'event:page', values: ['/a/b'] }],
      tabs: ['cities'],
      more: [],
      asTable: false,
    };
    expect(writeView(view)).toBe(
      '/app/example.org?period=custom&from=2026-03-01&to=2026-03-30&filter=is~event:page~/a/b&tab=cities',
    );
  });

  it.each([
    ['/app/', { domain: null, period: { word: 'day' } }],
    ['/app/example.org', { domain: 'example.org', period: { word: 'day' } }],
    ['/app/example.org?period=7d', { period: { word: '7d' } }],
    ['/app/example.org?period=fortnight', { period: { word: 'day' } }],
    ['/app/example.org?from=2026-03-01&to=2026-03-30', { period: { from: '2026-03-01', to: '2026-03-30' } }],
    ['/app/example.org?period=7d&from=&to=', { period: { word: '7d' } }],
    ['/app/example.org?period=custom&from=2026-02-30&to=2026-03-30', { period: { word: 'day' } }],
    ['/app/example.org?period=custom&from=2026-03-30&to=2026-03-01', { period: { word: 'day' } }],
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
