/** A damaged column: whichever byte it is, whoever needs the column is told site, day and column, and nobody gets a wrong number. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Goal } from '../../../src/domain/goal.ts';
import { dateOf } from '../../../src/lib/calendar.ts';
import { answerQuery } from '../../../src/stats/answer-query.ts';
import { DIMENSIONS } from '../../../src/stats/dimensions.ts';
import type { SqliteDatabase } from '../../../src/store/sqlite/open-database.ts';
import { EventsReader } from '../../../src/store/sqlite/reader/events-reader.ts';
import { DaySealer } from '../../../src/store/sqlite/writer/day-sealer.ts';
import { CountingService, SITE_ID } from '../../support/reference/counting-service.ts';
import { howOften } from '../../support/soak.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2026-03-10T00:00Z');
const DAY = MIDNIGHT / (24 * HOUR);
/** Numbers of rows, which are their places: no question reads them, and sealing again does. */
const ROW_NUMBERS = ['visits.visit', 'events.event', 'people.ordinal'];

interface Stored {
  rowid: number;
  day: number;
  part: string;
  column: string;
  encoding: string;
  length: number;
  checksum: number;
  data: Buffer;
}

const GOALS: Goal[] = [{ name: 'read', kind: 'scroll', path: '/docs/**', depth: 50 }];
let service: CountingService;
let reader: EventsReader;
let db: SqliteDatabase;
let stored: Stored[];
/** Those of the first of two days. */
let columns: Stored[];
let whole: string[];

beforeAll(async () => {
  service = new CountingService({ onRefusal: 'pageviews' });
  for (const start of [MIDNIGHT, MIDNIGHT + 24 * HOUR]) live(start);
  service.flush();
  expect(service.seal(Number.POSITIVE_INFINITY)).toContain(DAY);
  db = new Database(service.file);
  reader = new EventsReader({ file: service.file, cacheBytes: 1 }); // keeps nothing in memory
  const sql = 'SELECT rowid, day, part, column, encoding, length, checksum, data FROM segments ORDER BY rowid';
  stored = db.prepare<[], Stored>(sql).all();
  columns = stored.filter(({ day }) => day === DAY);
  whole = await answers();
});
afterAll(() => {
  reader.close();
  db.close();
  service.close();
  service.remove();
});

/** A day with something in every column, until after midnight. */
function live(start: number): void {
  for (let number = 0; number < 40; number++) {
    const at = start + number * 20 * 60_000 + (number === 39 ? 10 * HOUR + 59 * 60_000 : 0);
    const who = { ip: `192.0.${number}.9`, userAgent: `Firefox ${number % 3}`, at };
    const known = { c: 'granted', id: `${number % 9}`.padEnd(21, 'i') };
    const consent = number % 13 === 0 ? { c: 'denied' } : number % 3 === 0 ? known : {};
    const r = number % 2 === 0 ? 'https://www.google.com/' : null;
    const u = `https://example.org${['/', '/docs/a', '/docs/b?utm_source=letter&utm_campaign=c'][number % 3]}`;
    service.sendBody({ n: 'pageview', u, r, b: null, ...consent }, who);
    service.sendBody({ n: 'engagement', u, e: number * 1000, sd: number * 2, ...consent }, { ...who, at: at + 61_000 });
    if (number % 3 !== 0) continue;
    const bought = { n: 'order', u, p: { size: `s${number}` }, $: { currency: 'EUR', amount: 9.5 + number } };
    service.sendBody({ ...bought, ...consent }, { ...who, at: at + 62_000 });
  }
}

const QUESTIONS: { metrics: string[]; dimensions?: string[]; filters?: unknown[] }[] = [
  { metrics: ['visits', 'pageviews', 'events', 'visitors_measured', 'visitors_daily_sum'] },
  { metrics: ['bounce_rate', 'visit_duration', 'views_per_visit'] },
  { metrics: ['visitors', 'visitors_low', 'visitors_high'] },
  { metrics: ['visitors'], filters: [['is', 'event:page', ['/docs/a']]] },
  { metrics: ['visitors'], dimensions: ['event:page'] },
  { metrics: ['scroll_depth', 'time_on_page'], dimensions: ['event:page'] },
  { metrics: ['total_revenue', 'average_revenue'] },
  { metrics: ['events'], dimensions: ['event:goal'] },
  { metrics: ['events'], dimensions: ['event:props:size'] },
  { metrics: ['pageviews', 'visits'], dimensions: ['time:hour'] },
  ...Object.keys(DIMENSIONS)
    .filter((name) => name !== 'event:goal')
    .map((name) => ({ metrics: ['visits', 'events'], dimensions: [name] })),
];

