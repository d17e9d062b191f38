/** Answers given again from memory: as long as nothing has changed that they rest on, and not a moment longer. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/stats/plan.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { KeptAnswers } from '../../src/store/sqlite/reader/kept-answers.ts';
import { CountingService, SITE_ID } from '../support/reference/counting-service.ts';
import type { Message } from '../support/reference/rows.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const DAY = 20_522; // 2026-03-10
const IDENTIFIER = 'person-1'.padEnd(21, '_');

let service: CountingService;
let reader: EventsReader;
let kept: KeptAnswers;
/** How often a question was worked out, not only looked up. */
let workedOut: number;
beforeEach(() => {
  service = new CountingService();
  send(DAY, { consent: 'granted', identifier: IDENTIFIER });
  reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
  workedOut = 0;
  kept = new KeptAnswers(async (asked, knownState) => {
    const answered = reader.answer(asked, knownState);
    if (answered.scan !== null) workedOut += 1;
    return answered;
  });
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
  ...{ figures: ['visits', 'events', 'distinct'], countsVisitors: true, countsRefusals: false },
  window: { firstDay, lastDay, startsAt: firstDay * DAY_MS, endsAt: (lastDay + 1) * DAY_MS, isWholeDays: true },
});
const ask = async (asked = plan(DAY)) => {
  const scan = await kept.ask(asked, false);
  const fresh = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
  expect(scan).toEqual(fresh.scan(asked));
  fresh.close();
  return scan;
};

describe('an answer', () => {
  it('is given again while nothing changes, and worked out when that is asked for', async () => {
    const first = await ask();
    expect(first.groups).toMatchObject([{ sums: { visits: 1, pageviews: 1, measured: 1 } }]);
    expect(await ask()).toBe(first);
    expect(await kept.ask(plan(DAY), true)).not.toBe(first);
    expect(workedOut).toBe(2);
  });

  it('belongs to its own question', async () => {
    await ask();
    expect((await ask(plan(DAY + 1))).groups).toMatchObject([{ sums: { visits: 0 } }]);
    expect((await ask({ ...plan(DAY), siteId: SITE_ID + 1 })).groups).toMatchObject([{ sums: { visits: 0 } }]);
  });

  it('stays when something happens on a day that it does not rest on', async () => {
    const first = await ask();
    send(DAY + 9);
    expect(await ask()).toBe(first);
  });

  it.each([
    ['a visit of that day', () => send(DAY, { address: '192.0.7.9' }), { visits: 2 }],
    [
      'one more page of a visit',
      () => send(DAY, { consent: 'granted', identifier: IDENTIFIER, page: '/b' }),
      { pageviews: 2 },
    ],
    ['the erasure of its visitor', () => service.erase(IDENTIFIER), { measured: 0 }],
  ] as const)('goes with %s', async (_what, act, sums) => {
    const first = await ask();
    act();
    service.flush();
    const second = await ask();
    expect(second).not.toBe(first);
    expect(second.groups).toMatchObject([{ sums }]);
  });

  it('goes when the day becomes columns, and when it is removed', async () => {
    const first = await ask();
    service.seal(Number.POSITIVE_INFINITY);
    const sealed = await ask();
    expect(sealed).toEqual(first);
    service.removeOldDays(DAY + 1);
    expect((await ask()).groups).toMatchObject([{ sums: { visits: 0 } }]);
  });

  it('is worked out once when several ask for it at the same time, and again when something happens meanwhile', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(workedOut).toBe(1);
    for (const answer of answers) expect(answer).toBe(answers[0]);
    // The third one is asked after the visit: it may not be given what those before have seen.
    const first = kept.ask(plan(DAY), true);
    const second = kept.ask(plan(DAY), false);
    send(DAY, { address: '192.0.7.9' });
    const third = kept.ask(plan(DAY), false);
    expect((await first).groups).toMatchObject([{ sums: { visits: 1 } }]);
    await second;
    expect((await third).groups).toMatchObject([{ sums: { visits: 2 } }]);
  });

  it('is worked out by the next who asks when it could not be', async () => {
    let tries = 0;
    const failing = new KeptAnswers(async (asked, knownState) => {
      tries += 1;
      if (tries === 1) throw new Error('the reader thread has ended');
      return reader.answer(asked, knownState);
    });
    const [first, second] = await Promise.allSettled([failing.ask(plan(DAY), false), failing.ask(plan(DAY), false)]);
    expect(first).toMatchObject({ status: 'rejected' });
    expect(second).toMatchObject({ status: 'fulfilled', value: { groups: [{ sums: { visits: 1 } }] } });
  });

  it('is forgotten with its site, also when it is being worked out', async () => {
    await ask();
    kept.forget(SITE_ID + 1);
    await ask();
    expect(workedOut).toBe(1);
    const underWay = kept.ask(plan(DAY), true);
    kept.forget(SITE_ID);
    await underWay;
    await ask();
    expect(workedOut).toBe(3);
  });
});
