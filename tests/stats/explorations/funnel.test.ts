/** Funnels: as the slow count has them on any traffic, and as a reader of the documentation expects. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerFunnel } from '../../../src/stats/explorations/funnel.ts';
import { funnelSlowly } from '../../support/reference/explore-slowly.ts';
import { explore, filters, range, step } from '../../support/reference/explored-service.ts';
import { life, lifeOf } from '../../support/reference/explored-traffic.ts';
import { howOften } from '../../support/soak.ts';
import { RUNNING, refusals } from './refusals.ts';

const question = fc.record({
  range,
  filters,
  steps: fc.array(step, { minLength: 2, maxLength: 4 }),
  withinDays: fc.option(fc.constantFrom(1, 2, 7, 30), { freq: 2 }),
});

describe('on any traffic a funnel', () => {
  it('is what the slow count finds, whatever is sealed, late, erased or still rows', async () => {
    const cases = { sealed: 0, again: 0, twoSteps: 0, daysApart: 0 };
    await fc.assert(
      fc.asyncProperty(life, fc.array(question, { minLength: 8, maxLength: 8 }), async (each, questions) => {
        await explore(each, async ({ contexts, slow, sealed, spanOf }) => {
          cases.sealed += sealed.days;
          cases.again += sealed.again;
          for (const { steps, withinDays, ...asked } of questions) {
            const { date_range, span } = spanOf(asked.range);
            const expected = funnelSlowly(slow, span, { filters: asked.filters, steps, withinDays });
            const body = {
              ...{ site_id: 'example.org', date_range, filters: asked.filters },
              steps: steps.map((filter) => ({ filter })),
              ...(withinDays !== null && { within: { days: withinDays } }),
            };
            for (const context of contexts) {
              const { results, meta } = await answerFunnel(body, context);
              expect({ results, ...meta }).toEqual(expected);
              const second = results[1]?.visits ?? results[1]?.visitors ?? 0;
              if (second > 0) cases[withinDays === null ? 'twoSteps' : 'daysApart'] += 1;
            }
          }
        });
      }),
      { numRuns: howOften(30, 1500) },
    );
    expect(cases.sealed).toBeGreaterThan(10);
    expect(cases.again).toBeGreaterThan(0);
    expect(Math.min(cases.twoSteps, cases.daysApart)).toBeGreaterThan(4);
  });
});

describe('a funnel', () => {
  const page = (path: string) => ({ filter: ['is', 'event:page', [path]] });
  const asked = { site_id: 'example.org', date_range: '7d', steps: [page('/'), page('/shop')] };

  it.each([
    [24 * 60, 1],
    [24 * 60 + 1, 0],
  ])(
    'within a day takes a step %i minutes after the first one, whenever their visits began: %i',
    async (minutes, taken) => {
      // The first step comes after midnight, in a visit of the day before.
      const pages: [number, string][] = [
        [0, '/'],
        [20, '/shop'],
        [minutes - 5, '/'],
        [5, '/shop/cart'],
      ];
      const body = {
        ...{ site_id: 'example.org', date_range: ['2026-06-10', '2026-06-10'], within: { days: 1 } },
        steps: [{ name: 'Shop', ...page('/shop') }, page('/shop/cart')],
      };
      await explore(lifeOf('2026-06-10T23:50Z', true, pages), async ({ contexts }) => {
        for (const context of contexts) {
          expect((await answerFunnel(body, context)).results).toEqual([
            { name: 'Shop', visitors: 1, of_first: 100, of_previous: 100, drop_off: 0 },
            { name: 'Step 2', visitors: taken, of_first: 100 * taken, of_previous: 100 * taken, drop_off: 1 - taken },
          ]);
        }
      });
    },
  );

  it.each([
    ['no steps', { steps: undefined }, 'steps'],
    ['one step', { steps: [page('/')] }, 'steps'],
    ['eleven steps', { steps: Array.from({ length: 11 }, () => page('/')) }, 'steps'],
    ['a step without a filter', { steps: [page('/'), { name: 'Shop' }] }, 'steps[1]'],
    ['a step without a name', { steps: [page('/'), { ...page('/shop'), name: '' }] }, 'steps[1].name'],
    [
      'a filter of nothing known',
      { steps: [page('/'), { filter: ['and', [['is', 'event:colour', ['red']]]] }] },
      'steps[1].filter[1][0][1]',
    ],
    ['a step that is no filter', { steps: [page('/'), { filter: 'shop' }] }, 'steps[1].filter'],
    ['no day at all', { within: { days: 0 } }, 'within'],
    ['a hundred days', { within: { days: 100 } }, 'within'],
    ['another range of time', { within: 'session' }, 'within'],
    ['an unknown range', { date_range: 'forever' }, 'date_range'],
    ['a filter of the visits that is none', { filters: [['is']] }, 'filters[0][1]'],
  ])('refuses %s and says where', async (_what, change, path) => {
    expect(await refusals(answerFunnel({ ...asked, ...change }, RUNNING))).toContain(path);
  });

  it('names every mistake at once', async () => {
    const body = { site_id: 'example.org', date_range: 'forever', filters: 3, steps: [], within: 3 };
    expect(await refusals(answerFunnel(body, RUNNING))).toEqual(['date_range', 'filters', 'steps', 'within']);
  });
});
