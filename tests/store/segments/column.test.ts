/** What is encoded is decoded again, in few bytes; and a column that is not as it was sealed is refused by name. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnOf, toDoubles } from '../../../src/store/segments/column.ts';
import { parseEncoding, type StoredColumn } from '../../../src/store/segments/column-encoding.ts';
import { decodeColumn } from '../../../src/store/segments/decode-column.ts';
import { encodeColumn } from '../../../src/store/segments/encode-column.ts';
import {
  distancesOfEvents,
  distancesOfVisits,
  endsOfVisits,
  timesOfEvents,
} from '../../../src/store/segments/relative-times.ts';
import { howOften } from '../../support/soak.ts';

const PLACE = { siteId: 7, day: 20_500, part: 'visits', column: 'source' };
const DAMAGED = /^The sealed column visits\.source of site 7 on 2026-02-16 is damaged: /;

function roundTrip(values: Float64Array): Float64Array {
  return toDoubles(decodeColumn(PLACE, encodeColumn(PLACE, values), values.length));
}
function encodingOf(values: number[]) {
  const { encoding, data } = encodeColumn(PLACE, Float64Array.from(values));
  return { encoding, bytes: data.length };
}

const whole = (least: number, most: number) => fc.integer({ min: least, max: most });
const nullable = (values: fc.Arbitrary<number>) => fc.oneof({ weight: 4, arbitrary: values }, fc.constant(Number.NaN));
const columns = fc.oneof(
  ...[whole(0, 3), whole(0, 255), whole(0, 70_000), whole(0, 4_294_967_295), whole(-5, 5)].flatMap((values) => [
    fc.array(values, { maxLength: 200 }),
    fc.array(nullable(values), { maxLength: 200 }),
  ]),
  fc.array(fc.maxSafeInteger(), { maxLength: 50 }),
  fc.array(nullable(fc.double({ noNaN: true })), { maxLength: 50 }),
  // Times: a long while after 1970, rising.
  fc.array(whole(0, 100_000_000), { maxLength: 200 }).map((gaps) => {
    let at = 1.7e12;
    return gaps.map((gap) => (at += gap));
  }),
);

describe('a column', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(columns, (values) => {
        const plain = (all: Iterable<number>) => Array.from(all, (value) => value + 0); // SQLite knows no -0
        expect(plain(roundTrip(Float64Array.from(values)))).toEqual(plain(values));
      }),
      { numRuns: howOften(2000, 100_000) },
    );
  });

  it.each([
    ['of one value takes no bytes', Array(1000).fill(5), 'none from 5', 0],
    [
      'of numbers given in order takes no bytes',
      Array.from({ length: 1000 }, (_, i) => i + 1),
      'none from 1 steps 0',
      0,
    ],
    ['of NULLs takes no bytes', Array(1000).fill(Number.NaN), 'none from 0 nulls', 0],
    ['of small numbers takes a byte each', [3, 1, 255, 0, 7], 'u8 from 0', 5],
    ['of numbers with NULLs keeps 0 for NULL', [254, Number.NaN, 0], 'u8 from 0 nulls', 3],
    [
      'of large numbers close together takes what they differ by',
      [1_000_007, 1_000_000, 1_000_255, 1_000_000, 1_000_001],
      'u8 from 1000000',
      5,
    ],
    [
      'of times takes the time between them',
      [1.7e12, 1.7e12 + 50_000, 1.7e12 + 90_000],
      'u16 from 0 steps 1700000000000',
      6,
    ],
    ['of fractions takes doubles', [Math.PI, Math.E], 'f64 from 0', 16],
  ])('%s', (_what, values, encoding, bytes) => {
    expect(encodingOf(values)).toEqual({ encoding, bytes });
  });

  it('is deflated where that saves bytes', () => {
    const { encoding, bytes } = encodingOf(Array.from({ length: 5000 }, (_, index) => (index % 100 === 0 ? 200 : 0)));
    expect(parseEncoding(encoding)?.isDeflated).toBe(true);
    expect(bytes).toBeLessThan(500);
  });

  it('is refused by name when any bit of it has turned over', () => {
    const values = Float64Array.from({ length: 300 }, (_, index) => (index * 7919) % 1000);
    for (const column of [encodeColumn(PLACE, values), encodeColumn(PLACE, new Float64Array(300).fill(9))]) {
      const read = (damaged: StoredColumn) => () => decodeColumn(PLACE, damaged, 300);
      expect(read(column)().values).toHaveLength(300);
      for (let bit = 0; bit < column.data.length * 8; bit++) {
        const data = Buffer.from(column.data);
        data[bit >> 3] = (data[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(read({ ...column, data })).toThrow(DAMAGED);
      }
      for (let index = 0; index < column.encoding.length; index++) {
        const code = column.encoding.charCodeAt(index) ^ 1;
        const encoding = column.encoding.slice(0, index) + String.fromCharCode(code) + column.encoding.slice(index + 1);
        expect(read({ ...column, encoding })).toThrow(DAMAGED);
      }
      for (let bit = 0; bit < 32; bit++)
        expect(read({ ...column, checksum: (column.checksum ^ (1 << bit)) >>> 0 })).toThrow(DAMAGED);
    }
  });

  it('is refused when it is torn, missing, of another length, or another column', () => {
    const column = encodeColumn(PLACE, Float64Array.from([1, 2, 4]));
    const read = (damaged: StoredColumn | undefined, place = PLACE, length = 3) => decodeColumn(place, damaged, length);
    expect(() => read({ ...column, data: column.data.subarray(0, 1) })).toThrow(DAMAGED);
    expect(() => read(undefined)).toThrow(DAMAGED);
    expect(() => read(column, PLACE, 4)).toThrow(DAMAGED);
    expect(() => read(column, { ...PLACE, siteId: 8 })).toThrow(/of site 8/);
    expect(() => read(column, { ...PLACE, day: 20_501 })).toThrow(/on 2026-02-17/);
    expect(() => read(column, { ...PLACE, column: 'channel' })).toThrow(/visits\.channel/);
  });
});

describe('times of a day', () => {
  const day = 20_500;
  const time = fc.integer({ min: -40 * 3_600_000, max: 64 * 3_600_000 }).map((offset) => day * 86_400_000 + offset);

  it('come back from their distances, also those before their visit and those of no visit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ startedAt: time, lastAt: time, events: fc.array(time, { maxLength: 4 }) }), {
          maxLength: 20,
        }),
        fc.array(time, { maxLength: 5 }),
        (visits, strays) => {
          const startedAt = Float64Array.from(visits, (visit) => visit.startedAt);
          const lastAt = Float64Array.from(visits, (visit) => visit.lastAt);
          const owners = visits.flatMap(({ events }, index) => events.map(() => index + 1));
          const visit = Float64Array.from([...strays.map(() => 0), ...owners]);
          const at = Float64Array.from([...strays, ...visits.flatMap(({ events }) => events)]);
          const beginnings = { day, visit, startedAt };
          const stored = columnOf(distancesOfEvents(at, beginnings));
          expect(toDoubles(timesOfEvents(stored, beginnings))).toEqual(at);
          const ends = columnOf(distancesOfVisits(lastAt, startedAt));
          expect(toDoubles(endsOfVisits(ends, columnOf(startedAt)))).toEqual(lastAt);
        },
      ),
      { numRuns: howOften(300, 10_000) },
    );
  });

  it('of a long evening take fewer bytes as distances', () => {
    const at = Float64Array.from({ length: 3000 }, (_, event) => 1.7e12 + event * 40_000 + ((event * 7919) % 9973));
    const distances = at.map((value, event) => (event === 0 ? 5 : value - (at[event - 1] ?? 0)));
    const place = { siteId: 7, day, part: 'events', column: 'at' };
    const plain = encodeColumn(
      place,
      at.map((value, event) => value - (event % 3) * 3_600_000),
    );
    const { encoding, data } = encodeColumn(
      place,
      at.map((value, event) => value - (event % 3) * 3_600_000),
      distances,
    );
    expect(encoding).toMatch(/ relative/);
    expect(data.length).toBeLessThan(plain.data.length);
  });
});
