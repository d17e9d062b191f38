/** Small cells and rounding: nothing that is hidden can be worked out from what is told, wherever figures leave. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { disclosureOf } from '../../src/domain/disclosure.ts';
import type { Site } from '../../src/domain/site.ts';

import { answerQuery, type QueryAnswer } from '../../src/stats/answer-query.ts';
import { type Cell, chooseHidden, isSmall } from '../../src/stats/disclosure/choose-hidden.ts';
import { hideInList, protectCohorts, protectSteps } from '../../src/stats/disclosure/protect-explorations.ts';
import { EventsReader } from '../../src/store/sqlite/reader/events-reader.ts';
import { CountingService, SITE } from '../support/reference/counting-service.ts';
import { howOften } from '../support/soak.ts';

const SMALLEST = 5;

/** A table of up to three dimensions, some of its cells empty. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([dimensions, width, height]) => {
    const lengths = [width, height, 2].slice(0, dimensions);
    const count = lengths.reduce((product, length) => product * length, 1);
    const size = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 7, max: 400 }));
    return fc
      .array(size, { minLength: count, maxLength: count })
      .map((sizes): Cell[] =>
        sizes.map((each, index) => ({ place: placeOf(index, lengths), size: each })).filter(({ size: own }) => own > 0),
      );
  });

function placeOf(index: number, lengths: readonly number[]): string[] {
  let left = index;
  return lengths.map((length) => {
    const at = left % length;
    left = Math.floor(left / length);
    return String(at);
  });
}

/** Every exact sum that is told: of the whole, and of each value of one dimension that its own question does not hide. */
function toldSums(cells: readonly Cell[]): number[][] {
  const whole = cells.map((_cell, index) => index);
  const ofValues = Array.from({ length: dimensionsOf(cells) }, (_, at) => {
    const values = [...new Set(cells.map(({ place }) => place[at] ?? ''))];
    const lines = values.map((value) => whole.filter((index) => cells[index]?.place[at] === value));
    const sizeOf = (line: readonly number[]) => line.reduce((sum, index) => sum + (cells[index]?.size ?? 0), 0);
    const sums = lines.map((line, index) => ({ place: [values[index] ?? ''], size: sizeOf(line) }));
    const hidden = chooseHidden(sums, SMALLEST);
    return lines.filter((_line, index) => !hidden[index]);
  });
  return [whole, ...ofValues.flat()];
}

function dimensionsOf(cells: readonly Cell[]): number {
  return cells[0]?.place.length ?? 0;
}

/** The cells, and an empty one for every other place that their values make. */
function everyPlace(cells: readonly Cell[]): Cell[] {
  const values = Array.from({ length: dimensionsOf(cells) }, (_, at) => [
    ...new Set(cells.map(({ place }) => place[at] ?? '')),
  ]);
  const places = values.reduce<string[][]>(
    (made, own) => made.flatMap((place) => own.map((value) => [...place, value])),
    [[]],
  );
  const known = new Map(cells.map((cell) => [cell.place.join(), cell]));
  return places.map((place) => known.get(place.join()) ?? { place, size: 0 });
}

/** Cells whose value is the same in every solution: found by rational elimination, slowly. */
function workOut(hidden: readonly boolean[], sums: readonly (readonly number[])[]): number[] {
  const unknowns = hidden.flatMap((is, index) => (is ? [index] : []));
  const rows: number[][] = sums.map((sum) => unknowns.map((name) => (sum.includes(name) ? 1 : 0)));
  let rank = 0;
  for (let column = 0; column < unknowns.length; column++) {
    const at = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = rows[at];
    if (pivot === undefined) continue;
    rows.splice(at, 1);
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    for (const [index, row] of rows.entries())
      rows[index] = row.map((value, each) => value - (row[column] ?? 0) * (scaled[each] ?? 0));
    rows.splice(rank, 0, scaled);
    rank += 1;
  }
  return rows.flatMap((row) => {
    const used = row.flatMap((value, column) => (Math.abs(value) > 1e-9 ? [column] : []));
    return used.length === 1 ? [unknowns[used[0] ?? 0] ?? -1] : [];
  });
}

