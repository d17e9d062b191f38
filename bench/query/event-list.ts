/** Collects the events of a day visit by visit, and numbers them in the order of their time, as they would have come. */
import { type Columns, columnOf, emptyColumns } from './day-batch.ts';

const GRANTED = 2;

/** Values of one kind, of all events so far; made once and used for every day. */
class Values {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Float64Array(2 * this.length);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }
}

export class EventList {
  readonly #visit = new Values();
  readonly #at = new Values();
  readonly #name = new Values();
  readonly #page = new Values();
  readonly #amount = new Values();
  readonly #plan = new Values();

  clear(): void {
    for (const values of [this.#visit, this.#at, this.#name, this.#page, this.#amount, this.#plan]) values.length = 0;
  }

  /** @param amount in euros, NaN without; `plan` is the id of the property's value, 0 without */
  add(visit: number, at: number, name: number, page: number, amount = Number.NaN, plan = 0): void {
    this.#visit.push(visit);
    this.#at.push(at);
    this.#name.push(name);
    this.#page.push(page);
    this.#amount.push(amount);
    this.#plan.push(plan);
  }

  /** @param isConsenting by visit number - 1 */
  toColumns(isConsenting: Uint8Array): { events: Columns; properties: Columns } {
    const order = this.#orderByTime();
    const events = emptyColumns('events', order.length);
    const set = (name: string, read: (index: number) => number) => {
      const column = columnOf(events, name);
      for (let row = 0; row < order.length; row++) column[row] = read(order[row] ?? 0);
    };
    set('visit', (index) => this.#visit.at(index));
    set('at', (index) => this.#at.at(index));
    set('name', (index) => this.#name.at(index));
    set('page', (index) => this.#page.at(index));
    set('amount', (index) => this.#amount.at(index));
    set('currency', (index) => (Number.isNaN(this.#amount.at(index)) ? 0 : 1));
    set('consent', (index) => (isConsenting[this.#visit.at(index) - 1] === 1 ? GRANTED : 0));
    columnOf(events, 'event').forEach((_value, row, column) => {
      column[row] = row + 1;
    });
    columnOf(events, 'host').fill(1);
    columnOf(events, 'engaged_ms').fill(Number.NaN);
    columnOf(events, 'scroll_depth').fill(Number.NaN);
    return { events, properties: this.#properties(order) };
  }

  #orderByTime(): Uint32Array {
    // Times of a day with the event's place behind them, in one number: sorted without calling back.
    const base = this.#at.at(0);
    const keys = Float64Array.from(
      { length: this.#at.length },
      (_, index) => (this.#at.at(index) - base) * 2 ** 22 + index,
    ).sort();
    return Uint32Array.from(keys, (key) => key - Math.floor(key / 2 ** 22) * 2 ** 22);
  }

  #properties(order: Uint32Array): Columns {
    const rows = [...order.keys()].filter((row) => this.#plan.at(order[row] ?? 0) > 0);
    const properties = emptyColumns('properties', rows.length);
    for (const [index, row] of rows.entries()) {
      columnOf(properties, 'event')[index] = row + 1;
      columnOf(properties, 'key')[index] = 1;
      columnOf(properties, 'value')[index] = this.#plan.at(order[row] ?? 0);
    }
    return properties;
  }
}
