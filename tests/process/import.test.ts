/** Imports of real and made-up logs through the shipped program: honest sums, repeatable, and whole after a kill. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { QueryAnswer } from '../../src/stats/answer-query.ts';
import type { ImportReport } from '../../src/transfer/import-report.ts';
import { CHROME, FIREFOX } from '../support/beacons.ts';
import { createFolder, removeFolder, runCommand, runCommandBeside, startService } from '../support/service.ts';
import { howOften } from '../support/soak.ts';
import { readAsRows } from '../support/stored-rows.ts';

const SAMPLE = join(import.meta.dirname, '../fixtures/access-log-semicomplete-2015.log.gz');
const ROOT = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = createFolder();
});
afterAll(() => removeFolder(folder));

function addSite(data: string, domain: string, ...options: string[]): void {
  expect(runCommand(data, ['site', 'add', domain, '--retention', 'none', ...options]).status).toBe(0);
}

function importLog(data: string, file: string, site: string, ...options: string[]): ImportReport {
  const result = runCommand(data, ['import', 'log', file, '--site', site, '--json', ...options]);
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout) as ImportReport;
}

/** Rows of every table that an import may change, import runs aside. */
function contents(data: string): string {
  const tables = ['visits', 'events', 'people', 'terms', 'instrument_days', 'drops', 'visitors', 'instrument_carries'];
  return readAsRows(data, (db) => {
    const rows = tables.map((table) => {
      const columns = db.pragma(`table_info(${table})`) as { name: string }[];
      // The commitment of a random key is the only thing that two imports of the same lines may have different.
      const names = columns.map(({ name }) => name).filter((name) => name !== 'key_commitment');
      return db
        .prepare(`SELECT ${names.join(', ')} FROM ${table} ORDER BY 1, 2, 3`)
        .raw()
        .all();
    });
    return JSON.stringify(rows);
  });
}

/** What was counted, told without numbers of visits and people, which a cut may change. */
function tallyOf(data: string) {
  return readAsRows(data, (db) => {
    const one = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      pages: db
        .prepare(
          "SELECT t.text, count(*) FROM events e JOIN terms t ON t.kind = 'page' AND t.id = e.page GROUP BY 1 ORDER BY 1",
        )
        .raw()
        .all(),
      drops: db.prepare('SELECT reason, sum(count) FROM drops GROUP BY 1 ORDER BY 1').raw().all(),
      pageviews: one('SELECT count(*) FROM events'),
      inVisits: one('SELECT sum(pageviews) FROM visits'),
      visits: one('SELECT count(*) FROM visits'),
      cutDays: one('SELECT count(*) FROM instrument_days WHERE parts > 1'),
      dangling: one(
        'SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM visits v WHERE v.site_id = e.site_id AND v.day = e.day AND v.visit = e.visit)',
      ),
    };
  });
}

function sumOf(report: ImportReport): number {
  return report.kept + Object.values(report.dropped).reduce((sum, count) => sum + count, 0);
}

