/** The days of one site for one question: each read from the shared blocks, which are worked out where they are missing. */
import { AppError } from '../../../domain/errors.ts';
import type { Column } from '../../segments/column.ts';
import type { Numbers } from '../../segments/column-encoding.ts';
import type { Day, LooseEvents } from '../../segments/day-columns.ts';
import type { DayPeople } from '../../segments/day-people.ts';
import { columnOfParcel, looseOfParcel, numbersOfParcel, type Parcel, peopleOfParcel } from '../../segments/parcels.ts';
import { PART_NAMES, type PartName } from '../../segments/parts.ts';
import type { SealedDays } from '../sealed-days.ts';
import { type BlockDay, type BlockPlace, blockOf, DAYS_PER_BLOCK } from './cache/block.ts';
import type { ColumnCache } from './cache/column-cache.ts';
import type { ColdBlocks } from './cache/exchange.ts';
import { type DayListed, isOnlyColumns, type ListDays } from './list-days.ts';
import { type ReadRows, ROWS } from './read-rows.ts';
import { readSealed } from './read-sealed.ts';

/** How many blocks a reader works ahead of itself while another makes the one that it needs. */
const MOST_AHEAD = 8;
/** Help is asked for when at least so many further blocks are missing, each of at least so many bytes. */
const [FEWEST_FOR_HELP, BYTES_FOR_HELP] = [4, 16_384];

export interface SiteDaysOptions {
  siteId: number;
  /** The number of the site's removals. */
  removals: number;
  cache: ColumnCache;
  sealedDays: SealedDays;
  listDays: ListDays;
  readRows: ReadRows;
}

export class SiteDays {
  readonly #options: SiteDaysOptions;
  /** Days that are only columns, by block. */
  readonly #inBlocks = new Map<number, DayListed[]>();
  readonly #askedFor = new Set<string>();
  #lastBlock = Number.NEGATIVE_INFINITY;

  constructor(options: SiteDaysOptions) {
    this.#options = options;
  }

  /** In order; days without rows are missing. */
  *days(first: number, last: number): Generator<Day> {
    for (const listed of this.#list(first, last)) {
      this.#options.cache.moveTo(blockOf(listed.day));
      yield this.#open(listed);
    }
  }

