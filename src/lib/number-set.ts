/** A set of whole numbers from 0 that is small while it holds few and fast when it holds many. */

/** From this size on one bit per possible number costs less than a hash table. */
const MANY = 1024;

export class NumberSet {
  #few: Set<number> | null = new Set();
  #bits = new Uint32Array(0);
  #size = 0;

  get size(): number {
    return this.#few?.size ?? this.#size;
  }

  /** @returns whether the number is new */
  add(number: number): boolean {
    const few = this.#few;
    if (few === null) return this.#setBit(number);
    const before = few.size;
    few.add(number);
    const isNew = few.size > before;
    if (few.size > MANY) {
      this.#few = null;
      for (const each of few) this.#setBit(each);
    }
    return isNew;
  }

  #setBit(number: number): boolean {
    const word = number >>> 5;
    if (word >= this.#bits.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
      wider.set(this.#bits);
      this.#bits = wider;
    }
    const bit = 1 << (number & 31);
    const old = this.#bits[word] ?? 0;
    if ((old & bit) !== 0) return false;
    this.#bits[word] = old | bit;
    this.#size += 1;
    return true;
  }
}
