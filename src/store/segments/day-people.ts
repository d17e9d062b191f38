/**
 * The visits of a day by who made them. Whoever counts people walks through these lists, whose entries are all alike, instead of asking
 * of each visit whose it is; worked out once and kept with the columns.
 */
import { UNATTRIBUTED } from '../../count/ports.ts';
import { narrowest } from './column.ts';
import type { Numbers } from './column-encoding.ts';
import type { Day } from './day-columns.ts';

/** Numbers are those of visits, counted from 0; each visit is in one of the lists. */
export interface DayPeople {
  /** Of identified visitors with this one visit, and who that is. */
  identified: Numbers;
  visitors: Uint32Array;
  /** Of anonymous day-visitors with this one visit. */
  anonymous: Numbers;
  /** Of people with several visits: a number of the person within the day, and the visitor (0 for anonymous). */
  shared: Numbers;
  sharedPeople: Uint32Array;
  sharedVisitors: Uint32Array;
  /** Of people who were not told apart. */
  unseen: Numbers;
  /** Of erased visitors. */
  erased: Numbers;
  /** By ordinal: 1 where the day-visitor has several visits. */
  hasSeveral: Uint8Array;
}

export function tellApart(day: Day): DayPeople {
  const { values: ordinals, from: firstOrdinal } = day.column('visits', 'ordinal');
  const { values: visitors, from: firstVisitor } = day.column('people', 'visitor');
  const visitsOf = new Uint32Array(day.rows.people + 1);
  for (let visit = 0; visit < ordinals.length; visit++) {
    const ordinal = (ordinals[visit] ?? 0) + firstOrdinal;
    visitsOf[ordinal] = (visitsOf[ordinal] ?? 0) + 1;
  }
  // A visitor can have two rows of one day: they are the person of the first.
  const firstOf = findTwins(visitors, firstVisitor);
  const twins = new Set([...firstOf].flat());

  const identified: number[] = [];
  const who: number[] = [];
  const anonymous: number[] = [];
  const unseen: number[] = [];
  const erased: number[] = [];
  const shared: number[] = [];
  const people: number[] = [];
  const owners: number[] = [];
  for (let visit = 0; visit < ordinals.length; visit++) {
    const ordinal = (ordinals[visit] ?? 0) + firstOrdinal;
    const visitor = ordinal === 0 ? 0 : (visitors[ordinal - 1] ?? 0) + firstVisitor;
    if (ordinal === 0) unseen.push(visit);
    else if (visitor === UNATTRIBUTED) erased.push(visit);
    else if ((visitsOf[ordinal] ?? 0) > 1 || (twins.size > 0 && twins.has(ordinal))) {
      shared.push(visit);
      people.push(firstOf.get(ordinal) ?? ordinal);
      owners.push(visitor);
    } else if (visitor === 0) anonymous.push(visit);
    else {
      identified.push(visit);
      who.push(visitor);
    }
  }
  const narrow = (visits: number[]): Numbers => {
    const numbers = narrowest(ordinals.length, visits.length);
    numbers.set(visits);
    return numbers;
  };
  return {
    ...{ identified: narrow(identified), visitors: Uint32Array.from(who), anonymous: narrow(anonymous) },
    ...{ shared: narrow(shared), sharedPeople: Uint32Array.from(people), sharedVisitors: Uint32Array.from(owners) },
    ...{ unseen: narrow(unseen), erased: narrow(erased) },
    hasSeveral: Uint8Array.from(visitsOf, (visits) => Number(visits > 1)),
  };
}

export function bytesOfPeople(people: DayPeople): number {
  return Object.values(people).reduce((sum, list: Numbers) => sum + list.byteLength, 0);
}

/** By ordinal of a visitor's later row: their first one. */
function findTwins(visitors: Numbers, from: number): Map<number, number> {
  const twins = new Map<number, number>();
  const sorted = Uint32Array.from(visitors, (visitor) => visitor + from).sort();
  const isTwice = (visitor: number, index: number) =>
    visitor !== 0 && visitor !== UNATTRIBUTED && visitor === sorted[index - 1];
  if (!sorted.some(isTwice)) return twins;
  const first = new Map<number, number>();
  for (let index = 0; index < visitors.length; index++) {
    const visitor = (visitors[index] ?? 0) + from;
    if (visitor === 0 || visitor === UNATTRIBUTED) continue;
    const known = first.get(visitor);
    if (known === undefined) first.set(visitor, index + 1);
    else twins.set(index + 1, known);
  }
  return twins;
}
