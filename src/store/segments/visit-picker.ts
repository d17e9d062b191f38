/** Picks the visits of events: each once per row that one of its events is in. The events of a visit stand together. */
import { NumberList, widened } from '../../lib/number-list.ts';
import type { Day } from './day-columns.ts';
import type { VisitsInRows } from './people-by-row.ts';

export class VisitPicker {
  /** Rows whose visits are wanted, by a byte each; undefined: all. */
  readonly #only: Uint8Array | undefined;
  /** The last visit that was picked for each row, as a number over all days. */
  #lastVisit = new Float64Array(64);
  #visitsBefore = 1;
  readonly #rows = new NumberList();
  readonly #visits = new NumberList();

  constructor(only: Uint8Array | undefined) {
    this.#only = only;
  }

  /** Call before picking for rows up to `rows` - 1. */
  makeRoom(rows: number): void {
    if (rows <= this.#lastVisit.length) return;
    this.#lastVisit = widened(this.#lastVisit, new Float64Array(Math.max(rows, this.#lastVisit.length * 2)));
  }

  /** @param rows of each event @param takes events that take part; null: all. @returns valid until the next call */
  ofEvents(day: Day, rows: Uint32Array, takes: Uint8Array | null): VisitsInRows {
    const { values, from } = day.column('events', 'visit');
    const picked = this.#begin(values.length);
    for (let event = 0; event < values.length; event++) {
      if (takes !== null && takes[event] === 0) continue;
      const visit = (values[event] ?? 0) + from - 1;
      if (visit >= 0) this.#pick(picked, rows[event] ?? 0, visit);
    }
    return picked;
  }

  /** @param rows of each event that takes part @param visits of each, counted from 0, -1 for none. @returns valid until the next call */
  ofHits(rows: Uint32Array, visits: Int32Array, length: number): VisitsInRows {
    const picked = this.#begin(length);
    for (let index = 0; index < length; index++) {
      const visit = visits[index] ?? -1;
      if (visit >= 0) this.#pick(picked, rows[index] ?? 0, visit);
    }
    return picked;
  }

  endDay(day: Day): void {
    this.#visitsBefore += day.rows.visits;
  }

  #begin(most: number): VisitsInRows {
    return { rows: this.#rows.room(most), visits: this.#visits.room(most), length: 0 };
  }

  #pick(picked: VisitsInRows, row: number, visit: number): void {
    if (this.#only !== undefined && this.#only[row] !== 1) return;
    if (this.#lastVisit[row] === this.#visitsBefore + visit) return;
    this.#lastVisit[row] = this.#visitsBefore + visit;
    picked.rows[picked.length] = row;
    picked.visits[picked.length++] = visit;
  }
}
