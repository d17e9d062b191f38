/** The visitor-days of a window, gathered while its days are scanned: the estimators' input, and the row of each ordinal. */

import { noStrata } from '../../count/estimate/part-rows.ts';
import type { VisitorDays } from '../../count/estimate/visitor-days.ts';
import { UNATTRIBUTED } from '../../count/ports.ts';
import { widened } from '../../lib/number-list.ts';
import type { Day } from './day-columns.ts';
import { Stamps } from './stamps.ts';

/** The row of each visitor on the day that is being added; as large as the highest visitor number, so one serves all books. */
export class RowsOfDay {
  readonly #known = new Stamps();
  #row = new Uint32Array(1024);

  /** Another day, or another book: nobody has a row yet. */
  begin(): void {
    this.#known.clear();
  }

  get(visitor: number): number | undefined {
    return this.#known.has(visitor) ? this.#row[visitor] : undefined;
  }

  set(visitor: number, row: number): void {
    this.#known.add(visitor);
    if (visitor >= this.#row.length) this.#row = widened(this.#row, new Uint32Array(visitor * 2));
    this.#row[visitor] = row;
  }
}

export class VisitorBook {
  /** By ordinal - 1 of the day added last: its row among the identified visitor-days, -1 for anonymous and erased ones. */
  rowOf = new Int32Array(0);
  /** Anonymous day-visitors of all days, by stratum. */
  readonly anonymousByStratum = noStrata();
  readonly #rowsOfDay: RowsOfDay;
  #size = 0;
  #visitor = new Uint32Array(1024);
  #day = new Int32Array(1024);
  #s = new Uint8Array(1024);
  #h = new Uint8Array(1024);
  #b = new Uint8Array(1024);

  constructor(rowsOfDay: RowsOfDay) {
    this.#rowsOfDay = rowsOfDay;
  }

  /** The next day, later than those before. */
  add(scanned: Day): void {
    const { day, rows } = scanned;
    const [visitor, s, h, b] = ['visitor', 's', 'h', 'b'].map((name) => scanned.column('people', name));
    if (!visitor || !s || !h || !b) return;
    const rowOf = new Int32Array(rows.people).fill(-1);
    const { anonymousByStratum } = this;
    this.#rowsOfDay.begin();
    for (let index = 0; index < rowOf.length; index++) {
      const id = (visitor.values[index] ?? 0) + visitor.from;
      const stratum = (s.values[index] ?? 0) + s.from;
      if (id === 0) {
        anonymousByStratum[stratum] = (anonymousByStratum[stratum] ?? 0) + 1;
        continue;
      }
      if (id === UNATTRIBUTED) continue;
      // Two rows of one visitor on a day are allowed (two devices): one day, the hashes of both.
      const row = this.#rowsOfDay.get(id) ?? this.#append(id, day, stratum);
      rowOf[index] = row;
      this.#h[row] = (this.#h[row] ?? 0) + (h.values[index] ?? 0) + h.from;
      this.#b[row] = (this.#b[row] ?? 0) | ((b.values[index] ?? 0) + b.from);
    }
    this.rowOf = rowOf;
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
    this.#rowsOfDay.set(visitor, row);
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
