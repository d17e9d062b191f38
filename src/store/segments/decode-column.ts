/** Decodes a sealed column, or says which one is damaged: a wrong byte becomes an error, never a number. */
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../domain/errors.ts';
import { dateOf } from '../../lib/calendar.ts';
import { type Column, constantColumn, narrowest } from './column.ts';
import {
  type ColumnPlace,
  checksumOf,
  type Numbers,
  numbersOf,
  parseEncoding,
  type StoredColumn,
  toLittleEndian,
  WIDTHS,
} from './column-encoding.ts';

/**
 * @param stored undefined when the database has no such column
 * @param length values that the day holds in this part
 * @throws AppError that names site, day and column when it is not what was sealed
 */
export function decodeColumn(place: ColumnPlace, stored: StoredColumn | undefined, length: number): Column {
  const damaged = (what: string): AppError => {
    const { siteId, day, part, column } = place;
    const name = `${part}.${column} of site ${siteId} on ${dateOf(day)}`;
    return new AppError('unavailable', `The sealed column ${name} is damaged: ${what}. Restore it from a backup.`);
  };
  if (stored === undefined) throw damaged('it is missing');
  if (stored.length !== length) throw damaged(`it has ${stored.length} values instead of ${length}`);
  if (checksumOf(place, stored) !== stored.checksum) throw damaged('its checksum is wrong');
  const encoding = parseEncoding(stored.encoding);
  if (encoding === null) throw damaged('its encoding is unknown');
  const { width, from, start, hasNulls, isRelative, isDeflated } = encoding;
  const bytes = length * WIDTHS[width];
  const data = isDeflated ? inflate(stored.data, bytes) : stored.data;
  if (data?.length !== bytes) throw damaged('its bytes are of another length');

  const relative = isRelative ? { isRelative } : {};
  if (width === 'none' && start === null) return { ...constantColumn(from, length, hasNulls), ...relative };
  const numbers = numbersOf(width, length);
  const raw = Buffer.from(numbers.buffer);
  data.copy(raw);
  toLittleEndian(raw, width);
  return start === null ? { values: numbers, from, hasNulls, ...relative } : addUp(numbers, length, start, from);
}

/** Values from the steps between them. */
function addUp(steps: Numbers, length: number, start: number, from: number): Column {
  // Without bytes every step is `from`.
  let [value, least, most] = [start, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < length; index++) {
    value += (steps[index] ?? 0) + from;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const values = narrowest(most - least, length);
  value = start - least;
  for (let index = 0; index < length; index++) {
    value += (steps[index] ?? 0) + from;
    values[index] = value;
  }
  return { values, from: least, hasNulls: false };
}

function inflate(data: Buffer, bytes: number): Buffer | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    return null;
  }
}
