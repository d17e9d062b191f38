/** The fewest and the most people, one story at a time: what may be subtracted, and what a restart takes away. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { identifierOf } from '../support/reference/random-traffic.ts';
import type { Message } from '../support/reference/rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** 10 June 2026; the stories last from 10 to 14 June. */
const NOON = Date.parse('2026-06-10T12:00Z');
const dateAt = (days: number) => `2026-06-${10 + days}`;

let service: CountingService | null = null;
afterEach(() => service?.remove());

function start(settings: Partial<CollectedSite> = {}): CountingService {
  service = new CountingService(settings);
  return service;
}

function send(to: CountingService, at: number, person: number, more: Partial<Message> = {}): void {
  to.send({
    ...{ at, address: `198.51.${person}.1`, browser: 'Chrome', deviceClass: 0, consent: 'unset', identifier: null },
    ...{ name: 'pageview', page: '/', referrer: 'outside', action: null, messageId: null, leftByLink: false },
    ...more,
  });
}

function crowd(to: CountingService, at: number, size: number, more: (person: number) => Partial<Message> = () => ({})) {
  for (let person = 0; person < size; person++) send(to, at, person, more(person));
  to.flush();
}

const yes = (person: number) => ({ consent: 'granted' as const, identifier: identifierOf(person) });
const saysYes = (person: number) => ({ ...yes(person), name: 'consent', action: 'accepted' as const });

/** [the fewest, the most] people of a range, and the word for it. */
async function ask(
  from: CountingService,
  range: [string, string],
  more: Record<string, unknown> = {},
): Promise<[unknown, unknown, string]> {
  from.flush();
  const reader = new EventsReader({ file: from.file, cacheBytes: 1_000_000 });
  try {
    const { results, meta } = await answerQuery(
      { site_id: 'example.org', metrics: ['visitors_low', 'visitors_high'], date_range: range, ...more },
      {
        site: from.site,
        goals: [],
        executor: { scan: async (plan) => reader.scan(plan), firstDay: async (id) => reader.firstDay(id) },
        now: NOON,
      },
    );
    return [results[0]?.metrics[0], results[0]?.metrics[1], meta.visitors_method?.kind ?? ''];
  } finally {
    reader.close();
  }
}

describe('one day', () => {
  it('is exact: both populations are told apart', async () => {
    const site = start();
    crowd(site, NOON, 12);
    send(site, NOON, 20, yes(20));
    expect(await ask(site, [dateAt(0), dateAt(0)])).toEqual([13, 13, 'exact']);
  });

  it('in which a restart falls is a range: who came before and after was counted twice', async () => {
    const site = start();
    crowd(site, NOON, 12);
    site.restart();
    crowd(site, NOON + HOUR, 5);
    expect(await ask(site, [dateAt(0), dateAt(0)])).toEqual([12, 17, 'bounds']);
  });

  it('does not count somebody twice at least who says yes after the restart', async () => {
    const site = start();
    send(site, NOON, 1);
    site.restart();
    send(site, NOON + MINUTE, 1);
    send(site, NOON + 2 * MINUTE, 1, saysYes(1));
    expect(await ask(site, [dateAt(0), dateAt(0)])).toEqual([1, 2, 'bounds']);
  });

  it('cut by the range counts at least those inside, whatever a restart has done outside', async () => {
    const site = start();
    crowd(site, NOON, 12);
    site.restart();
    send(site, NOON + 3 * HOUR, 1);
    const evening = ['2026-06-10T14:00:00Z', '2026-06-10T23:00:00Z'] as [string, string];
    expect((await ask(site, evening)).slice(0, 2)).toEqual([1, 1]);
  });
});

