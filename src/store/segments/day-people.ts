/** Who made several of the visits of a day: all others need no telling apart. */
import { UNATTRIBUTED } from '../../count/ports.ts';
import type { Day } from './day-columns.ts';
import { Stamps } from './stamps.ts';

export interface DayPeople {
  /** By ordinal: 1 where the day-visitor has several visits, so that a row of an answer may meet them twice. */
  hasSeveral: Uint8Array;
  /** A visitor can have two rows of one day: the first one of each later one; null when nobody has. */
  firstOf: ReadonlyMap<number, number> | null;
}

export function tellApart(day: Day): DayPeople {
  const { values, from } = day.column('visits', 'ordinal');
  const hasSeveral = new Uint8Array(day.rows.people + 1);
  const seen = new Uint8Array(day.rows.people + 1);
  for (let visit = 0; visit < values.length; visit++) {
    const ordinal = (values[visit] ?? 0) + from;
    if (seen[ordinal] === 1) hasSeveral[ordinal] = 1;
    seen[ordinal] = 1;
  }
  const firstOf = findTwins(day);
  for (const [later, first] of firstOf) {
    hasSeveral[later] = 1;
    hasSeveral[first] = 1;
  }
  return { hasSeveral, firstOf: firstOf.size === 0 ? null : firstOf };
}

/** Emptied for each day. */
const met = new Stamps();

function findTwins(day: Day): Map<number, number> {
  const { values, from } = day.column('people', 'visitor');
  if (isOncePerVisitor(values, from)) return new Map();
  const first = new Map<number, number>();
  const twins = new Map<number, number>();
  for (let index = 0; index < values.length; index++) {
    const visitor = (values[index] ?? 0) + from;
    if (visitor === 0 || visitor === UNATTRIBUTED) continue;
    const known = first.get(visitor);
    if (known === undefined) first.set(visitor, index + 1);
    else twins.set(index + 1, known);
  }
  return twins;
}

function isOncePerVisitor(values: ArrayLike<number>, from: number): boolean {
  met.clear();
  for (let index = 0; index < values.length; index++) {
    const visitor = (values[index] ?? 0) + from;
    if (visitor !== 0 && visitor !== UNATTRIBUTED && !met.add(visitor)) return false;
  }
  return true;
}
