/** Splits a byte stream into its first line and the rest. */
import type { Readable } from 'node:stream';

/** Characters of a question. */
const LONGEST_LINE = 1024 * 1024;

export async function readFirstLine(stream: Readable): Promise<{ line: string; rest: AsyncIterable<Buffer> }> {
  // At its end the stream must live on: the answer still has to go out.
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let held = Buffer.alloc(0);
  for (;;) {
    const end = held.indexOf(10);
    if (end >= 0) {
      const line = held.subarray(0, end).toString('utf8');
      return { line, rest: restOf(held.subarray(end + 1), chunks) };
    }
    const next = await chunks.next();
    if (next.done || held.length > LONGEST_LINE) throw new Error('the line has no end');
    held = Buffer.concat([held, next.value]);
  }
}

async function* restOf(first: Buffer, chunks: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}
