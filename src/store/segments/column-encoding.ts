/** How a sealed column is stored: the words of its encoding, the bytes of its numbers, and the checksum over all of it. */
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';

/** Where a column belongs. */
export interface ColumnPlace {
  siteId: number;
  /** Days since 1970-01-01. */
  day: number;
  part: string;
  column: string;
}

/** A column as the database holds it. */
export interface StoredColumn {
  encoding: string;
  /** Values, not bytes. */
  length: number;
  checksum: number;
  data: Buffer;
}

/** `none`: every stored number is 0, so that there are no bytes at all. */
export const WIDTHS = { none: 0, u8: 1, u16: 2, u32: 4, f64: 8 } as const;
export type Width = keyof typeof WIDTHS;
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/**
 * `from` is added to every stored number. With `start` each is the step from the value before (from `start` for the first one).
 * With `isRelative` the values are counted from those of other columns (`relative-times.ts`). With `hasNulls` 0 stands for NULL and every other number is one more. Doubles are stored as they are, NULL as NaN.
 */
export interface Encoding {
  width: Width;
  from: number;
  start: number | null;
  hasNulls: boolean;
  isRelative: boolean;
  isDeflated: boolean;
}

/** Such as `u16 from 17 steps 3 nulls deflate`. */
export function formatEncoding({ width, from, start, hasNulls, isRelative, isDeflated }: Encoding): string {
  const words = [width, `from ${from}`];
  if (start !== null) words.push(`steps ${start}`);
  if (hasNulls) words.push('nulls');
  if (isRelative) words.push('relative');
  if (isDeflated) words.push('deflate');
  return words.join(' ');
}

const PATTERN = /^(none|u8|u16|u32|f64) from (-?\d+)(?: steps (-?\d+))?( nulls)?( relative)?( deflate)?$/;

/** @returns null when it is no encoding of ours */
export function parseEncoding(text: string): Encoding | null {
  const [, width, from, start, nulls, relative, deflate] = PATTERN.exec(text) ?? [];
  if (width === undefined) return null;
  return {
    width: width as Width,
    from: Number(from),
    start: start === undefined ? null : Number(start),
    hasNulls: nulls !== undefined,
    isRelative: relative !== undefined,
    isDeflated: deflate !== undefined,
  };
}

/** Room for stored numbers. */
export function numbersOf(width: Width, length: number): Numbers {
  switch (width) {
    case 'f64':
      return new Float64Array(length);
    case 'u32':
      return new Uint32Array(length);
    case 'u16':
      return new Uint16Array(length);
    default:
      return new Uint8Array(width === 'none' ? 0 : length);
  }
}

/** The bytes of numbers, and the other way round, in place: little-endian wherever the service runs. */
export function toLittleEndian(bytes: Buffer, width: Width): Buffer {
  if (endianness() === 'LE') return bytes;
  if (width === 'u16') return bytes.swap16();
  if (width === 'u32') return bytes.swap32();
  return width === 'f64' ? bytes.swap64() : bytes;
}

/** CRC-32 of the stored bytes and of what gives them their meaning, so that no column can be taken for another. */
export function checksumOf(
  { siteId, day, part, column }: ColumnPlace,
  { encoding, length, data }: Omit<StoredColumn, 'checksum'>,
): number {
  // In this order: zlib forgets what came before when it is given no bytes.
  return crc32(`${siteId} ${day} ${part} ${column} ${encoding} ${length}`, crc32(data));
}
