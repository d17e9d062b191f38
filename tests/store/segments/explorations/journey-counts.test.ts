/** Counting journeys: as a plain table does, also where there are many more than there was room for. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JourneyCounts } from '../../../../src/store/segments/explorations/journey-counts.ts';

const textOf = (page: number) => `/${page}`;

describe('journeys', () => {
  it('are counted as a plain table counts them, forwards and backwards', () => {
    const visit = fc.record({
      pages: fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }),
      from: fc.nat(5),
      step: fc.constantFrom(1 as const, -1 as const),
    });
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 60, size: 'max' }), fc.constantFrom(1, 2, 4), (visits, longest) => {
        const counts = new JourneyCounts(longest);
        const plain = new Map<string, number>();
        for (const { pages, from, step } of visits) {
          counts.add(pages, from, step);
          const rest = step === 1 ? pages.slice(from) : pages.slice(0, from + 1).reverse();
          const text = (from < pages.length ? rest.slice(0, longest) : []).map(textOf).join('\n');
          plain.set(text, (plain.get(text) ?? 0) + 1);
        }
        expect([counts.total, counts.rows]).toEqual([visits.length, plain.size]);
        const all = counts.most(1000, textOf).map(({ pages, count }): [string, number] => [pages.join('\n'), count]);
        expect(all).toEqual([...plain].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
      }),
    );
  });

  it('may be many', () => {
    const counts = new JourneyCounts(3);
    for (let number = 0; number < 20_000; number++)
      counts.add([number % 7, number % 1000, Math.floor(number / 4)], 0, 1);
    counts.add([3, 3, 3], 0, 1);
    counts.add([3, 3, 3], 0, 1);
    const different = new Set(
      Array.from({ length: 20_000 }, (_, number) => [number % 7, number % 1000, Math.floor(number / 4)].join()),
    );
    expect([counts.total, counts.rows]).toEqual([20_002, different.size + 1]);
    expect(counts.most(1, textOf)).toEqual([{ pages: ['/3', '/3', '/3'], count: 2 }]);
    const all = counts.most(100_000, textOf);
    expect(new Set(all.map(({ pages }) => pages.join())).size).toBe(counts.rows);
    expect(all.slice(1, 3)).toEqual([
      { pages: ['/0', '/0', '/0'], count: 1 },
      { pages: ['/0', '/0', '/1750'], count: 1 },
    ]);
  });
});
