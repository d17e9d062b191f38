/** Loads one site's day: its sealed columns when they are asked for, or all of its rows at once where some are not sealed. */
import type { LRUCache } from 'lru-cache';
import { startOfDay } from '../../../lib/calendar.ts';
import { closeGaps, emptyParts, looseEvents, orderEvents } from '../../segments/arrange-day.ts';
import { type Column, toDoubles } from '../../segments/column.ts';
import type { Numbers } from '../../segments/column-encoding.ts';
import {
  asLoose,
  type Day,
  type DayFacts,
  DayInMemory,
  findEventStarts,
  type LooseEvents,
} from '../../segments/day-columns.ts';
import { bytesOfPeople, type DayPeople, tellApart } from '../../segments/day-people.ts';
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
export type DayCache = LRUCache<string, Cached>;
export type Cached =
  | { column: Column }
  | { day: DayInMemory }
  | { loose: LooseEvents }
  | { people: DayPeople }
  | { starts: Numbers };

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

  /** By site and day: the name of its rows in the cache, so that older versions go at once. */
  const inMemory = new Map<string, string>();
  return (siteId, { day, version, timeZone, hasRows, isSealed }) => {
    const name = `${siteId}:${day}:${version}`;
    const known = cache.get(name);
    if (known !== undefined && 'day' in known) return known.day;
    const holds = isSealed === 1 ? sealedDays.find(siteId, day) : null;
    const hasGaps = holds !== null && (holds.lastVisit !== holds.visits || holds.lastOrdinal !== holds.people);
    if (holds !== null && hasRows === 0 && !hasGaps) {
      return new DayOfColumns({ siteId, day, timeZone: timeZone ?? 'UTC', name, holds, sealedDays, cache });
    }
    const facts = factsOf(day, timeZone ?? 'UTC');
    const loaded = new DayInMemory(facts, readAll(siteId, day, holds));
    const place = `${siteId}:${day}`;
    const before = inMemory.get(place);
    if (before !== undefined) cache.delete(before);
    inMemory.set(place, name);
    cache.set(name, { day: loaded });
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
    const key = `${part}.${name}`;
    const known = this.#find(key);
    if (known !== undefined && 'column' in known) return known.column;
    const column = sealedDays.read({ siteId, day, part, column: name }, holds[part]);
    this.#keep(key, { column });
    return column;
  }

  loose(): LooseEvents {
    const known = this.#find('loose');
    if (known !== undefined && 'loose' in known) return known.loose;
    const loose = this.#readLoose();
    this.#keep('loose', { loose });
    return loose;
  }

  people(): DayPeople {
    const known = this.#find('apart');
    if (known !== undefined && 'people' in known) return known.people;
    const people = tellApart(this);
    this.#keep('apart', { people });
    return people;
  }

  durations(): Column {
    const known = this.#find('durations');
    if (known !== undefined && 'column' in known) return known.column;
    const { siteId, day, holds, sealedDays } = this.#place;
    const column = sealedDays.readDurations({ siteId, day }, holds.visits);
    this.#keep('durations', { column });
    return column;
  }

  eventStarts(): Numbers {
    const known = this.#find('starts');
    if (known !== undefined && 'starts' in known) return known.starts;
    // The column itself takes twice the room, and who asks for the beginnings seldom needs it.
    const { siteId, day, holds, sealedDays } = this.#place;
    const owners = sealedDays.read({ siteId, day, part: 'events', column: 'visit' }, holds.events);
    const starts = findEventStarts(owners, holds.visits);
    this.#keep('starts', { starts });
    return starts;
  }

  #readLoose(): LooseEvents {
    const { siteId, day, sealedDays } = this.#place;
    const read = (column: string) => sealedDays.readLoose({ siteId, day }, column);
    const bounds = read(LOOSE_BOUNDS);
    const columns = LOOSE_COLUMNS.map(read).filter((column) => column !== null);
    // Not kept apart, since so many events are loose: they are found among the others.
    if (bounds === null || columns.length < LOOSE_COLUMNS.length) return this.#findLoose();
    const [startsAt = 0, endsAt = 0] = toDoubles(bounds);
    return asLoose(columns.map(toDoubles), startsAt, endsAt);
  }

  #findLoose(): LooseEvents {
    const { startsAt, endsAt } = factsOf(this.day, this.timeZone);
    const parts = emptyParts();
    for (const name of LOOSE_COLUMNS) parts.events[positionOf('events', name)] = toDoubles(this.column('events', name));
    return asLoose(looseEvents(parts, startsAt, endsAt), startsAt, endsAt);
  }

  #find(key: string): Cached | undefined {
    const { name, cache } = this.#place;
    return cache.get(`${name}:${key}`);
  }

  #keep(key: string, value: Cached): void {
    const { name, cache } = this.#place;
    cache.set(`${name}:${key}`, value);
  }
}

/** An entry costs this much beside its numbers. */
const ENTRY_BYTES = 200;

/** Bytes that an entry of the cache takes. */
export function sizeOfCached(entry: Cached): number {
  if ('day' in entry) return ENTRY_BYTES + entry.day.bytes;
  if ('loose' in entry) return ENTRY_BYTES + entry.loose.event.length * LOOSE_COLUMNS.length * 8;
  if ('people' in entry) return ENTRY_BYTES + bytesOfPeople(entry.people);
  if ('starts' in entry) return ENTRY_BYTES + entry.starts.byteLength;
  return ENTRY_BYTES + (entry.column.isConstant ? 0 : entry.column.values.byteLength);
}

function factsOf(day: number, timeZone: string): DayFacts {
  return { day, timeZone, startsAt: startOfDay(day, timeZone), endsAt: startOfDay(day + 1, timeZone) };
}
