/** One site's day as columns, whatever it is stored as: what every question reads. */
import { looseEvents } from './arrange-day.ts';
import { type Column, columnOf, narrowest, toDoubles } from './column.ts';
import type { Numbers } from './column-encoding.ts';
import { type DayPeople, tellApart } from './day-people.ts';
import { type DayParts, PART_NAMES, type PartName, positionOf } from './parts.ts';
import { distancesOfVisits } from './relative-times.ts';

/** Row i of visits is visit i + 1, row i of people is ordinal i + 1. Events stand in the order of their visits, those of no visit first. */
export interface Day {
  readonly day: number;
  /** The zone in which the day was counted. */
  readonly timeZone: string;
  readonly rows: Readonly<Record<PartName, number>>;
  /** @throws AppError that names site, day and column when it is damaged */
  column(part: PartName, name: string): Column;
  /** Ms from the beginning of each visit to its last event. */
  durations(): Column;
  loose(): LooseEvents;
  /** What telling the day's visitors apart needs: worked out once, kept with the columns. */
  people(): DayPeople;
  /** Where the events of each visit begin, counted from 0, and where those of the last one end; worked out once too. */
  eventStarts(): Numbers;
}

/** Events that belong to no visit (0) or did not happen between `startsAt` and `endsAt`, the day's ends (UTC ms); in the order of their rows. */
export interface LooseEvents {
  startsAt: number;
  endsAt: number;
  /** The row of each, counted from 1. */
  event: Float64Array;
  visit: Float64Array;
  at: Float64Array;
  name: Float64Array;
  consent: Float64Array;
}

export interface DayFacts {
  day: number;
  timeZone: string;
  /** UTC ms. */
  startsAt: number;
  endsAt: number;
}

/** A double, its narrow copy, and what is worked out of them. */
const BYTES_PER_VALUE = 16;

/** A day whose rows are in memory, ordered and without gaps (`arrange-day.ts`). */
export class DayInMemory implements Day {
  readonly day: number;
  readonly timeZone: string;
  readonly rows: Readonly<Record<PartName, number>>;
  readonly #facts: DayFacts;
  readonly #parts: DayParts;
  readonly #columns = new Map<string, Column>();
  #people: DayPeople | null = null;
  #eventStarts: Numbers | null = null;
  #durations: Column | null = null;
  #loose: LooseEvents | null = null;

  constructor(facts: DayFacts, parts: DayParts) {
    this.day = facts.day;
    this.timeZone = facts.timeZone;
    this.#facts = facts;
    this.#parts = parts;
    this.rows = Object.fromEntries(PART_NAMES.map((part) => [part, parts[part][0]?.length ?? 0])) as Day['rows'];
  }

  column(part: PartName, name: string): Column {
    const key = `${part}.${name}`;
    const known = this.#columns.get(key);
    if (known) return known;
    const made = columnOf(this.#parts[part][positionOf(part, name)] ?? new Float64Array(0));
    this.#columns.set(key, made);
    return made;
  }

  durations(): Column {
    const [lastAt, startedAt] = [
      toDoubles(this.column('visits', 'last_at')),
      toDoubles(this.column('visits', 'started_at')),
    ];
    this.#durations ??= columnOf(distancesOfVisits(lastAt, startedAt));
    return this.#durations;
  }

  loose(): LooseEvents {
    const { startsAt, endsAt } = this.#facts;
    this.#loose ??= asLoose(looseEvents(this.#parts, startsAt, endsAt), startsAt, endsAt);
    return this.#loose;
  }

  people(): DayPeople {
    this.#people ??= tellApart(this);
    return this.#people;
  }

  eventStarts(): Numbers {
    this.#eventStarts ??= findEventStarts(this.column('events', 'visit'), this.rows.visits);
    return this.#eventStarts;
  }

  /** Bytes that the day takes, about. */
  get bytes(): number {
    return PART_NAMES.reduce((sum, part) => sum + this.#parts[part].length * this.rows[part] * BYTES_PER_VALUE, 0);
  }
}

/** Events stand in the order of their visits. @param owners the visit of each event @param visits how many there are */
export function findEventStarts({ values, from }: Column, visits: number): Numbers {
  const starts = narrowest(values.length, visits + 1);
  let event = 0;
  for (let visit = 1; visit <= visits; visit++) {
    while (event < values.length && (values[event] ?? 0) + from < visit) event += 1;
    starts[visit - 1] = event;
  }
  starts[visits] = values.length;
  return starts;
}

/** Loose events from columns in the order of `LOOSE_COLUMNS`. */
export function asLoose(columns: readonly Float64Array[], startsAt: number, endsAt: number): LooseEvents {
  const none = new Float64Array(0);
  const [event = none, visit = none, at = none, name = none, consent = none] = columns;
  return { startsAt, endsAt, event, visit, at, name, consent };
}
