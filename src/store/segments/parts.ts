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
