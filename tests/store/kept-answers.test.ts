/** Answers given again from memory: as long as nothing has changed that they rest on, and not a moment longer. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/stats/plan.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService, SITE_ID } from '../support/reference/counting-service.ts';
import type { Message } from '../support/reference/rows.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const DAY = 20_522; // 2026-03-10
const IDENTIFIER = 'person-1'.padEnd(21, '_');

let service: CountingService;
let reader: EventsReader;
beforeEach(() => {
  service = new CountingService();
  send(DAY, { consent: 'granted', identifier: IDENTIFIER });
  reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
});
afterEach(() => {
  reader.close();
  service.close();
  service.remove();
});

function send(day: number, more: Partial<Message> = {}): void {
  service.send({
    ...{ at: day * DAY_MS + 12 * HOUR, address: '192.0.0.9', browser: 'Firefox', deviceClass: 0, consent: 'unset' },
    ...{ identifier: null, name: 'pageview', page: '/', referrer: 'outside', action: null, messageId: null },
    ...{ leftByLink: false, ...more },
  });
  service.flush();
}

/** People, visits and pageviews of one day or several. */
const plan = (firstDay: number, lastDay = firstDay): Plan => ({
  ...{ siteId: SITE_ID, buckets: null, dimensions: [], filter: null, goals: [], cut: null },
  ...{ figures: ['visits', 'distinct'], countsVisitors: true, countsRefusals: false },
  window: { firstDay, lastDay, startsAt: firstDay * DAY_MS, endsAt: (lastDay + 1) * DAY_MS, isWholeDays: true },
});
const ask = (asked = plan(DAY)) => {
  const scan = reader.scan(asked);
  const fresh = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
  expect(scan).toEqual(fresh.scan(asked));
  fresh.close();
  return scan;
};

describe('an answer', () => {
  it('is given again while nothing changes, and worked out when that is asked for', () => {
    const first = ask();
    expect(first.groups).toMatchObject([{ sums: { visits: 1, pageviews: 1, measured: 1 } }]);
    expect(ask()).toBe(first);
    expect(reader.scan(plan(DAY), true)).not.toBe(first);
  });

  it('belongs to its own question', () => {
    ask();
    expect(ask(plan(DAY + 1)).groups).toMatchObject([{ sums: { visits: 0 } }]);
    expect(ask({ ...plan(DAY), siteId: SITE_ID + 1 }).groups).toMatchObject([{ sums: { visits: 0 } }]);
  });

  it('stays when something happens on a day that it does not rest on', () => {
    const first = ask();
    send(DAY + 9);
    expect(ask()).toBe(first);
  });

  it.each([
    ['a visit of that day', () => send(DAY, { address: '192.0.7.9' }), { visits: 2 }],
    [
      'one more page of a visit',
      () => send(DAY, { consent: 'granted', identifier: IDENTIFIER, page: '/b' }),
      { pageviews: 2 },
    ],
    ['the erasure of its visitor', () => service.erase(IDENTIFIER), { measured: 0 }],
  ] as const)('goes with %s', (_what, act, sums) => {
    const first = ask();
    act();
    service.flush();
    const second = ask();
    expect(second).not.toBe(first);
    expect(second.groups).toMatchObject([{ sums }]);
  });

  it('goes when the day becomes columns, and when it is removed', () => {
    const first = ask();
    service.seal(Number.POSITIVE_INFINITY);
    const sealed = ask();
    expect(sealed).toEqual(first);
    service.removeOldDays(DAY + 1);
    expect(ask().groups).toMatchObject([{ sums: { visits: 0 } }]);
  });
});
