/** Retention: as the slow count has it on any traffic, and what is refused. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerRetention } from '../../../src/stats/explorations/retention.ts';
import { dayOf } from '../../support/reference/calendar-slowly.ts';
import { retentionSlowly } from '../../support/reference/explore-slowly.ts';
import { days, explore, filters } from '../../support/reference/explored-service.ts';
import { life } from '../../support/reference/explored-traffic.ts';
import { howOften } from '../../support/soak.ts';
import { RUNNING, refusals } from './refusals.ts';

const question = fc.record({
  range: days,
  filters,
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  periods: fc.constantFrom(1, 3, 8),
});

describe('on any traffic retention', () => {
  it('is what the slow count finds, whatever is sealed, late, erased or still rows', async () => {
    const cases = { sealed: 0, again: 0, returned: 0 };
    await fc.assert(
      fc.asyncProperty(life, fc.array(question, { minLength: 6, maxLength: 6 }), async (each, questions) => {
        await explore(each, async ({ contexts, slow, sealed, spanOf, now, timeZone }) => {
          cases.sealed += sealed.days;
          cases.again += sealed.again;
          for (const { range, ...asked } of questions) {
            const { date_range, span } = spanOf(range);
            const { results, coverage } = retentionSlowly(slow, span, dayOf(now, timeZone), asked);
            for (const context of contexts) {
              const answer = await answerRetention({ site_id: 'example.org', date_range, ...asked }, context);
              expect(answer.results).toEqual(results);
              expect(answer.meta).toEqual({ coverage, is_lower_bound: true });
              cases.returned += answer.results.filter(({ periods }) => (periods[1]?.visitors ?? 0) > 0).length;
            }
          }
        });
      }),
      { numRuns: howOften(40, 1500) },
    );
    expect(cases.sealed).toBeGreaterThan(30);
    expect(cases.again).toBeGreaterThan(5);
    expect(cases.returned).toBeGreaterThan(20);
  });
});

describe('retention', () => {
  const asked = { site_id: 'example.org', date_range: '30d', unit: 'week', periods: 4 };

  it.each([
    ['no unit', { unit: undefined }, 'unit'],
    ['years', { unit: 'year' }, 'unit'],
    ['no periods', { periods: undefined }, 'periods'],
    ['half a period', { periods: 1.5 }, 'periods'],
    ['a part of a day', { date_range: '24h' }, 'date_range'],
    ['more cells than anybody can read', { date_range: '12mo', unit: 'day', periods: 365 }, 'periods'],
    ['an unknown range', { date_range: 'forever' }, 'date_range'],
  ])('refuses %s and says where', async (_what, change, path) => {
    expect(await refusals(answerRetention({ ...asked, ...change }, RUNNING))).toEqual([path]);
  });
});
