/** Sealing through the shipped program: by command, by an import, and what erasing leaves. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { FIREFOX, pageview, sendBeacon } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { createFolder, removeFolder, runCommand, runCommandBeside, startService } from '../support/service.ts';
import { unsealAll } from '../support/stored-rows.ts';

const EVENTS = 30;
const FIRST = Date.parse('2026-03-01T00:00Z');
const DAY_MS = 86_400_000;
let folder: string;

beforeAll(() => {
  folder = createFolder();
});
afterAll(() => removeFolder(folder));

const identifierOf = (person: number): string => `person${String(person).padStart(15, '0')}`;

/** One pageview per line, each with a page of its own; every third person has consented. */
function linesOf(name: string, days: number, events: number): string {
  const lines: string[] = [];
  for (let day = 0; day < days; day++) {
    for (let number = 0; number < events; number++) {
      const person = (day * 7 + number) % 50;
      const time = new Date(FIRST + day * DAY_MS + number * 1_000_000).toISOString();
      const consent = person % 3 === 0 ? { consent: 'granted', visitor: identifierOf(person) } : {};
      const url = `https://sealed.example/${name}/${day}/${number}`;
      lines.push(
        JSON.stringify({ time, name: 'pageview', url, ip: `192.0.${person}.9`, user_agent: FIREFOX, ...consent }),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

function addSite(data: string): void {
  const args = ['site', 'add', 'sealed.example', '--retention', 'none', '--timezone', 'UTC', '--jurisdiction', 'US'];
  expect(runCommand(data, args).status).toBe(0);
}
function importEvents(data: string, lines: string): void {
  const result = runCommand(data, ['import', 'events', '-', '--site', 'sealed.example', '--json'], lines);
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
}

const QUESTION = [
  ...['query', '--site', 'sealed.example', '--range', '2026-03-01,2026-04-15', '--dimensions', 'time:day', '--json'],
  ...['--metrics', 'visits,pageviews,visitors_low,visitors_high,visitors_measured,bounce_rate,visit_duration'],
];

/** Rows that are rows, and rows that are columns. */
function countRows(data: string): { hot: number; sealed: number } {
  const db = new Database(join(data, 'events.db'), { readonly: true });
  const one = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const counts = { hot: one('SELECT count(*) FROM events'), sealed: one('SELECT sum(events) FROM sealed_days') };
  db.close();
  return counts;
}

function makeRows(data: string): void {
  const db = new Database(join(data, 'events.db'));
  unsealAll(db);
  db.close();
}

describe('passant seal', () => {
  it('seals what is due with and without a running server, says how much, and changes no answer', async () => {
    const data = join(folder, 'command');
    addSite(data);
    importEvents(data, linesOf('first', 10, EVENTS));
    expect(countRows(data)).toEqual({ hot: 0, sealed: 10 * EVENTS }); // the import has left them
    makeRows(data);
    const before = runCommand(data, QUESTION);
    expect(JSON.parse(before.stdout).results).toHaveLength(10);
    expect(runCommand(data, ['seal', '--site', 'nobody.example']).status).not.toBe(0);
    const sealed = runCommand(data, ['seal', '--json']);
    expect(sealed.stderr).toBe('');
    expect(JSON.parse(sealed.stdout)).toEqual([
      { site: 'sealed.example', days: 10, rows: expect.any(Number), bytes: expect.any(Number) },
    ]);
    expect(countRows(data)).toEqual({ hot: 0, sealed: 10 * EVENTS });
    expect(runCommand(data, QUESTION).stdout).toBe(before.stdout);
    expect(runCommand(data, ['seal']).stdout).toBe('No day was due.\n');

    const service = await startService(data);
    try {
      const late = await runCommandBeside(
        data,
        ['import', 'events', '-', '--site', 'sealed.example'],
        linesOf('late', 5, 3),
      );
      expect(late.status).toBe(0);
      const withLate = (await runCommandBeside(data, QUESTION)).stdout;
      expect(withLate).not.toBe(before.stdout);
      expect(countRows(data)).toEqual({ hot: 0, sealed: 10 * EVENTS + 15 });
      expect((await runCommandBeside(data, QUESTION)).stdout).toBe(withLate);
    } finally {
      await service.stop();
    }
  }, 120_000);
});

describe('erasing a visitor of sealed days', () => {
  it('leaves neither key nor what only they had said in any file', async () => {
    const data = join(folder, 'erased');
    addSite(data);
    const [identifier, canary] = [`canary${'0'.repeat(14)}A`, 'zeisig-4711-lied'];
    const event = (more: object) =>
      `${JSON.stringify({ time: '2026-03-05T10:00:00Z', name: 'signup', url: 'https://sealed.example/x', consent: 'granted', ip: '192.0.2.9', user_agent: FIREFOX, ...more })}\n`;
    const lines =
      event({ visitor: identifier, props: { tune: canary } }) +
      event({ visitor: `other${'0'.repeat(16)}`, props: { tune: 'plain' } });
    importEvents(data, lines);
    const key = readKey(data, 1);
    const needles = [
      ...needlesFor(canary),
      { name: 'key', bytes: key },
      ...needlesFor(key.toString('hex')),
      ...needlesFor(key.toString('base64')),
    ];
    expect(search(readFiles(data), needles).length).toBeGreaterThan(1);
    const service = await startService(data);
    await sendBeacon(service.url, pageview('/'));
    const forget = { method: 'POST', body: JSON.stringify({ d: 'sealed.example', id: identifier }) };
    const answer = await fetch(`${service.url}/api/forget`, forget);
    expect(answer.status).toBeLessThan(300);
    expect(search(readFiles(data), needles)).toEqual([]); // while it runs
    await service.stop();
    expect(search(readFiles(data), needles)).toEqual([]);
    makeRows(data);
    const db = new Database(join(data, 'events.db'), { readonly: true });
    const visitors = db.prepare<[], number>('SELECT visitor FROM people WHERE day < 20600 ORDER BY 1').pluck().all();
    db.close();
    expect(visitors).toEqual([2, 4294967295]);
  }, 60_000);
});

function readKey(data: string, visitor: number): Buffer {
  const db = new Database(join(data, 'events.db'), { readonly: true });
  const key = db.prepare<[number], Buffer>('SELECT key FROM visitors WHERE id = ?').pluck().get(visitor);
  db.close();
  if (key === undefined) throw new Error('there is no such visitor');
  return key;
}
