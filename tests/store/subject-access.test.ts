/** Reading one visitor back: everything that they have sent, whatever a day is stored as, and nothing of anybody else. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService, SITE_ID } from '../support/reference/counting-service.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
const ASKS = 'asks-what-is-known'.padEnd(21, '_');
const FEW = 1_000_000;

let service: CountingService;
beforeEach(() => {
  service = new CountingService();
});
afterEach(() => {
  service.close();
  service.remove();
});

interface Said {
  day: number;
  hour: number;
  name?: string;
  page: string;
  more?: Record<string, unknown>;
}

/** What was said last, in the order in which an answer has it: by day, visit and time. */
let told: { at: number; name: string; path: string; properties: Record<string, string> }[] = [];

function tell({ day, hour, name = 'pageview', page, more = {} }: Said, id: string | null = ASKS): void {
  const at = MIDNIGHT + (day * 24 + hour) * HOUR;
  const consent = id === null ? {} : { c: 'granted', id };
  const body = { n: name, u: `https://example.org${page}`, r: 'https://www.google.com/', ...consent, ...more };
  service.sendBody(body, { ip: id === null ? '198.51.100.1' : '192.0.2.1', userAgent: 'Safari 1', at });
  if (id === ASKS) told.push({ at, name, path: page, properties: (more.p as Record<string, string>) ?? {} });
}

/** A day of the one who asks, between those of others. */
function live(day: number, hour: number): void {
  const others = (at: number) => {
    tell({ day, hour: at, page: '/of-others', name: 'signup', more: { p: { plan: 'others' } } }, null);
    tell({ day, hour: at, page: '/of-others', more: { p: { plan: 'others' } } }, 'somebody-else'.padEnd(21, '_'));
  };
  others(hour - 0.1);
  tell({ day, hour, page: `/entry-${day}` });
  tell({
    day,
    hour: hour + 0.1,
    page: `/entry-${day}`,
    name: 'buy',
    more: { p: { plan: 'pro', seats: `${day}` }, $: { amount: 9.5, currency: 'EUR' } },
  });
  others(hour + 0.15);
  tell({ day, hour: hour + 0.2, page: `/entry-${day}`, name: 'engagement', more: { e: 4200, sd: 80 } });
  tell({ day, hour: hour + 0.3, page: `/entry-${day}`, name: 'end', more: { p: { plan: `last-${day}` } } });
  tell({ day, hour: hour + 3, page: `/later-${day}` }); // another visit
}

function read(identifier = ASKS, mostEvents = FEW) {
  service.flush();
  const reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
  const found = reader.readVisitor(SITE_ID, service.keyOf(identifier), mostEvents);
  reader.close();
  return found;
}

describe('what is read of one visitor', () => {
  it('is everything they have sent, on hot, sealed and mixed days, and nothing else', () => {
    told = [];
    live(0, 1); // sealed
    live(1, 1); // sealed, and rows beside it
    service.flush();
    service.seal(Number.POSITIVE_INFINITY);
    live(1, 12);
    live(2, 1); // rows
    const found = read();
    expect(found?.isComplete).toBe(true);
    expect(found?.days.map(({ date }) => date)).toEqual(['2026-03-10', '2026-03-11', '2026-03-12']);
    expect(found?.visits).toHaveLength(8);
    const events = found?.visits.flatMap((visit) => visit.events) ?? [];
    expect(events.map(({ at, name, path, properties }) => ({ at, name, path, properties }))).toEqual(told);
    expect(JSON.stringify(found)).not.toContain('others');
    expect(found?.visits[0]).toMatchObject({
      ...{ entryHost: 'example.org', entryPath: '/entry-0', exitPath: '/entry-0', pageviews: 1, interactions: 2 },
      ...{ source: 'Google', browser: 'Safari', startedAt: MIDNIGHT + HOUR },
    });
    expect(events.find(({ name }) => name === 'buy')).toMatchObject({ revenue: { amount: 9.5, currency: 'EUR' } });
    expect(events.find(({ name }) => name === 'engagement')).toMatchObject({ engagedMs: 4200, scrollDepth: 80 });
  });

  it('is the same before and after its days are sealed', () => {
    told = [];
    for (const day of [0, 1, 2]) live(day, 1);
    const before = read();
    service.seal(Number.POSITIVE_INFINITY);
    expect(read()).toEqual(before);
  });

  it('covers days that an import has brought from before the first one on record', () => {
    told = [];
    live(5, 1);
    service.flush();
    live(1, 1);
    service.flushAsImport('lane');
    expect(read()?.days.map(({ date }) => date)).toEqual(['2026-03-11', '2026-03-15']);
  });

  it('is nothing for an identifier that nobody has, or that was erased', () => {
    told = [];
    live(0, 1);
    expect(read('never-seen'.padEnd(21, '_'))).toBeNull();
    expect(service.erase(ASKS)).toBe(true);
    expect(read()).toBeNull();
  });

  it('says so when there is more than was asked for', () => {
    told = [];
    for (const day of [0, 1, 2]) live(day, 1);
    const found = read(ASKS, 4);
    expect(found?.isComplete).toBe(false);
    expect(found?.days).toHaveLength(1);
  });
});
