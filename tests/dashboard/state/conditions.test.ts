import { describe, expect, it } from '@jest/globals';
import {
  type Condition,
  excludeValue,
  fromFilter,
  hasValue,
  negate,
  readCondition,
  toFilter,
  toggleValue,
  writeCondition,
} from '../../../dashboard/state/conditions.ts';

const google: Condition = { operator: 'is', dimension: 'visit:source', values: ['Google'] };
const french: Condition = { operator: 'is', dimension: 'visit:country', values: ['FR'] };

describe('conditions', () => {
  it.each(['a~b', '100%', '%7E', '%25', '~', ''])('survive being written: %s', (value) => {
    const condition: Condition = { operator: 'contains', dimension: 'event:page', values: [value, 'other'] };
    expect(readCondition(writeCondition(condition))).toEqual(condition);
  });

  it('are added by choosing a row, and taken away by choosing it again', () => {
    const added = toggleValue([french], 'visit:source', 'Google');
    expect(added).toEqual([french, google]);
    expect(hasValue(added, 'visit:source', 'Google')).toBe(true);
    expect(toggleValue(added, 'visit:source', 'Google')).toEqual([french]);
  });

  it('of one dimension replace each other, but leave what was excluded', () => {
    const excluded = negate({ ...google, values: ['Bing'] });
    expect(toggleValue([google, excluded], 'visit:source', 'DuckDuckGo')).toEqual([
      excluded,
      { ...google, values: ['DuckDuckGo'] },
    ]);
  });

  it.each<[string, Condition, unknown]>([
    ['is~visit:source~Google', google, ['is', 'visit:source', ['Google']]],
    [
      'matches/i~event:page~^/docs',
      { operator: 'matches', dimension: 'event:page', values: ['^/docs'], ignoresCase: true },
      ['matches', 'event:page', ['^/docs'], { case_sensitive: false }],
    ],
    [
      'has_not_done~is~event:props:plan~pro~free',
      { operator: 'is', dimension: 'event:props:plan', values: ['pro', 'free'], done: 'has_not_done' },
      ['has_not_done', ['is', 'event:props:plan', ['pro', 'free']]],
    ],
  ])('read %s, and are asked for so', (text, condition, filter) => {
    expect(readCondition(text)).toEqual(condition);
    expect(writeCondition(condition)).toBe(text);
    expect(toFilter(condition)).toEqual(filter);
    expect(fromFilter(filter)).toEqual(condition);
  });

  it('read a segment as what it is called', () => {
    const condition: Condition = { operator: 'is_not', dimension: 'segment', values: ['Readers'] };
    expect(readCondition('is_not~segment~Readers')).toEqual(condition);
    expect(toFilter(condition)).toEqual(['is_not', 'segment', ['Readers']]);
  });

  it.each(['has_done', 'has_done~has_done~is~event:page~/', 'is/g~event:page~/', '/i~event:page~/', 'has_done~is'])(
    'are not %s',
    (text) => {
      expect(readCondition(text)).toBe(null);
    },
  );

  it('leave a value out beside others that are, and no longer ask for it', () => {
    const bing: Condition = { ...google, operator: 'is_not', values: ['Bing'] };
    expect(excludeValue([french, google, bing], 'visit:source', 'Google')).toEqual([
      french,
      { ...bing, values: ['Bing', 'Google'] },
    ]);
    expect(excludeValue([french], 'visit:source', 'Google')).toEqual([french, { ...google, operator: 'is_not' }]);
    const any: Condition = { ...bing, ignoresCase: true };
    expect(excludeValue([any], 'visit:source', 'Google')).toEqual([any, { ...google, operator: 'is_not' }]);
  });

  it('of whole visits are reversed as a whole', () => {
    expect(negate({ ...google, done: 'has_done' })).toEqual({ ...google, done: 'has_not_done' });
  });

  it('are their own opposite twice reversed', () => {
    expect(negate(google).operator).toBe('is_not');
    expect(negate(negate(google))).toEqual(google);
  });
});
