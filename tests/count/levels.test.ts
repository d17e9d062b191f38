/** What each level of the table of levels really computes and leaves on disk. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DayKeys } from '../../src/count/day-keys.ts';
import { ANONYMOUS_LEVELS, isHashLevel, LEVELS } from '../../src/domain/levels.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { live, scenario } from '../support/reference/random-traffic.ts';
import { readTables } from '../support/reference/read-tables.ts';
import type { Message } from '../support/reference/rows.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-06-10T12:00Z');
const BELOW_DAY = ANONYMOUS_LEVELS.filter((level) => !isHashLevel(level));

const pageview = (at: number, number: number): Message => ({
  ...{ at, address: `198.51.${number}.1`, browser: 'Chrome', deviceClass: 0, consent: 'unset', identifier: null },
  ...{ name: 'pageview', page: '/', referrer: 'outside', action: null, messageId: null, leftByLink: false },
});

describe.each(ANONYMOUS_LEVELS)('level %s', (level) => {
  const { counts, hashes, comparesYesterday, keyDays } = LEVELS[level];

  it('counts what the table says: a crowd on two days', () => {
    const service = new CountingService({ anonymous: level });
    try {
      for (const at of [NOON, NOON + 24 * HOUR])
        for (let number = 0; number < 12; number++) service.send(pageview(at, number));
      service.close();
      const { events, visits, people, instrument_days } = readTables(service.file);
      const found = {
        pageviews: events.length > 0,
        visits: visits.length > 0,
        'day-visitors': people.length > 0,
        overlap: instrument_days.some(({ o }) => o !== 0),
      };
      const words = Object.entries(found).flatMap(([word, isThere]) => (isThere ? [word] : []));
      expect(words).toEqual(counts);
    } finally {
      service.remove();
    }
  });

  it('keeps its keys as long as the table says', () => {
    const destroyed: number[] = [];
    const service = new CountingService(
      { anonymous: level },
      (options) => new DayKeys({ ...options, onDestroyed: ({ day }) => destroyed.push(day) }),
    );
    try {
      service.send(pageview(NOON, 0));
      const midnights = [1, 2].map((days) => NOON - 12 * HOUR + days * 24 * HOUR);
      const alive = midnights.map((midnight) => {
        service.passTime(midnight + HOUR / 2 - 1);
        const livedOn = destroyed.length === 0;
        service.passTime(midnight + HOUR / 2);
        return livedOn && destroyed.length === 1;
      });
      expect(alive).toEqual([keyDays === 1, keyDays === 2]);
      service.close();
    } finally {
      service.remove();
    }
  });

  it('agrees with itself', () => {
    expect(hashes).toBe(keyDays > 0);
    expect(comparesYesterday).toBe(keyDays > 1);
  });
});

/** Keys that must not be touched. */
class ForbiddenKeys extends DayKeys {
  override hash(): never {
    throw new Error('a hash was computed');
  }
}

describe('below the level `day`', () => {
  it('no hash is computed and no key is made, of anybody, whatever comes', () => {
    const kept = { identified: 0, anonymous: 0 };
    fc.assert(
      fc.property(scenario({ minLength: 1, maxLength: 60 }), fc.constantFrom(...BELOW_DAY), (each, level) => {
        const { timeZone, onRefusal } = each.rules;
        const noKey = () => {
          throw new Error('a key was made');
        };
        const service = new CountingService(
          { timezone: timeZone, anonymous: level, onRefusal },
          (options) => new ForbiddenKeys({ ...options, random: noKey, onCreated: noKey }),
        );
        try {
          live({ ...each, rules: { ...each.rules, level } }, service);
          service.close();
          const { people, events, instrument_days, instrument_parts } = readTables(service.file);
          // A row of `people` stands for a visitor with consent only, and none of them brought a hash.
          expect(people.filter(({ visitor, h, b }) => visitor === 0 || h !== 0 || b !== 0)).toEqual([]);
          const days = instrument_days.filter(({ key_commitment, o, s, x, y }) => key_commitment || o || s || x || y);
          expect([days, instrument_parts]).toEqual([[], []]);
          kept.identified += people.length;
          kept.anonymous += events.filter(({ consent }) => consent !== 2).length;
        } finally {
          service.remove();
        }
      }),
      { numRuns: 60 },
    );
    expect(kept.identified).toBeGreaterThan(0);
    expect(kept.anonymous).toBeGreaterThan(0);
  });
});
