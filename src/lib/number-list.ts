/** A list of whole numbers below 2^32 that grows: four bytes each. */
export class NumberList {
  #numbers = new Uint32Array(1024);
  length = 0;

  push(number: number): void {
    this.room(1)[this.length++] = number;
  }

  /** Where to write up to `more` further numbers, from `length` on; whoever does sets `length`. */
  room(more: number): Uint32Array {
    if (this.length + more > this.#numbers.length) {
      const wider = new Uint32Array(Math.max(this.length + more, this.#numbers.length * 2));
      wider.set(this.#numbers);
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
