/** Encodes the values of one column of a day as the fewest bytes that its reader gets back without a search. */
import { deflateRawSync } from 'node:zlib';
import {
  type ColumnPlace,
  checksumOf,
  type Encoding,
  formatEncoding,
  numbersOf,
  type StoredColumn,
  toLittleEndian,
  WIDTHS,
} from './column-encoding.ts';

/** Unpacking costs time at every cold question: it must save at least this part of the bytes. */
const WORTHWHILE = 0.9;
/** The largest step by which two values may differ and still be stored in 32 bits, NULL aside. */
const WIDEST = 4294967294;
const PLAIN = { start: null, hasNulls: false, isRelative: false, isDeflated: false };

/**
 * @param values NaN for NULL
 * @param relative the same counted from other columns, where `relative-times.ts` knows how to count back
 */
export function encodeColumn(
  place: ColumnPlace,
  values: Float64Array,
  relative: Float64Array | null = null,
): StoredColumn {
  const absolute = [plainly(values), asSteps(values)].filter((way) => way !== null);
  const ways = absolute.map((way) => ({ way, from: values }));
  if (relative !== null) ways.push({ way: { ...plainly(relative), isRelative: true }, from: relative });
  const packed = ways.flatMap(({ way, from }) => {
    const bytes = bytesOf(from, way);
    const deflated = deflateRawSync(bytes);
    const isWorthIt = deflated.length < bytes.length * WORTHWHILE;
    return isWorthIt ? { way: { ...way, isDeflated: true }, data: deflated } : { way, data: bytes };
  });
  // Where both take the same bytes the first one does: it is read without adding up.
  const { way, data } = packed.reduce((best, each) => (each.data.length < best.data.length ? each : best));
  const stored = { encoding: formatEncoding(way), length: values.length, data };
  return { ...stored, checksum: checksumOf(place, stored) };
}

/** Each value by itself. */
function plainly(values: Float64Array): Encoding {
  return encodingOf(values, null) ?? { ...PLAIN, width: 'f64', from: 0 };
}

/** Each value as the step from the one before: times, numbers given in order. Null where that does not fit. */
function asSteps(values: Float64Array): Encoding | null {
  const [first] = values;
  if (first === undefined || values.length < 2 || !values.every((value) => Number.isSafeInteger(value))) return null;
  const steps = new Float64Array(values.length - 1);
  for (let index = 0; index < steps.length; index++) steps[index] = (values[index + 1] ?? 0) - (values[index] ?? 0);
  const encoding = encodingOf(steps, first);
  if (encoding === null || !Number.isSafeInteger(first - encoding.from)) return null;
  // The first step must be like the others: it leads from a value before the first one.
  return { ...encoding, start: first - encoding.from };
}

/** The narrowest one for whole numbers; null when they are not, or lie too far apart. */
function encodingOf(values: Float64Array, start: number | null): Encoding | null {
  let [least, most, hasNulls] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const value of values) {
    if (Number.isNaN(value)) hasNulls = true;
    else if (!Number.isSafeInteger(value)) return null;
    else {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  // Nothing, or nothing but NULLs.
  if (least > most) return { ...PLAIN, width: 'none', from: 0, start, hasNulls };
  if (most - least > WIDEST) return null;
  const extra = hasNulls ? 1 : 0;
  const widthOf = (largest: number) =>
    largest === 0 ? 'none' : largest < 256 ? 'u8' : largest < 65_536 ? 'u16' : 'u32';
  const width = widthOf(most - least + extra);
  // Counted from 0 where that costs nothing: equal values of different days then have equal bytes.
  const isFromZero = least >= 0 && most + extra <= WIDEST && width !== 'none' && widthOf(most + extra) === width;
  return { ...PLAIN, width, from: isFromZero ? 0 : least, start, hasNulls };
}

function bytesOf(values: Float64Array, { width, from, start, hasNulls }: Encoding): Buffer {
  const numbers = numbersOf(width, values.length);
  if (WIDTHS[width] === 0) return Buffer.alloc(0);
  if (width === 'f64') numbers.set(values);
  else {
    const extra = hasNulls ? 1 : 0;
    let before = start ?? 0;
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? 0;
      numbers[index] = Number.isNaN(value) ? 0 : value - from - before + extra;
      if (start !== null) before = value;
    }
  }
  return toLittleEndian(Buffer.from(numbers.buffer), width);
}
