/** What a reader keeps of sites between questions, each with a digest of the state under which it was right. */
import { LRUCache } from 'lru-cache';

interface Kept<T> {
  state: string;
  value: T;
}

export class SiteCache<T extends object> {
  readonly #kept: LRUCache<string, Kept<T>>;

  /** @param most the sizes of all together @param sizeOf of one, at least 1 */
  constructor(most: number, sizeOf: (value: T) => number) {
    this.#kept = new LRUCache({ maxSize: Math.max(1, most), sizeCalculation: ({ value }) => sizeOf(value) });
  }

  /** @param stateOf worked out only where something is kept. @returns null where nothing is, or where it was right in another state */
  find(siteId: number, name: string, stateOf: () => string): T | null {
    const kept = this.#kept.get(`${siteId} ${name}`);
    return kept !== undefined && kept.state === stateOf() ? kept.value : null;
  }

  keep(siteId: number, name: string, state: string, value: T): void {
    this.#kept.set(`${siteId} ${name}`, { state, value });
  }

  /** Keeps nothing about a site. */
  forget(siteId: number): void {
    for (const name of [...this.#kept.keys()]) if (name.startsWith(`${siteId} `)) this.#kept.delete(name);
  }
}
