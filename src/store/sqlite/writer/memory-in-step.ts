/** Tells whether counting memory is of the rows in events.db: each transaction that memory has followed has a random name there. */
import { randomUUID } from 'node:crypto';
import type { CarriedKey } from '../../../count/day-keys.ts';
import type { CarriedMemory, MemoryEntry } from '../../../count/memory-entry.ts';
import type { EndedKey } from '../../../domain/day-key.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { MemoryFile } from './memory-file.ts';

/** With which memory the service starts. */
export interface CarryOver {
  /** In a RAM-backed folder; null when none is named. */
  memoryFile: string | null;
  /** From the process before; null when there was none. */
  handedOver: CarriedMemory | null;
  /** UTC ms. */
  now: number;
}

const NOTHING = { keys: [], entries: [] };

export class MemoryInStep {
  readonly #onWarning: (sentence: string) => void;
  readonly #batch;
  readonly #setBatch;
  #file: MemoryFile | null = null;
  /** Memory that another process has left can no longer be taken for that of these rows. */
  #hasLeftOthers = false;

  /** @param onWarning is told when the RAM-backed folder takes no more */
  constructor(db: SqliteDatabase, onWarning: (sentence: string) => void) {
    this.#onWarning = onWarning;
    this.#batch = db.prepare<[], string>('SELECT batch FROM memory_batch').pluck();
    this.#setBatch = db.prepare('UPDATE memory_batch SET batch = ?');
  }

  /** The file beside the process, when a RAM-backed folder is named. */
  get file(): MemoryFile | null {
    return this.#file;
  }

  /**
   * The service starts: it goes on with the memory that was handed over, else with that of the RAM-backed folder, if it is of
   * the rows on disk. Keys and memory belong together: one without the other is never used.
   */
  begin({ memoryFile, handedOver }: CarryOver): Pick<CarriedMemory, 'keys' | 'entries'> {
    const batch = this.#batch.get() ?? '';
    this.#file = memoryFile === null ? null : new MemoryFile(memoryFile, this.#onWarning);
    // Either may have fallen behind the rows on disk.
    const left = [handedOver, this.#file?.read(batch) ?? null];
    const { keys, entries } = left.find((each) => each?.batch === batch) ?? NOTHING;
    const carried = { keys, entries: entriesUnder(keys, entries) };
    this.#file?.replace({ batch, ...carried });
    return carried;
  }

  /**
   * Names the transaction that is about to commit.
   * @param isLive it has changed the memory that is kept
   * @returns what to do once it is committed
   */
  follow(isLive: boolean): () => void {
    const file = this.#file;
    const batch = randomUUID();
    if (file?.isKept) {
      if (!isLive || !file.prepare(batch)) return () => {};
      this.#setBatch.run(batch);
      return () => file.committed(batch);
    }
    if (this.#hasLeftOthers || this.#batch.get() === '') return () => {};
    this.#setBatch.run(batch);
    return () => {
      this.#hasLeftOthers = true;
    };
  }

  /** The name under which the memory is handed over. Whatever is written after all makes the next process start afresh. */
  leave(): string {
    if (this.#file?.isKept !== true) this.#setBatch.run(randomUUID());
    this.#hasLeftOthers = false;
    return this.#batch.get() ?? '';
  }

  /** Keys were destroyed: what was kept of them beside the process goes at once. */
  dropKeys(ended: readonly EndedKey[]): void {
    for (const { siteId, day } of ended) this.#file?.dropKey(siteId, day);
  }
}

/** What was remembered under keys that are no more means nothing. */
function entriesUnder(keys: readonly CarriedKey[], entries: readonly MemoryEntry[]): MemoryEntry[] {
  const held = new Set(keys.map(({ siteId, day }) => `${siteId}:${day}`));
  return entries.filter(({ kind, siteId, day }) => kind !== 'mark' || held.has(`${siteId}:${day}`));
}
