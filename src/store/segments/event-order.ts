/** The events of one day by their own time, whatever the days of their visits: numbers of days and rows in order of time. */
import type { Day } from './day-columns.ts';

/** Bits of an event's place among those found, beside 27 of its time within a day: together a double holds them exactly. */
const PLACES = 2 ** 26;

export interface EventOrder {
  /** UTC ms, ascending. */
  times: Float64Array;
  /** Of each: which of the days, and the row in it. */
  days: Uint8Array;
  rows: Uint32Array;
}

/** @param startsAt, endsAt of the day (UTC ms), the end excluded @param days that can hold such events, in order */
export function orderEventsByTime(days: readonly Day[], startsAt: number, endsAt: number): EventOrder {
  const found = days.map((day) => rowsWithin(day, startsAt, endsAt));
  const length = found.reduce((sum, { rows }) => sum + rows.length, 0);
  const [foundDays, foundRows] = [new Uint8Array(length), new Uint32Array(length)];
  const keys = new Float64Array(length);
  let place = 0;
  found.forEach(({ rows, times }, number) => {
    rows.forEach((row, index) => {
      foundDays[place] = number;
      foundRows[place] = row;
      keys[place] = ((times[index] ?? 0) - startsAt) * PLACES + place;
      place += 1;
    });
  });
  // Without a comparing function typed arrays are sorted by the engine itself, ten times faster.
  keys.sort();
  const order: EventOrder = {
    times: new Float64Array(length),
    days: new Uint8Array(length),
    rows: new Uint32Array(length),
  };
  for (let index = 0; index < length; index++) {
    const key = keys[index] ?? 0;
    const from = key % PLACES;
    order.times[index] = (key - from) / PLACES + startsAt;
    order.days[index] = foundDays[from] ?? 0;
    order.rows[index] = foundRows[from] ?? 0;
  }
  return order;
}

/** Places from the first event after a moment on, `most` of them and those of the same moment as the last one. */
export function sliceAfter({ times }: EventOrder, after: number, most: number): { from: number; to: number } {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  let to = Math.min(times.length, low + most);
  while (to > low && to < times.length && times[to] === times[to - 1]) to += 1;
  return { from: low, to };
}

function rowsWithin(day: Day, startsAt: number, endsAt: number): { rows: number[]; times: number[] } {
  const { values, from } = day.column('events', 'at');
  const [rows, times]: [number[], number[]] = [[], []];
  for (let row = 0; row < values.length; row++) {
    const at = (values[row] ?? 0) + from;
    if (at < startsAt || at >= endsAt) continue;
    rows.push(row);
    times.push(at);
  }
  return { rows, times };
}
