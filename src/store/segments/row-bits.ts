/** Which rows of an answer have had which visitors: a bit per visitor and row, for the rows that get one. */
import { widened } from '../../lib/number-list.ts';

/** A visitor's word has so many bits: as many rows can have one. */
export const BITS = 32;
const NONE = 255;

export class RowBits {
  /** By visitor: the bits of the rows that have had them. A byte each as long as it is enough: visitors come in no order, so what the processor keeps at hand matters. */
  #words: Uint8Array | Uint32Array = new Uint8Array(1024);
  /** By row; null: a row's bit is its number. */
  readonly #bitOf: Uint8Array | null;

  /** @param only rows that can ask, by a byte each; undefined: all, of which the first ones get a bit */
  constructor(only?: Uint8Array) {
    let given = 0;
    this.#bitOf = only?.map((isOne) => (isOne === 1 && given < BITS ? given++ : NONE)) ?? null;
  }

  /** Whether the row has a bit. */
  has(row: number): boolean {
    return this.#bit(row) < BITS;
  }

  /** @param row one that has a bit. @returns whether the visitor is new to it */
  add(row: number, visitor: number): boolean {
    const place = this.#bit(row);
    if (visitor >= this.#words.length || (place >= 8 && this.#words.BYTES_PER_ELEMENT === 1))
      this.#makeRoom(visitor, place);
    const word = this.#words[visitor] ?? 0;
    const bit = 1 << place;
    if ((word & bit) !== 0) return false;
    this.#words[visitor] = word | bit;
    return true;
  }

  #makeRoom(visitor: number, place: number): void {
    const length = visitor < this.#words.length ? this.#words.length : visitor * 2;
    const isWide = place >= 8 || this.#words.BYTES_PER_ELEMENT > 1;
    this.#words = widened(this.#words, isWide ? new Uint32Array(length) : new Uint8Array(length));
  }

  #bit(row: number): number {
    return this.#bitOf === null ? row : (this.#bitOf[row] ?? NONE);
  }
}
