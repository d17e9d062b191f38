import { describe, expect, it } from '@jest/globals';
import { changeInterval } from '../../../dashboard/headline/change-interval.ts';
import type { People } from '../../../dashboard/people/people.ts';
import { visitorsDiffer } from '../../../src/stats/compare-periods.ts';

function people(best: number | null, low: number, high: number): People {
  return { kind: best === null ? 'bounds' : low === high ? 'exact' : 'estimate', best, low, high };
}

const counted = ({ best, low, high }: People) => ({ visitors: best, low, high });

describe('the interval of a change of visitors', () => {
  it('is that of the quotient: by hand', () => {
    // ln 1.25 = 0.2231, reaches ln 1.1 = 0.0953 and ln 1.2 = 0.1823: together 0.2057.
    expect(changeInterval(people(250, 230, 275), people(200, 170, 240))).toEqual({ low: 2, high: 54 });
  });

  it('has the width of the one that is estimated, where the other is exact', () => {
    expect(changeInterval(people(150, 125, 165), people(100, 100, 100))).toEqual({ low: 25, high: 80 });
  });

  it.each([
    ['both are exact', people(5, 5, 5), people(4, 4, 4)],
    ['one is a range', people(null, 10, 90), people(50, 40, 60)],
    ['nobody was there before', people(5, 4, 6), people(0, 0, 0)],
    // They do not touch, though one reaches far on its other side.
    ['it would deny what is certain', people(300, 280, 900), people(200, 30, 270)],
  ])('is not told where %s', (_when, now, then) => {
    expect(changeInterval(now, then)).toBeNull();
  });

  it('agrees with the verdict of the server: without nothing in it where visitors differ, with it where they may not', () => {
    const sides = [
      people(100, 90, 112),
      people(120, 95, 160),
      people(150, 140, 165),
      people(40, 40, 40),
      people(1, 1, 3),
    ];
    const seen = new Set<boolean | null>();
    for (const now of sides)
      for (const then of sides) {
        const interval = changeInterval(now, then);
        if (interval === null) continue;
        const differ = visitorsDiffer(counted(then), counted(now));
        expect(interval.low > 0 || interval.high < 0).toBe(differ);
        seen.add(differ);
      }
    expect([...seen].sort()).toEqual([false, true]);
  });
});
