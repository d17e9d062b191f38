/** Every answer equals a slow one, read row by row from the tables; and the bounds hold the true number of people. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerQuery } from '../../src/stats/answer-query.ts';
import type { StatsExecutor } from '../../src/stats/ports.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { answerSlowly, type SlowRow } from '../support/reference/answer-slowly.ts';
import { bucketsSlowly, spanOfDays, spanOfTimes } from '../support/reference/buckets-slowly.ts';
import { dateOfDay, startOf } from '../support/reference/calendar-slowly.ts';
import { CountingService } from '../support/reference/counting-service.ts';
import { type Asked, asked, rangeOf } from '../support/reference/random-questions.ts';
import { live, type Scenario, scenario } from '../support/reference/random-traffic.ts';
import { readTables } from '../support/reference/read-tables.ts';
import { liveThrough, type Truth, VILLAGE_DAYS, type Village, village } from '../support/reference/true-people.ts';
import { howOften } from '../support/soak.ts';

describe('on any traffic, any question', () => {
  it('is answered as the slow count answers it, also while more is coming in', async () => {
    await fc.assert(
      fc.asyncProperty(
        scenario({ minLength: 2, maxLength: 50 }),
        fc.array(asked, { minLength: 8, maxLength: 12, size: 'max' }),
        async (each, questions) => {
          const middle = Math.floor(each.steps.length / 2);
          await withService(each, async (service, reader) => {
            const halfway = live({ ...each, steps: each.steps.slice(0, middle) }, service);
            for (const question of questions.slice(0, 4)) await compare(question, each, halfway, service, reader);
            const end = live({ ...each, startsAt: halfway, steps: each.steps.slice(middle) }, service);
            for (const question of questions) await compare(question, each, end, service, reader);
          });
        },
      ),
      { numRuns: howOften(40, 2000) },
    );
  });
});

describe('on traffic of people who are known', () => {
  it('finds never fewer than the lower bound nor more than the upper one', async () => {
    await fc.assert(
      fc.asyncProperty(
        village,
        fc.array(question, { minLength: 6, maxLength: 10, size: 'max' }),
        async (each, asked) => {
          await withService(each, async (service, reader) => {
            const truth = liveThrough(each, service);
            for (const one of asked) await checkBounds(one, each, truth, service, reader);
          });
        },
      ),
      { numRuns: howOften(50, 3000) },
    );
  });
});

const minute = fc.nat(VILLAGE_DAYS * 1440);
const day = fc.nat(VILLAGE_DAYS - 1);
const question = fc.record({
  range: fc.oneof(
    fc.tuple(day, day).map(([a, b]) => ({ firstDay: Math.min(a, b), lastDay: Math.max(a, b) })),
    fc.tuple(minute, minute).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 })),
  ),
  time: fc.constantFrom(null, null, 'time:hour', 'time:day', 'time:week'),
});

async function checkBounds(
  { range, time }: typeof question extends fc.Arbitrary<infer T> ? T : never,
  { firstDay, rules: { timeZone } }: Village,
  { seen, began }: Truth,
  { site }: CountingService,
  reader: EventsReader,
): Promise<void> {
  const midnight = startOf(firstDay, timeZone);
  const span =
    'from' in range
      ? spanOfTimes(midnight + range.from * 60_000, midnight + range.to * 60_000, timeZone)
      : spanOfDays(firstDay + range.firstDay, firstDay + range.lastDay, timeZone);
  const buckets = bucketsSlowly(span, time, timeZone) ?? [{ startsAt: span.startsAt, label: '' }];
  const date_range =
    'from' in range
      ? [new Date(span.startsAt).toISOString(), new Date(span.endsAt).toISOString()]
      : [dateOfDay(span.firstDay), dateOfDay(span.lastDay)];
  const body = {
    ...{ site_id: 'example.org', metrics: ['visitors_low', 'visitors_high'], date_range },
    ...{ dimensions: time === null ? [] : [time] },
  };
  const { results } = await answerQuery(body, { site, goals: [], executor: executorOf(reader), now: span.endsAt });
  for (const [index, { startsAt, label }] of buckets.entries()) {
    if (buckets.filter((bucket) => bucket.label === label).length > 1) continue; // an hour that comes twice
    const endsAt = buckets[index + 1]?.startsAt ?? span.endsAt;
    const people = (all: Truth['seen']) =>
      new Set(all.filter(({ at }) => at >= startsAt && at < endsAt).map(({ person }) => person)).size;
    const row = results.find(({ dimensions }) => (dimensions[0] ?? '') === label);
    const [low, high] = [row?.metrics[0] ?? 0, row?.metrics[1] ?? 0];
    // A visit belongs to its beginning, so whoever began one is in; whoever did nothing at all is not.
    expect(low).toBeLessThanOrEqual(people(seen));
    expect(high).toBeGreaterThanOrEqual(people(began));
  }
}

function executorOf(reader: EventsReader): StatsExecutor {
  return { scan: async (plan) => reader.scan(plan), firstDay: async (id) => reader.firstDay(id) };
}

async function withService(
  { rules: { timeZone, level, onRefusal } }: Pick<Scenario, 'rules'>,
  run: (service: CountingService, reader: EventsReader) => Promise<void>,
): Promise<void> {
  const service = new CountingService({ timezone: timeZone, anonymous: level, onRefusal });
  // As if every answer had many rows; the test of sealing asks the other way.
  const reader = new EventsReader({ file: service.file, cacheBytes: 1_000_000, manyRows: 0 });
  try {
    await run(service, reader);
  } finally {
    reader.close();
    service.close();
    service.remove();
  }
}

async function compare(
  { metrics, dimensions, filters, goals, range, order, pagination }: Asked,
  { startsAt, rules: { timeZone, level, onRefusal } }: Scenario,
  now: number,
  { file, site }: CountingService,
  reader: EventsReader,
): Promise<void> {
  const tables = readTables(file);
  const firstKnown = tables.instrument_days.map(({ day }) => Number(day)).sort((a, b) => a - b)[0] ?? null;
  const { date_range, span } = rangeOf(range, { from: startsAt, now, timeZone, firstKnown });
  const columns = [...metrics, ...dimensions];
  const time = dimensions.find((name) => name.startsWith('time'));
  const byDefault: [string, string] = time === undefined ? [metrics[0] ?? '', 'desc'] : [time, 'asc'];
  const rule: [string, string] = order === null ? byDefault : [columns[order[0] % columns.length] ?? '', order[1]];
  const body = {
    ...{ site_id: 'example.org', metrics, date_range, dimensions, filters },
    ...(order === null ? {} : { order_by: [rule] }),
    ...(pagination === null ? {} : { pagination }),
  };
  const context = { site, goals, executor: executorOf(reader), now };
  const { results } = await answerQuery(body, context);

  const whole = await answerQuery({ ...body, metrics: ['visitors'], dimensions: [], order_by: null }, context);
  if (whole.meta.visitors_method?.kind === 'exact' && pagination === null) {
    expect(whole.results[0]?.metrics).toEqual([expect.any(Number)]); // what is called exact has one figure
  }

  const countsRefusals = onRefusal === 'pageviews' || level === 'pageviews';
  // Where visitors are not known their rows are ordered by the bounds.
  const known = [...metrics, 'visitors_low', 'visitors_high'];
  const question = { metrics: known, span, dimensions, filters, goals, timeZone, countsRefusals };
  const expected = orderSlowly(answerSlowly(tables, question), rule, dimensions, known).map((row) => ({
    dimensions: row.dimensions,
    metrics: row.metrics.slice(0, metrics.length),
  }));
  const { limit, offset } = pagination ?? { limit: 10_000, offset: 0 };
  const hasTwins = new Set(expected.map((row) => row.dimensions.join())).size < expected.length;
  // In autumn an hour comes twice; two rows of one name have no order of their own.
  if (hasTwins) {
    if (pagination === null) expect(sorted(results)).toEqual(sorted(expected));
  } else expect(results).toEqual(expected.slice(offset, offset + limit));
}

function orderSlowly(
  rows: SlowRow[],
  [by, direction]: [string, string],
  dimensions: string[],
  metrics: string[],
): SlowRow[] {
  const figure = (row: SlowRow, name: string): number | null => {
    const value = row.metrics[metrics.indexOf(name)] ?? null;
    return typeof value === 'object' ? (value?.value ?? null) : value;
  };
  const read = (row: SlowRow): string | number => {
    if (dimensions.includes(by)) return row.dimensions[dimensions.indexOf(by)] ?? '';
    const middle = Math.sqrt((figure(row, 'visitors_low') ?? 0) * (figure(row, 'visitors_high') ?? 0));
    return figure(row, by) ?? (by === 'visitors' ? middle : Number.NEGATIVE_INFINITY);
  };
  const order = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
  return [...rows].sort(
    (a, b) =>
      order(read(a), read(b)) * (direction === 'asc' ? 1 : -1) ||
      order(a.dimensions.join('\n'), b.dimensions.join('\n')),
  );
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
