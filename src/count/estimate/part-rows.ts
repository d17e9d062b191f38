/** A part of a window, and the identified visitor-days inside it. */
import { type IndexedDays, STRATA } from './visitor-days.ts';
import type { WindowModel } from './window-model.ts';

export interface Part {
  /** Rows of the window's visitor-days inside the part, one entry per visit; null: all of them, with all their hashes. */
  rows: ArrayLike<number> | null;
  /** Anonymous day-visitors of the part by stratum, all days together. */
  anonymousByStratum: Float64Array;
}

/** Counts visits by row and active days by visitor into the scratch; returns the distinct rows. */
export function gatherRows({ days, scratch }: WindowModel, { rows }: Part): Uint32Array {
  scratch.makeRoom(days.who.length, days.visitors);
  if (rows === null) {
    scratch.days.set(days.activeDays);
    return days.who.map((_, row) => row);
  }
  const distinct = new Uint32Array(rows.length);
  let count = 0;
  for (let entry = 0; entry < distinct.length; entry++) {
    const row = rows[entry] ?? 0;
    const visits = scratch.visits[row] ?? 0;
    if (visits < 65_535) scratch.visits[row] = visits + 1;
    if (visits > 0) continue;
    distinct[count++] = row;
    const who = days.who[row] ?? 0;
    scratch.days[who] = (scratch.days[who] ?? 0) + 1;
  }
  return distinct.subarray(0, count);
}

/** Inside a part a visitor-day cannot stand for more hashes than it has visits there. */
export function hashesOf({ days, scratch }: WindowModel, part: Part, row: number): number {
  const h = days.h[row] ?? 0;
  return part.rows === null ? h : Math.min(h, scratch.visits[row] ?? 0);
}

/** Identified visitors of the part, by their days in it. */
export function countVisitors(days: IndexedDays, rows: Uint32Array, daysInside: Uint16Array): number {
  let sum = 0;
  for (const row of rows) sum += 1 / (daysInside[days.who[row] ?? 0] ?? 1);
  return Math.round(sum);
}

/** Leaves the scratch as it was. */
export function clear({ days, scratch }: WindowModel, rows: Uint32Array): void {
  if (rows.length === days.who.length) {
    scratch.clear();
    return;
  }
  for (const row of rows) {
    const who = days.who[row] ?? 0;
    scratch.visits[row] = 0;
    scratch.days[who] = 0;
    scratch.residual[who] = 0;
    scratch.weight[who] = 0;
    scratch.seen[who] = 0;
  }
}

/** Entries of a stratum vector of zeros. */
export function noStrata(): Float64Array {
  return new Float64Array(STRATA);
}
