/** Identified visitors by key, as far as they have been seen lately: saves the store a look-up per event. */
import { type Journal, JournaledMap } from '../lib/journal.ts';
import type { CountRows, KnownVisitor } from './ports.ts';

export class KnownVisitors {
  readonly #rows: CountRows;
  readonly #known: JournaledMap<string, KnownVisitor>;

  constructor(rows: CountRows, journal: Journal) {
    this.#rows = rows;
    this.#known = new JournaledMap(journal);
  }

  find(siteId: number, key: string): KnownVisitor | null {
    const cached = this.#known.get(`${siteId}:${key}`);
    if (cached) return cached;
    const found = this.#rows.findVisitor(siteId, key);
    if (found) this.#known.set(`${siteId}:${key}`, found);
    return found;
  }

  add(siteId: number, key: string, day: number): KnownVisitor {
    const added = { id: this.#rows.insertVisitor(siteId, key, day), lastDay: day };
    this.#known.set(`${siteId}:${key}`, added);
    return added;
  }

  /** Notes the newest day on which a visitor was here. */
  seen(siteId: number, key: string, visitor: KnownVisitor, day: number): void {
    if (visitor.lastDay >= day) return;
    this.#rows.touchVisitor(siteId, visitor.id, day);
    this.#known.set(`${siteId}:${key}`, { ...visitor, lastDay: day });
  }

  forget(siteId: number, key: string): void {
    this.#known.delete(`${siteId}:${key}`);
  }

  /** Who was not here since leaves the memory, not the store. */
  forgetBefore(siteId: number, day: number): void {
    for (const [name, { lastDay }] of [...this.#known.entries()]) {
      if (lastDay < day && name.startsWith(`${siteId}:`)) this.#known.delete(name);
    }
  }
}
