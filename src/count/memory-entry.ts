/**
 * The counting memory in a form that can leave the process: one entry for each hash, person, message and open visit. It goes
 * to the next process over a local socket or through a RAM-backed folder, never to a disk.
 */
import type { CarriedKey } from './day-keys.ts';

/** Raise it when an entry's meaning changes: memory of another format is not read. */
export const MEMORY_FORMAT = 1;

export type MemoryKind = 'mark' | 'person' | 'message' | 'visit';

export interface MemoryPlace {
  siteId: number;
  /** 0 for visits: the newest one of a visitor, on whichever day it began. */
  day: number;
  kind: MemoryKind;
  /** Hash, visitor's number or message id. */
  name: string;
}

export interface MemoryEntry extends MemoryPlace {
  /** JSON. */
  value: string;
}

/** An entry as a transaction leaves it; null when there is none any more. */
export interface MemoryChange extends MemoryPlace {
  value: string | null;
}

/** Keys and memory of one process for the next. */
export interface CarriedMemory {
  /** Names the transaction of the store that the memory has followed last: it is of these rows and no others. */
  batch: string;
  keys: readonly CarriedKey[];
  entries: readonly MemoryEntry[];
}

/** Keeps the counting memory beside the process. */
export interface MemoryKeeper {
  /** What the transaction has changed; it counts once the transaction does. */
  keep(changes: readonly MemoryChange[]): void;
  /** Days are over for good, whatever becomes of the transaction. */
  forgetBefore(siteId: number, day: number): void;
}

/** Which entries a transaction has touched. */
export class TouchedEntries {
  readonly #places = new Map<string, MemoryPlace>();

  add(siteId: number, day: number, kind: MemoryKind, name: string): void {
    this.#places.set(`${siteId}:${day}:${kind}:${name}`, { siteId, day, kind, name });
  }

  take(): MemoryPlace[] {
    const places = [...this.#places.values()];
    this.#places.clear();
    return places;
  }
}
