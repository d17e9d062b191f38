/** What counting means, one story at a time, through the real pipeline and a real file. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { identifierOf } from '../support/reference/random-traffic.ts';
import { readTables } from '../support/reference/read-tables.ts';
import { ERASED, type Message } from '../support/reference/rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-06-10T12:00Z');
const LATE = Date.parse('2026-06-10T23:50Z');
const TODAY = 20614;

const ALICE = { address: '192.0.0.9', browser: 'Firefox' };
const BOB = { address: '192.0.1.9', browser: 'Safari' };

let service: CountingService;
afterEach(() => service.remove());

function start(settings: Partial<CollectedSite> = {}): void {
  service = new CountingService(settings);
}

function send(at: number, more: Partial<Message> = {}): void {
  service.send({
    ...{ ...ALICE, at, deviceClass: 0, consent: 'unset', identifier: null, name: 'pageview', page: '/' },
    ...{ referrer: 'none', action: null, messageId: null, leftByLink: false },
    ...more,
  });
}

const consented = (number = 0) => ({ consent: 'granted' as const, identifier: identifierOf(number) });
const accepts = (number = 0) => ({ ...consented(number), name: 'consent', action: 'accepted' as const });
const withdraws = { name: 'consent', action: 'withdrawn' as const };

function read() {
  service.close();
  const tables = readTables(service.file);
  return {
    ...tables,
    visitors: tables.people.map(({ day, visitor }) => [Number(day) - TODAY, visitor]),
    pagesPerVisit: tables.visits.map(({ pageviews }) => pageviews),
  };
}

describe('consent in mid-visit', () => {
  it('makes five pages with the yes on the third one visitor, one visit, five pageviews', () => {
    start();
    for (const page of [1, 2, 3]) send(NOON + page * MINUTE, { page: `/${page}` });
    send(NOON + 4 * MINUTE, { page: '/3', ...accepts() });
    for (const page of [4, 5]) send(NOON + page * 2 * MINUTE, { page: `/${page}`, ...consented() });
    const { visitors, pagesPerVisit, events, visits } = read();
    expect(visitors).toEqual([[0, 1]]);
    expect(pagesPerVisit).toEqual([5]);
    expect(events.map(({ page }) => page)).toEqual(['/1', '/2', '/3', '/4', '/5']);
    expect(visits[0]).toMatchObject({ entry_page: '/1', exit_page: '/5' });
  });

  it('moves the visits of the same morning along, which carry the same day-visitor', () => {
    start();
    send(NOON - 3 * HOUR);
    send(NOON);
    send(NOON + MINUTE, accepts());
    const { visitors, visits } = read();
    expect(visitors).toEqual([[0, 1]]);
    expect(visits.map(({ ordinal }) => ordinal)).toEqual([1, 1]);
  });

  it('reaches across midnight and leaves the visit on the day on which it began', () => {
    start();
    send(LATE);
    send(LATE + 20 * MINUTE, accepts());
    send(LATE + 21 * MINUTE, consented());
    const { visitors, pagesPerVisit } = read();
    expect(visitors).toEqual([[0, 1]]);
    expect(pagesPerVisit).toEqual([2]);
  });

  it('moves nothing when the visit is over', () => {
    start();
    send(NOON);
    send(NOON + 31 * MINUTE, accepts());
    send(NOON + 32 * MINUTE, consented());
    expect(read().visitors).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('is undone by a withdrawal: one anonymous visitor, one visit', () => {
    start();
    send(NOON, consented());
    send(NOON + MINUTE, withdraws);
    send(NOON + 2 * MINUTE);
    const { visitors, pagesPerVisit } = read();
    expect(visitors).toEqual([[0, 0]]);
    expect(pagesPerVisit).toEqual([2]);
  });
});

describe('two people behind one address', () => {
  it('are two visitors when their browsers differ', () => {
    start();
    send(NOON);
    send(NOON, { browser: 'Safari' });
    expect(read().visitors).toHaveLength(2);
  });

  it('are two visitors when one of them returns with consent, who does not take over the anonymous visit', () => {
    start();
    send(NOON - 24 * HOUR, consented());
    send(NOON);
    send(NOON + MINUTE, consented());
    send(NOON + 2 * MINUTE);
    const { visitors, visits } = read();
    expect(visitors).toEqual([
      [-1, 1],
      [0, 0],
      [0, 1],
    ]);
    expect(visits.map(({ day, ordinal, pageviews }) => [Number(day) - TODAY, ordinal, pageviews])).toEqual([
      [-1, 1, 1],
      [0, 1, 2],
      [0, 2, 1],
    ]);
  });

  it('are one visitor behind one /24 with one browser: the instrument sees no more', () => {
    start();
    send(NOON, { address: '192.0.1.9' });
    send(NOON, { address: '192.0.1.77' });
    expect(read().visitors).toHaveLength(1);
  });
});

describe('a message sent again', () => {
  it('counts once', () => {
    start();
    send(NOON, { messageId: 'a' });
    send(NOON + 1, { messageId: 'a' });
    expect(service.flush()).toEqual([true, false]);
    expect(read().events).toHaveLength(1);
  });

  it('counts once across midnight', () => {
    start();
    send(LATE + 10 * MINUTE - 1, { messageId: 'a' });
    send(LATE + 10 * MINUTE + 1, { messageId: 'a' });
    expect(read().events).toHaveLength(1);
  });

  it('counts when the first transaction was refused', () => {
    start();
    send(NOON, { messageId: 'a', ...consented() });
    service.failToFlush();
    expect(readTables(service.file).events).toEqual([]);
    expect(service.flush()).toEqual([true]);
    expect(read().events).toHaveLength(1);
  });
});

describe('a visit', () => {
  it.each([
    ['goes on after 30 minutes', 30 * MINUTE, [2]],
    ['is over after a millisecond more', 30 * MINUTE + 1, [1, 1]],
  ])('%s', (_name, pause, pagesPerVisit) => {
    start();
    send(NOON);
    send(NOON + pause);
    expect(read().pagesPerVisit).toEqual(pagesPerVisit);
  });

  it('is over 12 hours after it began, however busy', () => {
    start();
    for (let at = 0; at <= 12 * HOUR; at += 20 * MINUTE) send(NOON - 12 * HOUR + at);
    expect(read().pagesPerVisit).toEqual([36, 1]);
  });

  it('with consent goes on after midnight although the key of the day has died', () => {
    start({ anonymous: 'day' });
    for (let at = LATE; at <= LATE + 80 * MINUTE; at += 20 * MINUTE) {
      service.passTime(at);
      send(at, consented());
    }
    expect(read().pagesPerVisit).toEqual([5]);
  });

  it('without consent ends at level `day` with the key, half an hour after midnight', () => {
    start({ anonymous: 'day' });
    for (let at = LATE; at <= LATE + 80 * MINUTE; at += 20 * MINUTE) send(at);
    const { pagesPerVisit, visitors } = read();
    expect(pagesPerVisit).toEqual([2, 3]);
    expect(visitors).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });

  it('with consent survives a restart; one without begins again as another day-visitor', () => {
    start();
    send(NOON, consented());
    send(NOON, BOB);
    service.restart();
    send(NOON + MINUTE, consented());
    send(NOON + MINUTE, BOB);
    const { pagesPerVisit, visitors, instrument_days } = read();
    expect(pagesPerVisit).toEqual([2, 1, 1]);
    expect(visitors).toEqual([
      [0, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(instrument_days.map(({ parts }) => parts)).toEqual([2]);
  });

  it('with consent survives a restart whose first transaction is refused', () => {
    start();
    send(NOON, consented());
    service.restart();
    send(NOON + MINUTE, consented());
    service.failToFlush();
    const { pagesPerVisit, visitors } = read();
    expect(pagesPerVisit).toEqual([2]);
    expect(visitors).toEqual([[0, 1]]);
  });
});

describe('a visitor with two rows of one day', () => {
  it('goes on after a restart with the visit that is still open', () => {
    start();
    send(NOON - 24 * HOUR, consented());
    send(NOON); // somebody else behind the same address, it seems
    send(NOON + 5 * MINUTE, consented());
    for (const minute of [25, 45]) send(NOON + minute * MINUTE);
    send(NOON + 46 * MINUTE, accepts());
    service.restart();
    send(NOON + 50 * MINUTE, consented());
    const { visitors, visits } = read();
    expect(visitors).toEqual([
      [-1, 1],
      [0, 1],
      [0, 1],
    ]);
    expect(visits.map(({ ordinal, pageviews }) => [ordinal, pageviews])).toEqual([
      [1, 1],
      [1, 4],
      [2, 1],
    ]);
  });
});

describe('an erasure', () => {
  it('leaves visits and pageviews, and begins anew with the next page', () => {
    start();
    send(NOON, consented());
    expect(service.erase(identifierOf(0))).toBe(true);
    expect(service.erase(identifierOf(0))).toBe(false);
    send(NOON + MINUTE, consented());
    const { visitors, pagesPerVisit } = read();
    expect(visitors).toEqual([
      [0, ERASED],
      [0, 2],
    ]);
    expect(pagesPerVisit).toEqual([1, 1]);
  });
});

describe('level `visits`', () => {
  it('starts a visit with each page from outside and tells nobody apart', () => {
    start({ anonymous: 'visits' });
    send(NOON, { referrer: 'outside' });
    send(NOON + MINUTE, { referrer: 'own' });
    send(NOON + 2 * MINUTE, { referrer: 'none' });
    const { visits, people, events } = read();
    expect(visits.map(({ ordinal }) => ordinal)).toEqual([0, 0]);
    expect(people).toEqual([]);
    expect(events.map(({ visit }) => visit)).toEqual([1, 0, 2]);
  });

  it('knows from the page itself that it was left by a link', () => {
    start({ anonymous: 'visits' });
    send(NOON, { page: '/a', referrer: 'outside' });
    send(NOON, { page: '/b', referrer: 'outside' });
    send(NOON + MINUTE, { page: '/a', name: 'engagement', leftByLink: true });
    expect(read().visits.map(({ left_by_link }) => left_by_link)).toEqual([1, 0]);
  });
});

describe('level `day`', () => {
  it('says nothing about two days, also while yesterday’s key still lives', () => {
    start({ anonymous: 'day' });
    for (const at of [NOON, LATE + 15 * MINUTE]) {
      for (let number = 0; number < 12; number++) send(at, { address: `198.51.${number}.1` });
      send(at, { ...BOB, ...consented() });
    }
    const { instrument_days, instrument_carries, people } = read();
    expect(instrument_days.map(({ o, s, x, y }) => [o, s, x, y])).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(instrument_carries.map(({ o, x, y }) => [o, x, y])).toEqual([[0, 0, 0]]);
    expect(people.every(({ b }) => b === 0)).toBe(true);
  });
});

describe('level `two-day`', () => {
  const crowd = (at: number, size: number) => {
    for (let number = 0; number < size; number++) send(at, { address: `198.51.${number}.1` });
  };

  it('counts who came on both days, without joining them', () => {
    start();
    crowd(NOON, 12);
    crowd(NOON + 24 * HOUR, 11);
    const { instrument_days, people } = read();
    expect(instrument_days.map(({ o }) => o)).toEqual([0, 11]);
    expect(people.every(({ visitor, b }) => visitor === 0 && b === 0)).toBe(true);
  });

  it('keeps an overlap without a date while it could name somebody', () => {
    start();
    crowd(NOON, 9);
    crowd(NOON + 24 * HOUR, 9);
    const { instrument_days, instrument_carries } = read();
    expect(instrument_days.map(({ o }) => o)).toEqual([0, 0]);
    expect(instrument_carries.map(({ o }) => o)).toEqual([9]);
  });

  it('never dates what today has left waiting on the day before', () => {
    start();
    crowd(NOON - 24 * HOUR, 12);
    crowd(NOON, 12);
    send(LATE, BOB);
    crowd(LATE + 15 * MINUTE, 5);
    send(LATE + 20 * MINUTE, { ...BOB, ...accepts() });
    const { instrument_days, instrument_carries } = read();
    expect(instrument_days.map(({ o }) => o)).toEqual([0, 12, 0]);
    expect(instrument_carries.map(({ o }) => o)).toEqual([5]);
  });

  it('dates what waits as soon as a withdrawal makes the day large enough', () => {
    start();
    crowd(NOON, 12);
    crowd(NOON + 24 * HOUR, 9);
    send(NOON + 24 * HOUR, { ...BOB, ...consented() });
    send(NOON + 24 * HOUR + MINUTE, { ...BOB, ...withdraws });
    const { instrument_days, instrument_carries } = read();
    expect(instrument_days.map(({ o }) => o)).toEqual([0, 9]);
    expect(instrument_carries.map(({ o }) => o)).toEqual([0]);
  });
});
