/** Which rows of an answer have had which visitors: a bit per visitor and row, for the rows that get one. */
import { widened } from '../../lib/number-list.ts';

/** A visitor's word has so many bits: as many rows can have one. */
export const BITS = 32;
const NONE = 255;

export class RowBits {
  /** By visitor: the bits of the rows that have had them. */
  #words = new Uint32Array(1024);
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
    if (visitor >= this.#words.length) this.#words = widened(this.#words, new Uint32Array(visitor * 2));
    const word = this.#words[visitor] ?? 0;
    const bit = 1 << this.#bit(row);
    if ((word & bit) !== 0) return false;
    this.#words[visitor] = word | bit;
    return true;
  }

  #bit(row: number): number {
    return this.#bitOf === null ? row : (this.#bitOf[row] ?? NONE);
  }
}
