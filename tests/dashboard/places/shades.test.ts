import { describe, expect, it } from '@jest/globals';
import { endOfStep, shadesOf } from '../../../dashboard/places/shades.ts';
import { SHAPES } from '../../../dashboard/places/world-shapes.ts';

const row = (code: string, figure: number | null) => ({ values: [code], figure: () => figure });

describe('the shade of a country', () => {
  it('is a step for a figure, and none for a range', () => {
    const { shades, most } = shadesOf([row('US', 100), row('FR', 20), row('IT', 1), row('DE', null)], 'visitors');
    expect(['US', 'FR', 'IT', 'DE'].map((code) => shades.get(code)?.step)).toEqual([5, 3, 1, null]);
    expect(most).toBe(100);
    expect([1, 2, 3, 4, 5].map((step) => endOfStep(step, most))).toEqual([4, 16, 36, 64, 100]);
  });

  it('holds what the legend says of each step', () => {
    for (let figure = 1; figure <= 137; figure++) {
      const step = shadesOf([row('US', 137), row('FR', figure)], 'visits').shades.get('FR')?.step ?? 0;
      expect(figure).toBeLessThanOrEqual(endOfStep(step, 137));
      expect(figure).toBeGreaterThan(step === 1 ? 0 : endOfStep(step - 1, 137));
    }
  });
});

describe('the map', () => {
  it('has the countries of the world, also the smallest', () => {
    expect(Object.keys(SHAPES).length).toBeGreaterThan(230);
    for (const code of ['FR', 'US', 'MT', 'SG', 'VA', 'XK', 'TW', 'NC']) expect(SHAPES[code]).toMatch(/^M\d/);
    expect(Object.values(SHAPES).every((outline) => /^[Mlaz\d ,-]+$/.test(outline))).toBe(true);
  });
});
