/** One site's day as columns: typed arrays, one entry per row. What a scan reads, whatever it was stored as. */
import { VISIT_DIMENSIONS } from '../../domain/event.ts';

/** Row i of `visits` is visit number i + 1; row i of `people` is ordinal i + 1. */
export interface DayColumns {
  day: number;
  visits: Readonly<Record<VisitColumn, Uint32Array>> & {
    readonly started_at: Float64Array;
    readonly last_at: Float64Array;
  };
  events: Readonly<Record<EventColumn, Uint32Array>> & { readonly at: Float64Array };
  /** `visitor`: `visitors.id`, 0 for anonymous; see `UNATTRIBUTED`. The others as in `Person`; `h` is 0 where a row is missing. */
  people: { readonly visitor: Uint32Array; readonly s: Uint8Array; readonly h: Uint8Array; readonly b: Uint8Array };
}

export const VISIT_COLUMNS = [
  ...([
    'ordinal',
    'entry_host',
    'entry_page',
    'exit_host',
    'exit_page',
    'pageviews',
    'interactions',
    'left_by_link',
  ] as const),
  ...VISIT_DIMENSIONS,
] as const;
export type VisitColumn = (typeof VISIT_COLUMNS)[number];

export const EVENT_COLUMNS = ['visit', 'name', 'host', 'page', 'consent'] as const;
export type EventColumn = (typeof EVENT_COLUMNS)[number];

/** Bytes that a day's columns take in memory. */
export function sizeOf({ visits, events, people }: DayColumns): number {
  const columns: { byteLength: number }[] = [
    ...Object.values(visits),
    ...Object.values(events),
    ...Object.values(people),
  ];
  return columns.reduce((bytes, column) => bytes + column.byteLength, 0);
}
