/** When figures are unusual: each rule with the numbers on both sides of its bounds. */
import { describe, expect, it } from '@jest/globals';
import { findCause, hasConsentChanged, isSilent, judgeHour } from '../../src/reports/alerts/rules.ts';

describe('an hour', () => {
  it.each([
    [100, [40, 50, 45, 30], 'spike'],
    [99, [40, 50, 45, 30], null],
    [50, [0, 0, 0, 0], 'spike'],
    [49, [0, 0, 0, 0], null],
    [25, [50, 60, 70, 80], 'drop'],
    [26, [50, 60, 70, 80], null],
    [0, [49, 60, 70, 80], null],
    [60, [55, 60, 70, 80], null],
  ] as const)('of %d visits after %j is %s', (visits, before, expected) => {
    expect(judgeHour(visits, before)).toBe(expected);
  });
});

it.each([
  [0, [20, 20, 20, 20], true],
  [1, [20, 20, 20, 20], false],
  [0, [19, 200, 200, 200], false],
] as const)('hours of %d visits after %j are silent: %s', (visits, before, expected) => {
  expect(isSilent(visits, before)).toBe(expected);
});

describe('the consent rate', () => {
  const of = (accepted: number, answered: number) => ({ accepted, answered });
  it.each([
    ['ten points of many', of(400, 1000), of(2000, 4000), true],
    ['nine points of many', of(410, 1000), of(2000, 4000), false],
    ['more points by chance', of(62, 100), of(50, 100), false],
    ['more points, and beyond chance', of(75, 100), of(50, 100), true],
    ['too few answers now', of(99, 99), of(0, 4000), false],
    ['too few answers before', of(1000, 1000), of(0, 99), false],
    ['all in both', of(1000, 1000), of(1000, 1000), false],
  ] as const)('%s', (_what, now, before, expected) => {
    expect(hasConsentChanged(now, before)).toBe(expected);
  });
});

describe('the cause', () => {
  const source = (value: string, visits: number, usual: number) =>
    ({ dimension: 'visit:source', value, visits, usual }) as const;
  const page = (value: string, visits: number, usual: number) =>
    ({ dimension: 'event:page', value, visits, usual }) as const;

  it('is what makes up most of a rise, or of a fall', () => {
    const rise = [source('News', 90, 10), source('Google', 30, 20), page('/', 100, 40)];
    expect(findCause(100, rise)).toEqual({ dimension: 'visit:source', value: 'News', share: 80 });
    const fall = [source('News', 0, 30), page('/a', 10, 55), page('/b', 40, 40)];
    expect(findCause(-50, fall)).toEqual({ dimension: 'event:page', value: '/a', share: 90 });
  });

  it('is nothing when no single one does', () => {
    expect(findCause(100, [source('a', 49, 0), source('b', 49, 0), page('/', 30, 0)])).toBeNull();
    expect(findCause(0, [source('a', 49, 0)])).toBeNull();
  });
});
