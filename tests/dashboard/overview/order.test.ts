/** The order of sites in the overview, what is added up over them, and the file of it. */
import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../../../dashboard/api/api-error.ts';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { FIGURES, type SiteFigures } from '../../../dashboard/overview/ask-figures.ts';
import { orderAfter, readOrder, sortSites, sumOf } from '../../../dashboard/overview/order.ts';
import { rowsOf } from '../../../dashboard/overview/rows-of.ts';
import { PEOPLE_METRICS } from '../../../dashboard/people/people.ts';

const METRICS = [...PEOPLE_METRICS, ...FIGURES] as const;

/** @param figures visitors, their bounds, visits, pageviews, bounce rate */
function answered(figures: readonly (number | null)[]): SiteFigures {
  const change = [10, null, null, -5, 2, 0];
  const row = { dimensions: [], metrics: figures, comparison: { metrics: figures, change } };
  return { totals: decodeAnswer({ metrics: METRICS }, { results: [row] }), bucket: 'day', line: [], buckets: 0 };
}

const FIGURES_BY_SITE = new Map<string, SiteFigures | ApiError>([
  ['a.example', answered([5, 5, 5, 9, 12, 50])],
  ['b.example', answered([null, 2, 20, 30, 40, 10])],
  ['c.example', answered([null, null, null, null, null, null])],
  ['d.example', new ApiError(503, 'unavailable', '')],
]);
const SITES = ['d.example', 'c.example', 'b.example', 'a.example', 'e.example'];

describe('the order', () => {
  it.each([
    ['visits', ['b', 'a', 'c', 'd', 'e']],
    ['visits:asc', ['a', 'b', 'c', 'd', 'e']],
    ['visitors', ['b', 'a', 'c', 'd', 'e']],
    ['bounce_rate:desc', ['a', 'b', 'c', 'd', 'e']],
    ['site', ['a', 'b', 'c', 'd', 'e']],
    ['site:desc', ['e', 'd', 'c', 'b', 'a']],
    ['nonsense', ['b', 'a', 'c', 'd', 'e']],
  ])('%s', (asked, sorted) => {
    expect(sortSites(SITES, FIGURES_BY_SITE, readOrder(asked))).toEqual(sorted.map((name) => `${name}.example`));
  });

  it('is turned round by a second press', () => {
    expect(orderAfter(readOrder(undefined), 'pageviews')).toBe('pageviews:asc');
    expect(orderAfter(readOrder('visits:asc'), 'visits')).toBe('visits:desc');
    expect(orderAfter(readOrder('visits'), 'site')).toBe('site:asc');
  });
});

it('adds up what is told, and says of how many sites nothing is', () => {
  expect(sumOf('pageviews', SITES, FIGURES_BY_SITE)).toEqual({ sum: 52, hidden: 1 });
});

it('is a file with the names of the API, empty where nothing may be told', () => {
  expect(rowsOf(['b.example', 'd.example'], FIGURES_BY_SITE)).toEqual([
    [
      ...['site', 'visitors', 'visitors_low', 'visitors_high', 'visits', 'pageviews', 'bounce_rate'],
      ...['change:visitors', 'change:visits', 'change:pageviews', 'change:bounce_rate'],
    ],
    ['b.example', null, 2, 20, 30, 40, 10, 10, -5, 2, 0],
    ['d.example', ...Array.from({ length: 10 }, () => null)],
  ]);
});
