/** Several reader threads as they ship: one cache among them, the same answers as one reader alone, and no answer from what is no more. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { buildServer } from '../../src/build.mjs';
import { answerQuery } from '../../src/stats/answer-query.ts';
import type { StatsExecutor } from '../../src/stats/ports.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import type { ReaderThreads, ReaderThreadsOptions } from '../../src/store/sqlite/reader/reader-threads.ts';
import { CountingService, SITE_ID } from '../support/reference/counting-service.ts';

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
const DAYS = 40;
const ERASED = 'erased-person'.padEnd(21, '_');

type ThreadsModule = { ReaderThreads: new (options: ReaderThreadsOptions) => ReaderThreads };
type Started = Parameters<NonNullable<ReaderThreadsOptions['onStart']>>[0];
const isLinux = process.platform === 'linux';
/** Below dist/, so that its packages are found. */
const BUILT = join(import.meta.dirname, '../../dist/reader-threads-test');

let Threads: ThreadsModule['ReaderThreads'];
let service: CountingService;
let threads: ReaderThreads;
let started: Started[];
beforeAll(async () => {
  await buildServer(BUILT, ['store/sqlite/reader/reader-threads.ts']);
  Threads = ((await import(join(BUILT, 'reader-threads.js'))) as ThreadsModule).ReaderThreads;
});
afterAll(() => rmSync(BUILT, { recursive: true, force: true }));
beforeEach(() => {
  service = new CountingService();
  for (let day = 0; day < DAYS; day++) live(day);
  service.flush();
  service.seal(Number.POSITIVE_INFINITY);
  live(DAYS); // rows that are not sealed
  service.flush();
  open(10_000_000);
});
afterEach(async () => {
  await threads.close();
  service.close();
  service.remove();
});

function open(cacheBytes: number): void {
  started = [];
  const onStart = (thread: Started) => started.push(thread);
  threads = new Threads({ file: service.file, cacheBytes, mostThreads: 3, onStart });
}

function live(day: number): void {
  for (let person = 0; person < 8; person++)
    visit(day, 1 + person, `person-${person}`, `/page-${(day + person * 3) % 11}`);
  if (day % 7 === 3) visit(day, 12, ERASED, '/docs');
}

function visit(day: number, hour: number, person: string, page: string): void {
  const id = person === ERASED ? ERASED : person.padEnd(21, 'i');
  const consent = person.endsWith('0') || person === ERASED ? { c: 'granted', id } : {};
  const at = MIDNIGHT + day * DAY_MS + hour * HOUR;
  const ip = `192.0.${person.length}.${person.charCodeAt(person.length - 1)}`;
  const body = { n: 'pageview', u: `https://example.org${page}`, r: hour % 2 ? 'https://www.google.com/' : null };
  service.sendBody({ ...body, ...consent }, { ip, userAgent: `Firefox ${person.length % 3}`, at });
}

const RANGES = [
  ['2026-03-10', '2026-04-30'],
  ['2026-03-20', '2026-04-02'],
];
const QUESTIONS = RANGES.flatMap((date_range) =>
  [
    { metrics: ['visitors', 'visits', 'pageviews', 'visitors_measured', 'visitors_daily_sum'] },
    { metrics: ['visits', 'pageviews'], dimensions: ['time:day'] },
    { metrics: ['visitors_low', 'visitors_high', 'visits'], dimensions: ['event:page'] },
    { metrics: ['visits', 'bounce_rate', 'visit_duration'], dimensions: ['visit:source'] },
    { metrics: ['visits'], dimensions: ['visit:browser', 'visit:consent'] },
    { metrics: ['visitors', 'pageviews'], filters: [['contains', 'event:page', ['1']]] },
  ].map((question) => ({ site_id: 'example.org', date_range, ...question })),
);

/** All questions at once. */
async function answersOf(executor: StatsExecutor): Promise<string[]> {
  const { site } = service;
  const now = MIDNIGHT + 60 * DAY_MS;
  return Promise.all(
    QUESTIONS.map(async (body) => {
      const answer = await answerQuery(body, { site, goals: [], executor, now });
      return JSON.stringify([answer.results, answer.meta]);
    }),
  );
}

/** By a reader that has nothing in memory. */
async function expected(): Promise<string[]> {
  const reader = new EventsReader({ file: service.file, cacheBytes: 10_000_000 });
  try {
    return await answersOf({
      scan: async (plan) => reader.scan(plan),
      firstDay: async (siteId) => reader.firstDay(siteId),
    });
  } finally {
    reader.close();
  }
}

const anew = (): StatsExecutor => ({
  scan: (plan) => threads.scan(plan, true),
  firstDay: (siteId) => threads.firstDay(siteId),
});

