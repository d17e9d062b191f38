/** Estimates as answers print them equal the slow formulas over the tables on disk: the whole site, filters, rows, weeks, a broken day. */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CollectedSite } from '../../src/collect/ports.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { answerSlowly, type Condition } from '../support/reference/answer-slowly.ts';
import { spanOfDays } from '../support/reference/buckets-slowly.ts';
import { dateOfDay } from '../support/reference/calendar-slowly.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import {
  estimatePartSlowly,
  estimateSlowly,
  type SlowDay,
  type SlowWindow,
} from '../support/reference/estimate-slowly.ts';
import { type Row, readTables, type Tables } from '../support/reference/read-tables.ts';
import { ERASED } from '../support/reference/rows.ts';
import { liveAsRegulars, REGULAR_DAYS } from '../support/reference/village-of-regulars.ts';

/** Monday 8 June 2026. */
const STARTS_AT = Date.parse('2026-06-08T00:00Z');
const FIRST_DAY = STARTS_AT / 86_400_000;
const LAST_DAY = FIRST_DAY + REGULAR_DAYS - 1;
const METRICS = ['visitors', 'visitors_low', 'visitors_high', 'visitors_measured'];

let service: CountingService | null = null;
afterEach(() => service?.remove());

function live(settings: Partial<CollectedSite>, seed: number, restarts: number[] = []): CountingService {
  service = new CountingService(settings);
  liveAsRegulars(service, { seed, startsAt: STARTS_AT, restarts });
  return service;
}

async function ask(
  from: CountingService,
  more: Record<string, unknown> = {},
  lastDay = LAST_DAY,
  firstDay = FIRST_DAY,
) {
  const reader = new EventsReader({ file: from.file, cacheBytes: 10_000_000 });
  try {
    return await answerQuery(
      { site_id: 'example.org', metrics: METRICS, date_range: [dateOfDay(firstDay), dateOfDay(lastDay)], ...more },
      {
        site: from.site,
        goals: [],
        executor: { scan: async (plan) => reader.scan(plan), firstDay: async (id) => reader.firstDay(id) },
        now: STARTS_AT + REGULAR_DAYS * 86_400_000,
      },
    );
  } finally {
    reader.close();
  }
}

const SHOP: Condition[] = [['is', 'event:page', ['/shop']]];
const GOOGLE: Condition[] = [['is', 'visit:source', ['Google']]];
const inSpan = (row: Row, first: number, last: number) => Number(row.day) >= first && Number(row.day) <= last;

/** Visits of the days that the filter keeps. */
function keptVisits({ visits, events }: Tables, filters: Condition[], first: number, last: number): Row[] {
  return visits.filter((visit) => {
    if (!inSpan(visit, first, last)) return false;
    const own = events.filter(
      (event) => event.day === visit.day && event.visit === visit.visit && event.name === 'pageview',
    );
    return filters.every(([, name, values]) =>
      name === 'event:page'
        ? own.some(({ page }) => (values as string[]).includes(String(page)))
        : (values as string[]).includes(String(visit.source || 'Direct / None')),
    );
  });
}

