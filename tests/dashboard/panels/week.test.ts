import { describe, expect, it } from '@jest/globals';
import { coverageOf } from '../../../dashboard/panels/newness-coverage.ts';
import { spreadWeek } from '../../../dashboard/panels/week.ts';

const row = (values: string[], visits: number | null) => ({ values, figure: () => visits });

describe('the hours of a week', () => {
  it('are none where there is no row, and know the most', () => {
    const { visitsOf, most } = spreadWeek([row(['1', '09'], 7), row(['7', '23'], 12)]);
    expect([visitsOf('1', '09'), visitsOf('7', '23'), visitsOf('1', '10'), most]).toEqual([7, 12, 0, 12]);
    expect(spreadWeek([]).most).toBe(1);
  });

  it('add up by hour, by day, and all together', () => {
    const rows = [row(['1', '09'], 7), row(['1', '10'], 2), row(['7', '09'], 12)];
    const { ofHour, ofDay, all } = spreadWeek(rows);
    expect([ofHour('09'), ofHour('10'), ofHour('11'), ofDay('1'), ofDay('7'), ofDay('2'), all]).toEqual([
      19, 2, 0, 9, 12, 0, 21,
    ]);
  });
});

describe('the coverage of new and returning', () => {
  it.each([
    ['of three rows', [row(['new'], 1), row(['returning'], 2), row(['(not set)'], 9)], 0.25],
    ['without anybody', [], null],
    ['with a hidden row', [row(['new'], 1), row(['(not set)'], null)], null],
  ])('%s', (_what, rows, expected) => {
    expect(coverageOf(rows)).toBe(expected);
  });
});