describe('hidden cells', () => {
  it('are all small ones, and cannot be worked out from any sum that is told', () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const hidden = chooseHidden(cells, SMALLEST);
        cells.forEach(({ size }, index) => {
          if (isSmall(size, SMALLEST)) expect(hidden[index]).toBe(true);
        });
        // By one dimension what is not hidden is exact; by several nothing is, and hidden rows cannot be told from absent ones.
        const isOne = dimensionsOf(cells) <= 1;
        const all = isOne ? [...cells] : everyPlace(cells);
        const sums = toldSums(all).filter(
          (sum) => sum.reduce((size, at) => size + (all[at]?.size ?? 0), 0) >= SMALLEST,
        );
        const known = workOut(isOne ? hidden : all.map(() => true), sums).filter((index) =>
          isSmall(all[index]?.size ?? 0, SMALLEST),
        );
        expect(known).toEqual([]);
      }),
      { numRuns: howOften(400, 20_000) },
    );
  });

  it('could be worked out if the small ones alone were hidden', () => {
    const cells = [3, 17, 40].map((size, index) => ({ place: [String(index)], size }));
    expect(workOut([true, false, false], [[0, 1, 2]])).toEqual([0]);
    expect(chooseHidden(cells, SMALLEST)).toEqual([true, true, false]);
  });

  it('are few: a table without small cells keeps all of its own', () => {
    const cells = [5, 17, 40].map((size, index) => ({ place: [String(index)], size }));
    expect(chooseHidden(cells, SMALLEST)).toEqual([false, false, false]);
  });

  it('of a list that goes on need no second one', () => {
    expect(hideInList([40, 17, 3], { total: 66, isWhole: false }, SMALLEST)).toEqual([false, false, true]);
    expect(hideInList([40, 17, 9, 3], { total: 69, isWhole: true }, SMALLEST)).toEqual([false, false, true, true]);
  });

  it('of a funnel leave no difference of two told steps that is small', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 2, maxLength: 8 }), (parts) => {
        const falling = (at: 0 | 1) => parts.map((part) => part[at]).sort((a, b) => b - a);
        const [identified, anonymous] = [falling(0), falling(1)];
        const steps = parts.map((_part, index) => {
          const [one, other] = [identified[index] ?? 0, anonymous[index] ?? 0];
          return { reached: one + other, identified: one, anonymous: other };
        });
        const told = protectSteps(steps, { roundedTo: null, smallest: SMALLEST });
        for (const part of ['reached', 'identified', 'anonymous'] as const) {
          const counts = told.map((step) => step[part]).filter((count) => count !== null);
          counts.forEach((count, index) => {
            expect(isSmall(count, SMALLEST)).toBe(false);
            expect(isSmall((counts[index - 1] ?? count) - count, SMALLEST)).toBe(false);
          });
        }
      }),
      { numRuns: howOften(200, 5000) },
    );
  });

  it('of a retention are cohorts of few, periods of few, and periods that few have missed', () => {
    const rows = [
      [40, 37, 12, 3],
      [4, 2, 0, 0],
      [9, 9, 0, 0],
    ];
    expect(protectCohorts(rows, { roundedTo: null, smallest: SMALLEST })).toEqual([
      [40, null, 12, null],
      [null, null, null, null],
      [null, null, null, null],
    ]);
  });
});

describe('who is shown what', () => {
  const of = (settings: Partial<Site>, audience: 'staff' | 'public') =>
    disclosureOf({ ...SITE, ...settings }, audience);
  it.each([
    ['staff of a consented site', of({}, 'staff'), null, null],
    ['anybody, of a consented site', of({}, 'public'), 10, 10],
    ['staff of an exempt site', of({ profile: 'exempt' }, 'staff'), 10, 5],
    [
      'staff of an exempt site with an analysis',
      of({ profile: 'exempt', rounding: false, smallCells: 0 }, 'staff'),
      null,
      null,
    ],
    ['anybody, of one with a threshold of its own', of({ profile: 'exempt', smallCells: 20 }, 'public'), 10, 20],
    ['of the demo', of({ profile: 'exempt', demo: true }, 'staff'), null, null],
    ['anybody, of the demo that is shared', of({ demo: true }, 'public'), 10, 10],
  ])('%s', (_who, { roundedTo, smallest }, expectedRound, expectedSmall) => {
    expect([roundedTo, smallest]).toEqual([expectedRound, expectedSmall]);
  });
});

