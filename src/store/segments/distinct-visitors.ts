/** How many different identified visitors each row of an answer has had: exact, without a set per row. */
import { NumberList, orderByGroup, startsOf } from '../../lib/number-list.ts';
import { Stamps } from './stamps.ts';

/** Rows that have a bit in each visitor's word: the first ones, which are all of them in most answers. */
const ROWS_IN_WORD = 32;

export class DistinctVisitors {
  /** By visitor: the rows that have had them. */
  #words = new Uint32Array(1024);
  readonly #ofWords = new Float64Array(ROWS_IN_WORD);
  /** Of the other rows: each visitor as often as they were met, counted in the end. */
  readonly #rows = new NumberList();
  readonly #visitors = new NumberList();
  #rowsRoom: Uint32Array = new Uint32Array(0);
  #visitorsRoom: Uint32Array = new Uint32Array(0);

  /** @param most visitors of rows that may be added before the next call */
  beginDay(most: number): void {
    this.#rowsRoom = this.#rows.room(most);
    this.#visitorsRoom = this.#visitors.room(most);
  }

  add(row: number, visitor: number): void {
    if (row >= ROWS_IN_WORD) {
      this.#rowsRoom[this.#rows.length++] = row;
      this.#visitorsRoom[this.#visitors.length++] = visitor;
      return;
    }
    if (visitor >= this.#words.length) this.#widen(visitor);
    const word = this.#words[visitor] ?? 0;
    const bit = 1 << row;
    if ((word & bit) !== 0) return;
    this.#words[visitor] = word | bit;
    this.#ofWords[row] = (this.#ofWords[row] ?? 0) + 1;
  }

  /** Of each row; to be called once, in the end. @param count rows */
  count(count: number): Float64Array {
    const counts = new Float64Array(count);
    counts.set(this.#ofWords.subarray(0, Math.min(count, ROWS_IN_WORD)));
    const rows = this.#rows.view();
    const starts = startsOf(rows, count);
    const visitors = orderByGroup(rows, this.#visitors.view(), starts);
    const seen = new Stamps();
    for (let row = ROWS_IN_WORD; row < count; row++) {
      seen.clear();
      let found = 0;
      const end = starts[row + 1] ?? 0;
      for (let index = starts[row] ?? 0; index < end; index++) if (seen.add(visitors[index] ?? 0)) found += 1;
      counts[row] = found;
    }
    this.#rows.release();
    this.#visitors.release();
    return counts;
  }

  #widen(visitor: number): void {
    const wider = new Uint32Array(visitor * 2);
    wider.set(this.#words);
    this.#words = wider;
  }
}
