/** What a form of a goal sends, what it refuses, and how goals and money are said. */
import { describe, expect, it } from '@jest/globals';
import { decodeGoals } from '../../../dashboard/api/goal-figures.ts';
import {
  EMPTY_GOAL,
  findMistakes,
  type GoalDraft,
  readDetails,
  toGoalForm,
} from '../../../dashboard/goals/goal-form.ts';
import { sayRule } from '../../../dashboard/goals/say-goal.ts';
import { explore } from '../../../dashboard/i18n/en/explore.ts';
import { texts as first } from '../../../dashboard/i18n/en/texts.ts';

const texts = { ...first, ...explore };

const draft = (changes: Partial<GoalDraft>): GoalDraft => ({ ...EMPTY_GOAL, ...changes });

describe('a form of a goal', () => {
  it('sends the fields of its kind alone', () => {
    const full = { event: ' Sign up ', props: 'plan=pro\n\n a=b ', page: '/docs', scroll: '50', name: ' ' };
    expect(toGoalForm(draft({ ...full, kind: 'event' }))).toEqual({
      event: 'Sign up',
      prop: ['plan=pro', 'a=b'],
      name: '',
    });
    expect(toGoalForm(draft({ ...full, kind: 'page' }))).toEqual({ page: '/docs', name: '' });
    expect(toGoalForm(draft({ ...full, kind: 'scroll' }))).toEqual({ page: '/docs', scroll: '50', name: '' });
  });

  it('names the fields that cannot be', () => {
    expect(findMistakes(draft({}))).toEqual(['event']);
    expect(findMistakes(draft({ kind: 'page', page: 'docs' }))).toEqual(['page']);
    expect(findMistakes(draft({ kind: 'scroll', page: '**', scroll: '101' }))).toEqual(['scroll']);
    expect(findMistakes(draft({ kind: 'scroll', page: '/a', scroll: '75' }))).toEqual([]);
    expect(
      readDetails([
        { path: 'prop', message: '' },
        { path: 'other', message: '' },
      ]),
    ).toEqual(['prop']);
  });
});

describe('goals in words', () => {
  it('say what fulfils them', () => {
    const goal = { name: 'a', kind: 'event', event: 'Sign up', props: [['plan', 'pro']] } as const;
    expect(sayRule(goal, texts)).toBe('Event Sign up, plan = pro');
    expect(sayRule({ name: 'a', kind: 'scroll', path: '/docs', depth: 75 }, texts)).toBe('75% of page /docs');
  });

  it('carry their revenue beside their figures', () => {
    const metrics = [4, 4, 4, 5, 12.5, { value: 60, currency: 'EUR' }, { value: 12, currency: 'EUR' }];
    const { figures, hasCurrencies } = decodeGoals({
      results: [
        { dimensions: ['Buy'], metrics },
        { dimensions: ['Read'], metrics: [1, 1, 1, 1, 1, null, null] },
      ],
      meta: { metric_warnings: { total_revenue: {} } },
    });
    expect(figures.get('Buy')?.money('total_revenue')).toEqual({ value: 60, currency: 'EUR' });
    expect(figures.get('Buy')?.money('average_revenue')).toMatchObject({ value: 12 });
    expect(figures.get('Buy')?.figure('conversion_rate')).toBe(12.5);
    expect([figures.get('Read')?.money('total_revenue'), hasCurrencies]).toEqual([null, true]);
  });
});