describe('several days', () => {
  it('lie between the busiest day and the sum of days less the overlap, which may meet', async () => {
    const site = start();
    crowd(site, NOON - DAY, 12);
    crowd(site, NOON, 12);
    crowd(site, NOON + DAY, 15);
    expect(await ask(site, [dateAt(0), dateAt(1)])).toEqual([15, 15, 'exact']);
  });

  it('know no overlap at level `day`', async () => {
    const site = start({ anonymous: 'day' });
    crowd(site, NOON, 12);
    crowd(site, NOON + DAY, 15);
    expect(await ask(site, [dateAt(0), dateAt(1)])).toEqual([15, 27, 'bounds']);
  });

  it('are exact when everybody has said yes', async () => {
    const site = start();
    for (const day of [0, 1, 2]) crowd(site, NOON + day * DAY, 6, yes);
    expect(await ask(site, [dateAt(0), dateAt(2)])).toEqual([6, 6, 'exact']);
  });

  it('do not believe the first dated day: it may hold the overlap of days before the range', async () => {
    const site = start();
    crowd(site, NOON, 9);
    crowd(site, NOON + DAY, 9); // nine came again: too few to be dated
    for (let person = 30; person < 40; person++) send(site, NOON + 2 * DAY, person);
    for (let person = 40; person < 50; person++) send(site, NOON + 3 * DAY, person); // ten others: the nine are dated here
    expect((await ask(site, [dateAt(1), dateAt(3)])).slice(0, 2)).toEqual([10, 29]);
    expect((await ask(site, [dateAt(2), dateAt(3)])).slice(0, 2)).toEqual([10, 20]);
  });

  it('do not believe the first day of switches either', async () => {
    const site = start();
    crowd(site, NOON, 20);
    crowd(site, NOON + DAY, 20);
    for (let person = 0; person < 3; person++) send(site, NOON + DAY, person, saysYes(person)); // too few to be dated
    for (let person = 30; person < 47; person++) send(site, NOON + 2 * DAY, person);
    for (let person = 50; person < 55; person++) send(site, NOON + 2 * DAY, person, yes(person)); // now they are
    const everybody = 20 + 17 + 5;
    expect((await ask(site, [dateAt(1), dateAt(2)])).slice(0, 2)).toEqual([17 + 3 + 5, everybody]);
  });

  it('take out nothing for the first day: the day before lies outside', async () => {
    const site = start();
    crowd(site, NOON, 24);
    crowd(site, NOON + DAY, 24);
    for (let person = 0; person < 6; person++) send(site, NOON + DAY, person, saysYes(person));
    for (let person = 30; person < 50; person++) send(site, NOON + 2 * DAY, person);
    const everybody = 24 + 20;
    expect((await ask(site, [dateAt(1), dateAt(2)])).slice(0, 2)).toEqual([20 + 6, everybody]);
  });

  it('take out who was anonymous on one day and says yes on the next', async () => {
    const site = start();
    for (const day of [0, 1, 2]) {
      // Six people say yes on each day but the first, and keep to it.
      crowd(site, NOON + day * DAY, 24, (person) => (person < (day - 1) * 6 ? yes(person) : {}));
      for (let number = 0; number < (day === 0 ? 0 : 6); number++) {
        send(site, NOON + day * DAY + MINUTE, (day - 1) * 6 + number, saysYes((day - 1) * 6 + number));
      }
    }
    // On the last day 12 came again without consent, and 6 who had been anonymous the day before said yes.
    expect((await ask(site, [dateAt(1), dateAt(2)])).slice(0, 2)).toEqual([24, 12 + 18 + 12 - 12 - 6]);
    // The first pair of days is not believed: it might hold older amounts.
    expect((await ask(site, [dateAt(0), dateAt(2)])).slice(0, 2)).toEqual([24, 12 + 24 + 18 + 12 - 12 - 6]);
  });

  it('cut by the range take out only switches that lie inside', async () => {
    const site = start();
    const people = Array.from({ length: 22 }, (_, person) => person);
    for (const day of [0, 1]) for (const person of people) send(site, NOON + day * DAY, person);
    for (let person = 0; person < 6; person++) send(site, NOON + DAY, person, saysYes(person));
    for (const person of people) send(site, NOON + 2 * DAY, person, person < 6 ? yes(person) : {});
    for (let person = 6; person < 12; person++) send(site, NOON + 2 * DAY, person, saysYes(person));
    // From the evening of the second day on: nobody had been seen before in this range.
    const range: [string, string] = ['2026-06-11T18:00:00Z', '2026-06-13T00:00:00Z'];
    expect((await ask(site, range)).slice(0, 2)).toEqual([22, 22]);
  });

  it('inside a filter take out the overlap that must lie inside it', async () => {
    const site = start();
    crowd(site, NOON - DAY, 12);
    crowd(site, NOON, 12, (person) => ({ page: person < 11 ? '/shop' : '/' }));
    crowd(site, NOON + DAY, 12, (person) => ({ page: person < 11 ? '/shop' : '/' }));
    const shop = { filters: [['is', 'event:page', ['/shop']]] };
    // 12 came again; one was elsewhere on each day, so 10 of the shop's at least did.
    expect(await ask(site, [dateAt(0), dateAt(1)], shop)).toEqual([11, 12, 'bounds']);
  });
});

