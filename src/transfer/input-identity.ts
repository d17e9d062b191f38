/**
 * Knows an input again: by a keyed digest of the whole, its length, and a digest per MiB; never by a line.
 * The key is the site's, so that a stolen database cannot be asked whether it has seen a certain file.
 */
import { createHmac, type Hmac } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import type { ImportRun } from './ports.ts';

const MIB = 1024 * 1024;
/** By its first bytes an import that was cut off is found again. */
const HEAD = 4096;
const NEWLINE = 10;

/** Feeds on the bytes of an input and knows their digests. */
class Digests {
  readonly blocks: string[] = [];
  readonly #key: Buffer;
  readonly #whole: Hmac;
  #block: Hmac;
  #length = 0;

  constructor(key: Buffer) {
    this.#key = key;
    this.#whole = createHmac('sha256', key);
    this.#block = createHmac('sha256', key);
  }

  get length(): number {
    return this.#length;
  }

  update(bytes: Buffer): void {
    this.#whole.update(bytes);
    for (let from = 0; from < bytes.length; ) {
      const room = MIB - (this.#length % MIB);
      const part = bytes.subarray(from, from + room);
      this.#block.update(part);
      this.#length += part.length;
      from += part.length;
      if (this.#length % MIB === 0) {
        this.blocks.push(this.#block.digest('hex'));
        this.#block = createHmac('sha256', this.#key);
      }
    }
  }

  /** Digest of everything so far; nothing can be added afterwards. */
  finish(): string {
    return this.#whole.digest('hex');
  }
}

/** The bytes after the last line end. */
interface OpenLine {
  line: Buffer;
}

export interface KnownInput {
  /** What has to be imported: the bytes behind those of an earlier import. */
  bytes: AsyncIterable<Buffer>;
  /** An earlier import of the beginning, or of all of it. */
  earlier: ImportRun | null;
  /** An import of the same bytes that was cut off. */
  unfinished: ImportRun | null;
  head: string;
  /** Call when `bytes` have been read to their end; whether a last line without an end belongs to what was imported. */
  finish: (withOpenLine: boolean) => { length: number; digest: string; blocks: readonly string[] };
}

/**
 * Looks at the first MiB, finds earlier imports of the same input, and skips what they have counted.
 * @throws AppError `conflict` when the input begins like an earlier one and then differs
 */
export async function recognise(
  input: AsyncIterable<Buffer>,
  runs: readonly ImportRun[],
  key: Buffer,
): Promise<KnownInput> {
  const chunks = input[Symbol.asyncIterator]();
  const beginning = await readUpTo(chunks, MIB);
  const head = digestOf(key, beginning.subarray(0, HEAD));
  const finished = runs.filter((run) => run.finishedAt !== null && run.sha256 !== null);
  const earlier =
    finished.filter((run) => beginsLike(run, beginning, key)).sort((a, b) => b.length - a.length)[0] ?? null;
  const from = earlier?.length ?? 0;
  const unfinished =
    runs.find((run) => run.finishedAt === null && run.length === from && run.digests[0] === head) ?? null;
  const digests = new Digests(key);
  const open: OpenLine = { line: Buffer.alloc(0) };
  return {
    bytes: skipKnown(beginning, chunks, digests, open, earlier, key),
    earlier,
    unfinished,
    head,
    finish: (withOpenLine) => {
      if (withOpenLine) digests.update(open.line);
      return { length: digests.length, digest: digests.finish(), blocks: digests.blocks };
    },
  };
}

function beginsLike(run: ImportRun, beginning: Buffer, key: Buffer): boolean {
  if (run.length === 0) return false;
  if (run.length >= MIB) return beginning.length >= MIB && run.digests[0] === digestOf(key, beginning.subarray(0, MIB));
  return beginning.length >= run.length && run.sha256 === digestOf(key, beginning.subarray(0, run.length));
}

async function* skipKnown(
  beginning: Buffer,
  chunks: AsyncIterator<Buffer>,
  digests: Digests,
  open: OpenLine,
  earlier: ImportRun | null,
  key: Buffer,
): AsyncGenerator<Buffer> {
  const known = earlier?.length ?? 0;
  const check = new Digests(key);
  let lastByte = NEWLINE;
  let isInsideLine = false;
  let received = 0;
  for await (const chunk of joined(beginning, chunks)) {
    const offset = received;
    received += chunk.length;
    digestLines(chunk, digests, open);
    const old = chunk.subarray(0, Math.max(0, Math.min(chunk.length, known - offset)));
    if (old.length > 0) {
      check.update(old);
      lastByte = old.at(-1) ?? lastByte;
      if (check.length === known) {
        if (check.finish() !== earlier?.sha256) throw differs(known);
        isInsideLine = lastByte !== NEWLINE; // that line was counted as far as it went
      }
    }
    let fresh = chunk.subarray(old.length);
    if (isInsideLine && fresh.length > 0) {
      const end = fresh.indexOf(NEWLINE);
      fresh = end < 0 ? fresh.subarray(fresh.length) : fresh.subarray(end + 1);
      isInsideLine = end < 0;
    }
    if (fresh.length > 0) yield fresh;
  }
  if (received < known) throw differs(known);
}

/** Digests whole lines; what follows the last line end waits, since it may grow. */
function digestLines(chunk: Buffer, digests: Digests, open: OpenLine): void {
  const end = chunk.lastIndexOf(NEWLINE) + 1;
  if (end > 0) {
    digests.update(open.line);
    digests.update(chunk.subarray(0, end));
    open.line = Buffer.from(chunk.subarray(end));
  } else {
    open.line = Buffer.concat([open.line, chunk]);
  }
}

function differs(known: number): AppError {
  return new AppError(
    'conflict',
    `The input begins like one that was imported before, but differs within its first ${known} bytes; nothing was imported. Use --again to import all of it.`,
  );
}

function digestOf(key: Buffer, bytes: Buffer): string {
  return createHmac('sha256', key).update(bytes).digest('hex');
}

async function readUpTo(chunks: AsyncIterator<Buffer>, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  while (size < length) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(parts);
}

async function* joined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
