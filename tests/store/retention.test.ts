/** Retention: of days that are older than a site keeps nothing is left, and nothing else changes. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UNATTRIBUTED } from '../../src/count/ports.ts';
import type { Goal } from '../../src/domain/goal.ts';
import { firstDayKept } from '../../src/domain/retention.ts';
import { dateOf } from '../../src/lib/calendar.ts';
import { Turns } from '../../src/lib/turns.ts';
import { answerQuery } from '../../src/stats/answer-query.ts';
import type { Plan } from '../../src/stats/plan.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { Retention, type RetentionOptions } from '../../src/store/sqlite/writer/retention.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { live, scenario } from '../support/reference/random-traffic.ts';
import { dumpTables, readTables, TEXT_KINDS } from '../support/reference/read-tables.ts';
import { howOften } from '../support/soak.ts';

const DAY_MS = 86_400_000;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
const DAY = MIDNIGHT / DAY_MS;
const IDENTIFIER = 'person-1'.padEnd(21, '_');
const STAYS = 'person-2'.padEnd(21, '_');

let service: CountingService;
beforeEach(() => {
  service = new CountingService();
});
afterEach(() => {
  service.close();
  service.remove();
});

/** A word of somebody with consent. */
function tell(at: number, identifier: string, props: Record<string, string>, page = '/'): void {
  const body = { n: 'signup', u: `https://example.org${page}`, c: 'granted', id: identifier, p: props };
  service.sendBody(body, { ip: '192.0.2.1', userAgent: 'Safari 1', at });
}

/** Retention to its end. */
function removeAll(firstKept: number, own = service) {
  const sum = { days: 0, visitors: 0, texts: 0 };
  for (;;) {
    const { days, visitors, texts, isDone } = own.removeOldDays(firstKept);
    sum.days += days;
    sum.visitors += visitors;
    sum.texts += texts;
    if (isDone) return sum;
  }
}

const rows = (table: string) => dumpTables(service.file)[table] ?? [];
const texts = (kind: string) =>
  rows('terms')
    .filter((row) => row.kind === kind)
    .map(({ text }) => text)
    .sort();

