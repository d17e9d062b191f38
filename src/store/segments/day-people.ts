/**
 * The visits of a day by who made them. Whoever counts people walks through these lists, whose entries are all alike, instead of asking
 * of each visit whose it is; worked out once and kept with the columns.
 */
import { UNATTRIBUTED } from '../../count/ports.ts';
import { narrowest } from './column.ts';
import type { Numbers } from './column-encoding.ts';
import type { Day } from './day-columns.ts';
import { Stamps } from './stamps.ts';

/** Numbers are those of visits, counted from 0; each visit is in one of the lists. */
export interface DayPeople {
  /** Of identified visitors with this one visit, and who that is. */
  identified: Numbers;
  visitors: Uint32Array;
  /** Of anonymous day-visitors with this one visit. */
  anonymous: Numbers;
  /** Of people with several visits: a number of the person within the day, and the visitor (0 for anonymous). */
  shared: Numbers;
  sharedPeople: Numbers;
  sharedVisitors: Uint32Array;
  /** Of people who were not told apart. */
  unseen: Numbers;
  /** Of erased visitors. */
  erased: Numbers;
  /** By ordinal: 1 where the day-visitor has several visits, or the visitor several rows. */
  hasSeveral: Uint8Array;
  /** By ordinal of a visitor's later row: their first one. */
  firstOf: ReadonlyMap<number, number>;
}

export function tellApart(day: Day): DayPeople {
  const { values: ordinals, from: firstOrdinal } = day.column('visits', 'ordinal');
  const { values: visitors, from: firstVisitor } = day.column('people', 'visitor');
  const hasSeveral = new Uint8Array(day.rows.people + 1);
  const seen = new Uint8Array(day.rows.people + 1);
  for (let visit = 0; visit < ordinals.length; visit++) {
    const ordinal = (ordinals[visit] ?? 0) + firstOrdinal;
    if (seen[ordinal] === 1) hasSeveral[ordinal] = 1;
    seen[ordinal] = 1;
  }
  // A visitor can have two rows of one day: they are the person of the first.
  const firstOf = findTwins(visitors, firstVisitor);
  for (const pair of firstOf) for (const ordinal of pair) hasSeveral[ordinal] = 1;

  const list = () => ({ numbers: narrowest(ordinals.length, ordinals.length), length: 0 });
  const [identified, anonymous, shared, unseen, erased] = [list(), list(), list(), list(), list()];
  const who = new Uint32Array(ordinals.length);
  const people = narrowest(day.rows.people, ordinals.length);
  const owners = new Uint32Array(ordinals.length);
  for (let visit = 0; visit < ordinals.length; visit++) {
    const ordinal = (ordinals[visit] ?? 0) + firstOrdinal;
    const visitor = ordinal === 0 ? 0 : (visitors[ordinal - 1] ?? 0) + firstVisitor;
    if (ordinal === 0) unseen.numbers[unseen.length++] = visit;
    else if (visitor === UNATTRIBUTED) erased.numbers[erased.length++] = visit;
    else if (hasSeveral[ordinal] === 1) {
      people[shared.length] = firstOf.get(ordinal) ?? ordinal;
      owners[shared.length] = visitor;
      shared.numbers[shared.length++] = visit;
    } else if (visitor === 0) anonymous.numbers[anonymous.length++] = visit;
    else {
      who[identified.length] = visitor;
      identified.numbers[identified.length++] = visit;
    }
  }
  const cut = ({ numbers, length }: ReturnType<typeof list>): Numbers => numbers.slice(0, length);
  return {
    ...{ identified: cut(identified), visitors: who.slice(0, identified.length), anonymous: cut(anonymous) },
    ...{ shared: cut(shared), sharedPeople: people.slice(0, shared.length) },
    ...{
      sharedVisitors: owners.slice(0, shared.length),
      unseen: cut(unseen),
      erased: cut(erased),
      hasSeveral,
      firstOf,
    },
  };
}

export function bytesOfPeople(people: DayPeople): number {
  const { firstOf, ...lists } = people;
  return Object.values(lists).reduce((sum, list: Numbers) => sum + list.byteLength, firstOf.size * 50);
}

/** Emptied for each day. */
const met = new Stamps();

/** By ordinal of a visitor's later row: their first one. */
function findTwins(visitors: Numbers, from: number): Map<number, number> {
  const twins = new Map<number, number>();
  met.clear();
  let hasTwins = false;
  for (let index = 0; index < visitors.length; index++) {
    const visitor = (visitors[index] ?? 0) + from;
    if (visitor !== 0 && visitor !== UNATTRIBUTED && !met.add(visitor)) hasTwins = true;
  }
  if (!hasTwins) return twins;
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