describe('the sample log', () => {
  it('adds up to its 10 000 lines, and importing it again changes nothing', () => {
    const data = join(folder, 'sample');
    addSite(data, 'semicomplete.com');
    const report = importLog(data, SAMPLE, 'semicomplete.com');
    expect(report.read).toBe(10_000);
    expect(sumOf(report)).toBe(10_000);
    expect(report.days).toEqual(['2015-05-17', '2015-05-20']);
    expect(report.format).toBe('combined');
    expect(report.badLines.map(({ line }) => line)).toEqual([8899]);

    const before = contents(data);
    const again = importLog(data, SAMPLE, 'semicomplete.com');
    expect(again).toMatchObject({ known: 'all', read: 0, kept: 0 });
    const plain = runCommand(
      data,
      ['import', 'log', '-', '--site', 'semicomplete.com', '--json'],
      gunzipSync(readFileSync(SAMPLE)).toString(),
    );
    expect(JSON.parse(plain.stdout)).toMatchObject({ known: 'all', read: 0 });
    expect(contents(data)).toBe(before);

    const query = [
      'query',
      '--site',
      'semicomplete.com',
      '--metrics',
      'pageviews,visits',
      '--range',
      '2015-05-17,2015-05-20',
      '--json',
    ];
    const answer = JSON.parse(runCommand(data, query).stdout) as QueryAnswer;
    expect(answer.results[0]?.metrics[0]).toBe(report.kept);

    const twice = importLog(data, SAMPLE, 'semicomplete.com', '--again');
    expect(twice.kept).toBe(report.kept);
    expect(twice.sharedDays).toEqual(['2015-05-17', '2015-05-18', '2015-05-19', '2015-05-20']);
  });

  it('gives the same rows through a running server as without one', async () => {
    const [alone, served] = [join(folder, 'alone'), join(folder, 'served')];
    addSite(alone, 'semicomplete.com');
    addSite(served, 'semicomplete.com');
    importLog(alone, SAMPLE, 'semicomplete.com');
    const service = await startService(served);
    const result = await runCommandBeside(served, ['import', 'log', SAMPLE, '--site', 'semicomplete.com', '--json']);
    expect(result.stderr).toBe('');
    await service.stop();
    expect(contents(served)).toBe(contents(alone));
  });

  it('refuses lines older than the retention with the name of the setting', () => {
    const data = join(folder, 'kept');
    expect(runCommand(data, ['site', 'add', 'semicomplete.com']).status).toBe(0);
    const report = importLog(data, SAMPLE, 'semicomplete.com');
    expect(report.kept).toBe(0);
    expect(sumOf(report)).toBe(10_000);
    const text = runCommand(data, ['import', 'log', SAMPLE, '--site', 'semicomplete.com', '--again']).stdout;
    expect(text).toMatch(/past-retention \(.*--retention/);
  });
});

/** `days` days with `perDay` lines each, a few visitors who come back, in order of time. */
function madeLog(days: number, perDay: number): string {
  const lines: string[] = [];
  for (let day = 0; day < days; day++) {
    for (let index = 0; index < perDay; index++) {
      const second = Math.floor((index * 86_400) / perDay);
      const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      // Three pages each, a minute apart; some visits go on across midnight.
      const visitor = (Math.floor((day * perDay + index) / 3) * 7) % 60;
      const agent = visitor % 2 === 0 ? FIREFOX : CHROME;
      const date = `${String(1 + day).padStart(2, '0')}/Mar/2026:${clock.join(':')}`;
      lines.push(
        `203.0.${visitor}.9 - - [${date} +0000] "GET /page-${index % 9} HTTP/1.1" 200 5 "https://www.google.com/" "${agent}"`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

describe('a log', () => {
  it('that has grown continues at its old end, also in the middle of a line', () => {
    const [grown, whole] = [join(folder, 'grown'), join(folder, 'whole')];
    const file = join(folder, 'growing.log');
    const text = madeLog(3, 400);
    addSite(grown, 'example.org', '--jurisdiction', 'US');
    addSite(whole, 'example.org', '--jurisdiction', 'US');
    const firstEnd = text.indexOf('\n', text.length / 3) + 1;
    writeFileSync(file, text.slice(0, firstEnd));
    const first = importLog(grown, file, 'example.org');
    appendFileSync(file, text.slice(firstEnd));
    const second = importLog(grown, file, 'example.org');
    expect(second.known).toBe('beginning');
    expect(first.read + second.read).toBe(1200);
    expect(importLog(grown, file, 'example.org').known).toBe('all');
    const all = importLog(whole, file, 'example.org');
    expect(first.kept + second.kept).toBe(all.kept);
  });

  it('that differs in its middle from what was imported is refused whole', () => {
    const data = join(folder, 'differs');
    addSite(data, 'example.org');
    const file = join(folder, 'differs.log');
    const text = madeLog(10, 1200); // more than a MiB
    expect(text.length).toBeGreaterThan(1024 * 1024);
    writeFileSync(file, text);
    importLog(data, file, 'example.org');
    const before = contents(data);
    writeFileSync(file, `${text.slice(0, -500)}X${text.slice(-499)}${madeLog(1, 10)}`);
    const result = runCommand(data, ['import', 'log', file, '--site', 'example.org']);
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/differs .* Use --again/);
    expect(contents(data)).toBe(before);
  });

  it(`that was killed ${howOften(3, 20)} times on its way counts every line once`, async () => {
    const [killed, whole] = [join(folder, 'killed'), join(folder, 'unkilled')];
    const file = join(folder, 'killed.log');
    writeFileSync(file, madeLog(28, 2500));
    addSite(killed, 'example.org', '--jurisdiction', 'US');
    addSite(whole, 'example.org', '--jurisdiction', 'US');
    const expected = importLog(whole, file, 'example.org');
    let kills = 0;
    for (let attempt = 0; attempt < howOften(3, 20); attempt++) {
      const args = ['dist/main.js', 'import', 'log', file, '--site', 'example.org', '--data-dir', killed];
      const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), 350 + Math.random() * 900);
      await once(child, 'exit');
      clearTimeout(timer);
      if (child.signalCode === 'SIGKILL') kills += 1;
    }
    const last = importLog(killed, file, 'example.org');
    if (last.known === 'nothing') expect(sumOf(last)).toBe(sumOf(expected));
    expect(kills).toBeGreaterThan(0);
    const [cut, full] = [tallyOf(killed), tallyOf(whole)];
    expect(cut.pages).toEqual(full.pages);
    expect(cut.drops).toEqual(full.drops);
    expect(cut.dangling).toBe(0);
    expect(cut.inVisits).toBe(cut.pageviews);
    // Each cut ends the visits that were open, as a restart does, and nothing else.
    expect(cut.visits).toBeGreaterThanOrEqual(full.visits);
    expect(cut.visits).toBeLessThanOrEqual(full.visits + kills * 60);
    // A cut inside a day's parts breaks that day; days that were complete stay whole.
    expect(cut.cutDays).toBeLessThanOrEqual(kills);
  }, 300_000);

  it('piped and not in order says which lines it could not take, and ends with status 1', () => {
    const data = join(folder, 'unsorted');
    addSite(data, 'example.org');
    const lines = madeLog(4, 50).trimEnd().split('\n');
    const unsorted = [...lines.slice(100), ...lines.slice(0, 50)].join('\n');
    const result = runCommand(data, ['import', 'log', '-', '--site', 'example.org'], unsorted);
    expect(result.status).toBe(1);
    expect(result.stdout).toMatch(/50 dropped: out-of-order/);
    expect(result.stdout).toMatch(/Sort the input by time/);
  });
});

describe('an input', () => {
  it('is imported by one command at a time, and a client that is cut off does not end it', async () => {
    const data = join(folder, 'shared');
    const file = join(folder, 'shared.log');
    writeFileSync(file, madeLog(20, 2500));
    const service = await startService(data);
    await runCommandBeside(data, ['site', 'add', 'example.org', '--retention', 'none']);
    const args = ['dist/main.js', 'import', 'log', '-', '--site', 'example.org', '--data-dir', data];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'ignore', 'ignore'] });
    const text = readFileSync(file);
    child.stdin.on('error', () => {}); // it is killed below, whatever it has read by then
    child.stdin.write(text.subarray(0, text.length / 2 - 10));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const second = await runCommandBeside(data, ['import', 'log', file, '--site', 'example.org']);
    expect([second.status, second.stderr]).toEqual([1, expect.stringContaining('is running')]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const third = await runCommandBeside(data, ['import', 'log', file, '--site', 'example.org', '--json']);
    const report = JSON.parse(third.stdout) as ImportReport;
    expect(report).toMatchObject({ known: 'nothing', read: 50_000, kept: 50_000 });
    await service.stop();
    const tally = tallyOf(data);
    expect([tally.pageviews, tally.dangling, tally.inVisits]).toEqual([50_000, 0, 50_000]);
  });

  it('that ends inside a line takes the rest of it when it has grown', () => {
    const data = join(folder, 'halfline');
    addSite(data, 'example.org');
    const file = join(folder, 'halfline.log');
    const text = madeLog(1, 90);
    const cut = text.indexOf('Mozilla', text.length / 2); // inside a User-Agent
    writeFileSync(file, text.slice(0, cut));
    const first = importLog(data, file, 'example.org');
    expect(first.dropped).toEqual({ unreadable: 1 });
    writeFileSync(file, text);
    const second = importLog(data, file, 'example.org');
    expect(first.kept + second.kept).toBe(90);
  });
});

