/** Loads one site's day as columns: the sealed ones, and after them the rows that are not sealed. */
import {
  type DayColumns,
  EVENT_COLUMNS,
  type EventColumn,
  VISIT_COLUMNS,
  type VisitColumn,
} from '../../segments/day-columns.ts';
import type { PartName } from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { SealedDays } from '../sealed-days.ts';

type Row = number[];
type Numbers = Uint8Array | Uint32Array | Float64Array;

/** The rows of one part of a day, sealed ones first. */
interface PartOfDay {
  rows: readonly Row[];
  /** Sealed values per column. */
  sealed: number;
  /** Fills the beginning of a column with what is sealed of it. */
  readSealed: <T extends Numbers>(column: string, into: T) => T;
}

/**
 * Prepares the statements once; the result reads a day in the transaction that the caller has open.
 * It throws an AppError that names site, day and column when a sealed column is damaged.
 */
export function createDayLoader(db: SqliteDatabase): (siteId: number, day: number) => DayColumns {
  const sealedDays = new SealedDays(db);
  const rowsOf = (columns: readonly string[], table: string) =>
    db.prepare<[number, number], Row>(`SELECT ${columns.join(', ')} FROM ${table} WHERE site_id = ? AND day = ?`).raw();
  const statements = {
    visits: rowsOf(['visit', 'started_at', 'last_at', ...VISIT_COLUMNS], 'visits'),
    events: rowsOf(['at', ...EVENT_COLUMNS], 'events'),
    people: rowsOf(['ordinal', 'visitor', 's', 'h', 'b'], 'people'),
  };
  return (siteId, day) => {
    const holds = sealedDays.find(siteId, day);
    const read = (part: keyof typeof statements & PartName): PartOfDay => {
      const sealed = holds?.[part] ?? 0;
      const readSealed = <T extends Numbers>(column: string, into: T) =>
        sealedDays.read({ siteId, day, part, column }, sealed, into);
      return { rows: statements[part].all(siteId, day), sealed, readSealed };
    };
    return {
      day,
      visits: visitColumns(read('visits'), holds?.lastVisit ?? 0),
      events: eventColumns(read('events')),
      people: peopleColumns(read('people'), holds?.lastOrdinal ?? 0),
    };
  };
}

/** Visits are numbered from 1 without gaps, except where a site's rows were erased by hand: an absent one is an empty row. */
function visitColumns({ rows, sealed, readSealed }: PartOfDay, lastSealed: number): DayColumns['visits'] {
  const length = Math.max(lastSealed, rows.at(-1)?.[0] ?? 0);
  const place = placesOf('visit', sealed, lastSealed, readSealed);
  const startedAt = place('started_at', new Float64Array(length).fill(Number.NaN));
  const lastAt = place('last_at', new Float64Array(length));
  const columns = VISIT_COLUMNS.map((name) => place(name, new Uint32Array(length)));
  for (const row of rows) {
    const index = (row[0] ?? 1) - 1;
    startedAt[index] = row[1] ?? 0;
    lastAt[index] = row[2] ?? 0;
    columns.forEach((column, position) => {
      column[index] = row[position + 3] ?? 0;
    });
  }
  const named = Object.fromEntries(VISIT_COLUMNS.map((name, index) => [name, columns[index]])) as Record<
    VisitColumn,
    Uint32Array
  >;
  return Object.assign(named, { started_at: startedAt, last_at: lastAt });
}

function eventColumns({ rows, sealed, readSealed }: PartOfDay): DayColumns['events'] {
  const length = sealed + rows.length;
  const at = readSealed('at', new Float64Array(length));
  const columns = EVENT_COLUMNS.map((name) => readSealed(name, new Uint32Array(length)));
  for (const [index, row] of rows.entries()) {
    at[sealed + index] = row[0] ?? 0;
    columns.forEach((column, position) => {
      column[sealed + index] = row[position + 1] ?? 0;
    });
  }
  const named = Object.fromEntries(EVENT_COLUMNS.map((name, index) => [name, columns[index]])) as Record<
    EventColumn,
    Uint32Array
  >;
  return Object.assign(named, { at });
}

function peopleColumns({ rows, sealed, readSealed }: PartOfDay, lastSealed: number): DayColumns['people'] {
  const length = Math.max(lastSealed, rows.at(-1)?.[0] ?? 0);
  const place = placesOf('ordinal', sealed, lastSealed, readSealed);
  const visitor = place('visitor', new Uint32Array(length));
  const s = place('s', new Uint8Array(length));
  const h = place('h', new Uint8Array(length));
  const b = place('b', new Uint8Array(length));
  for (const row of rows) {
    const index = (row[0] ?? 1) - 1;
    visitor[index] = row[1] ?? 0;
    s[index] = row[2] ?? 0;
    h[index] = row[3] ?? 0;
    b[index] = row[4] ?? 0;
  }
  return { visitor, s, h, b };
}

/** Puts sealed values where their rows' numbers say; without gaps that is where they are. */
function placesOf(
  key: string,
  sealed: number,
  lastSealed: number,
  readSealed: PartOfDay['readSealed'],
): <T extends Numbers>(column: string, into: T) => T {
  if (sealed === lastSealed) return readSealed;
  const numbers = readSealed(key, new Float64Array(sealed));
  return (column, into) => {
    const values = readSealed(column, new Float64Array(sealed));
    for (const [index, number] of numbers.entries()) into[number - 1] = values[index] ?? 0;
    return into;
  };
}
