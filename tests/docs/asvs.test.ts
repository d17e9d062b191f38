/** docs/security/asvs.md says of every requirement what is so, and names what shows it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const STATES = ['met', 'not applicable', 'not met', 'open'];
/** Sections that ask for documentation: there a page shows it. */
const ASKS_FOR_PAGES = /^V(\d+\.1\.\d+|12\.\d\.\d)$/;

interface Row {
  id: string;
  level: string;
  asks: string;
  state: string;
  why: string;
}

const page = read('docs/security/asvs.md');
const rows: Row[] = page
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  .map(([id = '', level = '', asks = '', state = '', why = '']) => ({ id, level, asks, state, why }));
const pathsOf = ({ why }: Row) =>
  [...why.matchAll(/`([\w-]+(?:\/[\w.-]+)*\.(?:ts|md))(?:#[\w-]+)?`/g)].map(([, path = '']) => path);

describe('the table of ASVS 5.0.0', () => {
  it('has every requirement of levels 1 and 2 once, in the order of the standard, and no other', () => {
    const official = read('tests/fixtures/asvs-5.0.0.txt').trim().split('\n');
    expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(official);
  });

  it('says of each one of four things, and why', () => {
    for (const { id, state, asks, why } of rows)
      expect([id, STATES.includes(state), asks.length > 3, why.length > 3]).toEqual([id, true, true, true]);
  });

  it('names files that exist, and a test for all that is met, or a page where one is asked for', () => {
    const known = rows.filter(({ state }) => state !== 'open');
    const missing = known.flatMap((row) => pathsOf(row).filter((path) => !existsSync(join(ROOT, path))));
    expect(missing).toEqual([]);
    const unshown = known
      .filter(({ state }) => state === 'met')
      .filter((row) => !pathsOf(row).some((path) => path.endsWith('.test.ts') || ASKS_FOR_PAGES.test(row.id)));
    expect(unshown.map(({ id }) => id)).toEqual([]);
  });

  it('counts them right in its head', () => {
    const counted = STATES.map((state) => `- **${state}** (${rows.filter((row) => row.state === state).length})`);
    for (const line of counted) expect(page).toContain(line);
  });
});
