/** The four parts of a day, and the columns of each: those of its table of hot rows. */
import { VISIT_DIMENSIONS } from '../../domain/event.ts';

export interface Part {
  /** Of the hot rows. */
  table: string;
  /** In the order of the primary key, whose last columns come first here. */
  columns: readonly string[];
  /** How many columns tell a row from the others of its day. */
  keys: number;
}

export const PARTS = {
  visits: {
    table: 'visits',
    columns: [
      ...['visit', 'ordinal', 'started_at', 'last_at', 'entry_host', 'entry_page', 'exit_host', 'exit_page'],
      ...['pageviews', 'interactions', 'left_by_link'],
      ...VISIT_DIMENSIONS,
    ],
    keys: 1,
  },
  events: {
    table: 'events',
    columns: [
      ...['event', 'visit', 'at', 'name', 'host', 'page', 'consent'],
      ...['engaged_ms', 'scroll_depth', 'currency', 'amount'],
    ],
    keys: 1,
  },
  properties: { table: 'event_properties', columns: ['event', 'key', 'value'], keys: 2 },
  people: { table: 'people', columns: ['ordinal', 'visitor', 's', 'h', 'b'], keys: 1 },
} as const satisfies Record<string, Part>;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];

/** All columns of a day, each part's in its order. NaN for NULL. */
export type DayParts = Record<PartName, Float64Array[]>;

/**
 * A derived part: copies of the events that a question about visits has to look at one by one, since they belong to no visit or did not
 * happen on their visit's day. All other events are told by their visit.
 */
export const LOOSE = 'loose';
/** `event` is the row's number; `bounds` holds the beginning and the end of the day (UTC ms) instead of a value per row. */
export const LOOSE_COLUMNS = ['event', 'visit', 'at', 'name', 'consent'] as const;
export const LOOSE_BOUNDS = 'bounds';

/** Where a column stands among those of its part. */
export function positionOf(part: PartName, column: string): number {
  return (PARTS[part].columns as readonly string[]).indexOf(column);
}

/** One column of a day's parts. */
export function columnIn(parts: DayParts, part: PartName, column: string): Float64Array {
  return parts[part][positionOf(part, column)] ?? new Float64Array(0);
}
