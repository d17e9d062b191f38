/** What a reader keeps between questions, models of windows and what was found of the whole: used again while nothing changes, never longer. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Buckets, Filter, Plan } from '../../src/stats/plan.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService, SITE_ID } from '../support/reference/counting-service.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const DAY = 20_522; // 2026-03-10
/** Enough of both for an estimate: 40 identified visitors of two days are needed, 20 anonymous ones a day. */
const [IDENTIFIED, ANONYMOUS] = [60, 90];
const BROWSERS = ['Firefox', 'Chrome'];

let service: CountingService;
let reader: EventsReader;
beforeEach(() => {
  service = new CountingService();
  for (let day = DAY; day < DAY + 3; day++) visit(day, 12, IDENTIFIED, ANONYMOUS);
  reader = new EventsReader({ file: service.file, cacheBytes: 20_000_000 });
});
afterEach(() => {
  reader.close();
  service.close();
  service.remove();
});

/** Visits of a day, one each; of the anonymous, some were there the day before. */
function visit(day: number, hour: number, identified: number, anonymous: number): void {
  for (let person = 0; person < identified + anonymous; person++) {
    const isKnown = person < identified;
    const network = isKnown ? person : (person + day * 40) % 200;
    service.send({
      ...{ at: day * DAY_MS + hour * HOUR + person * 1000, address: `192.${isKnown ? 1 : 2}.${network}.9` },
      ...{ browser: BROWSERS[person % 2] ?? '', deviceClass: person % 3, consent: isKnown ? 'granted' : 'unset' },
      ...{ identifier: isKnown ? `person-${person}`.padEnd(21, '_') : null, name: 'pageview', page: `/${person % 4}` },
      ...{ referrer: 'outside', action: null, messageId: null, leftByLink: false },
    });
  }
  service.flush();
}

const IS_FIREFOX: Filter = {
  ...{ kind: 'compare', operator: 'is', dimension: 'visit:browser', values: ['Firefox'], caseSensitive: true },
};
const DAYS: Buckets = {
  ...{ unit: 'week', starts: [DAY * DAY_MS, (DAY + 2) * DAY_MS], firstDays: [DAY, DAY + 2], labels: ['a', 'b'] },
};

const plan = (more: Partial<Plan> = {}, lastDay = DAY + 2): Plan => ({
  ...{ siteId: SITE_ID, buckets: null, dimensions: [], filter: null, goals: [], cut: null },
  ...{ figures: ['visits', 'distinct'], countsVisitors: true, countsRefusals: false },
  window: { firstDay: DAY, lastDay, startsAt: DAY * DAY_MS, endsAt: (lastDay + 1) * DAY_MS, isWholeDays: true },
  ...more,
});
/** The same window in many questions, and another window; those after the first find what it has left. */
const QUESTIONS: readonly Plan[] = [
  plan(),
  plan({ dimensions: ['visit:browser'] }),
  plan({ dimensions: ['event:page'] }),
  plan({ filter: IS_FIREFOX }),
  plan({ filter: IS_FIREFOX, dimensions: ['visit:device'] }),
  plan({ dimensions: ['time'], buckets: DAYS }),
  plan({}, DAY + 1),
  plan({ dimensions: ['visit:browser'] }, DAY + 1),
];

/** Asks everything twice, and holds each answer equal to that of a reader who knows nothing. */
function askAll(): void {
  for (const question of [...QUESTIONS, ...QUESTIONS]) {
    const fresh = new EventsReader({ file: service.file, cacheBytes: 20_000_000 });
    expect(reader.scan(question)).toEqual(fresh.scan(question));
    fresh.close();
  }
}

describe('what is kept between questions', () => {
  it('answers as if nothing were kept', () => {
    expect(reader.scan(plan()).window).toMatchObject({ kind: 'estimate', estimator: 'E3' });
    askAll();
    // A filter's whole is not the site's.
    expect(reader.scan(plan({ filter: IS_FIREFOX })).window?.inputs.measured).toBe(IDENTIFIED / 2);
    expect(reader.scan(plan()).window?.inputs.measured).toBe(IDENTIFIED);
  });

  it.each([
    ['another visit', () => visit(DAY + 2, 15, 10, 30)],
    ['an erasure', () => service.erase('person-3'.padEnd(21, '_'))],
    ['days that become columns', () => service.seal(Number.POSITIVE_INFINITY)],
    ['days that are removed', () => service.removeOldDays(DAY + 1)],
  ])('is right after %s', (_what, act) => {
    askAll();
    act();
    service.flush();
    askAll();
  });

  it('is let go where there is no room for it', () => {
    reader.close();
    reader = new EventsReader({ file: service.file, cacheBytes: 1000 });
    askAll();
  });
});
