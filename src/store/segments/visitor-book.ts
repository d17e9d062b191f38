/** The visitor-days of a window, gathered while its days are scanned: the estimators' input, and the row of each ordinal. */

import { noStrata } from '../../count/estimate/part-rows.ts';
import type { VisitorDays } from '../../count/estimate/visitor-days.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import { widened } from '../../lib/number-list.ts';
import type { Day } from './day-columns.ts';

export class VisitorBook {
  /** Of each day, by ordinal - 1: its row among the identified visitor-days, -1 for anonymous and erased ones. */
  readonly rowsOf = new Map<number, Int32Array>();
  /** Anonymous day-visitors of all days, by stratum. */
  readonly anonymousByStratum = noStrata();
  #size = 0;
  #visitor = new Uint32Array(1024);
  #day = new Int32Array(1024);
  #s = new Uint8Array(1024);
  #h = new Uint8Array(1024);
  #b = new Uint8Array(1024);

  /** The next day, later than those before. */
  add(scanned: Day): void {
    const { day, rows } = scanned;
    const [visitor, s, h, b] = ['visitor', 's', 'h', 'b'].map((name) => scanned.column('people', name));
    if (!visitor || !s || !h || !b) return;
    const { firstOf } = scanned.people();
    const rowOf = new Int32Array(rows.people).fill(-1);
    const { anonymousByStratum } = this;
    for (let index = 0; index < rowOf.length; index++) {
      const id = (visitor.values[index] ?? 0) + visitor.from;
      const stratum = (s.values[index] ?? 0) + s.from;
      if (id === 0) {
        anonymousByStratum[stratum] = (anonymousByStratum[stratum] ?? 0) + 1;
        continue;
      }
      if (id === UNATTRIBUTED) continue;
      // Two rows of one visitor on a day are allowed (two devices): one day, the hashes of both.
      const first = firstOf.size === 0 ? undefined : firstOf.get(index + 1);
      const row = first === undefined ? this.#append(id, day, stratum) : (rowOf[first - 1] ?? -1);
      rowOf[index] = row;
      this.#h[row] = (this.#h[row] ?? 0) + (h.values[index] ?? 0) + h.from;
      this.#b[row] = (this.#b[row] ?? 0) | ((b.values[index] ?? 0) + b.from);
    }
    this.rowsOf.set(day, rowOf);
  }

  days(): VisitorDays {
    const size = this.#size;
    return {
      visitor: this.#visitor.subarray(0, size),
      day: this.#day.subarray(0, size),
      s: this.#s.subarray(0, size),
      h: this.#h.subarray(0, size),
      b: this.#b.subarray(0, size),
    };
  }

  #append(visitor: number, day: number, s: number): number {
    if (this.#size === this.#visitor.length) this.#grow();
    const row = this.#size++;
    this.#visitor[row] = visitor;
    this.#day[row] = day;
    this.#s[row] = s;
    return row;
  }

  #grow(): void {
    const length = this.#visitor.length * 2;
    this.#visitor = widened(this.#visitor, new Uint32Array(length));
    this.#day = widened(this.#day, new Int32Array(length));
    this.#s = widened(this.#s, new Uint8Array(length));
    this.#h = widened(this.#h, new Uint8Array(length));
    this.#b = widened(this.#b, new Uint8Array(length));
  }
}
