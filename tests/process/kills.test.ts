/** Stored days through the shipped program, killed at any moment: no row is lost, none is there twice, no day is half of anything. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { FIREFOX } from '../support/beacons.ts';
import { readStoredPages, sendPages } from '../support/load.ts';
import {
  createFolder,
  removeFolder,
  runCommand,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';
import { howOften } from '../support/soak.ts';
import { readAsRows, unsealAll } from '../support/stored-rows.ts';

const DAY_MS = 86_400_000;
const TODAY = Math.floor(Date.now() / DAY_MS);
const EVENTS = 30;
/** Of a site that keeps everything. */
const PACKED = { domain: 'packed.example', from: TODAY - 90, days: 40 };
/** Of a site that is told to keep one month, which has 28 to 31 days. */
const AGING = { domain: 'aging.example', from: TODAY - 70, days: 60 };
const FIRST_KEPT = 31;
const KINDS = ['seal', 'import', 'erase', 'retain'] as const;

let data: string;
beforeAll(async () => {
  data = createFolder();
  await (await startService(data)).stop(); // makes the demo site, which takes beacons
  for (const { domain } of [PACKED, AGING]) {
    const args = ['--retention', 'none', '--timezone', 'UTC', '--jurisdiction', 'US'];
    expect(runCommand(data, ['site', 'add', domain, ...args]).status).toBe(0);
  }
});
afterAll(() => removeFolder(data));

const identifierOf = (person: number): string => `person${String(person).padStart(15, '0')}`;

/** One pageview per line, each with a page of its own; every third person has consented. */
function linesOf({ domain, from, days }: typeof PACKED, name: string, events: number): string {
  const lines: string[] = [];
  for (let day = 0; day < days; day++) {
    for (let number = 0; number < events; number++) {
      const person = (day * 7 + number) % 50;
      const time = new Date((from + day) * DAY_MS + number * 1_000_000).toISOString();
      const consent = person % 3 === 0 ? { consent: 'granted', visitor: identifierOf(person) } : {};
      const url = `https://${domain}/${name}/${day}/${number}`;
      const props = { name: 'seen', props: { name: `${name}-${day}-${number}` } };
      const what = number % 10 === 9 ? props : { name: 'pageview' };
      lines.push(JSON.stringify({ time, url, ip: `192.0.${person}.9`, user_agent: FIREFOX, ...what, ...consent }));
    }
  }
  return `${lines.join('\n')}\n`;
}

const importOf = (domain: string) => ['import', 'events', '-', '--site', domain, '--json'];

function finishImport(site: typeof PACKED, lines: string): void {
  const result = runCommand(data, importOf(site.domain), lines);
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
}

/** Events of each day of a site, as rows and as columns. */
function countDays({ domain }: typeof PACKED): { rows: Map<number, number>; columns: Map<number, number> } {
  const app = new Database(join(data, 'app.db'), { readonly: true });
  const id = app.prepare<[string], number>('SELECT id FROM sites WHERE domain = ?').pluck().get(domain) ?? 0;
  app.close();
  const db = new Database(join(data, 'events.db'), { readonly: true });
  const read = (sql: string) => new Map(db.prepare<[number], [number, number]>(sql).raw().all(id));
  const counts = db.transaction(() => ({
    rows: read('SELECT day, count(*) FROM events WHERE site_id = ? GROUP BY day'),
    columns: read('SELECT day, events FROM sealed_days WHERE site_id = ?'),
  }))();
  db.close();
  return counts;
}

function sumDays(site: typeof PACKED): Map<number, number> {
  const { rows, columns } = countDays(site);
  const days = [...new Set([...rows.keys(), ...columns.keys()])].sort((a, b) => a - b);
  return new Map(days.map((day) => [day, (rows.get(day) ?? 0) + (columns.get(day) ?? 0)]));
}

