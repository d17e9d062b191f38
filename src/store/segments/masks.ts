/** What takes part, a byte per row, and values of visits for each of their events. */
import type { Day } from './day-columns.ts';
import type { Values } from './group-keys.ts';

/** Buckets as values of a dimension: those of -1 are hidden by their mask. */
export function asValues(buckets: Int32Array): Values {
  return { values: buckets as unknown as Uint32Array, from: 0 };
}

/** What takes part and has a bucket. */
export function withBuckets(mask: Uint8Array | null, buckets: Int32Array): Uint8Array {
  const out = new Uint8Array(buckets.length);
  for (let row = 0; row < out.length; row++)
    out[row] = (buckets[row] ?? -1) >= 0 && (mask === null || mask[row] === 1) ? 1 : 0;
  return out;
}

/** Where both are 1; the first one is changed. */
export function both(mask: Uint8Array, other: Uint8Array | null): Uint8Array {
  if (other !== null) for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) & (other[row] ?? 0);
  return mask;
}

/** Where one of them is 1; the first one is changed. */
export function either(mask: Uint8Array, other: Uint8Array): Uint8Array {
  for (let row = 0; row < mask.length; row++) mask[row] = (mask[row] ?? 0) | (other[row] ?? 0);
  return mask;
}

/** Where `mask` is 1 and the row is chosen. @param chosen by row */
export function inChosenRows(
  rows: Uint32Array | number,
  mask: Uint8Array | null,
  chosen: Uint8Array,
  length: number,
): Uint8Array {
  const out = new Uint8Array(length);
  for (let index = 0; index < length; index++)
    out[index] =
      (mask === null ? 1 : (mask[index] ?? 0)) & (chosen[typeof rows === 'number' ? rows : (rows[index] ?? 0)] ?? 0);
  return out;
}

export function countOnes(mask: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) count += mask[row] ?? 0;
  return count;
}

/** The bucket of each event's visit. */
export function spreadBuckets(ofVisits: Int32Array | number, day: Day, ofNoVisit: number): Int32Array {
  const { values, from } = day.column('events', 'visit');
  return Int32Array.from(values, (value) => {
    const visit = value + from;
    return visit === 0 ? ofNoVisit : typeof ofVisits === 'number' ? ofVisits : (ofVisits[visit - 1] ?? ofNoVisit);
  });
}

/** The values of visits, for each of their events. */
export function spreadValues({ values, from }: Values, day: Day, ofNoVisit: number): Values {
  const owners = day.column('events', 'visit');
  const out = new Uint32Array(owners.values.length);
  for (let event = 0; event < out.length; event++) {
    const visit = (owners.values[event] ?? 0) + owners.from;
    out[event] = visit === 0 ? ofNoVisit : (values[visit - 1] ?? 0) + from;
  }
  return { values: out, from: 0 };
}