  /** Works out blocks that another reader will need, beginning with those that it will need last. */
  makeAhead({ kind, first, last }: ColdBlocks): void {
    const { cache } = this.#options;
    this.#list(first * DAYS_PER_BLOCK, (last + 1) * DAYS_PER_BLOCK - 1);
    for (let number = last; number >= first; number--) {
      cache.listen();
      cache.moveTo(number);
      if (cache.has(this.#placeOf(kind, number))) return; // here the other has come
      if (this.#inBlocks.has(number)) cache.make(this.#placeOf(kind, number), () => this.#work(kind, number));
    }
  }

  /** One value of a day that is only columns. */
  readSealed<T>(listed: DayListed, kind: string, putTogether: (parcel: Parcel) => T): T {
    const { cache, sealedDays, siteId } = this.#options;
    const { day, version } = listed;
    const number = blockOf(day);
    const wanted = { place: this.#placeOf(kind, number), day, version, name: kind, putTogether };
    const value = cache.read(
      wanted,
      () => this.#workAndAsk(kind, number),
      () => this.#workAhead(kind, number),
    );
    // Left out because it is damaged: that is said again, to whoever needs it.
    return value ?? putTogether(readSealed(sealedDays, siteId, this.#open(listed), kind));
  }

  /** One value of a day with rows that are not sealed. */
  readFromRows<T>(listed: DayListed, name: string, putTogether: (parcel: Parcel) => T): T {
    const { cache, readRows, siteId } = this.#options;
    const { day, version } = listed;
    const place = this.#placeOf(`rows ${day}`, blockOf(day));
    const value = cache.read(
      { place, day, version, name, putTogether },
      () => [{ day, version, parcels: readRows(siteId, listed) }],
      () => false,
    );
    if (value === undefined) throw new Error(`nobody has worked out ${name} of a day`);
    return value;
  }

  /** Whole blocks are listed, since they are made of all their days. */
  #list(first: number, last: number): DayListed[] {
    const [firstBlock, lastBlock] = [blockOf(first), blockOf(last)];
    this.#lastBlock = Math.max(this.#lastBlock, lastBlock);
    const { listDays, siteId } = this.#options;
    const listed = listDays(siteId, firstBlock * DAYS_PER_BLOCK, (lastBlock + 1) * DAYS_PER_BLOCK - 1);
    for (const day of listed) this.#inBlocks.delete(blockOf(day.day));
    for (const day of listed) {
      if (!isOnlyColumns(day)) continue;
      const number = blockOf(day.day);
      const others = this.#inBlocks.get(number) ?? [];
      others.push(day);
      this.#inBlocks.set(number, others);
    }
    return listed.filter(({ day }) => day >= first && day <= last);
  }

  #open(listed: DayListed): Day {
    return isOnlyColumns(listed)
      ? new CachedDay(listed, listed, (kind, putTogether) => this.readSealed(listed, kind, putTogether))
      : new CachedDay(listed, this.readFromRows(listed, ROWS, rowsOf), (kind, putTogether) =>
          this.readFromRows(listed, kind, putTogether),
        );
  }

  #placeOf(kind: string, number: number): BlockPlace {
    const { siteId, removals } = this.#options;
    return { siteId, removals, kind, number };
  }

  /** Days that are damaged are left out: who does not ask for them has his answer. */
  #work(kind: string, number: number): BlockDay[] {
    const { sealedDays, siteId } = this.#options;
    return (this.#inBlocks.get(number) ?? []).flatMap((listed): BlockDay[] => {
      const { day, version } = listed;
      try {
        return [{ day, version, parcels: { [kind]: readSealed(sealedDays, siteId, this.#open(listed), kind) } }];
      } catch (error) {
        if (error instanceof AppError) return [];
        throw error;
      }
    });
  }

  #workAndAsk(kind: string, number: number): BlockDay[] {
    const made = this.#work(kind, number);
    const last = [...this.#inBlocks.keys()].reduce((most, each) => Math.max(most, each), number);
    if (last - number < FEWEST_FOR_HELP || this.#askedFor.has(kind)) return made;
    this.#askedFor.add(kind);
    const bytes = made.reduce((sum, { parcels }) => sum + bytesOfParcel(parcels[kind]), 0);
    const { cache, siteId } = this.#options;
    if (bytes >= BYTES_FOR_HELP) cache.askForHelp({ siteId, kind, first: number + 1, last });
    return made;
  }

  #workAhead(kind: string, number: number): boolean {
    const { cache } = this.#options;
    const last = Math.min(this.#lastBlock, number + MOST_AHEAD);
    for (let next = number + 1; next <= last; next++) {
      const place = this.#placeOf(kind, next);
      if (!this.#inBlocks.has(next) || cache.has(place)) continue;
      if (cache.make(place, () => this.#work(kind, next))) return true;
    }
    return false;
  }
}

function rowsOf({ facts }: Parcel): Record<PartName, number> {
  return Object.fromEntries(PART_NAMES.map((part) => [part, facts[part] ?? 0])) as Record<PartName, number>;
}

function bytesOfParcel(parcel: Parcel | undefined): number {
  return parcel?.lists.reduce((sum, { byteLength }) => sum + byteLength, 0) ?? 0;
}

type ReadValue = <T>(kind: string, putTogether: (parcel: Parcel) => T) => T;

class CachedDay implements Day {
  readonly day: number;
  readonly timeZone: string;
  readonly rows: Readonly<Record<PartName, number>>;
  readonly #read: ReadValue;
  readonly #values = new Map<string, unknown>();

  constructor({ day, timeZone }: DayListed, rows: Readonly<Record<PartName, number>>, read: ReadValue) {
    this.day = day;
    this.timeZone = timeZone;
    this.rows = rows;
    this.#read = read;
  }

  column(part: PartName, name: string): Column {
    return this.#once(`${part}.${name}`, columnOfParcel);
  }

  durations(): Column {
    return this.#once('durations', columnOfParcel);
  }

  loose(): LooseEvents {
    return this.#once('loose', looseOfParcel);
  }

  people(): DayPeople {
    return this.#once('apart', peopleOfParcel);
  }

  eventStarts(): Numbers {
    return this.#once('starts', numbersOfParcel);
  }

  #once<T>(kind: string, putTogether: (parcel: Parcel) => T): T {
    const known = this.#values.get(kind);
    if (known !== undefined) return known as T;
    const value = this.#read(kind, putTogether);
    this.#values.set(kind, value);
    return value;
  }
}