describe('where people are not told apart', () => {
  it('each visit may be another person or the same', async () => {
    const site = start({ anonymous: 'visits' });
    crowd(site, NOON, 3);
    send(site, NOON, 9, yes(9));
    expect(await ask(site, [dateAt(0), dateAt(0)])).toEqual([1, 4, 'bounds']);
  });

  it('each pageview may be, at level `pageviews` and after a refusal that is counted so', async () => {
    const site = start({ anonymous: 'pageviews' });
    crowd(site, NOON, 3);
    expect(await ask(site, [dateAt(0), dateAt(0)])).toEqual([1, 3, 'bounds']);
    site.remove();
    const other = start({ onRefusal: 'pageviews' });
    crowd(other, NOON, 2);
    crowd(other, NOON + MINUTE, 3, () => ({ consent: 'denied' }));
    expect(await ask(other, [dateAt(0), dateAt(0)])).toEqual([2, 5, 'bounds']);
  });
});

describe('an erasure', () => {
  it('takes the visitor out of both populations', async () => {
    const site = start();
    crowd(site, NOON, 3, yes);
    site.erase(identifierOf(1));
    expect(await ask(site, [dateAt(0), dateAt(0)])).toEqual([2, 2, 'exact']);
  });
});

describe('amounts that could not be dated', () => {
  it('are no overlap of a row on the next large days: they are of days on which the row had nobody', async () => {
    const site = start();
    const come = (day: number, from: number, size: number, page = '/') => {
      for (let person = from; person < from + size; person++) send(site, NOON + day * DAY, person, { page });
      site.flush();
    };
    for (const day of [-1, 0, 1]) come(day, 0, 12);
    for (const day of [2, 3, 4, 5, 6]) come(day, 0, 5); // five regulars, too few to be dated
    for (const day of [7, 8]) {
      come(day, 20, 4);
      come(day, 100 + day * 10, 8, '/shop'); // others on each of the two days
    }
    const shop = { filters: [['is', 'event:page', ['/shop']]] };
    const [low, high, kind] = await ask(site, [dateAt(0), dateAt(8)], shop);
    expect([low, high, kind]).toEqual([8, 16, 'bounds']);
  });

  it('are not taken over by a day that gets a late event', async () => {
    const site = start();
    for (const day of [0, 1, 2]) crowd(site, NOON + day * DAY, 12, (person) => ({ address: `10.${day}.${person}.1` }));
    // Six of day 2 come again on day 3, too few yet to be dated.
    for (let person = 0; person < 6; person++) send(site, NOON + 3 * DAY, person, { address: `10.2.${person}.1` });
    site.flush();
    send(site, NOON + 2 * DAY + HOUR, 99, { address: '10.9.9.1' });
    const [low, high] = await ask(site, [dateAt(1), dateAt(2)]);
    expect(low).toBeLessThanOrEqual(25);
    expect(high).toBeGreaterThanOrEqual(25);
  });
});
