/** Retention: as the slow count has it on any traffic, and what is refused. */
import { describe, expect, it, jest } from '@jest/globals';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { answerRetention } from '../../../src/stats/explorations/retention.ts';
import { dayOf } from '../../support/reference/calendar-slowly.ts';
import { retentionSlowly } from '../../support/reference/explore-slowly.ts';
import { days, explore, filters } from '../../support/reference/explored-service.ts';
import { life, lifeOf } from '../../support/reference/explored-traffic.ts';
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
      { numRuns: howOften(30, 1500) },
    );
    expect(cases.sealed).toBeGreaterThan(10);
    expect(cases.again).toBeGreaterThan(0);
    expect(cases.returned).toBeGreaterThan(4);
  });
});

describe('retention', () => {
  const asked = { site_id: 'example.org', date_range: '30d', unit: 'week', periods: 4 };

  it('counts the visit of the evening before on the first day, when consent was given in it after midnight', async () => {
    const pages: [number, string][] = [
      [0, '/'],
      [15, 'yes'],
      [24 * 60, '/'],
    ];
    const body = { ...asked, date_range: ['2026-06-11', '2026-06-11'], unit: 'day', periods: 3 };
    await explore(lifeOf('2026-06-10T23:50Z', false, pages), async ({ contexts }) => {
      for (const context of contexts) {
        const [cohort] = (await answerRetention(body, context)).results;
        expect(cohort?.periods).toEqual([
          { visitors: 1, share: 100, incomplete: false },
          { visitors: 1, share: 100, incomplete: true },
        ]);
      }
    });
  });

  it('takes nothing from before the first day, where that was counted first and the past imported later', async () => {
    const pages: [number, string][] = [
      [0, '/old'],
      [3 * 24 * 60, '/new'],
    ];
    const filters = [['is', 'visit:entry_page', ['/old']]];
    await explore(lifeOf('2026-06-08T12:00Z', true, pages), async ({ contexts, files }) => {
      for (const [index, context] of contexts.entries()) {
        const db = new Database(files[index]);
        db.exec('UPDATE visitors SET first_day = first_day + 3');
        db.close();
        const body = { ...asked, date_range: ['2026-06-08', '2026-06-14'], periods: 1 };
        expect((await answerRetention(body, context)).results[0]?.periods[0]?.visitors).toBe(1);
        expect((await answerRetention({ ...body, filters }, context)).results[0]?.periods[0]?.visitors).toBe(0);
      }
    });
  });

  it.each([
    ['no unit', { unit: undefined }, 'unit'],
    ['years', { unit: 'year' }, 'unit'],
    ['no periods', { periods: undefined }, 'periods'],
    ['half a period', { periods: 1.5 }, 'periods'],
    ['a part of a day', { date_range: '24h' }, 'date_range'],
    ['more cells than anybody can read', { date_range: '12mo', unit: 'day', periods: 365 }, 'periods'],
    ['months, a few too many', { date_range: ['1950-01-01', '2044-12-31'], unit: 'month', periods: 7 }, 'periods'],
    ['an unknown range', { date_range: 'forever' }, 'date_range'],
  ])('refuses %s and says where', async (_what, change, path) => {
    expect(await refusals(answerRetention({ ...asked, ...change }, RUNNING))).toEqual([path]);
  });

  it('refuses a century of days before it looks each of them up', async () => {
    const lookedUp = jest.spyOn(Temporal.PlainDate.prototype, 'toZonedDateTime');
    try {
      const body = { ...asked, date_range: ['1950-01-01', '2049-12-31'], unit: 'day' };
      expect(await refusals(answerRetention(body, RUNNING))).toEqual(['periods']);
      expect(lookedUp.mock.calls.length).toBeGreaterThan(0);
      expect(lookedUp.mock.calls.length).toBeLessThan(100);
    } finally {
      lookedUp.mockRestore();
    }
  });
});
