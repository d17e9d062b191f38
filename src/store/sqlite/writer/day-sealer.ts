/** Turns the rows of a day that is over into columns, and columns back into rows. Runs in the transaction that its caller has open. */
import { startOfDay } from '../../../lib/calendar.ts';
import { emptyParts, looseEvents, orderEvents } from '../../segments/arrange-day.ts';
import { hasEnded } from '../../segments/day-end.ts';
import {
  columnIn,
  type DayParts,
  LOOSE,
  LOOSE_BOUNDS,
  LOOSE_COLUMNS,
  PART_NAMES,
  PARTS,
  type PartName,
} from '../../segments/parts.ts';
import { distancesOfEvents, distancesOfVisits } from '../../segments/relative-times.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { type SealedDay, SealedDays, type SiteDay } from '../sealed-days.ts';

/** Share of a day's events up to which the loose ones are kept apart. */
const MOST_LOOSE = 0.25;

/** What sealing a day has done. */
export interface SealedRows {
  /** Rows of all parts that the day now has as columns. */
  rows: number;
  /** Bytes of these columns. */
  bytes: number;
}

export class DaySealer {
  readonly sealed: SealedDays;
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.sealed = new SealedDays(db);
    this.#sql = prepare(db);
  }

  /** Days that are over and have rows, in order. @param now UTC ms */
  listDue(now: number): SiteDay[] {
    const due = new Map<string, SiteDay>();
    for (const part of PART_NAMES) {
      // From one day to the next: what lies between is not read.
      let place: SiteDay | undefined = { siteId: -1, day: 0 };
      while (place !== undefined) {
        place = this.#sql[part].next.get(place.siteId, place.day);
        if (place !== undefined) due.set(`${place.siteId}:${place.day}`, place);
      }
    }
    return [...due.values()]
      .filter((place) => this.isOver(place, now))
      .sort((a, b) => a.siteId - b.siteId || a.day - b.day);
  }

  /** Whether the last visit of a day has ended. @param now UTC ms */
  isOver({ siteId, day }: SiteDay, now: number): boolean {
    return hasEnded(day, this.#sql.timeZone.get(siteId, day) ?? 'UTC', now);
  }

  /** Makes columns of all rows of a day; late rows are merged with what was sealed before. @returns null without rows */
  seal({ siteId, day }: SiteDay): SealedRows | null {
    if (!PART_NAMES.some((part) => this.#hasRows(part, siteId, day))) return null;
    // Numbers of late rows go on after the sealed ones: a number given twice is refused here by the tables' keys.
    this.unseal({ siteId, day });
    const parts = emptyParts();
    for (const part of PART_NAMES) {
      parts[part] = this.#readRows(part, siteId, day);
      this.#sql[part].drop.run(siteId, day);
    }
    return this.write({ siteId, day }, parts);
  }

  /**
   * Writes a day as columns; it must have no rows and no columns. Visits and day-visitors in the order of their numbers, events in any:
   * they are put in the order of their visits and numbered anew.
   */
  write({ siteId, day }: SiteDay, given: DayParts): SealedRows {
    const parts = orderEvents(given);
    const [visits, events, properties, people] = PART_NAMES.map((part) => parts[part][0]?.length ?? 0);
    const holds: SealedDay = {
      ...{ visits: visits ?? 0, events: events ?? 0, properties: properties ?? 0, people: people ?? 0 },
      lastVisit: columnIn(parts, 'visits', 'visit').at(-1) ?? 0,
      // Numbers given before stay taken: whoever counts has them in memory.
      lastEvent: columnIn(given, 'events', 'event').reduce((most, event) => Math.max(most, event), 0),
      lastOrdinal: columnIn(parts, 'people', 'ordinal').at(-1) ?? 0,
      anonymous: columnIn(parts, 'people', 'visitor').filter((visitor) => visitor === 0).length,
    };
    const relative = relativeTimes(day, parts);
    const bytes =
      PART_NAMES.reduce((sum, part) => sum + this.writePart(siteId, day, part, parts[part], relative), 0) +
      this.#writeLoose({ siteId, day }, parts);
    this.sealed.save(siteId, day, holds);
    return { rows: PART_NAMES.reduce((sum, part) => sum + holds[part], 0), bytes };
  }

  /**
   * Writes a sealed day back as rows, since one of them is about to change. @returns whether the day was sealed
   * @throws AppError that names site, day and column when a column is damaged
   */
  unseal({ siteId, day }: SiteDay): boolean {
    const holds = this.sealed.find(siteId, day);
    if (holds === null) return false;
    for (const part of PART_NAMES) {
      const columns = this.readPart(siteId, day, part, holds[part]);
      for (let index = 0; index < holds[part]; index++) {
        const values = columns.map((column) => {
          const value = column[index] ?? Number.NaN;
          return Number.isNaN(value) ? null : value;
        });
        this.#sql[part].insert.run(siteId, day, ...values);
      }
    }
    this.sealed.remove(siteId, day);
    return true;
  }

  /** All columns of a sealed part, in their order. */
  readPart(siteId: number, day: number, part: PartName, length: number): Float64Array[] {
    return PARTS[part].columns.map((column) => this.sealed.readValues({ siteId, day, part, column }, length));
  }

  /**
   * Puts columns in the place of those that were there.
   * @param relative by part and column: the values as `encodeColumn` may have them instead. @returns bytes
   */
  writePart(
    siteId: number,
    day: number,
    part: PartName,
    columns: readonly Float64Array[],
    relative: ReadonlyMap<string, Float64Array> = new Map(),
  ): number {
    this.sealed.clear(siteId, day, part);
    if (columns[0]?.length === 0) return 0;
    return PARTS[part].columns.reduce((bytes, column, index) => {
      const values = columns[index] ?? new Float64Array(0);
      const distances = relative.get(`${part}.${column}`) ?? null;
      return bytes + this.sealed.write({ siteId, day, part, column }, values, distances);
    }, 0);
  }

  #writeLoose(place: SiteDay, parts: DayParts): number {
    this.sealed.clear(place.siteId, place.day, LOOSE);
    const { startsAt, endsAt } = this.boundsOf(place);
    const columns = looseEvents(parts, startsAt, endsAt);
    // Where most events belong to no visit a second copy of them would save nobody any reading.
    if ((columns[0]?.length ?? 0) > columnIn(parts, 'events', 'event').length * MOST_LOOSE) return 0;
    const write = (column: string, values: Float64Array) =>
      this.sealed.write({ ...place, part: LOOSE, column }, values);
    return LOOSE_COLUMNS.reduce(
      (bytes, column, index) => bytes + write(column, columns[index] ?? new Float64Array(0)),
      write(LOOSE_BOUNDS, Float64Array.of(startsAt, endsAt)),
    );
  }

  /** First instant of a day and of the next one (UTC ms), in the zone in which it was counted. */
  boundsOf({ siteId, day }: SiteDay): { startsAt: number; endsAt: number } {
    const timeZone = this.#sql.timeZone.get(siteId, day) ?? 'UTC';
    return { startsAt: startOfDay(day, timeZone), endsAt: startOfDay(day + 1, timeZone) };
  }

  #hasRows(part: PartName, siteId: number, day: number): boolean {
    const next = this.#sql[part].next.get(siteId, day - 1);
    return next?.siteId === siteId && next.day === day;
  }

  #readRows(part: PartName, siteId: number, day: number): Float64Array[] {
    const { count, read } = this.#sql[part];
    const length = count.get(siteId, day) ?? 0;
    const columns = PARTS[part].columns.map(() => new Float64Array(length));
    let index = 0;
    for (const row of read.iterate(siteId, day)) {
      columns.forEach((column, position) => {
        column[index] = row[position] ?? Number.NaN;
      });
      index += 1;
    }
    return columns;
  }
}

