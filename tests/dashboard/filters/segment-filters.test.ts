import { describe, expect, it } from '@jest/globals';
import { renameSegment, toConditions, toSavable } from '../../../dashboard/filters/segment-filters.ts';
import { type Condition, SEGMENT } from '../../../dashboard/state/conditions.ts';

const google: Condition = { operator: 'is', dimension: 'visit:source', values: ['Google'] };
const readers: Condition = { operator: 'is', dimension: SEGMENT, values: ['Readers'] };
const FILTERS = [['is', 'event:section', ['/docs/']]];
const SEGMENTS = [{ id: 1, name: 'Readers', filters: FILTERS }];

describe('the filters of a segment', () => {
  it('are conditions where one can say them', () => {
    expect(
      toConditions({ filters: [['has_done', ['contains', 'event:page', ['a'], { case_sensitive: false }]]] }),
    ).toEqual([{ operator: 'contains', dimension: 'event:page', values: ['a'], ignoresCase: true, done: 'has_done' }]);
    for (const filter of [
      ['or', FILTERS],
      ['not', FILTERS[0]],
      ['is', 'visit:secret', ['x']],
      ['has_done', ['has_done', FILTERS[0]]],
      ['is', 'visit:source', []],
      'all',
    ])
      expect(toConditions({ filters: [filter] })).toBe(null);
  });

  it('are those in force, with a segment among them written out', () => {
    expect(toSavable([google], SEGMENTS)).toEqual([['is', 'visit:source', ['Google']]]);
    expect(toSavable([google, readers], SEGMENTS)).toEqual([['is', 'visit:source', ['Google']], ...FILTERS]);
    expect(toSavable([{ ...readers, operator: 'is_not' }], SEGMENTS)).toEqual([['not', ['and', FILTERS]]]);
    expect(toSavable([], SEGMENTS)).toBe(null);
    expect(toSavable([{ ...readers, values: ['Nobody'] }], SEGMENTS)).toBe(null);
    expect(toSavable([{ ...readers, values: ['Readers', 'Others'] }], SEGMENTS)).toBe(null);
  });
});

describe('a segment in the address', () => {
  it('goes by its new name, or goes', () => {
    const both: Condition = { ...readers, values: ['Readers', 'Others'] };
    expect(renameSegment([google, both], 'Readers', 'New')).toEqual([google, { ...both, values: ['New', 'Others'] }]);
    expect(renameSegment([google, both], 'Readers', null)).toEqual([google, { ...both, values: ['Others'] }]);
    expect(renameSegment([google, readers], 'Readers', null)).toEqual([google]);
  });
});
