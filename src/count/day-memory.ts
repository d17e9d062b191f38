/** What is known in memory of one site's day: who brought which hash. It dies with the day's key. */
import { type Journal, JournaledMap } from '../lib/journal.ts';
import type { MemoryKind } from './memory-entry.ts';
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
  countedZ: boolean;
  countedReturn: boolean;
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
  countedZ: false,
  countedReturn: false,
};

/** Message ids kept per day; the oldest leave first. A retry comes within seconds, so the limit only bounds memory. */
const MESSAGE_IDS = 200_000;

/** Marks, identified day-visitors and message ids of one site's day. */
export class DayMemory {
  readonly marks: JournaledMap<string, Mark>;
  /** Identified day-visitors by visitor number: the newest row of each. */
  readonly people: JournaledMap<number, Person>;
  readonly #journal: Journal;
  readonly #onChange: (kind: MemoryKind, name: string) => void;
  readonly #messages = new Set<string>();

  /** @param onChange is told of each entry that changes */
  constructor(journal: Journal, onChange: (kind: MemoryKind, name: string) => void = () => {}) {
    this.#journal = journal;
    this.#onChange = onChange;
    this.marks = new JournaledMap(journal, (hash) => onChange('mark', hash));
    this.people = new JournaledMap(journal, (visitor) => onChange('person', String(visitor)));
  }

  hasMessage(id: string): boolean {
    return this.#messages.has(id);
  }

  rememberMessage(id: string): void {
    this.#messages.add(id);
    this.#onChange('message', id);
    this.#journal.record(() => this.#messages.delete(id));
    if (this.#messages.size <= MESSAGE_IDS) return;
    for (const oldest of this.#messages) {
      this.#messages.delete(oldest);
      this.#onChange('message', oldest);
      break;
    }
  }

  /** An entry's value as JSON; null when there is none. */
  valueOf(kind: MemoryKind, name: string): string | null {
    if (kind === 'message') return this.#messages.has(name) ? 'true' : null;
    const value = kind === 'mark' ? this.marks.get(name) : this.people.get(Number(name));
    return value === undefined ? null : JSON.stringify(value);
  }

  /** All that is known, in a form that can leave the process. */
  *entries(): Generator<{ kind: MemoryKind; name: string; value: string }> {
    for (const [name, mark] of this.marks.entries()) yield { kind: 'mark', name, value: JSON.stringify(mark) };
    for (const [visitor, person] of this.people.entries())
      yield { kind: 'person', name: String(visitor), value: JSON.stringify(person) };
    for (const name of this.#messages) yield { kind: 'message', name, value: 'true' };
  }

  /** Takes one entry back. */
  restore(kind: MemoryKind, name: string, value: string): void {
    if (kind === 'mark') this.marks.set(name, JSON.parse(value) as Mark);
    else if (kind === 'person') this.people.set(Number(name), JSON.parse(value) as Person);
    else this.#messages.add(name);
  }
}
