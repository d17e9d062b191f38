/** Sealing changes no answer and loses no row: a service that seals equals its twin that never does, and the slow count of its rows. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Goal } from '../../../src/domain/goal.ts';
import { answerQuery } from '../../../src/stats/answer-query.ts';
import { EventsReader } from '../../../src/store/sqlite/reader/events-reader.ts';
import { answerSlowly } from '../../support/reference/answer-slowly.ts';
import { CountingService } from '../../support/reference/counting-service.ts';
import { type Asked, asked, rangeOf } from '../../support/reference/random-questions.ts';
import { live, type Scenario, scenario } from '../../support/reference/random-traffic.ts';
import { dumpTables, readTables } from '../../support/reference/read-tables.ts';
import { howOften } from '../../support/soak.ts';

/** Seals what is due, or everything there is, the day that is being counted among it. */
const sealing = fc.constantFrom('due', 'all');

describe('on any traffic', () => {
  it('every answer is the same before sealing, after it, with late rows beside it, and after these are merged', async () => {
    const cases = { days: 0, late: 0 };
    await fc.assert(
      fc.asyncProperty(
        scenario({ minLength: 6, maxLength: 50 }),
        fc.array(sealing, { minLength: 2, maxLength: 4, size: 'max' }),
        fc.array(asked, { minLength: 4, maxLength: 8, size: 'max' }),
        async (each, sealings, questions) => {
          await withTwins(each, async (sealed, twin) => {
            let now = each.startsAt;
            const known = new Set<number>();
            for (const [index, which] of sealings.entries()) {
              const [from, to] = [index, index + 1].map((cut) =>
                Math.floor((each.steps.length * cut) / sealings.length),
              );
              const part = { ...each, startsAt: now, steps: each.steps.slice(from, to) };
              live(part, twin);
              now = live(part, sealed);
              await compare(each, questions.slice(0, 2), now, sealed, twin); // with what has come since
              for (const day of sealed.seal(which === 'all' ? Number.POSITIVE_INFINITY : now)) {
                cases.days += 1;
                if (known.has(day)) cases.late += 1;
                known.add(day);
              }
              await compare(each, questions, now, sealed, twin);
              expect(sealed.seal(which === 'all' ? Number.POSITIVE_INFINITY : now)).toEqual([]); // twice is once
            }
            sealed.unsealAll();
            expect(rowsOf(sealed)).toEqual(rowsOf(twin));
          });
        },
      ),
      { numRuns: howOften(15, 1000) },
    );
    expect(cases.days).toBeGreaterThan(10);
    expect(cases.late).toBeGreaterThan(0);
  });
});

async function compare(
  { startsAt, rules: { timeZone, level, onRefusal } }: Scenario,
  questions: readonly Asked[],
  now: number,
  sealed: CountingService,
  twin: CountingService,
): Promise<void> {
  const tables = readTables(twin.file);
  const firstKnown = tables.instrument_days.map(({ day }) => Number(day)).sort((a, b) => a - b)[0] ?? null;
  const countsRefusals = onRefusal === 'pageviews' || level === 'pageviews';
  for (const { metrics, dimensions, filters, goals, range } of questions) {
    const { date_range, span } = rangeOf(range, { from: startsAt, now, timeZone, firstKnown });
    const body = { site_id: 'example.org', metrics, date_range, dimensions, filters };
    const [answer, expected] = [await ask(sealed, body, goals, now), await ask(twin, body, goals, now)];
    expect(answer).toEqual(expected);
    const question = { metrics, span, dimensions, filters, goals, timeZone, countsRefusals };
    expect(sorted(answer.results)).toEqual(sorted(answerSlowly(tables, question)));
  }
}

async function ask({ file, site }: CountingService, body: unknown, goals: readonly Goal[], now: number) {
  const reader = new EventsReader({ file, cacheBytes: 1_000_000 }); // with nothing in memory
  try {
    const executor = {
      scan: async (plan: Parameters<EventsReader['scan']>[0]) => reader.scan(plan),
      firstDay: async (id: number) => reader.firstDay(id),
    };
    return await answerQuery(body, { site, goals, executor, now });
  } finally {
    reader.close();
  }
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/**
 * Every table, the names of transactions aside, and the versions by which readers notice. Sealing numbers a day's events anew, so each
 * one is told by what it holds.
 */
function rowsOf({ file }: CountingService): unknown {
  const { memory_batch: _random, migrations: _same, day_changes: _versions, ...tables } = dumpTables(file);
  const { events = [], event_properties: properties = [], ...others } = tables;
  const told = events.map(({ event, ...row }) => ({
    ...row,
    properties: properties
      .filter((property) => property.day === row.day && property.event === event)
      .map(({ key, value }) => [key, value]),
  }));
  return { ...others, events: sorted(told), properties: properties.length };
}

async function withTwins(
  { rules: { timeZone, level, onRefusal } }: Scenario,
  run: (sealed: CountingService, twin: CountingService) => Promise<void>,
): Promise<void> {
  const settings = { timezone: timeZone, anonymous: level, onRefusal };
  const twins = [new CountingService(settings), new CountingService(settings)] as const;
  try {
    await run(...twins);
  } finally {
    for (const twin of twins) {
      twin.close();
      twin.remove();
    }
  }
}
