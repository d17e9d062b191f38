/** How many different identified visitors each row of an answer has had: exact, without a set per row. */
import { NumberList, orderByGroup, startsOf } from '../../lib/number-list.ts';
import { BITS, RowBits } from './row-bits.ts';
import { Stamps } from './stamps.ts';

export class DistinctVisitors {
  readonly #bits = new RowBits();
  readonly #ofBits = new Float64Array(BITS);
  /** Of rows without a bit: each visitor as often as they were met, counted in the end. */
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
    if (!this.#bits.has(row)) {
      this.#rowsRoom[this.#rows.length++] = row;
      this.#visitorsRoom[this.#visitors.length++] = visitor;
    } else if (this.#bits.add(row, visitor)) this.#ofBits[row] = (this.#ofBits[row] ?? 0) + 1;
  }

  /** Of each row; to be called once, in the end. @param count rows */
  count(count: number): Float64Array {
    const counts = new Float64Array(count);
    counts.set(this.#ofBits.subarray(0, Math.min(count, BITS)));
    const rows = this.#rows.view();
    const starts = startsOf(rows, count);
    const visitors = orderByGroup(rows, this.#visitors.view(), starts);
    const seen = new Stamps();
    for (let row = 0; row < count; row++) {
      const end = starts[row + 1] ?? 0;
      if (starts[row] === end) continue;
      seen.clear();
      let found = 0;
      for (let index = starts[row] ?? 0; index < end; index++) if (seen.add(visitors[index] ?? 0)) found += 1;
      counts[row] = found;
    }
    this.#rows.release();
    this.#visitors.release();
    return counts;
  }
}
