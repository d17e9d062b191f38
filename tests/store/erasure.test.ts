/** Erasing a visitor, completely: no byte of theirs in any file, their number in no column and no row, and nothing else changes. */
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { UNATTRIBUTED } from '../../src/count/ports.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import { METRICS, type MetricRule } from '../../src/stats/metrics.ts';
import { PART_NAMES, PARTS } from '../../src/store/segments/parts.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { SealedDays } from '../../src/store/sqlite/sealed-days.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { CountingService, SITE_ID } from '../support/reference/counting-service.ts';
import { dumpTables } from '../support/reference/read-tables.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
/** A visitor's number that nothing else is. */
const NUMBER = 3_000_001;
const ERASED = 'erased-person'.padEnd(21, '_');
const CANARIES = ['zeisig-4711-lied', 'amsel-4712-ruf', 'drossel-4713-ton', 'fink-4714-schlag', 'star-4715-pfiff'];
/** Days of the story. */
const [SEALED, LATE, MIXED, HOT, TODAY] = [0, 1, 2, 3, 4];

let service: CountingService;
beforeEach(() => {
  service = new CountingService();
  const db = new Database(service.file);
  db.prepare('INSERT INTO visitor_sequences (site_id, last_id) VALUES (?, ?)').run(SITE_ID, NUMBER - 1);
  db.close();
});
afterEach(() => {
  service.close();
  service.remove();
});

interface Word {
  day?: number;
  hour: number;
  identifier?: string;
  ip?: string;
  props?: Record<string, string>;
  page?: string;
}

function tell({ day = 0, hour, identifier, ip = '192.0.2.1', props, page = '/' }: Word): void {
  const consent = identifier === undefined ? {} : { c: 'granted', id: identifier };
  const body = {
    n: props === undefined ? 'pageview' : 'signup',
    u: `https://example.org${page}`,
    p: props,
    ...consent,
  };
  service.sendBody(body, { ip, userAgent: 'Safari 1', at: MIDNIGHT + day * DAY_MS + hour * HOUR });
}

/** Many people on each day; the one to be erased is on all of them, each time in another state. */
function live(): void {
  const everybody = (day: number, hour: number) => {
    for (let person = 0; person < 6; person++) {
      const own = person % 2 === 0 ? { identifier: `person-${person}`.padEnd(21, '_') } : {};
      tell({ day, hour: hour + person / 10, ip: `192.0.${10 + person}.1`, ...own, props: { plan: `plan-${person}` } });
      tell({ day, hour: hour + person / 10 + 0.05, ip: `192.0.${10 + person}.1`, ...own, page: '/docs' });
    }
  };
  const theirs = (day: number, hour: number) => {
    tell({ day, hour, identifier: ERASED, props: { song: CANARIES[day] ?? '', plan: 'plan-1' } });
    tell({ day, hour: hour + 0.1, identifier: ERASED, page: '/docs' });
  };
  theirs(SEALED, 1); // the first one to be given a number
  everybody(SEALED, 2);
  theirs(MIXED, 1);
  everybody(MIXED, 2);
  everybody(LATE, 2);
  service.flush();
  service.seal(Number.POSITIVE_INFINITY);
  theirs(LATE, 12); // beside the columns, of a day on which they were not
  theirs(MIXED, 15); // beside the columns, on a day on which they were
  everybody(LATE, 16);
  everybody(HOT, 2);
  theirs(HOT, 3);
  everybody(TODAY, 2);
  theirs(TODAY, 3);
  service.flush();
}

const PLAIN = Object.entries<MetricRule>(METRICS)
  .filter(([, { needs, asks, base }]) => !needs.includes('distinct') && asks === undefined && base === undefined)
  .map(([name]) => name);

/** By day, by page and in all: what nobody's erasure may change, and the visitors counted. */
async function figures(): Promise<{ plain: unknown; measured: Record<string, Map<string, number>> }> {
  const reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
  const executor = {
    scan: async (plan: Parameters<EventsReader['scan']>[0]) => reader.scan(plan),
    firstDay: async (id: number) => reader.firstDay(id),
  };
  const ask = async (metrics: string[], dimensions: string[]) => {
    const body = { site_id: 'example.org', date_range: ['2026-03-10', '2026-03-15'], metrics, dimensions };
    const { site } = service;
    return (await answerQuery(body, { site, goals: [], executor, now: MIDNIGHT + 10 * DAY_MS })).results;
  };
  const splits = [[], ['time:day'], ['event:page'], ['visit:country'], ['visit:browser'], ['time:day', 'event:page']];
  const plain: unknown[] = [];
  const measured: Record<string, Map<string, number>> = {};
  for (const dimensions of splits) {
    plain.push(sorted(await ask(PLAIN, dimensions)));
    const rows = await ask(['visitors_measured'], dimensions);
    measured[dimensions.join()] = new Map(rows.map((row) => [row.dimensions.join(), Number(row.metrics[0])]));
  }
  reader.close();
  return { plain, measured };
}