describe('events', () => {
  it('keep their own time, consent and properties', () => {
    const data = join(folder, 'events');
    addSite(data, 'example.org', '--timezone', 'Europe/Paris');
    const event = (time: string, more: object) =>
      JSON.stringify({ time, url: 'https://example.org/a', ip: '203.0.113.9', user_agent: FIREFOX, ...more });
    const visitor = 'V1StGXR8_Z5jdHi6B-myT';
    const lines = [
      event('2026-03-01T10:00:00Z', { name: 'pageview', consent: 'granted', visitor }),
      event('2026-03-01T10:05:00Z', { name: 'Sign up', consent: 'granted', visitor, props: { plan: 'pro' } }),
      event('2026-03-03T23:30:00Z', { name: 'pageview', consent: 'granted', visitor }),
      event('2026-03-04T12:00:00Z', { name: 'pageview' }),
      'not json',
      event('yesterday', { name: 'pageview' }),
    ];
    const result = runCommand(data, ['import', 'events', '-', '--site', 'example.org', '--json'], lines.join('\n'));
    const report = JSON.parse(result.stdout) as ImportReport;
    expect(report).toMatchObject({ read: 6, kept: 4, dropped: { unreadable: 2 } });
    expect(report.badLines).toEqual([
      { line: 5, problem: 'not JSON' },
      { line: 6, problem: '`time` is missing or no time such as 2026-03-01T10:00:00Z' },
    ]);
    const query = [
      'query',
      '--site',
      'example.org',
      '--metrics',
      'visitors,visitors_measured,visits,events',
      '--range',
      '2026-03-01,2026-03-04',
    ];
    const answer = JSON.parse(runCommand(data, [...query, '--dimensions', 'time:day', '--json']).stdout) as QueryAnswer;
    expect(answer.results).toEqual([
      { dimensions: ['2026-03-01'], metrics: [1, 1, 1, 2] },
      { dimensions: ['2026-03-04'], metrics: [2, 1, 2, 2] },
    ]);
  });
});

