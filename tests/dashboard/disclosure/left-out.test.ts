import { describe, expect, it } from '@jest/globals';
import { mayLeaveOut } from '../../../dashboard/disclosure/left-out.ts';
import { leavesOut } from '../../../src/stats/disclosure/describe-disclosure.ts';

describe('rows that are left out', () => {
  it.each(
    [null, 5, 10].flatMap((smallest) =>
      [0, 1, 2].flatMap((dimensions) => [true, false].map((isShared) => [smallest, dimensions, isShared] as const)),
    ),
  )(
    'are spoken of where the server leaves them out: fewer than %s by %i dimensions, shared %s',
    (smallest, dimensions, isShared) => {
      const told = { disclosure: smallest === null ? null : { rounded_to: 10, smallest } };
      const rule = { roundedTo: 10, smallest, omitsHidden: isShared };
      expect(mayLeaveOut(told, dimensions, isShared)).toBe(leavesOut(rule, dimensions));
    },
  );

  it('are not spoken of where figures are rounded and none is hidden', () => {
    expect(mayLeaveOut({ disclosure: { rounded_to: 10, smallest: null } }, 2, true)).toBe(false);
  });
});
