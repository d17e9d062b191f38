/** Readers are warmed by questions about the largest site, never in the way of somebody who asks. */
import { describe, expect, it } from '@jest/globals';
import type { Site } from '../../src/domain/site.ts';
import { warmReaders } from '../../src/jobs/warm-readers.ts';
import type { Plan } from '../../src/stats/plan.ts';
import { SITE } from '../support/reference/counting-service.ts';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const LAST_DAY = 20_500;

/** Sites by their visits of four weeks; `isIdle` is asked before each question. */
function world(visits: readonly number[], isIdle: () => boolean = () => true) {
  const plans: { plan: Plan; isAnew: boolean | undefined }[] = [];
  const executor = {
    scan: async (plan: Plan, isAnew?: boolean) => {
      plans.push({ plan, isAnew });
      const sums = {
        ...{ visits: visits[plan.siteId] ?? 0, bounces: 0, timedVisits: 0, durationMs: 0, pageviews: 0, events: 0 },
        ...{ measured: 0, visitors: 0, low: 0, high: 0, dailySum: 0 },
        ...{ engagedPairs: 0, engagedMs: 0, scrollPairs: 0, scrollPercent: 0, revenue: [] },
      };
      return { groups: plan.dimensions.length === 0 ? [{ values: [], bucket: -1, sums }] : [], rows: 0, window: null };
    },
    firstDay: async () => null,
    lastDay: async (siteId: number) => (visits[siteId] === 0 ? null : LAST_DAY),
    get isIdle() {
      return isIdle();
    },
    mostThreads: 2,
  };
  const sites = visits.map((_, id): Site => ({ ...SITE, id, domain: `site-${id}.example` }));
  const warm = (signal = new AbortController().signal) =>
    warmReaders({ sites: () => sites, goalsOf: () => [], executor, now: () => NOW }, signal);
  /** Beyond the one question to each site that finds the largest. */
  const asked = () => plans.filter(({ plan }) => plan.figures.length > 1 || plan.dimensions.length > 0 || plan.filter);
  return { plans, asked, warm };
}

describe('readers that are warmed', () => {
  it('are asked about the largest site, each thread, up to its last day, whatever is kept', async () => {
    const { asked, warm } = world([30_000, 90_000, 0, 40_000]);
    await warm();
    expect(new Set(asked().map(({ plan }) => plan.siteId))).toEqual(new Set([1]));
    expect(asked().every(({ isAnew }) => isAnew === true)).toBe(true);
    expect(Math.max(...asked().map(({ plan }) => plan.window.lastDay))).toBe(LAST_DAY);
    const byPlan = new Map<string, number>();
    for (const { plan } of asked()) byPlan.set(JSON.stringify(plan), (byPlan.get(JSON.stringify(plan)) ?? 0) + 1);
    expect([...byPlan.values()].every((times) => times % 2 === 0)).toBe(true);
    // Of few periods: a reader keeps what it has found out about each.
    const whole = asked().filter(({ plan }) => plan.dimensions.length > 0);
    expect(new Set(whole.map(({ plan }) => plan.window.firstDay)).size).toBe(2);
  });

  it('are left alone where sites are small', async () => {
    const { asked, warm } = world([19_999, 0]);
    await warm();
    expect(asked()).toEqual([]);
  });

  it('answer whoever asks first', async () => {
    let looks = 0;
    const { asked, warm } = world([50_000], () => {
      looks += 1;
      if (looks <= 3) expect(asked()).toEqual([]);
      return looks > 3;
    });
    await warm();
    expect(asked().length).toBeGreaterThan(0);
  });

  it('are asked nothing more when the service ends', async () => {
    const end = new AbortController();
    const { asked, warm, plans } = world([50_000], () => {
      if (asked().length > 0) end.abort();
      return true;
    });
    await warm(end.signal);
    const before = plans.length;
    expect(before).toBeGreaterThan(1);
    expect(before).toBeLessThan(12);
  });
});
