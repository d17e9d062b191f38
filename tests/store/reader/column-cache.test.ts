/** What readers share: made by one of them, read by all, and never of another version of a day or from before a removal. */
import { randomUUID } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { columnOfParcel, parcelOfColumn, parcelOfPeople, peopleOfParcel } from '../../../src/store/segments/parcels.ts';
import { type BlockDay, blockOf } from '../../../src/store/sqlite/reader/cache/block.ts';
import { ColumnCache, type Wanted } from '../../../src/store/sqlite/reader/cache/column-cache.ts';
import { OwnExchange, ThreadExchange } from '../../../src/store/sqlite/reader/cache/exchange.ts';
import { SharedWords } from '../../../src/store/sqlite/reader/cache/shared-words.ts';

const DAY = 20_522;
const VALUES = Uint16Array.from([300, 2, 7]);

const wanted = (version = 1, removals = 0): Wanted<number[]> => ({
  place: { siteId: 7, removals, kind: 'visits.page', number: blockOf(DAY) },
  ...{ day: DAY, version, name: 'visits.page' },
  putTogether: (parcel) => [...columnOfParcel(parcel).values],
});
const made = (version = 1): BlockDay[] => [
  { day: DAY, version, parcels: { 'visits.page': parcelOfColumn({ values: VALUES, from: 0, hasNulls: false }) } },
];
const notNeeded = (): never => {
  throw new Error('it was worked out again');
};

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Two readers that hear of each other, and the words that they share. */
function twoReaders() {
  const memory = SharedWords.createMemory();
  const channel = randomUUID();
  const readers = [1, 2].map((thread) => {
    const { port1, port2 } = new MessageChannel();
    const cache = new ColumnCache((onNews) => {
      const exchange = new ThreadExchange({ words: memory, thread, channel, port: port2 }, onNews);
      closing.push(() => exchange.close());
      return exchange;
    });
    closing.push(() => port1.close());
    cache.beginQuestion();
    return { cache, tell: (drop: number[]) => port1.postMessage({ drop }) };
  });
  const [one, other] = readers;
  if (one === undefined || other === undefined) throw new Error('there are two');
  return { one, other, words: new SharedWords(memory) };
}

describe('two readers', () => {
  it('read what one of them has made, in the middle of a question', () => {
    const { one, other } = twoReaders();
    expect(one.cache.read(wanted(), made, () => false)).toEqual([...VALUES]);
    expect(other.cache.read(wanted(), notNeeded, () => false)).toEqual([...VALUES]);
  });

  it('take nothing of another version of the day, nor from before a removal', () => {
    const { one, other } = twoReaders();
    one.cache.read(wanted(), made, () => false);
    other.cache.listen();
    expect(other.cache.find(wanted(2))).toBeUndefined();
    expect(other.cache.find(wanted(1, 1))).toBeUndefined();
    expect(
      other.cache.read(
        wanted(2),
        () => made(2),
        () => false,
      ),
    ).toEqual([...VALUES]);
    expect(one.cache.read(wanted(2), notNeeded, () => false)).toEqual([...VALUES]);
  });

  it('do not wait for ever for one that has died over its work, and do other work meanwhile', () => {
    const { other, words } = twoReaders();
    words.claim('7:visits.page:2565', 9);
    let ahead = 0;
    const workAhead = () => ++ahead <= 3;
    expect(other.cache.read(wanted(), made, workAhead)).toEqual([...VALUES]);
    expect(ahead).toBeGreaterThan(3);
    words.releaseAll(9);
    expect(words.claim('7:visits.page:2565', 1)).toBe('mine');
  });

  it('keep a block that must go while the question stands on its days, and forget it when it goes on', () => {
    const { one } = twoReaders();
    one.cache.read(wanted(), made, () => false);
    one.cache.moveTo(blockOf(DAY));
    one.tell([1]);
    one.cache.listen();
    expect(one.cache.find(wanted())).toEqual([...VALUES]);
    one.cache.moveTo(blockOf(DAY) + 1);
    expect(one.cache.find(wanted())).toBeUndefined();
  });

  it('ignore a block that was told to go before it came', () => {
    const { one, other } = twoReaders();
    other.tell([1]);
    other.cache.listen();
    one.cache.read(wanted(), made, () => false);
    other.cache.listen();
    expect(other.cache.find(wanted())).toBeUndefined();
  });
});

describe('a reader alone', () => {
  it('asks for garbage to be collected when blocks went, since nobody else sees shared memory', () => {
    let collected = 0;
    const cache = new ColumnCache(
      () => new OwnExchange(1),
      () => {
        collected += 1;
      },
    );
    const large = { values: new Uint8Array(5_000_000), from: 0, hasNulls: false };
    for (let number = 0; number < 10; number++) {
      cache.beginQuestion();
      cache.make({ ...wanted().place, number }, () => [
        { day: DAY, version: 1, parcels: { a: parcelOfColumn(large) } },
      ]);
    }
    cache.beginQuestion();
    expect(collected).toBe(2);
    expect(cache.bytes).toBe(0);
  });
});

describe('a parcel', () => {
  it('gives back a column of one value, and people who have several rows', () => {
    const constant = {
      values: new Uint8Array(3),
      from: 9,
      hasNulls: true,
      isConstant: true,
      isRelative: true,
    } as const;
    expect(columnOfParcel(parcelOfColumn(constant))).toMatchObject({ ...constant, values: expect.any(Uint8Array) });
    const none = new Uint8Array(0);
    const people = {
      ...{ identified: Uint8Array.of(1, 4), visitors: Uint32Array.of(70_000, 2), anonymous: none, shared: none },
      ...{ sharedPeople: none, sharedVisitors: new Uint32Array(0), unseen: none, erased: Uint16Array.of(900) },
      ...{
        hasSeveral: Uint8Array.of(0, 1),
        firstOf: new Map([
          [3, 1],
          [9, 2],
        ]),
      },
    };
    expect(peopleOfParcel(parcelOfPeople(people))).toEqual(people);
  });
});
