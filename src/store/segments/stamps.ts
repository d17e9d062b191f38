/** A set of whole numbers that is emptied at no cost: each number carries the stamp of the pass that put it in. */
import { widened } from '../../lib/number-list.ts';

export class Stamps {
  #pass = 1;
  #passOf = new Uint32Array(1024);

  /** Empties the set. */
  clear(): void {
    this.#pass += 1;
  }

  has(number: number): boolean {
    return this.#passOf[number] === this.#pass;
  }

  /** @returns whether the number is new */
  add(number: number): boolean {
    if (this.has(number)) return false;
    if (number >= this.#passOf.length) this.#passOf = widened(this.#passOf, new Uint32Array(number * 2));
    this.#passOf[number] = this.#pass;
    return true;
  }
}
