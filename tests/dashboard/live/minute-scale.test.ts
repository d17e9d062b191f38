import { expect, it } from '@jest/globals';
import { topOf } from '../../../dashboard/live/minute-scale.ts';

it.each([
  [[], 2],
  [[0, 0], 2],
  [[1, null, 2], 2],
  [[3], 4],
  [[10], 10],
  [[11], 20],
  [[12, 47], 60],
  [[100], 100],
  [[101], 200],
  [[8_400], 10_000],
])('the scale of %j ends at %i', (minutes, top) => {
  expect(topOf(minutes)).toBe(top);
  expect(Number.isInteger(topOf(minutes) / 2)).toBe(true);
});
