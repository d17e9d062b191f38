/**
 * What questions read of a day, taken apart into lists of numbers and put together again: threads can share numbers, and nothing else.
 * A parcel holds the numbers, and beside them the few facts without which they mean nothing.
 */
import { type Column, constantColumn } from './column.ts';
import type { Numbers } from './column-encoding.ts';
import type { LooseEvents } from './day-columns.ts';
import type { DayPeople } from './day-people.ts';

export interface Parcel {
  facts: Readonly<Record<string, number>>;
  lists: readonly Numbers[];
}

const NONE = new Uint8Array(0);

export function parcelOfColumn({ values, from, hasNulls, isRelative, isConstant }: Column): Parcel {
  const flags = (hasNulls ? 1 : 0) + (isRelative ? 2 : 0);
  return isConstant
    ? { facts: { from, flags, constant: values.length }, lists: [] }
    : { facts: { from, flags }, lists: [values] };
}

export function columnOfParcel({ facts, lists }: Parcel): Column {
  const { from = 0, flags = 0, constant } = facts;
  const hasNulls = (flags & 1) !== 0;
  const relative = (flags & 2) === 0 ? {} : ({ isRelative: true } as const);
  if (constant !== undefined) return { ...constantColumn(from, constant, hasNulls), ...relative };
  return { values: lists[0] ?? NONE, from, hasNulls, ...relative };
}

export function parcelOfLoose({ startsAt, endsAt, event, visit, at, name, consent }: LooseEvents): Parcel {
  return { facts: { startsAt, endsAt }, lists: [event, visit, at, name, consent] };
}

export function looseOfParcel({ facts, lists }: Parcel): LooseEvents {
  const { startsAt = 0, endsAt = 0 } = facts;
  const [event, visit, at, name, consent] = lists.map((list) => (list instanceof Float64Array ? list : NO_DOUBLES));
  const none = NO_DOUBLES;
  return {
    ...{ startsAt, endsAt, event: event ?? none, visit: visit ?? none, at: at ?? none },
    ...{ name: name ?? none, consent: consent ?? none },
  };
}

const NO_DOUBLES = new Float64Array(0);

export function parcelOfPeople(people: DayPeople): Parcel {
  const { identified, visitors, anonymous, shared, sharedPeople, sharedVisitors, unseen, erased, hasSeveral } = people;
  const pairs = Uint32Array.from([...people.firstOf].flat());
  return {
    facts: {},
    lists: [
      ...[identified, visitors, anonymous, shared, sharedPeople, sharedVisitors, unseen, erased, hasSeveral],
      pairs,
    ],
  };
}

export function peopleOfParcel({ lists }: Parcel): DayPeople {
  const words = (list: Numbers | undefined) => (list instanceof Uint32Array ? list : new Uint32Array(0));
  const [identified, visitors, anonymous, shared, sharedPeople, sharedVisitors, unseen, erased, hasSeveral, pairs] =
    lists;
  const firstOf = new Map<number, number>();
  const numbers = words(pairs);
  for (let index = 0; index < numbers.length; index += 2) firstOf.set(numbers[index] ?? 0, numbers[index + 1] ?? 0);
  return {
    ...{ identified: identified ?? NONE, visitors: words(visitors), anonymous: anonymous ?? NONE },
    ...{ shared: shared ?? NONE, sharedPeople: sharedPeople ?? NONE, sharedVisitors: words(sharedVisitors) },
    ...{ unseen: unseen ?? NONE, erased: erased ?? NONE, firstOf },
    hasSeveral: hasSeveral instanceof Uint8Array ? hasSeveral : NONE,
  };
}

export function parcelOfNumbers(numbers: Numbers): Parcel {
  return { facts: {}, lists: [numbers] };
}

export function numbersOfParcel({ lists }: Parcel): Numbers {
  return lists[0] ?? NONE;
}
