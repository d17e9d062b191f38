/** On which days of a window an observed overlap is the window's own. */
import { describe, expect, it } from '@jest/globals';
import { OverlapLedger } from '../../src/count/window-bounds.ts';

/** Days 1, 2, 3 … with so many anonymous visitors and fresh identifiers. */
function ledgerOf(anonymous: number[], fresh: number[] = []): OverlapLedger {
  const counters = { o: 0, s: 0, x: 0, y: 0, z: 0, returned: 0, level: 'two-day', parts: 1, largestPart: 0 };
  return new OverlapLedger(
    anonymous.map((each, index) => ({ ...counters, day: index + 1, anonymous: each, fresh: fresh[index] ?? 9 })),
  );
}

describe('days whose overlap is compared', () => {
  it.each([
    ['all but the first, which follows a large day', [20, 20, 20, 20], { after: 2, until: 4 }],
    ['only after the first dated day, which may hold older amounts', [5, 5, 20, 20, 20], { after: 4, until: 5 }],
    ['none after the last dated one, whose overlap still waits', [20, 20, 20, 20, 5], { after: 2, until: 4 }],
    ['also undated ones in between, which the next dated day takes over', [20, 20, 5, 20, 20], { after: 2, until: 5 }],
  ])('are %s', (_case, anonymous, expected) => {
    expect(ledgerOf(anonymous).comparedDays(2, anonymous.length)).toEqual(expected);
  });

  it('are none where no pair of days is large', () => {
    const { after, until } = ledgerOf([20, 5, 20, 5]).comparedDays(2, 4);
    expect(until).toBe(after);
  });

  it('are, for fresh identifiers, those with enough of them', () => {
    expect(ledgerOf([20, 20, 20, 20], [9, 9, 9, 1]).comparedSwitchDays(2, 4)).toEqual({ after: 2, until: 3 });
  });
});
