/** A column in memory: one number per row, as narrow as it was stored. */
import type { Numbers } from './column-encoding.ts';

export interface Column {
  readonly values: Numbers;
  /** Value i is `from + values[i]`; with `hasNulls` a stored 0 is NULL and every other value is one less. Doubles hold NULL as NaN. */
  readonly from: number;
  readonly hasNulls: boolean;
  /** Counted from other columns: `relative-times.ts` counts back. */
  readonly isRelative?: true;
  /** Every value is `from`. */
  readonly isConstant?: true;
}

/** The values themselves, NULL as NaN. */
export function toDoubles({ values, from, hasNulls }: Column): Float64Array {
  const doubles = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    doubles[index] = hasNulls ? (value === 0 ? Number.NaN : from + value - 1) : from + value;
  }
  return doubles;
}

/** One value, NULL as NaN: for the few rows that are looked at one by one. */
export function valueAt({ values, from, hasNulls }: Column, index: number): number {
  const value = values[index] ?? 0;
  if (hasNulls) return value === 0 ? Number.NaN : from + value - 1;
  return from + value;
}

/** The narrowest column of these values. */
export function columnOf(doubles: Float64Array): Column {
  let [least, most, hasNulls] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const value of doubles) {
    if (Number.isNaN(value)) hasNulls = true;
    else if (!Number.isSafeInteger(value)) return { values: doubles, from: 0, hasNulls: false };
    else {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const extra = hasNulls ? 1 : 0;
  const from = least > most ? 0 : least >= 0 && most + extra < 256 ? 0 : least;
  const values = narrowest(least > most ? 0 : most - from + extra, doubles.length);
  for (let index = 0; index < doubles.length; index++) {
    const value = doubles[index] ?? 0;
    values[index] = Number.isNaN(value) ? 0 : value - from + extra;
  }
  return { values, from, hasNulls };
}

/** Room for whole numbers from 0 to `most`. */
export function narrowest(most: number, length: number): Numbers {
  if (most < 256) return new Uint8Array(length);
  if (most < 65_536) return new Uint16Array(length);
  return most <= 4_294_967_295 ? new Uint32Array(length) : new Float64Array(length);
}

let zeros = new Uint8Array(65_536);

/** A column of one value: its bytes are shared with every other such column. */
export function constantColumn(value: number, length: number, hasNulls: boolean): Column {
  if (zeros.length < length) zeros = new Uint8Array(2 * length);
  return { values: zeros.subarray(0, length), from: value, hasNulls, isConstant: true };
}

/** One byte per row: what `allowed` says of its value. */
export function lookUp({ values, from }: Pick<Column, 'values' | 'from'>, allowed: Uint8Array): Uint8Array {
  const out = new Uint8Array(values.length);
  for (let row = 0; row < out.length; row++) out[row] = allowed[(values[row] ?? 0) + from] ?? 0;
  return out;
}

/** Whether a value is among those of a column. */
export function holds({ values, from, isConstant }: Column, wanted: number): boolean {
  if (wanted < from) return false;
  return isConstant ? from === wanted : values.includes(wanted - from);
}
