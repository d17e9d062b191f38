/** The benchmark of questions runs, and refuses to time engines that disagree. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { createFolder, removeFolder } from '../support/service.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The least that still has every kind of day: 22 visits a day. */
const PAGEVIEWS = 20_000;
let folder: string;

beforeAll(() => {
  folder = createFolder();
});
afterAll(() => removeFolder(folder));

function runBench(): { status: number | null; stdout: string; stderr: string } {
  const args = ['bench/query.ts', '--quick', '--json', '--pageviews', String(PAGEVIEWS), '--keep', folder];
  const command = ['node_modules/tsx/dist/cli.mjs', ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

describe('npm run bench -- query', () => {
  it('gets the same answers of all engines and prints one object; a difference is an error with both values', () => {
    const { status, stdout, stderr } = runBench();
    expect([stderr, status]).toEqual(['', 0]);
    const { bench, rows, facts } = JSON.parse(stdout) as {
      bench: string;
      rows: { case: string; unit: string; ours: number; others: object; ratio: object }[];
      facts: Record<string, number>;
    };
    expect(bench).toBe('query');
    expect(rows.find((row) => row.case === '12 mo pages')).toMatchObject({
      unit: 'ms',
      ours: expect.any(Number),
      others: { duckdb: expect.any(Number), 'sqlite rows': expect.any(Number) },
      ratio: { duckdb: expect.any(Number), 'sqlite rows': expect.any(Number) },
    });
    expect(facts).toMatchObject({ beacon_failures: 0, bytes_per_pageview: expect.any(Number) });
    expect(Math.abs((facts.pageviews ?? 0) / PAGEVIEWS - 1)).toBeLessThan(0.05);

    // One consented visitor less in the rows of SQLite.
    const db = new Database(join(folder, String(PAGEVIEWS), 'rows.db'));
    db.exec(`UPDATE people SET visitor = 0 WHERE (day, ordinal) = (SELECT day, ordinal FROM people WHERE visitor =
      (SELECT max(visitor) FROM people) LIMIT 1)`);
    db.close();
    const differing = runBench();
    expect(differing.status).toBe(1);
    expect(differing.stderr).toMatch(/12 mo totals, row 1: we answer ".*", sqlite rows \(visits\) ".*"/);
  }, 300_000);
});
