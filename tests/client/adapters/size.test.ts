/** What an adapter costs a visitor. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { brotli } from '../../../client/brotli.mjs';
import { ADAPTERS, compileAdapter } from './compile-adapter.ts';
import { TOOLS } from './tools.ts';

/** Bytes of an adapter alone, by brotli. */
const BUDGET = 300;
const README = readFileSync(join(import.meta.dirname, '../../../client/adapters/README.md'), 'utf8');

describe('every adapter', () => {
  it('is within its budget, and the table says what it takes', async () => {
    const rows = await Promise.all(
      ADAPTERS.map(async (name) => ({ name, bytes: brotli(await compileAdapter(name)).length })),
    );
    expect(rows.filter(({ bytes }) => bytes > BUDGET)).toEqual([]);
    const table = README.match(/^\| `[a-z0-9-]+` \| \d+ B \|/gm) ?? [];
    expect(table).toEqual(rows.map(({ name, bytes }) => `| \`${name}\` | ${bytes} B |`));
  });

  it('has a tool to be tested with, and a section for webmasters', () => {
    expect([...new Set(TOOLS.map(({ adapter }) => adapter))].sort()).toEqual(ADAPTERS);
    const page = readFileSync(join(import.meta.dirname, '../../../docs/consent-tools.md'), 'utf8');
    expect(ADAPTERS.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
