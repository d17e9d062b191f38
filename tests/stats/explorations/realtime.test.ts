/** Current visitors: as the slow count has them on any traffic, at any moment after it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerRealtime } from '../../../src/stats/explorations/realtime.ts';
import { realtimeSlowly } from '../../support/reference/explore-slowly.ts';
import { explore } from '../../support/reference/explored-service.ts';
import { life } from '../../support/reference/explored-traffic.ts';
import { howOften } from '../../support/soak.ts';

const MINUTE = 60_000;
/** Minutes after the last event. */
const later = fc.constantFrom(0, 1, 4, 5, 12, 29, 30, 31);

describe('on any traffic current visitors', () => {
  it('are whom the slow count finds, whatever is sealed, late, erased or still rows', async () => {
    const cases = { sealed: 0, identified: 0, anonymous: 0, uncounted: 0 };
    await fc.assert(
      fc.asyncProperty(life, fc.array(later, { minLength: 5, maxLength: 5 }), async (each, minutes) => {
        await explore(each, async ({ contexts, slow, sealed, now }) => {
          cases.sealed += sealed.days;
          for (const moment of minutes.map((wait) => now + wait * MINUTE)) {
            const expected = realtimeSlowly(slow, moment);
            for (const context of contexts) {
              const { results } = await answerRealtime({ ...context, now: moment });
              expect(results).toEqual(expected);
              const { identified, anonymous, uncounted_pageviews } = results.last_30_minutes;
              if ((identified ?? 0) > 0) cases.identified += 1;
              if ((anonymous ?? 0) > 0) cases.anonymous += 1;
              if ((uncounted_pageviews ?? 0) > 0) cases.uncounted += 1;
            }
          }
        });
      }),
      { numRuns: howOften(40, 3000) },
    );
    expect(cases.sealed).toBeGreaterThan(10);
    expect(Math.min(cases.identified, cases.anonymous, cases.uncounted)).toBeGreaterThan(1);
  });
});
