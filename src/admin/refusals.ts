/**
 * Counts what was refused, by kind, account and hour: nobody can fill the log, and what a stranger types is nowhere in it. Noting is
 * a step in memory, the same whether or not there is such an account.
 */
import type { Refusal } from '../domain/change.ts';
import type { CountedRefusal, RefusalStore } from './ports.ts';

const HOUR_MS = 3_600_000;

export interface NotedRefusal {
  /** E-mail address of whoever is signed in, `key <name>`, `STRANGER`, or `SERVICE`. */
  who: string;
  act: Refusal;
  /** E-mail address of the account that was meant, as it is stored; '' when there is none. Never as it was typed. */
  about?: string;
}

export class Refusals {
  readonly #store: RefusalStore;
  readonly #now: () => number;
  /** What is not written yet. There are no more of these than kinds, times accounts and keys. */
  readonly #waiting = new Map<string, CountedRefusal>();

  constructor(store: RefusalStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  note({ who, act, about = '' }: NotedRefusal): void {
    const at = this.#now();
    const hour = Math.floor(at / HOUR_MS);
    const name = JSON.stringify([hour, act, who, about]);
    const before = this.#waiting.get(name);
    this.#waiting.set(name, { at, hour, act, who, about, ...before, count: (before?.count ?? 0) + 1 });
  }

  /** Writes what was noted since the last time. What a fault of the database leaves waits for the next time. */
  write(): void {
    for (const [name, counted] of this.#waiting) {
      this.#store.add(counted);
      this.#waiting.delete(name);
    }
  }
}