describe('events of devices that keep a date', () => {
  it('count as first of their day, week and month, and leave with their site', () => {
    const data = join(folder, 'dated');
    addSite(data, 'dated.example', '--jurisdiction', 'FR', '--timezone', 'Europe/Paris', '--date-flag', 'on');
    const event = (time: string, df: unknown) =>
      JSON.stringify({
        time,
        name: 'pageview',
        url: 'https://dated.example/',
        user_agent: FIREFOX,
        ip: '192.0.2.1',
        df,
      });
    const lines = [
      event('2026-02-28T22:59:00Z', 'dwm'),
      event('2026-02-28T23:00:00Z', 'dm'), // the first of March in Paris
      event('2026-03-01T10:00:00Z', null),
      event('2026-03-01T11:00:00Z', 'yes'),
      event('2026-03-02T10:00:00Z', 'w'),
    ];
    const args = ['import', 'events', '-', '--site', 'dated.example', '--json'];
    const report = JSON.parse(runCommand(data, args, `${lines.join('\n')}\n`).stdout) as ImportReport;
    expect([report.kept, report.dropped, report.badLines.map(({ line }) => line)]).toEqual([4, { unreadable: 1 }, [4]]);
    const counters = () => {
      const db = new Database(join(data, 'events.db'), { readonly: true });
      const rows = db.prepare("SELECT date(day * 86400, 'unixepoch'), d, w, m FROM date_flag_days").raw().all();
      db.close();
      return rows;
    };
    expect(counters()).toEqual([
      ['2026-02-28', 1, 1, 1],
      ['2026-03-01', 1, 0, 1],
      ['2026-03-02', 1, 1, 0],
    ]);
    expect(runCommand(data, ['site', 'remove', 'dated.example', '--yes', '--now']).status).toBe(0);
    expect(counters()).toEqual([]);
  });
});

describe('an import of today through the running server', () => {
  it('joins the visits that are under way, under the day’s own key', async () => {
    const data = join(folder, 'today');
    const service = await startService(data, { PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1' });
    const id = { n: 'pageview', u: 'http://127.0.0.1/demo/live', d: 'demo', c: 'unset' };
    const send = () =>
      fetch(`${service.url}/api/event`, {
        method: 'POST',
        body: JSON.stringify(id),
        headers: { 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.9' },
      });
    expect((await send()).status).toBe(202);
    const time = new Date(Date.now() + 1000).toISOString();
    const event = {
      time,
      name: 'pageview',
      url: 'http://127.0.0.1/demo/imported',
      ip: '203.0.113.200',
      user_agent: FIREFOX,
    };
    const args = ['import', 'events', '-', '--site', 'demo', '--json'];
    const result = await runCommandBeside(data, args, `${JSON.stringify(event)}\n`);
    expect(JSON.parse(result.stdout)).toMatchObject({ kept: 1, sharedDays: [] });
    const query = ['query', '--site', 'demo', '--metrics', 'visitors,visits,pageviews', '--range', 'day', '--json'];
    const answer = JSON.parse((await runCommandBeside(data, query)).stdout) as QueryAnswer;
    expect(answer.results[0]?.metrics).toEqual([1, 1, 2]);
    await service.stop();
    const db = new Database(join(data, 'events.db'), { readonly: true });
    const days = db.prepare('SELECT parts, key_commitment IS NOT NULL AS committed FROM instrument_days').all();
    db.close();
    expect(days).toEqual([{ parts: 1, committed: 1 }]);
  });
});
