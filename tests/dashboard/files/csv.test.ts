import { describe, expect, it } from '@jest/globals';
import { tableOfAnswer } from '../../../dashboard/files/table-of-answer.ts';
import { writeCsv } from '../../../dashboard/files/write-csv.ts';

describe('comma-separated values', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['a=b', 'a=b'],
    ['=A,"B"', '"\'=A,""B"""'],
    ['two\nlines', '"two\nlines"'],
    [-2, '-2'],
    ['', ''],
    [null, ''],
    ['a,b', '"a,b"'],
  ])('write %j as %j', (cell, expected) => {
    expect(writeCsv([[cell]])).toBe(`\ufeff${expected}\r\n`);
  });

  it('have the columns of the question, two for an amount, and say what is hidden', () => {
    const answer = {
      query: { dimensions: ['event:goal'], metrics: ['visitors', 'total_revenue'] },
      meta: { disclosure: { smallest: 5 } },
      results: [
        { dimensions: ['Purchase'], metrics: [12, { value: 9.5, currency: 'EUR' }] },
        { dimensions: ['Sign up'], metrics: [null, null], hidden: ['visitors'] },
      ],
    };
    expect(tableOfAnswer(answer)).toEqual([
      ['event:goal', 'visitors', 'total_revenue', 'total_revenue_currency'],
      ['Purchase', 12, 9.5, 'EUR'],
      ['Sign up', '<5', '', ''],
    ]);
    expect(tableOfAnswer(answer, ['Sign up']).slice(1)).toEqual([['Sign up', '<5', '', '']]);
    expect(tableOfAnswer(answer, ['Nobody']).slice(1)).toEqual([]);
  });
});