/** What the formulas need, read row by row. */
function windowOf(tables: Tables, filters: Condition[], by: 'E1' | 'E2' | 'E3', first: number, last: number) {
  const people = tables.people.filter((row) => inSpan(row, first, last));
  const kept = keptVisits(tables, filters, first, last);
  const personOf = (visit: Row) => people.find(({ day, ordinal }) => day === visit.day && ordinal === visit.ordinal);
  const identified = people.filter(({ visitor }) => visitor !== 0 && visitor !== ERASED);
  const days = [...new Set(identified.map(({ day, visitor }) => `${day} ${visitor}`))].map((key): SlowDay => {
    const [day = 0, id = 0] = key.split(' ').map(Number);
    const rows = identified.filter((row) => row.day === day && row.visitor === id);
    const visits = kept.filter((visit) => visit.day === day && personOf(visit)?.visitor === id).length;
    const all = tables.visits.filter((visit) => visit.day === day && personOf(visit)?.visitor === id).length;
    const hashes = rows.reduce((sum, { h }) => sum + Number(h), 0);
    return {
      ...{ id, g: id % 20, day, n: new Set(identified.filter((row) => row.visitor === id).map((row) => row.day)).size },
      ...{ s: Number(rows[0]?.s), h: by === 'E1' ? all : hashes, kept: visits },
      ...{ o: 0, seen: day > first && rows.some(({ b }) => b === 1) ? 1 : 0 },
    };
  });
  const strataOf = (visits: Row[]): number[] => {
    const anonymous = visits.map(personOf).filter((person) => person?.visitor === 0);
    return Array.from({ length: 8 }, (_, s) => new Set(anonymous.filter((person) => person?.s === s)).size);
  };
  const unseen = (visits: Row[]) => [
    visits.filter((visit) => (personOf(visit)?.visitor ?? 0) === 0).length,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const everybody = keptVisits(tables, [], first, last);
  // The first day that may hold amounts of days before the window is left out, and b with it.
  const anonymousOn = (day: number) => tables.people.filter((row) => row.day === day && row.visitor === 0).length;
  const isDated = (day: number) => anonymousOn(day) >= 10 && anonymousOn(day - 1) >= 10;
  const freshOn = (day: number) => Number(tables.instrument_days.find((row) => row.day === day)?.fresh ?? 0);
  const believed = (holds: (day: number) => boolean): number[] => {
    const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const dated = all.filter(holds);
    return all.filter((day) => day > (dated[0] ?? last) && day <= (dated.at(-1) ?? first));
  };
  const [overlapDays, switchDays] = [believed(isDated), believed((day) => isDated(day) && freshOn(day) >= 5)];
  const sum = (of: string, among: number[]) =>
    tables.instrument_days.reduce((total, row) => total + (among.includes(Number(row.day)) ? Number(row[of]) : 0), 0);
  const window: Omit<SlowWindow, 'bounds'> = {
    ...{ estimator: by, rows: days.map((row) => ({ ...row, o: overlapDays.includes(row.day) ? (row.seen ?? 0) : 0 })) },
    anonymousByStratum: by === 'E1' ? unseen(everybody) : strataOf(everybody),
    ...{ overlap: sum('o', overlapDays), switchers: sum('y', switchDays), fresh: sum('fresh', switchDays) },
    ...{ chanceMatches: sum('z', switchDays), returned: sum('returned', switchDays) },
    ...{ sameVisitor: sum('s', switchDays), otherIdentifier: sum('x', switchDays) },
  };
  return { window, inside: by === 'E1' ? unseen(kept) : strataOf(kept) };
}

/** [people, the interval's ends] of the whole site or a filter, rounded as answers are. */
function expectedOf(tables: Tables, filters: Condition[], by: 'E1' | 'E2' | 'E3', first = FIRST_DAY, last = LAST_DAY) {
  const { window, inside } = windowOf(tables, filters, by, first, last);
  const [row] = answerSlowly(tables, {
    ...{ metrics: ['visitors_low', 'visitors_high'], span: spanOfDays(first, last, 'UTC'), dimensions: [], filters },
    ...{ goals: [], timeZone: 'UTC', countsRefusals: false },
  });
  const bounds = { low: Number(row?.metrics[0]), high: Number(row?.metrics[1]) };
  const slow =
    filters.length === 0
      ? estimateSlowly({ ...window, bounds })
      : estimatePartSlowly({ ...window, bounds }, { anonymousByStratum: inside, bounds });
  const clip = (value: number) => Math.min(bounds.high, Math.max(bounds.low, Math.round(value)));
  const visitors = clip(slow.visitors);
  return [visitors, Math.min(visitors, clip(slow.low)), Math.max(visitors, clip(slow.high))];
}

const figures = (row: { metrics: unknown[] } | undefined) => row?.metrics.slice(0, 3);

describe.each([
  ['two-day', 'E3', 'overlap', []],
  ['two-day', 'E3', 'overlap', [3]],
  ['day', 'E2', 'strata', []],
  ['visits', 'E1', 'visit-ratio', []],
] as const)('at level %s, by %s', (level, by, method, restarts) => {
  it.each([1, 2])('the whole site is what the slow formulas say (seed %d)', async (seed) => {
    const site = live({ anonymous: level }, seed, [...restarts]);
    const { results, meta } = await ask(site);
    expect(meta.visitors_method).toMatchObject({
      ...{ kind: 'estimate', case: method, estimator: by, covers_consent_bias: by === 'E3' },
    });
    expect(figures(results[0])).toEqual(expectedOf(readTables(site.file), [], by));
  });

  it('a filter on the source, and the row of that source, are what they say', async () => {
    const site = live({ anonymous: level }, 3, [...restarts]);
    const expected = expectedOf(readTables(site.file), GOOGLE, by);
    const filtered = await ask(site, { filters: GOOGLE });
    expect(figures(filtered.results[0])).toEqual(expected);
    const { results } = await ask(site, { dimensions: ['visit:source'] });
    expect(figures(results.find(({ dimensions }) => dimensions[0] === 'Google'))).toEqual(expected);
  });

  it('a page is what they say, where pages of anonymous visits are known', async () => {
    const site = live({ anonymous: level }, 4, [...restarts]);
    const { results, meta } = await ask(site, { filters: SHOP });
    if (level === 'visits') {
      expect(meta.visitors_method).toMatchObject({ kind: 'bounds', case: 'events-unseen' });
      return;
    }
    const expected = expectedOf(readTables(site.file), SHOP, by);
    expect(figures(results[0])).toEqual(expected);
    const rows = await ask(site, { dimensions: ['event:page'] });
    expect(figures(rows.results.find(({ dimensions }) => dimensions[0] === '/shop'))).toEqual(expected);
  });

  it('a week of a longer range is estimated from its own days', async () => {
    const site = live({ anonymous: level }, 5, [...restarts]);
    const { results } = await ask(site, { dimensions: ['time:week'] });
    expect(figures(results[0])).toEqual(expectedOf(readTables(site.file), [], by, FIRST_DAY, FIRST_DAY + 6));
  });
});

describe('a day that a restart broke', () => {
  it('is corrected by the hashes of those with consent, weighted by gamma of the last days', async () => {
    const site = live({ anonymous: 'two-day' }, 6, [5]);
    const day = FIRST_DAY + 5;
    const { results, meta } = await ask(site, {}, day, day);
    expect(meta.visitors_method).toMatchObject({ kind: 'estimate', case: 'broken-day' });

    const tables = readTables(site.file);
    const { window } = windowOf(tables, [], 'E3', FIRST_DAY, day);
    const { gamma } = estimateSlowly({ ...window, bounds: { low: 0, high: 1e9 } });
    const today = window.rows.filter((row) => row.day === day);
    const sum = (of: (row: SlowDay) => number) => today.reduce((total, row) => total + of(row), 0);
    const h = (row: SlowDay) => Math.min(row.h, row.kept);
    const anonymous = tables.people.filter((row) => row.day === day && row.visitor === 0).length;
    const factor = sum(({ n }) => n ** gamma) / sum((row) => h(row) * row.n ** gamma);
    expect(factor).toBeLessThan(1);
    expect(results[0]?.metrics[0]).toBe(Math.round(today.length + anonymous * factor));
    const variance =
      (anonymous ** 2 * sum((row) => (row.n ** gamma * (1 - h(row) * factor)) ** 2)) /
        sum((row) => h(row) * row.n ** gamma) ** 2 +
      anonymous * factor * (1 - factor);
    const spread = Math.exp((1.96 * Math.sqrt(variance)) / (anonymous * factor));
    expect(results[0]?.metrics[1]).toBe(
      Math.max(Number(meta.visitors_method?.bounds[0]), Math.round(today.length + (anonymous * factor) / spread)),
    );
  });
});

describe('too few', () => {
  it('repeaters: the bounds, and why', async () => {
    const site = live({ anonymous: 'two-day' }, 7);
    const { results, meta } = await ask(site, {}, FIRST_DAY + 1);
    expect(meta.visitors_method).toMatchObject({ kind: 'bounds', case: 'few-repeaters' });
    expect(results[0]?.metrics[0]).toBeNull();
    expect(results[0]?.metrics.slice(1, 3)).toEqual(meta.visitors_method?.bounds);
  });
});
