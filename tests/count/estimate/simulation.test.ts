/**
 * A short form of `npm run bench -- uniques`: simulated people whose number is known, a few cells with fixed seeds. The margins
 * fail a correct estimator in one of ten thousand choices of seeds, so that a red test means a change for the worse.
 */
import { describe, expect, it } from '@jest/globals';
import { replicate } from '../../../bench/uniques/replicate.ts';
import { type Scenario, USUALLY_MERGED } from '../../../bench/uniques/scenario.ts';
import { Sites } from '../../../bench/uniques/site.ts';
import { atMost, mean, summarise } from '../../../bench/uniques/summarise.ts';
import { howOften } from '../../support/soak.ts';

const DAYS = 30;
const REPLICATIONS = howOften(20, 200);
const FALSE_ALARM = 1e-4;
/** Standard errors beyond which a mean lies with that chance on one of both sides. */
const DEVIATIONS = 3.9;
/** What the estimate promises: bias in percent, and coverage. */
const MOST_BIAS = 6;
const LEAST_COVERAGE = 0.9;
/** The half-width of the interval in percent of the people: a wide enough interval would hold anything. */
const CELLS: readonly (Pick<Scenario, 'consent' | 'share'> & { widest: number })[] = [
  { consent: 'random', share: 0.2, widest: 20 },
  { consent: 'device', share: 0.4, widest: 14 },
  { consent: 'positive', share: 0.2, widest: 18 },
  { consent: 're-asked', share: 0.2, widest: 16 },
];

describe('the estimate of simulated people', () => {
  const sites = new Sites();

  it.each(CELLS)('holds what it promises of $consent consent, $share', ({ consent, share, widest }) => {
    const scenario: Scenario = { consent, share, size: 165, merged: USUALLY_MERGED };
    const outcomes = Array.from({ length: REPLICATIONS }, (_, seed) => replicate(scenario, sites, seed, [DAYS])).flat();
    const whole = summarise(scenario, outcomes, DAYS, 0);
    expect(whole.admitted).toBe(REPLICATIONS);
    expect(whole.brokenLimits).toBe(0);
    const deviation = Math.sqrt(whole.rmse ** 2 - whole.bias ** 2);
    expect(Math.abs(whole.bias)).toBeLessThan(MOST_BIAS + (DEVIATIONS * deviation) / Math.sqrt(REPLICATIONS));
    expect(whole.halfWidth).toBeLessThan(widest);
    for (const view of [0, 1, 3]) {
      const { coverage, admitted } = summarise(scenario, outcomes, DAYS, view);
      const chance = atMost(Math.round(coverage * admitted), admitted, LEAST_COVERAGE);
      expect(chance).toBeGreaterThan(FALSE_ALARM);
    }
  });

  it('is needed: the sum of days is far off, and E1 where regulars accept more', () => {
    const scenario: Scenario = { consent: 'positive', share: 0.2, size: 165, merged: USUALLY_MERGED };
    const outcomes = [0, 1, 2].flatMap((seed) => replicate(scenario, sites, seed, [DAYS]));
    const { dailySum, e1 } = summarise(scenario, outcomes, DAYS, 0);
    expect(dailySum).toBeGreaterThan(60);
    expect(e1).toBeLessThan(-25);
  });

  it('comes out the same each time', () => {
    const scenario: Scenario = { consent: 're-asked', share: 0.4, size: 165, merged: 0.05 };
    const [first, second] = [0, 0].map((seed) => replicate(scenario, new Sites(), seed, [7, 30]));
    expect(second).toEqual(first);
    expect(mean((first ?? []).map(({ truth }) => truth))).toBeGreaterThan(100);
  });
});
