/** A planned restart: the running server gives keys and counting memory to the next one over the control socket, never a disk. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CarriedMemory, MEMORY_FORMAT, type MemoryEntry } from '../count/memory-entry.ts';
import { AppError } from '../domain/errors.ts';
import { askServer } from './call-control.ts';
import type { ControlAnswer } from './commands.ts';

/** Entries on one line of the socket. */
const LINE_ENTRIES = 500;
/** How long a receiver that does not read is waited for (ms). */
const LONGEST_SENDING_MS = 10_000;

/**
 * Asks whoever listens at `path` to end and to hand over.
 * @throws AppError with the server's sentence when it refuses, `unavailable` when it ended half-way
 */
export async function requestHandOver(path: string): Promise<CarriedMemory> {
  const entries: MemoryEntry[] = [];
  const question = { call: 'handOver' as const, args: [MEMORY_FORMAT] };
  const last = await askServer(path, question, null, (part) => {
    if ('entries' in part) for (const entry of part.entries) entries.push(entry);
  });
  return { ...(last as Omit<CarriedMemory, 'entries'>), entries };
}

/** @throws AppError `conflict` when the one who asks would not understand the memory */
export function checkHandOver(format: unknown): void {
  if (format === MEMORY_FORMAT) return;
  throw new AppError(
    'conflict',
    'The running server is of a version whose memory this one cannot read; stop it first (the day then goes on in a new part).',
  );
}

/** Sends the memory and ends the socket. A receiver that is gone, or does not read, is given up. */
export async function sendHandOver(socket: Socket, memory: CarriedMemory): Promise<void> {
  if (socket.destroyed) return;
  socket.resume(); // else its closing would not be seen
  const signal = AbortSignal.timeout(LONGEST_SENDING_MS);
  await pipeline(Readable.from(linesOf(memory)), socket, { signal }).catch(() => socket.destroy());
  // The last bytes are on their way: the process may end when the other side has closed.
  if (!socket.destroyed) await once(socket, 'close', { signal }).catch(() => socket.destroy());
}

function* linesOf({ entries, ...last }: CarriedMemory): Generator<string> {
  const lineOf = (answer: ControlAnswer) => `${JSON.stringify(answer)}\n`;
  for (let from = 0; from < entries.length; from += LINE_ENTRIES)
    yield lineOf({ entries: entries.slice(from, from + LINE_ENTRIES) });
  yield lineOf({ result: last });
}
