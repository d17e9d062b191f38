/** Buffers that were grown before: a new one of many megabytes costs more than what is written to it. */
const spare: Uint32Array[] = [];
const MOST_SPARE = 4;
/** Larger ones are given back to the system. */
const LARGEST_SPARE = 4_194_304;

/** A list of whole numbers below 2^32 that grows: four bytes each. */
export class NumberList {
  #numbers: Uint32Array = new Uint32Array(0);
  length = 0;

  /** The list is empty again, and its buffer free for others. */
  release(): void {
    if (this.#numbers.length <= LARGEST_SPARE && spare.length < MOST_SPARE) spare.push(this.#numbers);
    this.#numbers = new Uint32Array(0);
    this.length = 0;
  }

  push(number: number): void {
    this.room(1)[this.length++] = number;
  }

  /** Where to write up to `more` further numbers, from `length` on; whoever does sets `length`. */
  room(more: number): Uint32Array {
    if (this.length + more > this.#numbers.length) {
      const least = Math.max(this.length + more, this.#numbers.length * 2, 1024);
      const place = spare.findIndex(({ length }) => length >= least);
      const wider = spare.splice(place, place < 0 ? 0 : 1)[0] ?? new Uint32Array(least);
      wider.set(this.view());
      this.#numbers = wider;
    }
    return this.#numbers;
  }

  /** The numbers so far; valid until the next `push`. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}

/** Where each group's entries begin when entries are ordered by group, and the end of the last one. */
export function startsOf(groups: Uint32Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const group of groups) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < count; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  return starts;
}

/** `values` by group, those of one group in the order in which they came. */
export function orderByGroup(groups: Uint32Array, values: Uint32Array, starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const ordered = new Uint32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const group = groups[index] ?? 0;
    const place = next[group] ?? 0;
    ordered[place] = values[index] ?? 0;
    next[group] = place + 1;
  }
  return ordered;
}

/** The numbers of `old` at the beginning of a longer list. */
export function widened<T extends { set(values: T): void }>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
