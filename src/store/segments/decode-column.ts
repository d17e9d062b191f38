/** Decodes a sealed column, or says which one is damaged: a wrong byte becomes an error, never a number. */
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../domain/errors.ts';
import { dateOf } from '../../lib/calendar.ts';
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
 * Fills `values` from its beginning; NULL becomes NaN in doubles and 0 in integers.
 * @param stored undefined when the database has no such column
 * @param length values that the day holds in this part
 * @throws AppError that names site, day and column when it is not what was sealed
 */
export function decodeColumn<T extends Numbers>(
  place: ColumnPlace,
  stored: StoredColumn | undefined,
  length: number,
  values: T,
): T {
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
  const { width, from, start, hasNulls, isDeflated } = encoding;
  const bytes = length * WIDTHS[width];
  const data = isDeflated ? inflate(stored.data, bytes) : stored.data;
  if (data?.length !== bytes) throw damaged('its bytes are of another length');

  const numbers = numbersOf(width, length);
  const raw = Buffer.from(numbers.buffer);
  data.copy(raw);
  toLittleEndian(raw, width);
  if (width === 'f64') values.set(numbers);
  else if (width === 'none' && start === null) values.fill(hasNulls ? Number.NaN : from, 0, length);
  else if (start !== null) {
    let value = start;
    for (let index = 0; index < length; index++) {
      value += (numbers[index] ?? 0) + from;
      values[index] = value;
    }
  } else if (hasNulls) {
    for (let index = 0; index < length; index++) {
      const number = numbers[index] ?? 0;
      values[index] = number === 0 ? Number.NaN : number - 1 + from;
    }
  } else if (from === 0) values.set(numbers);
  else for (let index = 0; index < length; index++) values[index] = (numbers[index] ?? 0) + from;
  return values;
}

function inflate(data: Buffer, bytes: number): Buffer | null {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    return null;
  }
}
