/**
 * Puts the rows of a day in the order in which they are read: events stand with their visit, those of no visit first, and are numbered anew.
 * Whoever counts what a visit did then never searches, and the column of visits takes hardly any bytes.
 */
import { columnIn, type DayParts, LOOSE_COLUMNS, PARTS, positionOf } from './parts.ts';

const EVENT = positionOf('events', 'event');
const PROPERTY_EVENT = positionOf('properties', 'event');
const PROPERTY_KEY = positionOf('properties', 'key');

/** Within a visit events keep the order in which they were numbered. */
export function orderEvents(parts: DayParts): DayParts {
  const numbers = columnIn(parts, 'events', 'event');
  const order = byKeys(numbers.length, columnIn(parts, 'events', 'visit'), numbers);
  const isInOrder = order.every((from, to) => from === to && numbers[to] === to + 1);
  if (isInOrder) return parts;
  const events = parts.events.map((column) => picked(column, order));
  const renumbered = new Map([...order].map((from, to) => [numbers[from] ?? 0, to + 1]));
  events[EVENT] = ascending(order.length);
  const owners = columnIn(parts, 'properties', 'event').map((event) => renumbered.get(event) ?? 0);
  const keys = parts.properties[PROPERTY_KEY] ?? new Float64Array(0);
  const propertyOrder = byKeys(owners.length, owners, keys);
  const properties = parts.properties.map((column, position) =>
    picked(position === PROPERTY_EVENT ? owners : column, propertyOrder),
  );
  return { ...parts, events, properties };
}

/** Numbers visits and day-visitors without gaps, as their rows stand: rows taken out by hand leave some. */
export function closeGaps(parts: DayParts): DayParts {
  const visits = inOrder(parts.visits);
  const people = inOrder(parts.people);
  const visitRows = rowsByNumber(visits[0]);
  const personRows = rowsByNumber(people[0]);
  if (visitRows === null && personRows === null) return { ...parts, visits, people };
  const renumber = (columns: Float64Array[], at: number, rows: Map<number, number> | null) =>
    rows === null
      ? columns
      : columns.map((column, position) =>
          position === at ? column.map((number) => (number === 0 ? 0 : (rows.get(number) ?? 0))) : column,
        );
  return {
    ...parts,
    visits: renumber(renumber(visits, 0, visitRows), positionOf('visits', 'ordinal'), personRows),
    people: renumber(people, 0, personRows),
    events: renumber(parts.events, positionOf('events', 'visit'), visitRows),
  };
}

/** The events of a day in order that its visits do not tell of; `startsAt` and `endsAt` are the day's (UTC ms). */
export function looseEvents(parts: DayParts, startsAt: number, endsAt: number): Float64Array[] {
  const visit = columnIn(parts, 'events', 'visit');
  const at = columnIn(parts, 'events', 'at');
  const rows: number[] = [];
  for (let row = 0; row < visit.length; row++) {
    const time = at[row] ?? 0;
    if (visit[row] === 0 || time < startsAt || time >= endsAt) rows.push(row);
  }
  return LOOSE_COLUMNS.map((name) => picked(columnIn(parts, 'events', name), Uint32Array.from(rows)));
}

export function emptyParts(): DayParts {
  const none = (part: keyof typeof PARTS) => PARTS[part].columns.map(() => new Float64Array(0));
  return { visits: none('visits'), events: none('events'), properties: none('properties'), people: none('people') };
}

function inOrder(columns: Float64Array[]): Float64Array[] {
  const [numbers = new Float64Array(0)] = columns;
  const order = byKeys(numbers.length, numbers, numbers);
  return order.every((from, to) => from === to) ? columns : columns.map((column) => picked(column, order));
}

/** The row of each number, counted from 1; null when the numbers are the rows. */
function rowsByNumber(numbers: Float64Array = new Float64Array(0)): Map<number, number> | null {
  if (numbers.every((number, row) => number === row + 1)) return null;
  return new Map([...numbers].map((number, row) => [number, row + 1]));
}

/** Row numbers by two keys; equal rows stay as they are. */
function byKeys(length: number, first: Float64Array, second: Float64Array): Uint32Array {
  const order = Uint32Array.from({ length }, (_, row) => row);
  const compare = (a: number, b: number) =>
    (first[a] ?? 0) - (first[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0) || a - b;
  const isSorted = order.every((row) => row === 0 || compare(row - 1, row) < 0);
  return isSorted ? order : order.sort(compare);
}

function picked(column: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row] ?? 0);
}

function ascending(length: number): Float64Array {
  return Float64Array.from({ length }, (_, row) => row + 1);
}
