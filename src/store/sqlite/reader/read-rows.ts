/** Reads all rows of a day, of which some are not sealed, into memory. */
import { closeGaps, emptyParts, orderEvents } from '../../segments/arrange-day.ts';
import { DayInMemory } from '../../segments/day-columns.ts';
import { type Parcel, parcelOfColumn, parcelOfLoose, parcelOfNumbers, parcelOfPeople } from '../../segments/parcels.ts';
import { type DayParts, PART_NAMES, PARTS, type PartName } from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';
import type { SealedDays } from '../sealed-days.ts';
import { type DayListed, factsOf } from './list-days.ts';

/** Of the parcel that tells how many rows there are of each part. */
export const ROWS = 'rows';

export type ReadRows = (siteId: number, listed: DayListed) => Record<string, Parcel>;

/** Prepares the statements once; the result reads in the transaction that the caller has open. */
export function createRowsReader(db: SqliteDatabase, sealedDays: SealedDays): ReadRows {
  const rowsOf = Object.fromEntries(
    PART_NAMES.map((part) => {
      const { columns, table, keys } = PARTS[part];
      const order = columns.slice(0, keys).join(', ');
      const sql = `SELECT ${columns.join(', ')} FROM ${table} WHERE site_id = ? AND day = ? ORDER BY ${order}`;
      const statement = db.prepare<[number, number], (number | null)[]>(sql).raw();
      return [part, (siteId: number, day: number) => statement.all(siteId, day)];
    }),
  ) as Record<PartName, (siteId: number, day: number) => (number | null)[][]>;

  /** Sealed rows first: late ones have higher numbers. */
  const readAll = (siteId: number, { day, isSealed, ...holds }: DayListed): DayParts => {
    const parts = emptyParts();
    for (const part of PART_NAMES) {
      const sealed = isSealed === 1 ? holds[part] : 0;
      const rows = rowsOf[part](siteId, day);
      parts[part] = PARTS[part].columns.map((column, position) => {
        const values = new Float64Array(sealed + rows.length);
        if (sealed > 0) values.set(sealedDays.readValues({ siteId, day, part, column }, sealed));
        for (let row = 0; row < rows.length; row++) values[sealed + row] = rows[row]?.[position] ?? Number.NaN;
        return values;
      });
    }
    return orderEvents(closeGaps(parts));
  };

  return (siteId, listed) => takeApart(new DayInMemory(factsOf(listed), readAll(siteId, listed)));
}

/** Everything that a question can ask of it. */
function takeApart(day: DayInMemory): Record<string, Parcel> {
  const columns = PART_NAMES.flatMap((part) =>
    PARTS[part].columns.map((name) => [`${part}.${name}`, parcelOfColumn(day.column(part, name))] as const),
  );
  return {
    ...Object.fromEntries(columns),
    [ROWS]: { facts: day.rows, lists: [] },
    durations: parcelOfColumn(day.durations()),
    loose: parcelOfLoose(day.loose()),
    apart: parcelOfPeople(day.people()),
    starts: parcelOfNumbers(day.eventStarts()),
  };
}
