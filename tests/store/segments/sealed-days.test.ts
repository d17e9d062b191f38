/** Sealed days by example: when a day is due, what late rows become, and what erasing leaves. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { answerQuery } from '../../../src/stats/answer-query.ts';
import { EventsReader } from '../../../src/store/sqlite/reader/events-reader.ts';
import { DaySealer } from '../../../src/store/sqlite/writer/day-sealer.ts';
import { CountingService } from '../../support/reference/counting-service.ts';
import { dumpTables } from '../../support/reference/read-tables.ts';
import type { Message } from '../../support/reference/rows.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
const DAY = MIDNIGHT / (24 * HOUR);
const IDENTIFIER = 'person-1'.padEnd(21, '_');
const OTHER = 'person-2'.padEnd(21, '_');

let service: CountingService;
beforeEach(() => {
  service = new CountingService();
});
afterEach(() => {
  service.close();
  service.remove();
});

function message(at: number, more: Partial<Message> = {}): Message {
  return {
    ...{ at, address: '192.0.0.9', browser: 'Firefox', deviceClass: 0, consent: 'unset', identifier: null },
    ...{ name: 'pageview', page: '/', referrer: 'outside', action: null, messageId: null, leftByLink: false },
    ...more,
  };
}

/** An event with a property, of somebody with consent. */
function tell(at: number, identifier: string, props: Record<string, string>): void {
  const body = { n: 'signup', u: 'https://example.org/', c: 'granted', id: identifier, p: props };
  service.sendBody(body, { ip: '192.0.2.1', userAgent: 'Safari 1', at });
}

async function ask(metrics: string[], date_range: unknown = ['2026-03-09', '2026-03-12'], dimensions: string[] = []) {
  const reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
  const executor = {
    scan: async (plan: Parameters<EventsReader['scan']>[0]) => reader.scan(plan),
    firstDay: async (id: number) => reader.firstDay(id),
  };
  const body = { site_id: 'example.org', metrics, date_range, dimensions };
  try {
    return (await answerQuery(body, { site: service.site, goals: [], executor, now: MIDNIGHT + 72 * HOUR })).results;
  } finally {
    reader.close();
  }
}

const rows = (table: string) => dumpTables(service.file)[table] ?? [];
const figures = ['visits', 'pageviews', 'events', 'visitors_measured', 'visitors_daily_sum'];

