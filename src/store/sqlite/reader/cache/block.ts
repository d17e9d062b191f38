/** A block: what was worked out of a few neighbouring days of a site, such as one of their columns, in memory that threads can share. */
import type { Numbers } from '../../../segments/column-encoding.ts';
import type { Parcel } from '../../../segments/parcels.ts';

/** Days of a block, but where it holds the rows of a single day: enough that messages are few, few enough that little is read in vain. */
export const DAYS_PER_BLOCK = 8;

export function blockOf(day: number): number {
  return Math.floor(day / DAYS_PER_BLOCK);
}

/** What a block is of. Nothing is taken from it when the site's removals have another number. */
export interface BlockPlace {
  siteId: number;
  removals: number;
  /** Such as `visits.page`; rows of a single day have its number in it. */
  kind: string;
  /** `blockOf` its days. */
  number: number;
}

/** One day of a block. */
export interface BlockDay {
  day: number;
  /** Of the day's changes. */
  version: number;
  parcels: Readonly<Record<string, Parcel>>;
}

type ListType = 'u8' | 'u16' | 'u32' | 'f64';
type PackedParcel = { facts: Parcel['facts']; lists: { type: ListType; offset: number; length: number }[] };

/** As it goes from thread to thread. */
export interface Block {
  /** No other block has it. */
  id: number;
  place: BlockPlace;
  memory: SharedArrayBuffer;
  days: { day: number; version: number; parcels: Record<string, PackedParcel> }[];
}

/** Of a block, beside its numbers: about what its directory takes in each thread. */
const BYTES_BESIDE = 2000;

/** Bytes that a block takes, of which there is one however many threads read it. */
export function bytesOf({ memory }: Pick<Block, 'memory'>): number {
  return memory.byteLength + BYTES_BESIDE;
}

/** The same for the same days of the same kind, whatever stands in it. */
export function nameOf({ siteId, kind, number }: BlockPlace): string {
  return `${siteId}:${kind}:${number}`;
}

export function packBlock(id: number, place: BlockPlace, days: readonly BlockDay[]): Block {
  let bytes = 0;
  const copies: { numbers: Numbers; offset: number }[] = [];
  const pack = ({ facts, lists }: Parcel): PackedParcel => ({
    facts,
    lists: lists.map((numbers) => {
      const offset = bytes;
      copies.push({ numbers, offset });
      bytes += Math.ceil(numbers.byteLength / 8) * 8; // doubles begin at multiples of 8
      return { type: typeOf(numbers), offset, length: numbers.length };
    }),
  });
  const packed = days.map(({ day, version, parcels }) => ({
    ...{ day, version },
    parcels: Object.fromEntries(Object.entries(parcels).map(([name, parcel]) => [name, pack(parcel)])),
  }));
  const memory = new SharedArrayBuffer(bytes);
  for (const { numbers, offset } of copies) listIn(memory, typeOf(numbers), offset, numbers.length).set(numbers);
  return { id, place, memory, days: packed };
}

/** A parcel of a day, its numbers where they are; undefined when the block does not hold it in this version. */
export function findParcel({ memory, days }: Block, day: number, version: number, name: string): Parcel | undefined {
  const found = days.find((each) => each.day === day);
  const packed = found?.version === version ? found.parcels[name] : undefined;
  if (packed === undefined) return undefined;
  const lists = packed.lists.map(({ type, offset, length }) => listIn(memory, type, offset, length));
  return { facts: packed.facts, lists };
}

function listIn(memory: SharedArrayBuffer, type: ListType, offset: number, length: number): Numbers {
  switch (type) {
    case 'f64':
      return new Float64Array(memory, offset, length);
    case 'u32':
      return new Uint32Array(memory, offset, length);
    case 'u16':
      return new Uint16Array(memory, offset, length);
    case 'u8':
      return new Uint8Array(memory, offset, length);
  }
}

function typeOf(numbers: Numbers): ListType {
  if (numbers instanceof Float64Array) return 'f64';
  if (numbers instanceof Uint32Array) return 'u32';
  return numbers instanceof Uint16Array ? 'u16' : 'u8';
}