/** The answer, or the sentence with which it is refused. */
async function ask(question: (typeof QUESTIONS)[number]): Promise<string> {
  const executor = {
    scan: async (plan: Parameters<EventsReader['scan']>[0]) => reader.scan(plan),
    firstDay: async (id: number) => reader.firstDay(id),
  };
  const body = { site_id: 'example.org', date_range: ['2026-03-09', '2026-03-13'], ...question };
  try {
    const { site } = service;
    const { results } = await answerQuery(body, { site, goals: GOALS, executor, now: MIDNIGHT + 96 * HOUR });
    return JSON.stringify(results);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

async function answers(): Promise<string[]> {
  const given: string[] = [];
  for (const question of QUESTIONS) given.push(await ask(question));
  return given;
}

function put(
  { rowid }: Stored,
  { encoding, length, checksum, data }: Omit<Stored, 'rowid' | 'day' | 'part' | 'column'>,
) {
  db.prepare('UPDATE segments SET encoding = ?, length = ?, checksum = ?, data = ? WHERE rowid = ?').run(
    ...[encoding, BigInt(length), BigInt(checksum), data, rowid],
  );
}

const nameOf = ({ part, column }: Stored): string => `${part}.${column}`;
const sentence = (stored: Stored): string =>
  `The sealed column ${nameOf(stored)} of site ${SITE_ID} on ${dateOf(stored.day)} is damaged: `;

/** Of each column the first question that reads it; every other one is answered as before, or refused too. */
const readers = new Map<string, (typeof QUESTIONS)[number]>();
async function findReader(stored: Stored): Promise<void> {
  put(stored, { ...stored, checksum: (stored.checksum + 1) % 2 ** 32 });
  const given = await answers();
  for (const [index, answer] of given.entries()) {
    if (answer === whole[index]) continue;
    expect(answer).toContain(sentence(stored));
    const question = QUESTIONS[index];
    if (question !== undefined && !readers.has(nameOf(stored))) readers.set(nameOf(stored), question);
  }
  put(stored, stored);
}

/** Whoever reads the column is told that it is damaged. */
async function expectRefusal(stored: Stored): Promise<void> {
  const question = readers.get(nameOf(stored));
  if (question !== undefined) expect(await ask(question)).toContain(sentence(stored));
  if (stored.part !== 'loose') expect(resealing(stored)).toContain(sentence(stored));
}

/** Sealing again reads every column. */
function resealing({ day }: Stored): string {
  const sealer = new DaySealer(db);
  try {
    db.transaction(() => {
      sealer.unseal({ siteId: SITE_ID, day });
      throw new Error('nothing is damaged');
    })();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

/** One changed byte of a stored column: of its data, its encoding, its length or its checksum. */
function* flips(stored: Stored, random: () => number): Generator<Omit<Stored, 'rowid' | 'day' | 'part' | 'column'>> {
  const turned = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 + Math.floor(random() * 255));
    return copy;
  };
  const { encoding, length, checksum, data } = stored;
  for (let at = 0; at < data.length; at++) yield { ...stored, data: turned(data, at) };
  for (let at = 0; at < encoding.length; at++) {
    const bytes = Buffer.from(encoding);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + Math.floor(random() * 31)); // still a text
    yield { ...stored, encoding: bytes.toString('latin1') };
  }
  for (let at = 0; at < 4; at++) {
    const by = (1 + Math.floor(random() * 255)) * 256 ** at;
    yield { ...stored, length: length + by };
    yield { ...stored, checksum: (checksum + by) % 2 ** 32 };
  }
}

/** A seeded generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

describe('a damaged column', () => {
  it('is named by the questions that read it, and every other question is answered as before', async () => {
    for (const column of columns) await findReader(column);
    const unread = columns.map(nameOf).filter((name) => !readers.has(name));
    expect(unread.sort()).toEqual([...ROW_NUMBERS].sort());
    expect(await answers()).toEqual(whole);
  }, 600_000);

  it('is named whichever byte of it has turned', async () => {
    const random = seeded(20_260_310);
    const all = columns.reduce((sum, column) => sum + [...flips(column, random)].length, 0);
    const share = howOften(230, all) / all;
    let turned = 0;
    for (const column of columns) {
      for (const damaged of flips(column, random)) {
        if (random() > share) continue;
        put(column, damaged);
        await expectRefusal(column);
        turned += 1;
      }
      put(column, column);
    }
    expect(await answers()).toEqual(whole);
    expect(turned).toBeGreaterThan(190);
    console.info(`damage: ${turned} bytes turned in ${columns.length} columns, each answered with an error`);
  }, 1_200_000);

  it('is named when it is missing, or another day’s, or another column’s', async () => {
    const rename = db.prepare('UPDATE segments SET column = ? WHERE rowid = ?');
    for (const column of columns) {
      const others = stored.filter(({ part }) => part === column.part);
      const sameOfOther = others.find((each) => each.day === DAY + 1 && each.column === column.column);
      const neighbour = others.find((each) => each.day === DAY && each.column !== column.column);
      for (const wrong of [sameOfOther, neighbour]) {
        if (wrong === undefined) throw new Error('both days hold the same columns');
        put(column, wrong);
        await expectRefusal(column);
      }
      put(column, column);
      rename.run('elsewhere', column.rowid);
      // What is loose is found among the events when it is not kept apart.
      if (column.part === 'loose') expect(await answers()).toEqual(whole);
      else await expectRefusal(column);
      rename.run(column.column, column.rowid);
    }
    expect(await answers()).toEqual(whole);
  }, 600_000);
});