const total = (counts: Map<number, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

function makeRows(): void {
  const db = new Database(join(data, 'events.db'));
  unsealAll(db);
  db.close();
}

/** Waits until something of a site's days is another than it was; the jobs begin a moment after the start. */
async function untilChanged(site: typeof PACKED, { process: child }: Service): Promise<void> {
  const state = () => JSON.stringify([...countDays(site).rows, '|', ...countDays(site).columns]);
  const before = state();
  for (let waitedMs = 0; waitedMs < 8000 && child.exitCode === null; waitedMs += 10) {
    if (state() !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const moment = (longestMs: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs));

describe('the service', () => {
  const rounds = howOften(4, 52);

  it(`has every row once after ${rounds} SIGKILLs while it seals, imports, erases and removes old days`, async () => {
    finishImport(PACKED, linesOf(PACKED, 'first', EVENTS));
    let expected = PACKED.days * EVENTS;
    let inTheMiddle = 0;
    const answered: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const kind = KINDS[round % KINDS.length];
      if (kind === 'retain') {
        expect(runCommand(data, ['site', 'set', AGING.domain, '--retention', 'none']).status).toBe(0);
        finishImport(AGING, linesOf(AGING, `round-${round}`, 5));
        expect(runCommand(data, ['site', 'set', AGING.domain, '--retention', '1mo']).status).toBe(0);
      }
      if (kind === 'seal' || round % 8 === 7) makeRows();
      const before = sumDays(AGING);
      const service = await startService(data, { PASSANT_LOG: 'warn', PASSANT_RATE_LIMIT: '0' });
      const load = sendPages(service.url, `round-${round}`);
      const late = linesOf(PACKED, `late-${round}`, 2);
      if (kind === 'import') {
        const client = runCommandBeside(data, importOf(PACKED.domain), late);
        await untilChanged(PACKED, service);
        await moment(400);
        await service.kill();
        await client;
      } else if (kind === 'erase') {
        const body = JSON.stringify({ d: PACKED.domain, id: identifierOf((round * 3) % 48) });
        fetch(`${service.url}/api/forget`, { method: 'POST', body }).catch(() => {}); // it will be cut off
        await moment(80);
      } else {
        await untilChanged(kind === 'retain' ? AGING : PACKED, service);
        await moment(kind === 'retain' ? 100 : 200);
      }
      await service.kill();
      answered.push(...(await load.stop()));

      const packed = sumDays(PACKED);
      if (kind === 'import') {
        const done = total(packed) - expected;
        if (done > 0 && done < PACKED.days * 2) inTheMiddle += 1;
        expect(done).toBeLessThanOrEqual(PACKED.days * 2);
        finishImport(PACKED, late); // goes on where it was cut off
        expected += PACKED.days * 2;
      }
      expect(total(sumDays(PACKED))).toBe(expected);
      const aging = sumDays(AGING);
      // A day is there as it was, or not at all; and those that are kept are all there.
      for (const [day, count] of aging) expect([day, count]).toEqual([day, before.get(day)]);
      for (const [day] of before) if (day >= TODAY - FIRST_KEPT + 4) expect(aging.has(day)).toBe(true);
      if (kind === 'retain' && aging.size < before.size && aging.has(TODAY - FIRST_KEPT - 1)) inTheMiddle += 1;
      const { rows, columns } = countDays(PACKED);
      if (kind === 'seal' && rows.size > 0 && columns.size > 0) inTheMiddle += 1;
    }

    await untilTidy();
    expect([...sumDays(AGING).keys()].every((day) => day >= TODAY - FIRST_KEPT)).toBe(true);
    expect(runCommand(data, ['seal']).status).toBe(0);
    expect(countDays(PACKED).rows.size).toBe(0);
    const stored = readStoredPages(data);
    expect(answered.filter((page) => stored.get(page) !== 1)).toEqual([]);
    const { pages, dangling, strangers, lost } = readAsRows(data, readWhole);
    expect(pages.filter(([, times]) => times !== 1)).toEqual([]);
    expect([dangling, strangers, lost]).toEqual([0, 0, 0]);
    console.info(
      `kills: ${rounds} SIGKILLs, ${inTheMiddle} of them half-way through the days, ${expected} imported rows and ${answered.length} beacons answered 202, none lost, none twice`,
    );
  }, 3_000_000);
});

/** Lets the service end what was cut off. */
async function untilTidy(): Promise<void> {
  const service = await startService(data, { PASSANT_LOG: 'warn' });
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 100) {
    const db = new Database(join(data, 'events.db'), { readonly: true });
    const open = db.prepare('SELECT count(*) FROM removals WHERE swept < version').pluck().get();
    db.close();
    if (open === 0 && [...sumDays(AGING).keys()].every((day) => day >= TODAY - FIRST_KEPT)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await service.stop();
}

/** How often each imported page stands in the rows, and what belongs to nothing. */
function readWhole(db: Database.Database) {
  const one = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    pages: db
      .prepare<[], [string, number]>(`SELECT e.site_id || t.text, count(*) FROM events e
        JOIN terms t ON t.site_id = e.site_id AND t.kind = 'page' AND t.id = e.page GROUP BY 1`)
      .raw()
      .all(),
    dangling: one(`SELECT count(*) FROM events e WHERE visit > 0 AND NOT EXISTS
      (SELECT 1 FROM visits v WHERE v.site_id = e.site_id AND v.day = e.day AND v.visit = e.visit)`),
    // Erased by half: of a visitor whose number nobody has any more.
    strangers: one(`SELECT count(*) FROM people p WHERE visitor BETWEEN 1 AND 4294967294
      AND NOT EXISTS (SELECT 1 FROM visitors v WHERE v.site_id = p.site_id AND v.id = p.visitor)`),
    // A text that was removed although something uses it.
    lost: one(`SELECT count(*) FROM events e WHERE NOT EXISTS
      (SELECT 1 FROM terms t WHERE t.site_id = e.site_id AND t.kind = 'page' AND t.id = e.page)`),
  };
}
