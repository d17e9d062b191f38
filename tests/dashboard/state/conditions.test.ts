import { describe, expect, it } from '@jest/globals';
import {
  type Condition,
  hasValue,
  negate,
  readCondition,
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

  it('are their own opposite twice reversed', () => {
    expect(negate(google).operator).toBe('is_not');
    expect(negate(negate(google))).toEqual(google);
  });
});
