import { describe, expect, it } from '@jest/globals';
import { DIMENSION_GROUPS } from '../../../dashboard/filters/dimension-groups.ts';
import { addText, choose, mistakeIn, PROPERTY, startDraft, toCondition } from '../../../dashboard/filters/draft.ts';
import { type Condition, FILTER_DIMENSIONS, SEGMENT } from '../../../dashboard/state/conditions.ts';

const fresh = startDraft(null);

describe('a filter in the making', () => {
  it.each<Condition>([
    { operator: 'is', dimension: 'visit:source', values: ['Google', 'Bing'] },
    { operator: 'matches_not', dimension: 'event:page', values: ['^/docs'], ignoresCase: true, done: 'has_done' },
    { operator: 'contains', dimension: 'event:props:plan', values: ['pro'], done: 'has_not_done' },
    { operator: 'is_not', dimension: SEGMENT, values: ['Readers'] },
  ])('begins as the one that is edited: %j', (condition) => {
    expect(toCondition(startDraft(condition))).toEqual(condition);
  });

  it('begins anew with the page, and wants nothing but its value', () => {
    expect(toCondition({ ...fresh, text: '/docs' })).toEqual({
      operator: 'is',
      dimension: 'event:page',
      values: ['/docs'],
    });
  });

  it('takes what stands in the field for a value, once, without spaces around it', () => {
    const draft = { ...choose(fresh, 'visit:source'), values: ['Google'], text: ' Bing ' };
    expect(addText(draft)).toMatchObject({ values: ['Google', 'Bing'], text: '' });
    expect(addText({ ...draft, text: 'Google' }).values).toEqual(['Google']);
    expect(toCondition(draft)?.values).toEqual(['Google', 'Bing']);
    expect(addText({ ...draft, operator: 'matches', text: 'a ' }).values).toEqual(['Google', 'a ']);
  });

  it('loses its values with another dimension, and an operator that the other lacks', () => {
    const draft = { ...choose(fresh, 'event:page'), operator: 'matches', values: ['^/'], done: 'has_done' } as const;
    expect(choose(draft, 'event:page')).toBe(draft);
    expect(choose(draft, 'visit:city')).toEqual({ ...fresh, choice: 'visit:city', operator: 'matches' });
    expect(choose(draft, SEGMENT).operator).toBe('is');
  });

  it('says nothing of whole visits where a visit has one value', () => {
    const draft = { ...choose(fresh, 'visit:city'), done: 'has_done', text: 'Paris' } as const;
    expect(toCondition(draft)).toEqual({ operator: 'is', dimension: 'visit:city', values: ['Paris'] });
  });

  it('names what is missing, in the order of the fields', () => {
    expect(mistakeIn(fresh)).toBe('missingValue');
    expect(mistakeIn({ ...choose(fresh, PROPERTY), text: 'x' })).toBe('missingProperty');
    expect(mistakeIn({ ...choose(fresh, PROPERTY), property: 'plan' })).toBe('missingValue');
    expect(mistakeIn({ ...choose(fresh, PROPERTY), property: 'plan', text: 'pro' })).toBe(null);
  });
});

describe('the list of dimensions', () => {
  it('has each of them once', () => {
    const offered = Object.values(DIMENSION_GROUPS).flat();
    expect(offered.toSorted()).toEqual([...FILTER_DIMENSIONS, PROPERTY, SEGMENT].toSorted());
  });
});
