/** Puts slightly unsorted entries into order: servers write a line when its answer ends, not when it began. */

/** How late an entry may come (ms), and how many are held at most. */
const LONGEST_DELAY_MS = 3_600_000;
const MOST_HELD = 100_000;

export interface Timed {
  at: number;
  /** Position in the input: entries of the same moment keep their order. */
  line: number;
}

export class ReorderBuffer<T extends Timed> {
  /** A binary heap, oldest first. */
  readonly #heap: T[] = [];
  #newest = Number.NEGATIVE_INFINITY;
  #lastOut = Number.NEGATIVE_INFINITY;
  #overruns = 0;

  /** Entries that came too late to be put into order. */
  get overruns(): number {
    return this.#overruns;
  }

  /** Takes an entry in and hands out those that nothing can precede any more. */
  *push(entry: T): Generator<T> {
    if (entry.at < this.#lastOut) this.#overruns += 1;
    this.#newest = Math.max(this.#newest, entry.at);
    this.#heap.push(entry);
    this.#siftUp(this.#heap.length - 1);
    for (
      let top = this.#heap[0];
      top && (top.at < this.#newest - LONGEST_DELAY_MS || this.#heap.length > MOST_HELD);
      top = this.#heap[0]
    ) {
      yield this.#pop(top);
    }
  }

  /** Hands out everything that is left. */
  *drain(): Generator<T> {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) yield this.#pop(top);
  }

  #pop(top: T): T {
    const last = this.#heap.pop();
    if (last && last !== top) {
      this.#heap[0] = last;
      this.#siftDown(0);
    }
    this.#lastOut = Math.max(this.#lastOut, top.at);
    return top;
  }

  #siftUp(start: number): void {
    for (let child = start; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  #siftDown(start: number): void {
    for (let parent = start; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      let first = parent;
      if (left < this.#heap.length && this.#isBefore(left, first)) first = left;
      if (right < this.#heap.length && this.#isBefore(right, first)) first = right;
      if (first === parent) return;
      this.#swap(parent, first);
      parent = first;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (!first || !second) return false;
    return first.at === second.at ? first.line < second.line : first.at < second.at;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (!first || !second) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