describe('a day', () => {
  it('is sealed 13 hours after its end in the time zone in which it was counted, and not before', () => {
    service.close();
    service.remove();
    service = new CountingService({ timezone: 'Europe/Paris' });
    service.send(message(MIDNIGHT + 12 * HOUR));
    expect(service.seal(MIDNIGHT + (24 - 1 + 13) * HOUR - 1)).toEqual([]);
    expect(rows('events')).toHaveLength(1);
    expect(service.seal(MIDNIGHT + (24 - 1 + 13) * HOUR)).toEqual([DAY]);
    for (const table of ['visits', 'events', 'event_properties', 'people']) expect(rows(table)).toEqual([]);
    expect(rows('sealed_days')).toMatchObject([{ visits: 1, events: 1, people: 1, properties: 0, anonymous: 1 }]);
  });

  it('without rows is left alone, also where another site has some on it', () => {
    service.send(message(MIDNIGHT + HOUR));
    service.flush();
    const db = new Database(service.file);
    expect(new DaySealer(db).seal({ siteId: service.site.id - 1, day: DAY })).toBeNull();
    db.close();
    expect(rows('sealed_days')).toEqual([]);
  });

  it('takes late rows beside its columns, numbers them on, and merges them', async () => {
    service.send(message(MIDNIGHT + HOUR));
    service.seal(Number.POSITIVE_INFINITY);
    service.send(message(MIDNIGHT + 3 * HOUR, { address: '192.0.1.9' }));
    service.flush();
    expect(rows('visits')).toMatchObject([{ visit: 2, ordinal: 2 }]);
    expect(rows('events')).toMatchObject([{ event: 2 }]);
    expect(rows('sealed_days')).toHaveLength(1);
    const before = await ask(figures);
    expect(before).toMatchObject([{ metrics: [2, 2, 2, 0, 2] }]);
    expect(service.seal(Number.POSITIVE_INFINITY)).toEqual([DAY]);
    expect(rows('sealed_days')).toMatchObject([{ visits: 2, events: 2, last_visit: 2, last_ordinal: 2 }]);
    expect(await ask(figures)).toEqual(before);
  });

  it('becomes rows again when a visit of it goes on', async () => {
    service.send(message(MIDNIGHT + HOUR));
    service.seal(Number.POSITIVE_INFINITY);
    service.send(message(MIDNIGHT + HOUR + 60_000, { page: '/docs/' }));
    service.flush();
    expect(rows('sealed_days')).toEqual([]);
    expect(rows('segments')).toEqual([]);
    expect(rows('visits')).toMatchObject([{ visit: 1, pageviews: 2 }]);
    expect(await ask(figures)).toMatchObject([{ metrics: [1, 2, 2, 0, 1] }]);
  });

  it('knows its identified visitors and its numbers again after a restart, while it stays sealed', async () => {
    const consented = { consent: 'granted', identifier: IDENTIFIER } as const;
    service.send(message(MIDNIGHT + HOUR, consented));
    service.seal(Number.POSITIVE_INFINITY);
    service.restart();
    service.send(message(MIDNIGHT + 5 * HOUR, { ...consented, address: '192.0.1.9', page: '/docs/' }));
    service.flush();
    expect(await ask(figures)).toMatchObject([{ metrics: [2, 2, 2, 1, 1] }]);
    service.seal(Number.POSITIVE_INFINITY);
    service.restart();
    service.send(message(MIDNIGHT + 6 * HOUR, { address: '192.0.2.9', browser: 'Safari' }));
    service.flush();
    expect(rows('sealed_days')).toMatchObject([{ visits: 2, people: 1 }]);
    expect(rows('people')).toMatchObject([{ ordinal: 2 }]);
    expect(rows('visits')).toMatchObject([{ visit: 3, ordinal: 2 }]);
    expect(rows('events')).toMatchObject([{ event: 3 }]);
    expect(await ask(figures)).toMatchObject([{ metrics: [3, 3, 3, 1, 2] }]);
  });
});

describe('erasing a visitor of sealed days', () => {
  it('leaves visits and pageviews, and of the visitor and what only they had said nothing', async () => {
    tell(MIDNIGHT + HOUR, IDENTIFIER, { plan: 'gold', shade: 'blue' });
    tell(MIDNIGHT + 2 * HOUR, OTHER, { plan: 'gold' });
    tell(MIDNIGHT + 25 * HOUR, IDENTIFIER, { only: 'mine' });
    service.flush();
    service.seal(Number.POSITIVE_INFINITY);
    tell(MIDNIGHT + 50 * HOUR, IDENTIFIER, { late: 'word' }); // on a day of rows
    service.flush();
    const [before] = await ask(figures);
    expect(before?.metrics).toEqual([4, 0, 4, 2, 4]);
    expect(service.erase(IDENTIFIER)).toBe(true);
    const [after] = await ask(figures);
    expect(after?.metrics).toEqual([4, 0, 4, 1, 1]);
    const texts = rows('terms').filter(({ kind }) => String(kind).startsWith('prop_'));
    expect(texts.map(({ text }) => text).sort()).toEqual(['gold', 'plan']);
    expect(rows('sealed_days').map(({ properties }) => properties)).toEqual([1, 0]);
    expect(rows('visitors')).toHaveLength(1);
    // The visitor's number is nowhere, also when everything is rows again.
    const { people } = unsealed();
    expect(people?.filter(({ visitor }) => visitor === 1)).toEqual([]);
    expect(people?.filter(({ visitor }) => visitor === 4294967295)).toMatchObject([{ b: 0 }, { b: 0 }, { b: 0 }]);
    expect(service.seal(Number.POSITIVE_INFINITY)).not.toEqual([]);
    expect(await ask(figures)).toEqual([after]);
  });
});

/** All tables after every day has been written back as rows. */
function unsealed(): Record<string, Record<string, unknown>[]> {
  service.unsealAll();
  return dumpTables(service.file);
}
