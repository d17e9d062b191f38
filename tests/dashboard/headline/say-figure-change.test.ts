import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { sayFigureChange } from '../../../dashboard/headline/say-figure-change.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';

describe('a change of a figure', () => {
  it.each([
    ['visits', 130, 100, 30, '+30%'],
    ['visits', 5, 0, null, null],
    ['visits', 0, 0, 0, null],
    ['pageviews', 100, 100, 0, '0%'],
    ['bounce_rate', 13, 11.9, 9.2, '+1.1 points'],
    ['bounce_rate', null, 11.9, null, null],
  ] as const)('of %s, which is %j and was %j, is said as it is', (metric, now, then, change, said) => {
    const comparison = { dimensions: [], metrics: [then], change: [change] };
    const answer = { results: [{ dimensions: [], metrics: [now], comparison }], meta: { comparison: {} } };
    const [row = null] = decodeAnswer({ metrics: [metric] }, answer).rows;
    expect(sayFigureChange(metric, row, createFormat('en'), (amount) => `${amount} points`)).toBe(said);
  });
});
