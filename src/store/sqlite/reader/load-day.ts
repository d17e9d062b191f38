/** Loads the hot rows of one site's day as columns. */
import {
  type DayColumns,
  EVENT_COLUMNS,
  type EventColumn,
  VISIT_COLUMNS,
  type VisitColumn,
} from '../../segments/day-columns.ts';
import type { SqliteDatabase } from '../open-database.ts';

type Row = number[];

/** Prepares the three statements once; the result reads a day in the transaction that the caller has open. */
export function createDayLoader(db: SqliteDatabase): (siteId: number, day: number) => DayColumns {
  const read = (columns: readonly string[], table: string) =>
    db.prepare<[number, number], Row>(`SELECT ${columns.join(', ')} FROM ${table} WHERE site_id = ? AND day = ?`).raw();
  const visits = read(['visit', 'started_at', 'last_at', ...VISIT_COLUMNS], 'visits');
  const events = read(['at', ...EVENT_COLUMNS], 'events');
  const people = read(['ordinal', 'visitor', 's', 'h', 'b'], 'people');
  return (siteId, day) => ({
    day,
    visits: visitColumns(visits.all(siteId, day)),
    events: eventColumns(events.all(siteId, day)),
    people: peopleColumns(people.all(siteId, day)),
  });
}

/** Visits are numbered from 1 without gaps, except where a site's rows were erased by hand: an absent one is an empty row. */
function visitColumns(rows: readonly Row[]): DayColumns['visits'] {
  const length = rows.at(-1)?.[0] ?? 0;
  const startedAt = new Float64Array(length).fill(Number.NaN);
  const lastAt = new Float64Array(length);
  const columns = VISIT_COLUMNS.map(() => new Uint32Array(length));
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

function eventColumns(rows: readonly Row[]): DayColumns['events'] {
  const at = Float64Array.from(rows, (row) => row[0] ?? 0);
  const columns = EVENT_COLUMNS.map((_name, position) => Uint32Array.from(rows, (row) => row[position + 1] ?? 0));
  const named = Object.fromEntries(EVENT_COLUMNS.map((name, index) => [name, columns[index]])) as Record<
    EventColumn,
    Uint32Array
  >;
  return Object.assign(named, { at });
}

function peopleColumns(rows: readonly Row[]): DayColumns['people'] {
  const length = rows.at(-1)?.[0] ?? 0;
  const visitor = new Uint32Array(length);
  const [s, h, b] = [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)];
  for (const row of rows) {
    const index = (row[0] ?? 1) - 1;
    visitor[index] = row[1] ?? 0;
    s[index] = row[2] ?? 0;
    h[index] = row[3] ?? 0;
    b[index] = row[4] ?? 0;
  }
  return { visitor, s, h, b };
}
