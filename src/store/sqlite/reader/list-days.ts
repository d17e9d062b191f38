/** What the database says of a site's days before anything of them is read. */
import { startOfDay } from '../../../lib/calendar.ts';
import type { DayFacts } from '../../segments/day-columns.ts';
import { PARTS, type PartName } from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';

/** With the rows of each part that are sealed, 0 when none is. */
export interface DayListed extends Record<PartName, number> {
  day: number;
  version: number;
  timeZone: string;
  /** There are rows that are not sealed. */
  hasRows: 0 | 1;
  isSealed: 0 | 1;
  lastVisit: number;
  lastOrdinal: number;
}

/** The days of a site that have rows, in order. */
export type ListDays = (siteId: number, first: number, last: number) => DayListed[];

/** Prepares the statement once. */
export function createDayList(db: SqliteDatabase): ListDays {
  const hasRows = Object.values(PARTS)
    .map(({ table }) => `EXISTS (SELECT 1 FROM ${table} r WHERE r.site_id = c.site_id AND r.day = c.day)`)
    .join(' OR ');
  const sealed = (column: string, name = column) => `coalesce(s.${column}, 0) AS ${name}`;
  const statement = db.prepare<[number, number, number], DayListed>(`SELECT c.day, c.version,
      coalesce(i.time_zone, 'UTC') AS timeZone, s.day IS NOT NULL AS isSealed, ${hasRows} AS hasRows,
      ${Object.keys(PARTS)
        .map((part) => sealed(part))
        .join(', ')}, ${sealed('last_visit', 'lastVisit')}, ${sealed('last_ordinal', 'lastOrdinal')}
    FROM day_changes c
    LEFT JOIN instrument_days i ON i.site_id = c.site_id AND i.day = c.day
    LEFT JOIN sealed_days s ON s.site_id = c.site_id AND s.day = c.day
    WHERE c.site_id = ? AND c.day BETWEEN ? AND ? ORDER BY c.day`);
  return (siteId, first, last) => statement.all(siteId, first, last);
}

/** Whether all there is of a day are columns, whose rows are numbered as they stand. */
export function isOnlyColumns({ isSealed, hasRows, visits, people, lastVisit, lastOrdinal }: DayListed): boolean {
  return isSealed === 1 && hasRows === 0 && lastVisit === visits && lastOrdinal === people;
}

/** When the day begins and ends where it was counted. */
export function factsOf({ day, timeZone }: Pick<DayListed, 'day' | 'timeZone'>): DayFacts {
  return { day, timeZone, startsAt: startOfDay(day, timeZone), endsAt: startOfDay(day + 1, timeZone) };
}