describe('the first day kept', () => {
  it.each([
    [1, 'Europe/Paris', '2026-03-30T23:30Z', '2026-02-28'], // already the 31st in Paris
    [1, 'UTC', '2026-03-30T23:30Z', '2026-02-28'],
    [13, 'UTC', '2026-03-10T00:00Z', '2025-02-10'],
    [25, 'America/New_York', '2026-03-10T03:00Z', '2024-02-09'],
  ])('of %i months in %s at %s is %s', (months, zone, now, date) => {
    expect(dateOf(firstDayKept(months, zone, Date.parse(now)))).toBe(date);
  });

  it('is none where days are kept for good', () => {
    expect(firstDayKept(null, 'UTC', MIDNIGHT)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('days older than a site keeps', () => {
  it('go with their visitors and texts, from every file, sealed or not, and the others stay as they are', () => {
    tell(MIDNIGHT, IDENTIFIER, { secret: 'zeisig-4711' }, '/only/then');
    tell(MIDNIGHT + 1, STAYS, { plan: 'gold' });
    service.flush();
    service.seal(Number.POSITIVE_INFINITY);
    tell(MIDNIGHT + 2, IDENTIFIER, { late: 'amsel-4712' }, '/late'); // beside the columns
    tell(MIDNIGHT + DAY_MS, IDENTIFIER, { hot: 'drossel-4713' });
    tell(MIDNIGHT + 9 * DAY_MS, STAYS, { plan: 'silver' });
    service.flush();
    const needles = ['zeisig-4711', 'amsel-4712', 'drossel-4713', '/only/then', '/late'].flatMap((word) =>
      needlesFor(word),
    );
    const kept = (table: string) => rows(table).filter(({ day }) => Number(day) >= DAY + 2);
    const before = ['visits', 'events', 'event_properties', 'people', 'instrument_days'].map(kept);

    expect(removeAll(DAY + 2)).toEqual({ days: 2, visitors: 1, texts: expect.any(Number) });
    expect(search(readFiles(service.file.replace(/events\.db$/, '')), needles)).toEqual([]);
    expect(['visits', 'events', 'event_properties', 'people', 'instrument_days'].map(kept)).toEqual(before);
    expect(texts('page')).toEqual(['/']);
    expect([texts('prop_key'), texts('prop_value')]).toEqual([['plan'], ['silver']]);
    // Who stays has been here before, and it is not known when.
    expect(rows('visitors')).toMatchObject([{ first_day: 0, last_day: DAY + 9 }]);
    expect(removeAll(DAY + 2)).toEqual({ days: 0, visitors: 0, texts: 0 });
  });

  it('never give the number of a text or a visitor away again', () => {
    tell(MIDNIGHT, IDENTIFIER, { secret: 'zeisig' });
    service.flush();
    expect(removeAll(DAY + 1)).toMatchObject({ days: 1, visitors: 1 });
    expect(rows('terms')).toEqual([]);
    tell(MIDNIGHT + 2 * DAY_MS, IDENTIFIER, { secret: 'zeisig' });
    service.flush();
    expect(rows('terms').every(({ id }) => Number(id) === 2)).toBe(true);
    expect(rows('visitors')).toMatchObject([{ id: 2, first_day: DAY + 2 }]);
    expect(rows('people')).toMatchObject([{ visitor: 2 }]);
  });

  it('take no text along that a row has asked for since it was found unused', () => {
    for (const pieces of [2, 3, 4, 5, 6, 9]) {
      const [at, word] = [MIDNIGHT + pieces * 10 * DAY_MS, `word-${pieces}`];
      tell(at, IDENTIFIER, { key: word });
      service.flush();
      const firstKept = DAY + pieces * 10 + 1;
      for (let piece = 0; piece < pieces; piece++) service.removeOldDays(firstKept);
      tell(at + 5 * DAY_MS, IDENTIFIER, { key: word });
      service.flush();
      removeAll(firstKept);
      expect([texts('prop_value'), texts('page'), texts('browser')]).toEqual([[word], ['/'], ['Safari']]);
    }
  });

  it('are left alone where days are kept for good', () => {
    tell(MIDNIGHT, IDENTIFIER, { plan: 'gold' });
    service.flush();
    const before = dumpTables(service.file);
    expect(removeAll(Number.NEGATIVE_INFINITY)).toEqual({ days: 0, visitors: 0, texts: 0 });
    expect(dumpTables(service.file)).toEqual(before);
  });

  it('leave numbers without a text, over which no question stumbles', async () => {
    for (let number = 0; number < 20; number++) {
      tell(
        MIDNIGHT + (number % 2) * 5 * DAY_MS + number,
        number % 2 === 0 ? IDENTIFIER : STAYS,
        { [`key-${number}`]: `value-${number}` },
        `/docs/${number}`,
      );
    }
    service.flush();
    service.seal(Number.POSITIVE_INFINITY);
    removeAll(DAY + 1);
    expect(texts('page')).toHaveLength(10);
    const reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000 });
    const executor = {
      scan: async (plan: Plan) => reader.scan(plan),
      firstDay: async (id: number) => reader.firstDay(id),
    };
    const goals: Goal[] = [
      { name: 'docs', kind: 'event', event: 'signup', props: { 'key-3': 'value-3' } },
      { name: 'all', kind: 'page', path: '/**' },
    ];
    const ask = async (filter: unknown[] | null, dimensions: string[]) => {
      const body = {
        site_id: 'example.org',
        metrics: ['events'],
        date_range: ['2026-03-10', '2026-03-20'],
        dimensions,
        filters: filter === null ? [] : [filter],
      };
      const answer = await answerQuery(body, { site: service.site, goals, executor, now: MIDNIGHT + 20 * DAY_MS });
      return answer.results.reduce((sum, { metrics }) => sum + Number(metrics[0]), 0);
    };
    for (const operator of ['is', 'contains', 'matches'])
      expect(await ask([operator, 'event:page', ['/docs/3']], [])).toBe(1);
    for (const operator of ['is_not', 'contains_not', 'matches_not'])
      expect(await ask([operator, 'event:page', ['/docs/3']], [])).toBe(9);
    expect(await ask(['contains', 'event:props:key-3', ['val']], [])).toBe(1);
    expect(await ask(['is', 'event:goal', ['docs']], [])).toBe(1);
    for (const dimension of [
      'event:page',
      'event:section',
      'visit:country_name',
      'event:props:key-3',
      'event:hostname',
    ])
      expect(await ask(null, [dimension])).toBe(10);
    reader.close();
  });

  it('tell readers by another version of the site’s removals', () => {
    tell(MIDNIGHT, IDENTIFIER, { plan: 'gold' });
    service.flush();
    expect(rows('removals')).toEqual([]);
    removeAll(DAY + 1);
    const [{ version, swept } = {}] = rows('removals');
    expect(version).toBeGreaterThan(0);
    expect(swept).toBe(version);
  });

  it('tell readers by another version when only the day of a first visit is forgotten', () => {
    tell(MIDNIGHT, STAYS, { plan: 'gold' });
    tell(MIDNIGHT + 9 * DAY_MS, STAYS, { plan: 'gold' });
    service.flush();
    expect(service.removeOldDays(DAY + 1)).toMatchObject({ days: 1 });
    const [{ version: before } = {}] = rows('removals');
    expect(service.removeOldDays(DAY + 1)).toMatchObject({ days: 0, visitors: 0, texts: 0 });
    expect(rows('visitors')).toMatchObject([{ first_day: 0 }]);
    expect(rows('removals')).toMatchObject([{ version: Number(before) + 1 }]);
    // A site that has nobody to forget is not read anew.
    removeAll(DAY + 1);
    const done = rows('removals');
    removeAll(DAY + 2);
    expect(rows('removals')).toEqual(done);
  });
});

describe('a site that fails', () => {
  it('is reported with what went before, and the others have their turn; the log is emptied in the end', async () => {
    const told: unknown[] = [];
    let emptied = 0;
    let pieces = 0;
    const call = async (_name: string, { siteId }: { siteId: number }) => {
      pieces += 1;
      if (pieces === 2) throw new Error('a column of day 3 is damaged');
      return { days: 1, visitors: 0, texts: 0, isDone: siteId !== 1 };
    };
    const site = { retentionMonths: 1, timezone: 'UTC' };
    const retention = new Retention({
      writer: { call: call as RetentionOptions['writer']['call'], emptyLog: async () => void emptied++ },
      ...{ sites: () => [1, 2].map((id) => ({ ...site, id })), turns: new Turns(), now: () => MIDNIGHT },
      onRemoved: (removed) => told.push(removed),
    });
    await retention.run();
    const one = { days: 1, visitors: 0, texts: 0 };
    expect(told).toEqual([
      { siteId: 1, ...one, failure: 'a column of day 3 is damaged' },
      { siteId: 2, ...one, failure: null },
    ]);
    expect(emptied).toBe(1);
  });
});

describe('on any traffic', () => {
  it('what is kept stays row for row, no text is missing or left over, and counting goes on meanwhile', async () => {
    const cases = { days: 0, visitors: 0, texts: 0, meanwhile: 0 };
    await fc.assert(
      fc.property(
        scenario({ minLength: 6, maxLength: 30 }),
        scenario({ minLength: 6, maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: -2, max: 12 }),
        (old, recent, seals, keptAfter) => {
          const { timeZone, level, onRefusal } = recent.rules;
          const own = new CountingService({ timezone: timeZone, anonymous: level, onRefusal });
          try {
            const startsAt = recent.startsAt - 40 * DAY_MS;
            const firstKept = Math.floor(startsAt / DAY_MS) + keptAfter;
            let now = live({ ...old, rules: recent.rules, startsAt }, own);
            if (seals[0]) own.seal(seals[1] ? Number.POSITIVE_INFINITY : now);
            now = live({ ...recent, steps: recent.steps.slice(0, 3) }, own);
            if (seals[2]) own.seal(now);
            const before = rowsFrom(own, firstKept);

            const removed = removeAll(firstKept, own);
            cases.days += removed.days;
            cases.visitors += removed.visitors;
            cases.texts += removed.texts;
            expect(rowsFrom(own, firstKept)).toEqual(before);
            expect(rowsFrom(own, Number.NEGATIVE_INFINITY)).toEqual(before);
            const texts = textsOf(own);
            expect(texts.missing).toEqual([]);
            expect(texts.unused).toEqual([]);

            // The next morning; what is asked for between two pieces is not removed by a later one.
            for (const step of recent.steps.slice(3)) {
              now = live({ ...recent, startsAt: now, steps: [step] }, own);
              cases.meanwhile += own.removeOldDays(firstKept + 5).isDone ? 0 : 1;
            }
            removeAll(firstKept + 5, own);
            expect(textsOf(own).missing).toEqual([]);
            expect(strangersOf(own)).toEqual([]);
          } finally {
            own.close();
            own.remove();
          }
        },
      ),
      { numRuns: howOften(30, 600) },
    );
    for (const count of Object.values(cases)) expect(count).toBeGreaterThan(4);
  });
});

/** Every row of a day from `day` on, of every table of rows or columns that has one. */
function rowsFrom({ file }: CountingService, from: number): unknown {
  const { day_key_log: _keys, ...tables } = dumpTables(file);
  return Object.entries(tables).map(([name, all]) => [
    name,
    all.filter(({ day }) => typeof day === 'number' && day >= from),
  ]);
}

/** Texts without a row that uses them, and numbers without a text. */
function textsOf(own: CountingService): { missing: string[]; unused: string[] } {
  own.unsealAll();
  const known = new Set(dumpTables(own.file).terms?.map(({ kind, text }) => `${kind} ${text}`));
  const used = new Set<string>();
  const missing: string[] = [];
  const dump = dumpTables(own.file);
  const resolved = readTables(own.file);
  for (const [table, kinds] of Object.entries(TEXT_KINDS)) {
    for (const [index, row] of (resolved[table as 'visits'] ?? []).entries()) {
      for (const [column, kind] of Object.entries(kinds)) {
        const number = dump[table]?.[index]?.[column];
        if (number !== 0 && row[column] === '') missing.push(`${table}.${column} ${number}`);
        used.add(`${kind} ${row[column]}`);
      }
    }
  }
  return { missing, unused: [...known].filter((name) => !used.has(name)) };
}

/** Visitors of rows whose number nobody has; all days are rows. */
function strangersOf({ file }: CountingService): unknown[] {
  const { people = [], visitors = [] } = dumpTables(file);
  const known = new Set([0, UNATTRIBUTED, ...visitors.map(({ id }) => id)]);
  return people.filter(({ visitor = 0 }) => !known.has(visitor));
}
