import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { comparePeople } from '../../../dashboard/headline/compare-people.ts';
import { PEOPLE_METRICS } from '../../../dashboard/people/people.ts';

type Figures = readonly (number | null)[];

function compare(now: Figures, then: Figures, change: number | null, differ: boolean | null) {
  const comparison = { dimensions: [], metrics: then, change: [change, null, null], visitors_differ: differ };
  const answer = { results: [{ dimensions: [], metrics: now, comparison }], meta: { comparison: {} } };
  const [row] = decodeAnswer({ metrics: PEOPLE_METRICS }, answer).rows;
  return row?.before ? comparePeople(row, row.before) : 'nothing to compare';
}

describe('the visitors of two periods', () => {
  it.each([
    ['both are exact', [110, 110, 110], [100, 100, 100], 10, true, { verdict: 'exact', change: 10 }],
    [
      'they differ by more than is uncertain',
      [110, 105, 115],
      [90, 85, 95],
      22.2,
      true,
      { verdict: 'larger', change: 22.2 },
    ],
    ['they may be the same', [110, 95, 125], [100, 85, 115], 10, false, { verdict: 'within', change: 10 }],
    ['nobody can tell', [110, 105, 115], [null, 40, 200], null, null, { verdict: 'unknown', change: null }],
    ['their ranges lie apart', [null, 300, 900], [null, 40, 200], null, true, { verdict: 'more', change: null }],
    [
      'their ranges lie apart the other way',
      [null, 40, 200],
      [null, 300, 900],
      null,
      true,
      { verdict: 'fewer', change: null },
    ],
    ['there was nobody before', [5, 5, 5], [0, 0, 0], null, true, { verdict: 'nobody', change: null }],
  ] as const)('are compared with an honest word when %s', (_when, now, then, change, differ, expected) => {
    expect(compare(now, then, change, differ)).toEqual(expected);
  });

  it('are not compared when one of them is unknown', () => {
    expect(compare([5, 5, 5], [], null, null)).toBeNull();
  });
});