describe('an answer of an exempt site', () => {
  const AT = Date.parse('2026-03-10T10:00Z');
  let service: CountingService;
  let reader: EventsReader;
  beforeAll(() => {
    service = new CountingService({ profile: 'exempt' });
    let person = 0;
    // Networks decide the country: 16 of France, 3 of Germany, 23 of nowhere.
    for (const [country, people] of [
      [0, 16],
      [1, 3],
      [2, 23],
    ] as const) {
      for (let each = 0; each < people; each++) {
        person += 1;
        const ip = `10.${person}.${3 * each + country}.1`;
        const body = { n: 'pageview', u: 'https://example.org/?utm_source=x', c: 'unset' };
        service.sendBody(body, { ip, userAgent: `Safari${person} 0`, at: AT + person * 1000 });
      }
    }
    service.flush();
    reader = new EventsReader({ file: service.file, cacheBytes: 10_000_000 });
  });
  afterAll(() => {
    reader.close();
    service.close();
    service.remove();
  });

  const ask = (settings: Partial<Site>, body: Record<string, unknown>): Promise<QueryAnswer> =>
    answerQuery(
      { site_id: 'example.org', date_range: ['2026-03-10', '2026-03-10'], ...body },
      {
        site: { ...SITE, profile: 'exempt', ...settings },
        goals: [],
        executor: { scan: async (plan) => reader.scan(plan), firstDay: async () => null },
        now: AT,
      },
    );
  const byCountry = { metrics: ['visitors', 'pageviews'], dimensions: ['visit:country'] };

  it('is rounded and lacks the small cell and one more, and says so', async () => {
    const { results, meta } = await ask({}, byCountry);
    expect(results).toEqual([
      { dimensions: ['(not set)'], metrics: [20, 20] },
      { dimensions: ['DE'], metrics: [null, null], hidden: ['visitors', 'pageviews'] },
      { dimensions: ['FR'], metrics: [null, null], hidden: ['visitors', 'pageviews'] },
    ]);
    expect(meta.disclosure).toEqual({ rounded_to: 10, smallest: 5, hidden: 4, reason: expect.any(String) });
    expect(JSON.stringify(meta)).not.toMatch(/\b(42|16|23)\b/);
  });

  it('hides the same rows whatever is asked, however many are shown', async () => {
    const settings = { rounding: false };
    const hiddenOf = ({ results }: QueryAnswer) =>
      results.filter(({ hidden }) => hidden).map(({ dimensions }) => dimensions[0]);
    const asked = [
      { metrics: ['visits'], dimensions: ['visit:country'] },
      { metrics: ['pageviews'], dimensions: ['visit:country'] },
      { metrics: ['bounce_rate'], dimensions: ['visit:country'] },
      byCountry,
    ];
    for (const body of asked) expect(hiddenOf(await ask(settings, body)).sort()).toEqual(['DE', 'FR']);
    const first = await ask(settings, { ...byCountry, pagination: { limit: 1 } });
    expect(first.results).toEqual([{ dimensions: ['(not set)'], metrics: [23, 23] }]);
    const { results } = await ask(settings, { metrics: ['visitors'] });
    expect(results).toEqual([{ dimensions: [], metrics: [42] }]);
  });

  it('by several dimensions is never exact, and leaves hidden rows out', async () => {
    const body = { metrics: ['visits'], dimensions: ['visit:country', 'visit:device'], include: { total_rows: true } };
    const { results, meta } = await ask({ rounding: false }, body);
    expect(results).toEqual([{ dimensions: ['(not set)', 'desktop'], metrics: [20] }]);
    expect([meta.total_rows, meta.disclosure?.rounded_to]).toEqual([1, 10]);
  });

  it('compares nothing with what is hidden', async () => {
    const body = {
      ...byCountry,
      include: { comparisons: { mode: 'custom', date_range: ['2026-03-09', '2026-03-09'] } },
    };
    const { results } = await ask({}, body);
    expect(results.find(({ dimensions }) => dimensions[0] === 'DE')?.comparison).toMatchObject({
      change: [null, null],
      visitors_differ: null,
      visitors_change: null,
    });
  });

  it('of campaigns and conversions is about visitors with consent only, and says so', async () => {
    const { results, meta } = await ask({}, { metrics: ['visits'], dimensions: ['visit:utm_source'] });
    expect([results, meta.restriction?.to]).toEqual([[], 'granted']);
    const consented = await ask({ profile: 'consented' }, { metrics: ['visits'], dimensions: ['visit:utm_source'] });
    expect([consented.results.length, consented.meta.restriction, consented.meta.disclosure]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });
});
