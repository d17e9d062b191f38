/** Who changed what in the back office, or was refused, and when: only added to, read from the newest back. */
import type { Act, Change } from '../domain/change.ts';
import { cleanText } from '../lib/clean-text.ts';
import type { ChangeKind, ChangeStore } from './ports.ts';

const LONGEST_ABOUT = 200;
const MOST_ROWS = 1000;

export interface NotedChange {
  /** E-mail address; `key <name>` for an API key; '' for a command on the server. */
  who: string;
  act: Act;
  site?: string | null;
  about?: string;
}

export interface ListedChanges {
  before?: number | null;
  limit?: number;
  only?: ChangeKind | null;
}

export class ChangeLog {
  readonly #store: ChangeStore;
  readonly #now: () => number;
  readonly #writeRefusals: () => void;

  /** @param writeRefusals is called before the log is read or added to, so that it is whole, and in the order of its times */
  constructor(store: ChangeStore, now: () => number, writeRefusals: () => void) {
    this.#store = store;
    this.#now = now;
    this.#writeRefusals = writeRefusals;
  }

  note({ who, act, site = null, about = '' }: NotedChange): void {
    this.#writeRefusals();
    this.#store.insert({ at: this.#now(), who, act, site, about: cleanText(about).slice(0, LONGEST_ABOUT) });
  }

  /**
   * The newest first, at most `limit` (1 to 1000).
   * @param before the id from which to go on; null for the newest @param only null for everything
   */
  list({ before = null, limit = 100, only = null }: ListedChanges): Change[] {
    this.#writeRefusals();
    return this.#store.list(before ?? Number.MAX_SAFE_INTEGER, Math.min(MOST_ROWS, Math.max(1, limit)), only);
  }
}
