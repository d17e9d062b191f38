/** Journeys: as the slow count has them on any traffic, and what is refused. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerJourneys } from '../../../src/stats/explorations/journeys.ts';
import { journeysSlowly } from '../../support/reference/explore-slowly.ts';
import { explore, filters, range } from '../../support/reference/explored-service.ts';
import { life, PAGES } from '../../support/reference/explored-traffic.ts';
import { howOften } from '../../support/soak.ts';
import { RUNNING, refusals } from './refusals.ts';

const question = fc
  .record({
    range,
    filters,
    page: fc.constantFrom(null, '/nowhere', ...PAGES, ...PAGES),
    direction: fc.constantFrom('next' as const, 'previous' as const),
    depth: fc.integer({ min: 1, max: 3 }),
    limit: fc.constantFrom(1, 3, 1000),
  })
  .map((asked) => (asked.page === null ? { ...asked, direction: 'next' as const } : asked));

describe('on any traffic journeys', () => {
  it('are what the slow count finds, whatever is sealed, late, erased or still rows', async () => {
    const cases = { sealed: 0, again: 0, long: 0 };
    await fc.assert(
      fc.asyncProperty(life, fc.array(question, { minLength: 8, maxLength: 8 }), async (each, questions) => {
        await explore(each, async ({ contexts, slow, sealed, spanOf }) => {
          cases.sealed += sealed.days;
          cases.again += sealed.again;
          for (const asked of questions) {
            const { date_range, span } = spanOf(asked.range);
            const expected = journeysSlowly(slow, span, asked);
            const { range: _words, ...body } = asked;
            for (const context of contexts) {
              const { results, meta } = await answerJourneys({ site_id: 'example.org', date_range, ...body }, context);
              expect({ results, meta }).toEqual(expected);
              cases.long += results.filter(({ pages }) => pages.length > 1).length;
            }
          }
        });
      }),
      { numRuns: howOften(30, 1500) },
    );
    expect(cases.sealed).toBeGreaterThan(10);
    expect(cases.again).toBeGreaterThan(0);
    expect(cases.long).toBeGreaterThan(10);
  });
});

describe('journeys', () => {
  const asked = { site_id: 'example.org', date_range: '30d', page: '/' };

  it.each([
    ['looking back from nowhere', { page: undefined, direction: 'previous' }, 'page'],
    ['a page without a name', { page: '' }, 'page'],
    ['a direction that is none', { direction: 'up' }, 'direction'],
    ['a depth of four', { depth: 4 }, 'depth'],
    ['no rows', { limit: 0 }, 'limit'],
    ['an unknown range', { date_range: 'forever' }, 'date_range'],
  ])('refuse %s and say where', async (_what, change, path) => {
    expect(await refusals(answerJourneys({ ...asked, ...change }, RUNNING))).toEqual([path]);
  });
});
