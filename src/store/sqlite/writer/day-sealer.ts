/** Turns the rows of a day that is over into columns, and columns back into rows. Runs in the transaction that its caller has open. */
import { hasEnded } from '../../segments/day-end.ts';
import { PART_NAMES, PARTS, type PartName } from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { type SealedDay, SealedDays } from '../sealed-days.ts';

/** What sealing a day has done. */
export interface SealedRows {
  /** Rows of all parts that the day now has as columns. */
  rows: number;
  /** Bytes of these columns. */
  bytes: number;
}

export interface SiteDay {
  siteId: number;
  day: number;
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
    if (PART_NAMES.every((part) => this.#sql[part].next.get(siteId, day - 1)?.day !== day)) return null;
    // Numbers of late rows go on after the sealed ones: a number given twice is refused here by the tables' keys.
    this.unseal({ siteId, day });
    const holds: SealedDay = {
      ...{ visits: 0, events: 0, properties: 0, people: 0 },
      ...{ lastVisit: 0, lastEvent: 0, lastOrdinal: 0, anonymous: 0 },
    };
    let bytes = 0;
    for (const part of PART_NAMES) {
      const columns = this.#readRows(part, siteId, day);
      const length = columns[0]?.length ?? 0;
      holds[part] = length;
      if (part === 'visits') holds.lastVisit = columns[0]?.at(-1) ?? 0;
      if (part === 'events') holds.lastEvent = columns[0]?.at(-1) ?? 0;
      if (part === 'people') {
        holds.lastOrdinal = columns[0]?.at(-1) ?? 0;
        holds.anonymous = columns[1]?.filter((visitor) => visitor === 0).length ?? 0;
      }
      bytes += this.writePart(siteId, day, part, columns);
      this.#sql[part].drop.run(siteId, day);
    }
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

  /** Puts columns in the place of those that were there. @returns their bytes */
  writePart(siteId: number, day: number, part: PartName, columns: readonly Float64Array[]): number {
    this.sealed.clear(siteId, day, part);
    if (columns[0]?.length === 0) return 0;
    return PARTS[part].columns.reduce(
      (bytes, column, index) =>
        bytes + this.sealed.write({ siteId, day, part, column }, columns[index] ?? new Float64Array(0)),
      0,
    );
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
