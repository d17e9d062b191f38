import { describe, expect, it } from '@jest/globals';
import { decodeAnswer, type Question } from '../../../dashboard/api/query.ts';
import { hasNoLoss } from '../../../dashboard/lists/find-loss.ts';
import { PEOPLE_METRICS } from '../../../dashboard/people/people.ts';

type Figures = readonly (number | null)[];

function isSaid(
  first: { now: Figures; before: Figures; change: number | null; differ: boolean | null } | null,
  more: { question?: Partial<Question>; disclosure?: object } = {},
): boolean {
  const rows =
    first === null
      ? []
      : [
          {
            dimensions: ['/a'],
            metrics: first.now,
            comparison: {
              dimensions: ['/a'],
              metrics: first.before,
              change: [first.change],
              visitors_differ: first.differ,
            },
          },
        ];
  const meta = { comparison: {}, ...(more.disclosure && { disclosure: more.disclosure }) };
  const answer = decodeAnswer({ metrics: PEOPLE_METRICS }, { results: rows, meta });
  return hasNoLoss({ order: ['change:visitors', 'asc'], offset: 0, ...more.question }, answer);
}

const WITHIN = { now: [90, 80, 100], before: [100, 90, 110], change: -10, differ: false };

describe('a list that begins with what lost most', () => {
  it.each([
    ['may be chance', true, WITHIN],
    ['is a gain', true, { now: [9, 9, 9], before: [5, 5, 5], change: 80, differ: true }],
    ['cannot be told', true, { now: [null, 1, 9], before: [null, 2, 20], change: null, differ: null }],
    ['is exact', false, { now: [0, 0, 0], before: [60, 60, 60], change: -100, differ: true }],
    ['is larger than its uncertainty', false, { now: [50, 45, 55], before: [90, 80, 100], change: -44, differ: true }],
    ['is of ranges that lie apart', false, { now: [null, 1, 9], before: [null, 20, 30], change: null, differ: true }],
  ] as const)('whose first change %s says that nothing was lost: %j', (_which, expected, first) => {
    expect(isSaid(first)).toBe(expected);
  });

  it('says nothing when it is empty, ordered otherwise, on another page, or not told whole', () => {
    expect(isSaid(null)).toBe(false);
    expect(isSaid(WITHIN, { question: { order: ['change:visitors', 'desc'] } })).toBe(false);
    expect(isSaid(WITHIN, { question: { order: ['visitors', 'asc'] } })).toBe(false);
    expect(isSaid(WITHIN, { question: { offset: 50 } })).toBe(false);
    expect(isSaid(WITHIN, { disclosure: { rounded_to: 10, smallest: 10 } })).toBe(false);
  });
});