/** Times as distances from others; none where visits have gaps, so that a visit's number is not its row. */
function relativeTimes(day: number, parts: DayParts): Map<string, Float64Array> {
  const visits = columnIn(parts, 'visits', 'visit');
  if ((visits.at(-1) ?? 0) !== visits.length) return new Map();
  const startedAt = columnIn(parts, 'visits', 'started_at');
  const beginnings = { day, visit: columnIn(parts, 'events', 'visit'), startedAt };
  return new Map([
    ['visits.last_at', distancesOfVisits(columnIn(parts, 'visits', 'last_at'), startedAt)],
    ['events.at', distancesOfEvents(columnIn(parts, 'events', 'at'), beginnings)],
  ]);
}

function prepare(db: SqliteDatabase) {
  const ofPart = (part: PartName) => {
    const { table, columns, keys } = PARTS[part];
    const onDay = 'WHERE site_id = ? AND day = ?';
    const places = columns.map(() => '?').join(', ');
    return {
      next: db.prepare<[number, number], SiteDay>(
        `SELECT site_id AS siteId, day FROM ${table} WHERE (site_id, day) > (?, ?) ORDER BY site_id, day LIMIT 1`,
      ),
      count: db.prepare<[number, number], number>(`SELECT count(*) FROM ${table} ${onDay}`).pluck(),
      read: db
        .prepare<[number, number], (number | null)[]>(
          `SELECT ${columns.join(', ')} FROM ${table} ${onDay} ORDER BY ${columns.slice(0, keys).join(', ')}`,
        )
        .raw(),
      insert: db.prepare(`INSERT INTO ${table} (site_id, day, ${columns.join(', ')}) VALUES (?, ?, ${places})`),
      drop: db.prepare(`DELETE FROM ${table} ${onDay}`),
    };
  };
  return {
    visits: ofPart('visits'),
    events: ofPart('events'),
    properties: ofPart('properties'),
    people: ofPart('people'),
    timeZone: db
      .prepare<[number, number], string>('SELECT time_zone FROM instrument_days WHERE site_id = ? AND day = ?')
      .pluck(),
  };
}
