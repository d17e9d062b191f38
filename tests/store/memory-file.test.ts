/** Memory beside the process is of the rows on disk, wherever between two commits the process was killed. */

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CarriedKey } from '../../src/count/day-keys.ts';
import type { MemoryChange } from '../../src/count/memory-entry.ts';
import { MemoryFile } from '../../src/store/sqlite/writer/memory-file.ts';

let folder: string;
let file: string;
let warnings: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-memory-'));
  file = join(folder, 'instrument.db');
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (path = file) => new MemoryFile(path, (sentence) => warnings.push(sentence));
const mark = (name: string, value: string | null, day = 20): MemoryChange => ({
  ...{ siteId: 7, day, kind: 'mark', name, value },
});
const KEY: CarriedKey = {
  ...{ siteId: 7, day: 20, level: 'two-day', timeZone: 'UTC', commitment: 'c', secret: 'ab'.repeat(32) },
  ...{ endsAt: 1, expiresAt: 2 },
};

/** What a process finds that starts after the one before was killed now. */
function found(batch: string): string[] | null {
  cpSync(file, join(folder, 'copy.db'));
  const copy = open(join(folder, 'copy.db'));
  const left = copy.read(batch);
  copy.close();
  return left === null ? null : left.entries.map(({ name, value }) => `${name}=${value}`).sort();
}

describe('memory beside the process', () => {
  it('follows each transaction, killed before or after its commit', () => {
    const memory = open();
    memory.replace({ batch: 'A', keys: [], entries: [] });
    memory.keep([mark('x', '1'), mark('y', '1')]);
    expect(memory.prepare('B')).toBe(true);
    expect([found('A'), found('B')]).toEqual([[], ['x=1', 'y=1']]);
    memory.committed('B');
    memory.keep([mark('x', '2'), mark('y', null)]);
    memory.prepare('C');
    expect([found('A'), found('B'), found('C')]).toEqual([null, ['x=1', 'y=1'], ['x=2']]);
    memory.committed('C');
    memory.close();
  });

  it('leaves out what a refused transaction had changed', () => {
    const memory = open();
    memory.replace({ batch: 'A', keys: [], entries: [] });
    memory.keep([mark('x', '1')]);
    memory.prepare('refused');
    memory.discard();
    memory.keep([mark('y', '1')]);
    memory.prepare('B');
    memory.committed('B');
    memory.keep([mark('z', '1')]);
    memory.discard(); // refused before it was prepared
    expect(memory.prepare('C')).toBe(false);
    expect(found('B')).toEqual(['y=1']);
    memory.close();
  });

  it('is not believed by rows that know no transaction of it, such as those of a new database', () => {
    const memory = open();
    memory.keep([mark('x', '1')]);
    memory.prepare('B');
    memory.committed('B');
    expect([found(''), found('another')]).toEqual([null, null]);
    memory.close();
  });

  it('lets a destroyed key and its hashes go at once, waiting or not, down to the bytes', () => {
    const memory = open();
    memory.replace({ batch: 'A', keys: [KEY], entries: [] });
    memory.keepKey(KEY);
    memory.keep([mark('x', '1'), { ...mark('a message', 'true'), kind: 'message' }, mark('later', '1', 21)]);
    memory.prepare('B');
    memory.committed('B');
    expect(readFileSync(file).includes(KEY.secret)).toBe(true);
    memory.dropKey(7, 20);
    expect(readFileSync(file).includes(KEY.secret)).toBe(false);
    expect(found('B')).toEqual(['a message=true', 'later=1']);
    memory.forgetBefore(7, 21);
    expect(found('B')).toEqual(['later=1']);
    memory.close();
  });

  it('is made anew where something else lies, and never through a link', () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, ''); // what SQLite would take for a new database
    symlinkSync(elsewhere, file);
    const memory = open();
    memory.keep([mark('x', '1')]);
    expect(memory.prepare('B')).toBe(true);
    memory.close();
    expect(readFileSync(elsewhere, 'utf8')).toBe('');
  });

  it('that takes no more is removed with a warning, and the counting goes on', () => {
    const memory = open();
    memory.keep([{ ...mark('x', '1'), day: 0.5 }]); // what the table refuses
    memory.prepare('B');
    memory.committed('B');
    memory.keep([mark('y', '1')]);
    expect([memory.prepare('C'), memory.isKept]).toEqual([false, false]);
    expect(warnings).toEqual([expect.stringContaining('PASSANT_KEYS_DIR takes no more')]);
    memory.keep([mark('x', '1')]);
    expect(memory.prepare('D')).toBe(false);
  });
});
