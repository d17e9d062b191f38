/** Memory that follows a transaction: what was changed since the last commit can be taken back when the disk refuses. */

/** Collects how to undo each change; share one between all maps that a transaction touches. */
export class Journal {
  readonly #undo: (() => void)[] = [];

  record(undo: () => void): void {
    this.#undo.push(undo);
  }

  commit(): void {
    this.#undo.length = 0;
  }

  /** Takes back every change since the last commit, newest first. */
  rollback(): void {
    for (let undo = this.#undo.pop(); undo !== undefined; undo = this.#undo.pop()) undo();
  }
}

/** A Map whose changes a journal can undo. Values must never be changed in place: the journal keeps the old one. */
export class JournaledMap<K, V> {
  readonly #map = new Map<K, V>();
  readonly #journal: Journal;
  readonly #onChange: (key: K) => void;

  /** @param onChange is told of each change, not of its undoing */
  constructor(journal: Journal, onChange: (key: K) => void = () => {}) {
    this.#journal = journal;
    this.#onChange = onChange;
  }

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  set(key: K, value: V): void {
    const old = this.#map.get(key);
    const existed = old !== undefined || this.#map.has(key);
    this.#map.set(key, value);
    this.#onChange(key);
    this.#journal.record(() => (existed ? this.#map.set(key, old as V) : this.#map.delete(key)));
  }

  delete(key: K): void {
    const old = this.#map.get(key);
    if (old === undefined) return;
    this.#map.delete(key);
    this.#onChange(key);
    this.#journal.record(() => this.#map.set(key, old));
  }

  /** Empties the map for good: neither undone nor told. */
  forget(): void {
    this.#map.clear();
  }

  entries(): IterableIterator<[K, V]> {
    return this.#map.entries();
  }
}
