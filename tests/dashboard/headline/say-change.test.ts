import { describe, expect, it } from '@jest/globals';
import { sayChange } from '../../../dashboard/headline/say-change.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';

describe('a change of people', () => {
  it.each([
    ['exact', 8.2, '+8.2%'],
    ['larger', -40, '\u221240%'],
    ['within', -3, '≈\u00a0\u22123%'],
    ['within', 0, '≈\u00a00%'],
    ['unknown', 12, '≈\u00a0+12%'],
    ['within', null, null],
    ['more', null, null],
    ['nobody', null, null],
  ] as const)('that is %s and of %j percent is said as %j', (verdict, change, said) => {
    expect(sayChange({ verdict, change }, createFormat('en'))).toBe(said);
  });
});
