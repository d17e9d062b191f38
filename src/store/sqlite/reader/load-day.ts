/** Loads one site's day: its sealed columns when they are asked for, or all of its rows at once where some are not sealed. */
import type { LRUCache } from 'lru-cache';
import { startOfDay } from '../../../lib/calendar.ts';
import { closeGaps, emptyParts, looseEvents, orderEvents } from '../../segments/arrange-day.ts';
import { type Column, toDoubles } from '../../segments/column.ts';
import { asLoose, type Day, type DayFacts, DayInMemory, type LooseEvents } from '../../segments/day-columns.ts';
import {
  type DayParts,
  LOOSE_BOUNDS,
  LOOSE_COLUMNS,
  PART_NAMES,
  PARTS,
  type PartName,
  positionOf,
} from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { type SealedDay, SealedDays } from '../sealed-days.ts';

/** What the database says of a day before any of its rows is read. */
export interface DayListed {
  day: number;
  version: number;
  timeZone: string | null;
  /** There are rows that are not sealed. */
  hasRows: 0 | 1;
  isSealed: 0 | 1;
}

/** Sealed columns, and days whose rows are in memory. */
export type DayCache = LRUCache<string, Column | DayInMemory>;

/** Prepares the statements once; the result reads in the transaction that the caller has open. */
export function createDayLoader(db: SqliteDatabase, cache: DayCache): (siteId: number, listed: DayListed) => Day {
  const sealedDays = new SealedDays(db);
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
  const readAll = (siteId: number, day: number, holds: SealedDay | null): DayParts => {
    const parts = emptyParts();
    for (const part of PART_NAMES) {
      const sealed = holds?.[part] ?? 0;
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

  return (siteId, { day, version, timeZone, hasRows, isSealed }) => {
    const name = `${siteId}:${day}:${version}`;
    const known = cache.get(name);
    if (known instanceof DayInMemory) return known;
    const holds = isSealed === 1 ? sealedDays.find(siteId, day) : null;
    const hasGaps = holds !== null && (holds.lastVisit !== holds.visits || holds.lastOrdinal !== holds.people);
    if (holds !== null && hasRows === 0 && !hasGaps) {
      return new DayOfColumns({ siteId, day, timeZone: timeZone ?? 'UTC', name, holds, sealedDays, cache });
    }
    const facts = factsOf(day, timeZone ?? 'UTC');
    const loaded = new DayInMemory(facts, readAll(siteId, day, holds));
    cache.set(name, loaded);
    return loaded;
  };
}

interface SealedPlace {
  siteId: number;
  day: number;
  timeZone: string;
  /** Of the cached columns, before the column's own. */
  name: string;
  holds: SealedDay;
  sealedDays: SealedDays;
  cache: DayCache;
}

class DayOfColumns implements Day {
  readonly #place: SealedPlace;

  constructor(place: SealedPlace) {
    this.#place = place;
  }

  get day(): number {
    return this.#place.day;
  }

  get timeZone(): string {
    return this.#place.timeZone;
  }

  get rows(): Readonly<Record<PartName, number>> {
    return this.#place.holds;
  }

  column(part: PartName, name: string): Column {
    const { siteId, day, holds, sealedDays } = this.#place;
    return (
      this.#cached(`${part}.${name}`, () => sealedDays.read({ siteId, day, part, column: name }, holds[part])) ?? {
        values: new Uint8Array(0),
        from: 0,
        hasNulls: false,
      }
    );
  }

  loose(): LooseEvents {
    const { siteId, day, sealedDays } = this.#place;
    const read = (column: string) =>
      this.#cached(`loose.${column}`, () => sealedDays.readLoose({ siteId, day }, column));
    const bounds = read(LOOSE_BOUNDS);
    const columns = LOOSE_COLUMNS.map(read);
    // Not kept apart, since nearly all events are loose: they are found among the others.
    if (bounds === null || columns.some((column) => column === null)) return this.#findLoose();
    const [startsAt = 0, endsAt = 0] = toDoubles(bounds);
    return asLoose(
      columns.map((column) => (column === null ? new Float64Array(0) : toDoubles(column))),
      startsAt,
      endsAt,
    );
  }

  #findLoose(): LooseEvents {
    const { startsAt, endsAt } = factsOf(this.day, this.timeZone);
    const parts = emptyParts();
    for (const name of LOOSE_COLUMNS) parts.events[positionOf('events', name)] = toDoubles(this.column('events', name));
    return asLoose(looseEvents(parts, startsAt, endsAt), startsAt, endsAt);
  }

  #cached(column: string, read: () => Column | null): Column | null {
    const { name, cache } = this.#place;
    const key = `${name}:${column}`;
    const known = cache.get(key);
    if (known !== undefined && !(known instanceof DayInMemory)) return known;
    const found = read();
    if (found !== null) cache.set(key, found);
    return found;
  }
}

function factsOf(day: number, timeZone: string): DayFacts {
  return { day, timeZone, startsAt: startOfDay(day, timeZone), endsAt: startOfDay(day + 1, timeZone) };
}