describe('reader threads', () => {
  it('are started when there is more to do, and answer as one reader does, cold, warm and from memory', async () => {
    expect(threads.threads).toBe(0);
    await threads.firstDay(SITE_ID);
    expect(threads.threads).toBe(1);
    const right = await expected();
    for (const executor of [anew(), anew(), threads, threads]) expect(await answersOf(executor)).toEqual(right);
    expect(threads.threads).toBe(3);
    expect(threads.cachedBytes).toBeGreaterThan(50_000);
  });

  it('keep to their bytes, and answer right when nothing can be kept', async () => {
    const right = await expected();
    for (const cacheBytes of [60_000, 1]) {
      await threads.close();
      open(cacheBytes);
      for (let round = 0; round < 3; round++) expect(await answersOf(anew())).toEqual(right);
      expect(threads.cachedBytes).toBeLessThanOrEqual(cacheBytes);
    }
  });

  it.each([
    ['a late visit on a sealed day', () => visit(5, 20, 'person-late', '/late')],
    ['late rows that are merged', mergeLateRows],
    ['the erasure of a visitor', () => service.erase(ERASED)],
    ['the removal of old days', () => service.removeOldDays(MIDNIGHT / DAY_MS + 20)],
  ] as const)('answer nothing from what was before %s', async (_what, change) => {
    const before = await answersOf(threads);
    await answersOf(anew());
    change();
    service.flush();
    const right = await expected();
    expect(right).not.toEqual(before);
    for (const executor of [threads, anew(), threads]) expect(await answersOf(executor)).toEqual(right);
  });

  it('are told of a damaged column by name, whichever of them reads it, and answer everything else', async () => {
    const right = await expected();
    const day = MIDNIGHT / DAY_MS + 12;
    turnByte(day, 'entry_page');
    const reader = (dimension: string) =>
      answerQuery(
        { site_id: 'example.org', date_range: RANGES[0], metrics: ['visits'], dimensions: [dimension] },
        { site: service.site, goals: [], executor: anew(), now: MIDNIGHT + 60 * DAY_MS },
      );
    const asked = Array.from({ length: 9 }, () => reader('visit:entry_page'));
    for (const { status, ...outcome } of await Promise.allSettled(asked)) {
      expect(status).toBe('rejected');
      const sentence = `The sealed column visits.entry_page of site ${SITE_ID} on 2026-03-22 is damaged`;
      expect(String('reason' in outcome && outcome.reason)).toContain(sentence);
    }
    const others = await answersOf(anew());
    expect(others).toEqual(right);
  });

  it('are replaced when they die: their question fails, those of others do not', async () => {
    const right = await expected();
    expect(await answersOf(anew())).toEqual(right);
    const underWay = Promise.allSettled(Array.from({ length: 6 }, () => anew().scan(longPlan())));
    await started[0]?.end();
    const outcomes = (await underWay).map(({ status }) => status);
    expect(outcomes.filter((status) => status === 'rejected')).toHaveLength(1);
    expect(await answersOf(anew())).toEqual(right);
    expect(threads.threads).toBe(3);
    expect(started).toHaveLength(4);
    for (const thread of started) await thread.end();
    expect(threads.cachedBytes).toBe(0);
    expect(await answersOf(anew())).toEqual(right);
  });

  it('forget a site when they are told to, also what was being read', async () => {
    await answersOf(threads);
    const underWay = answersOf(anew());
    await threads.forget(SITE_ID);
    const atOnce = threads.cachedBytes;
    await underWay;
    await threads.forget(SITE_ID);
    expect(threads.cachedBytes).toBe(0);
    expect(atOnce).toBeGreaterThanOrEqual(0);
    expect(await answersOf(threads)).toEqual(await expected());
  });

  if (!isLinux) console.info('skipped: threads have no priority of their own here');
  const onLinux = isLinux ? it : it.skip;
  onLinux('go behind all other threads of the process', async () => {
    const [before] = niceness();
    await answersOf(anew());
    const now = niceness();
    expect(now.filter((nice) => nice === 10)).toHaveLength(3);
    expect(now[0]).toBe(before);
  });
});

/** Of each thread of this process, the main one first: it has the number of the process, and later ones can have smaller numbers, which begin anew. */
function niceness(): number[] {
  const main = String(process.pid);
  const tasks = readdirSync('/proc/self/task').filter((task) => task !== main);
  return [main, ...tasks].map((task) =>
    Number(readFileSync(`/proc/self/task/${task}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]),
  );
}

function mergeLateRows(): void {
  visit(6, 20, 'person-late', '/late');
  service.flush();
  service.seal(Number.POSITIVE_INFINITY);
}

function turnByte(day: number, column: string): void {
  const db = new Database(service.file);
  const where = "WHERE day = ? AND part = 'visits' AND column = ?";
  const data = db.prepare<[number, string], Buffer>(`SELECT data FROM segments ${where}`).pluck().get(day, column);
  if (data === undefined) throw new Error('there is no such column');
  data[0] = (data[0] ?? 0) ^ 1;
  db.prepare(`UPDATE segments SET data = ? ${where}`).run(data, day, column);
  db.close();
}

function longPlan(): Parameters<StatsExecutor['scan']>[0] {
  const [firstDay, lastDay] = [MIDNIGHT / DAY_MS, MIDNIGHT / DAY_MS + DAYS];
  return {
    ...{
      siteId: SITE_ID,
      buckets: null,
      dimensions: ['event:page', 'visit:source'],
      filter: null,
      goals: [],
      cut: null,
    },
    ...{ figures: ['visits', 'distinct'], countsVisitors: true, countsRefusals: false },
    window: { firstDay, lastDay, startsAt: firstDay * DAY_MS, endsAt: (lastDay + 1) * DAY_MS, isWholeDays: true },
  };
}
