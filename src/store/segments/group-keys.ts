/** Numbers the rows of an answer: each combination of values that is met becomes the next whole number. */
import { AppError } from '../../domain/errors.ts';
import type { Column } from './column.ts';

/** Combinations up to which a table is faster, and small enough (4 bytes each). */
const LARGEST_TABLE = 4_194_304;

/** Rows of one answer, shown or not: they take memory that the service needs to go on counting. */
const MOST_ROWS = 1_000_000;

export type Values = Pick<Column, 'values' | 'from'>;

export class GroupKeys {
  readonly #levels: Level[];

  /** @param sizes of each dimension: its values are from 0 to size - 1 */
  constructor(sizes: readonly number[]) {
    let combinations = 1;
    this.#levels = sizes.map((size) => {
      combinations *= size;
      return new Level(size, combinations);
    });
  }

  /** Rows so far. */
  get count(): number {
    return this.#levels.at(-1)?.count ?? 1;
  }

  /**
   * Writes the row of each entry to `out`; where `mask` is 0 it means nothing.
   * @param dimensions one value per entry, or one for all
   */
  assign(dimensions: readonly (Values | number)[], length: number, mask: Uint8Array | null, out: Uint32Array): void {
    if (this.#levels.length === 0) out.fill(0, 0, length);
    for (const [index, level] of this.#levels.entries()) {
      const values = dimensions[index] ?? 0;
      if (typeof values === 'number') level.addOne(values, index === 0, length, mask, out);
      else level.add(values, index === 0, length, mask, out);
    }
  }

  /** The row of one combination. */
  one(values: readonly number[]): number {
    return this.#levels.reduce((group, level, index) => level.groupOf(group, values[index] ?? 0), 0);
  }

  /** The combination of a row. */
  valuesOf(group: number): number[] {
    const values: number[] = [];
    let at = group;
    for (const level of [...this.#levels].reverse()) {
      values.unshift(level.values[at] ?? 0);
      at = level.parents[at] ?? 0;
    }
    return values;
  }
}

/** One more dimension: combinations of what came before with its values. */
class Level {
  readonly parents: number[] = [];
  readonly values: number[] = [];
  readonly #size: number;
  /** Group + 1 by combination. */
  readonly #table: Uint32Array | null;
  readonly #map = new Map<number, number>();

  constructor(size: number, combinations: number) {
    this.#size = size;
    this.#table = combinations <= LARGEST_TABLE ? new Uint32Array(combinations) : null;
  }

  get count(): number {
    return this.values.length;
  }

  groupOf(parent: number, value: number): number {
    const key = parent * this.#size + value;
    const known = this.#table === null ? this.#map.get(key) : this.#table[key];
    return known ? known - 1 : this.#make(key, parent, value);
  }

  add({ values, from }: Values, isFirst: boolean, length: number, mask: Uint8Array | null, out: Uint32Array): void {
    const table = this.#table;
    for (let row = 0; row < length; row++) {
      if (mask !== null && mask[row] === 0) continue;
      const parent = isFirst ? 0 : (out[row] ?? 0);
      const value = (values[row] ?? 0) + from;
      const known = table === null ? 0 : (table[parent * this.#size + value] ?? 0);
      out[row] = known > 0 ? known - 1 : this.groupOf(parent, value);
    }
  }

  addOne(value: number, isFirst: boolean, length: number, mask: Uint8Array | null, out: Uint32Array): void {
    if (isFirst) {
      // A group begins with its first entry.
      if (length > 0 && (mask === null || mask.includes(1))) out.fill(this.groupOf(0, value), 0, length);
      return;
    }
    for (let row = 0; row < length; row++) {
      if (mask === null || mask[row] === 1) out[row] = this.groupOf(out[row] ?? 0, value);
    }
  }

  #make(key: number, parent: number, value: number): number {
    const group = this.values.push(value) - 1;
    if (group >= MOST_ROWS)
      throw new AppError(
        'invalid',
        `The answer has more than ${MOST_ROWS} rows: add a filter, or ask for fewer dimensions.`,
      );
    this.parents.push(parent);
    if (this.#table === null) this.#map.set(key, group + 1);
    else this.#table[key] = group + 1;
    return group;
  }
}
