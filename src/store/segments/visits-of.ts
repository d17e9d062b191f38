/** One visitor's rows of one day, read back from its columns. */
import { CONSENT_STATES } from '../../domain/consent.ts';
import { VISIT_DIMENSIONS, type VisitDimensions } from '../../domain/event.ts';
import { dateOf } from '../../lib/calendar.ts';
import type { KnownDay, KnownEvent, KnownVisit } from '../../privacy/known-visitor.ts';
import { valueAt } from './column.ts';
import type { Day } from './day-columns.ts';
import type { PartName } from './parts.ts';

/** Texts of a kind by their number. */
export type Texts = (kind: string) => readonly string[];

export interface DayOfVisitor {
  days: KnownDay[];
  visits: KnownVisit[];
  /** Events that were read. */
  events: number;
}

/** @param visitor the number in `visitors` */
export function visitsOf(visitor: number, day: Day, texts: Texts): DayOfVisitor {
  const found: DayOfVisitor = { days: [], visits: [], events: 0 };
  const number = (part: PartName, column: string, row: number) => valueAt(day.column(part, column), row);
  const ordinals = new Set<number>();
  for (const row of rowsOf(day, 'people', 'visitor', (value) => value === visitor)) {
    ordinals.add(row + 1);
    found.days.push({
      date: dateOf(day.day),
      stratum: number('people', 's', row),
      networks: number('people', 'h', row),
      sameAsYesterday: number('people', 'b', row) === 1,
    });
  }
  if (ordinals.size === 0) return found;
  const starts = day.eventStarts();
  for (const row of rowsOf(day, 'visits', 'ordinal', (value) => ordinals.has(value))) {
    const text = (kind: string, column: string) => texts(kind)[number('visits', column, row)] ?? '';
    const events = readEvents(day, starts[row] ?? 0, starts[row + 1] ?? 0, texts);
    found.events += events.length;
    found.visits.push({
      ...{ startedAt: number('visits', 'started_at', row), lastAt: number('visits', 'last_at', row) },
      ...{ entryHost: text('host', 'entry_host'), entryPath: text('page', 'entry_page') },
      ...{ exitHost: text('host', 'exit_host'), exitPath: text('page', 'exit_page') },
      ...{ pageviews: number('visits', 'pageviews', row), interactions: number('visits', 'interactions', row) },
      ...(Object.fromEntries(VISIT_DIMENSIONS.map((name) => [name, text(name, name)])) as unknown as VisitDimensions),
      events,
    });
  }
  return found;
}

/** @param first, end rows of events */
function readEvents(day: Day, first: number, end: number, texts: Texts): KnownEvent[] {
  const properties = propertiesOf(day, first, end, texts);
  return Array.from({ length: end - first }, (_, index) => {
    const row = first + index;
    const number = (column: string) => valueAt(day.column('events', column), row);
    const known = (column: string) => (Number.isNaN(number(column)) ? null : number(column));
    const amount = known('amount');
    return {
      name: texts('name')[number('name')] ?? '',
      at: number('at'),
      host: texts('host')[number('host')] ?? '',
      path: texts('page')[number('page')] ?? '',
      consent: CONSENT_STATES[number('consent')] ?? 'unset',
      engagedMs: known('engaged_ms'),
      scrollDepth: known('scroll_depth'),
      revenue: amount === null ? null : { amount, currency: texts('currency')[number('currency')] ?? '' },
      properties: properties.get(row) ?? {},
    };
  });
}

/** By row of events. The event of a property is the row's number, counted from 1. */
function propertiesOf(day: Day, first: number, end: number, texts: Texts): Map<number, Record<string, string>> {
  const found = new Map<number, Record<string, string>>();
  for (const row of rowsOf(day, 'properties', 'event', (event) => event > first && event <= end)) {
    const event = valueAt(day.column('properties', 'event'), row) - 1;
    const key = texts('prop_key')[valueAt(day.column('properties', 'key'), row)] ?? '';
    const value = texts('prop_value')[valueAt(day.column('properties', 'value'), row)] ?? '';
    found.set(event, { ...found.get(event), [key]: value });
  }
  return found;
}

function rowsOf(day: Day, part: PartName, name: string, isWanted: (value: number) => boolean): number[] {
  const column = day.column(part, name);
  const rows: number[] = [];
  for (let row = 0; row < day.rows[part]; row++) if (isWanted(valueAt(column, row))) rows.push(row);
  return rows;
}
