/** The life of a day key, as the custody log tells it, on a virtual clock. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { DayKeys } from '../../src/count/day-keys.ts';
import { Calendar } from '../../src/lib/calendar.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { readTables } from '../support/reference/read-tables.ts';
import type { Message } from '../support/reference/rows.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.parse('2026-06-10T12:00Z');
const MIDNIGHT = Date.parse('2026-06-11T00:00Z');
const TODAY = 20614;

let service: CountingService | null = null;
afterEach(() => {
  service?.remove();
  service = null;
});

function start(settings: Partial<CollectedSite> = {}): CountingService {
  service = new CountingService(settings);
  return service;
}

function view(at: number, visitor = 0): Message {
  return {
    ...{ address: `192.0.${visitor}.9`, browser: 'Firefox', at, deviceClass: 0, consent: 'unset', identifier: null },
    ...{ name: 'pageview', page: '/', referrer: 'none', action: null, messageId: null, leftByLink: false },
  };
}

function send(to: CountingService, at: number): void {
  to.send(view(at));
  to.flush();
}

describe('the custody log', () => {
  it.each([
    ['day', 30 * MINUTE],
    ['two-day', 24 * HOUR + 30 * MINUTE],
  ] as const)('says that a key of level %s has expired on time', (level, afterMidnight) => {
    const counting = start({ anonymous: level });
    send(counting, NOON);
    const [held] = counting.listKeys();
    expect(held).toMatchObject({ day: TODAY, level, createdAt: NOON, carried: 0, destroyedAt: null, ending: null });
    counting.passTime(MIDNIGHT + afterMidnight - 1);
    expect(counting.listKeys()).toEqual([held]);
    counting.passTime(MIDNIGHT + afterMidnight);
    expect(counting.listKeys()).toEqual([{ ...held, ending: 'expired', destroyedAt: MIDNIGHT + afterMidnight }]);
    counting.close();
  });

  it('keeps a key open through restarts that carry it, and counts them', () => {
    const counting = start();
    send(counting, NOON);
    counting.restartCarrying('folder');
    counting.restartCarrying('hand-over');
    expect(counting.listKeys()).toMatchObject([{ carried: 2, ending: null }]);
    counting.restart();
    expect(counting.listKeys()).toMatchObject([{ carried: 2, ending: 'service stopped' }]);
    counting.close();
  });

  it('finds a key lost at the next start, and forgets keys after 25 months', () => {
    const counting = start();
    send(counting, NOON);
    counting.kill();
    send(counting, NOON + HOUR); // carried by the folder
    rmSync(counting.memoryFile);
    counting.kill();
    send(counting, NOON + 2 * HOUR);
    expect(counting.listKeys().map(({ ending }) => ending)).toEqual([null, 'lost with the process']);
    counting.passTime(Date.parse('2028-07-09T12:00Z'));
    counting.restart();
    expect(counting.listKeys()).toHaveLength(2);
    counting.passTime(Date.parse('2028-07-10T12:00Z') + 3 * HOUR);
    counting.restart();
    expect(counting.listKeys()).toEqual([]);
    counting.close();
  });

  it('is told once of a key whose first transaction was refused', () => {
    const counting = start();
    counting.send(view(NOON));
    counting.failToFlush();
    expect(counting.listKeys()).toEqual([]);
    counting.flush();
    expect(counting.listKeys()).toHaveLength(1);
    counting.close();
  });
});

describe('a carried key', () => {
  it('whose time is over is destroyed at the start, and counts no more', () => {
    const counting = start();
    send(counting, NOON);
    send(counting, MIDNIGHT + HOUR);
    counting.restartCarrying('folder');
    send(counting, MIDNIGHT + 49 * HOUR); // two days later
    expect(counting.listKeys().map(({ ending }) => ending)).toEqual([null, 'expired', 'expired']);
    counting.close();
  });

  it('still sees who was here yesterday', () => {
    const counting = start();
    for (let visitor = 0; visitor < 10; visitor++) counting.send(view(NOON, visitor));
    counting.restartCarrying('folder');
    for (let visitor = 0; visitor < 10; visitor++) counting.send(view(NOON + 24 * HOUR, visitor));
    counting.close();
    const days = readTables(counting.file).instrument_days;
    expect(days.map(({ parts, o }) => [parts, o])).toEqual([
      [1, 0],
      [1, 10],
    ]);
  });

  it('makes the same hashes, and none once the keys are released', () => {
    const make = () =>
      new DayKeys({
        ...{ calendar: new Calendar(), onCreated: () => {}, onDestroyed: () => {} },
        random: (length) => createHash('sha256').update('a key').digest().subarray(0, length),
      });
    const [old, next] = [make(), make()];
    const site = { id: 7, timezone: 'UTC' };
    const hash = old.hash(site, 'two-day', NOON, 'a browser');
    next.adopt(JSON.parse(JSON.stringify(old.carryAll())));
    expect(next.hash(site, 'two-day', NOON, 'a browser')).toEqual(hash);
    expect(next.carryAll()).toEqual(old.carryAll());
    old.release();
    expect(old.carryAll()).toEqual([]);
    expect(() => old.hash(site, 'two-day', NOON, 'a browser')).toThrow('The service is stopping.');
  });
});
