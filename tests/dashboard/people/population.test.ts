import { describe, expect, it } from '@jest/globals';
import { isOfConsentAlone } from '../../../dashboard/people/population.ts';
import { readCondition } from '../../../dashboard/state/conditions.ts';

function isOf(...texts: string[]): boolean {
  return isOfConsentAlone(texts.map((text) => readCondition(text)).filter((each) => each !== null));
}

describe('a question', () => {
  it.each([
    'is~visit:new~new',
    'is~visit:new~new~returning',
    'is_not~visit:new~(not set)',
    'has_done~is~visit:new~returning',
    'is~visit:consent~granted',
    'is_not~visit:consent~anonymous~(not set)',
  ])('is of visitors with consent alone when it asks %s', (text) => {
    expect(isOf('is~visit:source~Google', text)).toBe(true);
  });

  it.each([
    'is~visit:source~new',
    'is~visit:new~new~(not set)',
    'is_not~visit:new~new',
    'has_not_done~is~visit:new~new',
    'is~visit:consent~granted~anonymous',
    'is_not~visit:consent~anonymous',
    'contains~visit:new~e',
  ])('is of others too when it asks %s', (text) => {
    expect(isOf(text)).toBe(false);
  });

  it('is of everybody when it asks nothing', () => {
    expect(isOf()).toBe(false);
  });
});
