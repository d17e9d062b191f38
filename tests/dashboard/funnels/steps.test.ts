/** Steps of a funnel: in the address and back, and as they are asked. */
import { describe, expect, it } from '@jest/globals';
import { decodeFunnel } from '../../../dashboard/api/explorations.ts';
import { sayFunnel, steepest } from '../../../dashboard/funnels/say-funnel.ts';
import {
  EMPTY_STEP,
  isComplete,
  moveItem,
  readStep,
  readSteps,
  readWithin,
  type Step,
  toFunnelBody,
  writeStep,
} from '../../../dashboard/funnels/steps.ts';
import { explore } from '../../../dashboard/i18n/en/explore.ts';
import { texts as first } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';

const texts = { ...first, ...explore };

const page = (value: string, more: Partial<Step> = {}): Step => ({ ...EMPTY_STEP, value, ...more });

describe('a step in the address', () => {
  it.each<[Step, string]>([
    [page('/docs/', { match: 'starts', name: 'Reading' }), 'page~starts~/docs/~Reading'],
    [page('/'), 'page~is~/'],
    [page(''), 'page~is~'],
    [page('/50%~7E', { name: 'a~b' }), 'page~is~/50%25%7E7E~a%7Eb'],
    [{ subject: 'goal', match: 'is', value: 'Sign up', name: '' }, 'goal~is~Sign up'],
  ])('%j is %s, and read back the same', (step, text) => {
    expect(writeStep(step)).toBe(text);
    expect(readStep(text)).toEqual(step);
  });

  it('is left out when it is none, and takes no part of an event’s name', () => {
    expect([readStep(''), readStep('visit~is~a'), readStep('page~matches~a')]).toEqual([null, null, null]);
    expect(readStep('event~starts~a')?.match).toBe('is');
  });

  it('is one of two at least, and of ten at most', () => {
    expect(readSteps([])).toEqual([EMPTY_STEP, EMPTY_STEP]);
    expect(readSteps(['page~is~/'])).toEqual([page('/'), EMPTY_STEP]);
    expect(readSteps(Array.from({ length: 12 }, () => 'page~is~/'))).toHaveLength(10);
    expect([isComplete(readSteps([])), isComplete([page('/'), page('/a')])]).toEqual([false, true]);
  });

  it('lies so many days from the first as may be', () => {
    expect(['7', '0', '91', 'a', undefined].map(readWithin)).toEqual([7, null, null, null, null]);
  });
});

describe('steps', () => {
  it('are asked as filters; a beginning is a pattern without meaning of its own', () => {
    const steps = [page('/a.b/(c)', { match: 'starts' }), page('x', { match: 'contains', name: 'X' })];
    expect(toFunnelBody({ steps, withinDays: 7 })).toEqual({
      steps: [
        { filter: ['matches', 'event:page', ['^/a\\.b/\\(c\\)']] },
        { name: 'X', filter: ['contains', 'event:page', ['x']] },
      ],
      within: { days: 7 },
    });
    expect(toFunnelBody({ steps: [], withinDays: null })).toMatchObject({ within: 'visit' });
  });

  it('change places with their neighbours', () => {
    expect(moveItem(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moveItem(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});

describe('a funnel in words', () => {
  const answer = decodeFunnel({
    results: [
      { name: 'A', visits: 100, identified: 40, anonymous: 60, of_first: 100, of_previous: 100, drop_off: 0 },
      { name: 'B', visits: 30, identified: 10, anonymous: 20, of_first: 30, of_previous: 30, drop_off: 70 },
      { name: 'C', visits: null, identified: null, anonymous: null, of_first: null, of_previous: null, drop_off: null },
    ],
    meta: { counts: 'visits', coverage: {}, disclosure: { rounded_to: 10, smallest: 5 } },
  });
  const base = { domain: 'a', dateRange: 'day', conditions: [] };
  const steps = [page('/a'), page('/b'), page('/c')];

  it('says who began, who came to the end, and where most were lost', () => {
    expect(steepest(answer.steps)).toEqual({ index: 1, dropOff: 70 });
    expect(sayFunnel({ question: { base, steps, withinDays: null }, answer }, texts, createFormat('en'))).toBe(
      '100 visits took the first step, < 5 came to the last one (–). Most were lost before /b: 70.',
    );
  });

  it('says nothing of where most were lost when there is one place only', () => {
    const two = { ...answer, steps: answer.steps.slice(0, 2) };
    expect(
      sayFunnel(
        { question: { base, steps: steps.slice(0, 2), withinDays: null }, answer: two },
        texts,
        createFormat('en'),
      ),
    ).toBe('100 visits took the first step, 30 came to the last one (30%).');
  });

  it('says when there was nobody', () => {
    const nobody = decodeFunnel({ results: [{ visits: 0 }, { visits: 0 }], meta: {} });
    expect(sayFunnel({ question: { base, steps, withinDays: null }, answer: nobody }, texts, createFormat('en'))).toBe(
      'Nobody took the first step in this period.',
    );
  });
});
