/** Lines, order and identity of an input. */

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recognise } from '../../src/transfer/input-identity.ts';
import type { ImportRun } from '../../src/transfer/ports.ts';
import { ReorderBuffer } from '../../src/transfer/reorder-buffer.ts';
import { splitLines, uncompressed } from '../../src/transfer/split-lines.ts';

const KEY = Buffer.alloc(32, 7);

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('lines', () => {
  it('are the same however the bytes arrive, compressed or not', async () => {
    const line = fc
      .string({ unit: 'binary' })
      .map((text) => text.replace(/[\r\n]/g, '').replace(/[\ud800-\udfff]/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        async (lines, size, zip, end) => {
          const text = Buffer.from(lines.map((each) => each + end).join(''));
          const bytes = zip ? gzipSync(text) : text;
          expect(await collect(splitLines(uncompressed(chunks(bytes, size))))).toEqual(lines);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('damaged gzip is an error that says so', async () => {
    const bytes = gzipSync('hello\n'.repeat(1000)).subarray(0, 40);
    await expect(collect(splitLines(uncompressed(chunks(bytes, 7))))).rejects.toThrow('damaged gzip');
  });
});

describe('the reorder buffer', () => {
  it('puts entries that are less than an hour late into order, and counts those that are later', () => {
    const minutes = fc.array(fc.tuple(fc.nat(3), fc.nat(59)), { maxLength: 300 });
    fc.assert(
      fc.property(minutes, (steps) => {
        const buffer = new ReorderBuffer<{ at: number; line: number }>();
        let clock = 0;
        const entries = steps.map(([step, late], line) => {
          clock += step;
          return { at: Math.max(0, clock - late) * 60_000, line };
        });
        const out = entries.flatMap((entry) => [...buffer.push(entry)]);
        out.push(...buffer.drain());
        expect(out).toEqual([...entries].sort((a, b) => a.at - b.at || a.line - b.line));
        expect(buffer.overruns).toBe(0);
      }),
    );
    const late = new ReorderBuffer<{ at: number; line: number }>();
    const out = [0, 7_200_000, 10_800_001, 60_000].flatMap((at, line) => [...late.push({ at, line })]);
    expect(out.map(({ at }) => at)).toEqual([0, 7_200_000, 60_000]);
    expect(late.overruns).toBe(1);
  });
});

describe('an input', () => {
  const run = (more: Partial<ImportRun>): ImportRun => ({
    ...{
      id: 1,
      siteId: 1,
      kind: 'log',
      length: 0,
      sha256: null,
      digests: [],
      doneThroughDay: null,
      report: null,
      startedAt: 0,
      finishedAt: 1,
    },
    ...more,
  });
  const read = async (bytes: Buffer, runs: ImportRun[]) => {
    const known = await recognise(chunks(bytes, 100_000), runs, KEY);
    const fresh = Buffer.concat(await collect(known.bytes));
    return { known, fresh, identity: known.finish(true) };
  };

  it.each([0, 5, 4096, 1024 * 1024, 3 * 1024 * 1024 + 17])(
    'of %d bytes is known again, and its growth is all that is new',
    async (size) => {
      const bytes = Buffer.from('abcdefghi\n'.repeat(size / 10 + 2)).subarray(0, size);
      const first = await read(bytes, []);
      expect(first.fresh.equals(bytes)).toBe(true);
      const done = run({
        length: first.identity.length,
        sha256: first.identity.digest,
        digests: first.identity.blocks,
      });
      expect((await read(bytes, [done])).fresh.length).toBe(0);
      const grown = Buffer.concat([bytes, Buffer.from('\nnew line\n')]);
      const again = (await read(grown, [done])).fresh.toString();
      expect(size === 0 ? again : again.replace(/^\n/, '')).toContain('new line\n');
      expect(again.length).toBeLessThanOrEqual(10);
    },
  );

  it('is not known by another site, whose key differs', async () => {
    const bytes = Buffer.from('one line\n');
    const { identity } = await read(bytes, []);
    const done = run({ length: identity.length, sha256: identity.digest });
    const known = await recognise(chunks(bytes, 10), [done], Buffer.alloc(32, 8));
    expect(known.earlier).toBeNull();
  });
});