const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** Every value of every sealed column, and every value of every row. */
function* everyNumber(): Generator<[string, number]> {
  const db = new Database(service.file, { readonly: true });
  const sealed = new SealedDays(db);
  for (const day of sealed.listDays(SITE_ID)) {
    const holds = sealed.find(SITE_ID, day);
    for (const part of PART_NAMES) {
      for (const column of PARTS[part].columns) {
        const values = sealed.readValues({ siteId: SITE_ID, day, part, column }, holds?.[part] ?? 0);
        for (const value of values) yield [`${day} ${part}.${column}`, value];
      }
    }
    const derived = db
      .prepare<[number, number], string>("SELECT column FROM segments WHERE site_id = ? AND day = ? AND part = 'loose'")
      .pluck();
    for (const column of derived.all(SITE_ID, day)) {
      const { values, from } = sealed.readLoose({ siteId: SITE_ID, day }, column) ?? { values: [], from: 0 };
      for (const value of values) yield [`${day} loose.${column}`, from + value];
    }
  }
  db.close();
  for (const [table, rows] of Object.entries(dumpTables(service.file))) {
    if (table === 'visitor_sequences') continue; // the last number given, so that it is never given again
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) yield [`${table}.${column}`, Number(value)];
  }
}

describe('erasing a visitor of hot, sealed, late and mixed days', () => {
  it('leaves no byte of theirs in any file, and their number in no column', () => {
    live();
    const key = Buffer.from(service.keyOf(ERASED), 'hex');
    const needles = [
      ...[{ name: 'key', bytes: key }, ...needlesFor(key.toString('hex')), ...needlesFor(key.toString('base64'))],
      ...[...CANARIES, 'song', ERASED].flatMap((word) => needlesFor(word)),
    ];
    const folder = dirname(service.file);
    const found = search(readFiles(folder), needles).join('\n');
    for (const word of ['key', ...CANARIES]) expect(found).toContain(word);
    const places = new Set([...everyNumber()].filter(([, value]) => value === NUMBER).map(([place]) => place));
    expect(places.size).toBe(4); // columns of two days, rows of the others, and the visitor

    expect(service.erase(ERASED)).toBe(true);
    expect(search(readFiles(folder), needles)).toEqual([]);
    expect([...everyNumber()].filter(([, value]) => value === NUMBER)).toEqual([]);
    expect([...everyNumber()].filter(([, value]) => value === UNATTRIBUTED).length).toBeGreaterThan(4);
  });

  it('takes one from the visitors counted wherever they were, and changes no other figure', async () => {
    live();
    const before = await figures();
    expect(before.measured['']?.get('')).toBe(4);
    service.erase(ERASED);
    const after = await figures();
    expect(after.plain).toEqual(before.plain);
    for (const [split, rows] of Object.entries(before.measured)) {
      for (const [row, count] of rows) {
        const wasThere = split !== 'visit:country' || row === '(not set)';
        const left = after.measured[split]?.get(row);
        expect([split, row, left]).toEqual([split, row, wasThere ? count - 1 : count]);
      }
    }
    service.seal(Number.POSITIVE_INFINITY);
    expect(await figures()).toEqual(after);
  });

  it('makes them a new visitor when they come again, under a number that nobody had', async () => {
    live();
    service.erase(ERASED);
    tell({ day: TODAY, hour: 4, identifier: ERASED });
    service.flush();
    const numbers = dumpTables(service.file).visitors?.map(({ id }) => Number(id)) ?? [];
    expect(Math.max(...numbers)).toBe(NUMBER + 4);
    expect(numbers).not.toContain(NUMBER);
    expect((await figures()).measured['']?.get('')).toBe(4);
  });

  it('is not undone by an import that goes on under way', () => {
    tell({ day: SEALED, hour: 1, identifier: ERASED });
    service.flushAsImport('lane');
    service.erase(ERASED);
    tell({ day: SEALED, hour: 1.1, identifier: ERASED, page: '/docs' });
    tell({ day: LATE, hour: 1, identifier: ERASED });
    service.flushAsImport('lane');
    expect([...everyNumber()].filter(([, value]) => value === NUMBER)).toEqual([]);
    expect(dumpTables(service.file).visitors).toMatchObject([{ id: NUMBER + 1 }]);
  });
});
