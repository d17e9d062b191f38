/** What is known in memory of one site's day: who brought which hash. It dies with the day's key. */
import { type Journal, JournaledMap } from '../lib/journal.ts';
import type { Person, Visit } from './ports.ts';

/** What a hash has stood for today. Identified and anonymous visitors may share one (one address, one browser). */
export interface Mark {
  /** First identified visitor who brought it, and that visitor's row; 0 for none. */
  owner: number;
  ownerOrdinal: number;
  /** The anonymous day-visitor's row; 0 for none. */
  anonymous: number;
  /** Stratum of that row. */
  stratum: number;
  /** The anonymous day-visitor's visit, which may be over. */
  visit: Visit | null;
  /** Which counters this hash has entered, so that a change of consent can take it back. */
  countedO: boolean;
  countedS: boolean;
  countedX: boolean;
  countedY: boolean;
}

export const NO_MARK: Readonly<Mark> = {
  owner: 0,
  ownerOrdinal: 0,
  anonymous: 0,
  stratum: 0,
  visit: null,
  countedO: false,
  countedS: false,
  countedX: false,
  countedY: false,
};

/** Message ids kept per day; the oldest leave first. A retry comes within seconds, so the limit only bounds memory. */
const MESSAGE_IDS = 200_000;

/** Marks, identified day-visitors and message ids of one site's day. */
export class DayMemory {
  readonly marks: JournaledMap<string, Mark>;
  /** Identified day-visitors by visitor number: the newest row of each. */
  readonly people: JournaledMap<number, Person>;
  readonly #journal: Journal;
  readonly #messages = new Set<string>();

  constructor(journal: Journal) {
    this.#journal = journal;
    this.marks = new JournaledMap(journal);
    this.people = new JournaledMap(journal);
  }

  hasMessage(id: string): boolean {
    return this.#messages.has(id);
  }

  rememberMessage(id: string): void {
    this.#messages.add(id);
    this.#journal.record(() => this.#messages.delete(id));
    if (this.#messages.size <= MESSAGE_IDS) return;
    for (const oldest of this.#messages) {
      this.#messages.delete(oldest);
      break;
    }
  }
}
