/** Turns an input into lines, decompressing gzip on the way; memory stays at one line and one chunk. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AppError } from '../domain/errors.ts';

/** Bytes of a line; a longer one cannot be a log line and is handed on cut. */
const LONGEST_LINE = 128 * 1024;
const NEWLINE = 10;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** The uncompressed bytes of an input. @throws AppError `invalid` when it is damaged gzip */
export async function* uncompressed(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const chunks = input[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    first = Buffer.concat([first, next.value]);
    if (first.length >= GZIP_MAGIC.length) break;
  }
  if (first.length === 0) return;
  const bytes = chunked(first, chunks);
  const isGzip = first.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
  if (!isGzip) {
    yield* bytes;
    return;
  }
  try {
    yield* Readable.from(bytes).pipe(createGunzip()) as AsyncIterable<Buffer>;
  } catch {
    throw new AppError('invalid', 'The input is damaged gzip: it ends or breaks in the middle.');
  }
}

async function* chunked(first: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield Buffer.from(next.value);
}

/** Lines without their ends (`\n` or `\r\n`); the last one needs none. */
export async function* splitLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield textOf(held.length > 0 ? Buffer.concat([held, chunk.subarray(from, end)]) : chunk.subarray(from, end));
      held = Buffer.alloc(0);
      from = end + 1;
    }
    if (held.length < LONGEST_LINE) held = Buffer.concat([held, chunk.subarray(from)]);
  }
  if (held.length > 0) yield textOf(held);
}

function textOf(line: Buffer): string {
  const end = line.at(-1) === 13 ? line.length - 1 : line.length;
  return line.subarray(0, Math.min(end, LONGEST_LINE)).toString('utf8');
}
