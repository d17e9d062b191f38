import { describe, expect, it } from '@jest/globals';
import { randomText } from '../../client/consent/random.ts';

describe('random text', () => {
  it('has the wanted length, in letters and digits', () => {
    for (let round = 0; round < 2000; round += 1) expect(randomText()).toMatch(/^[A-Za-z0-9]{21}$/);
    expect(randomText(10)).toHaveLength(10);
  });

  it('uses each character as often as any other, at every place', () => {
    const rounds = 20_000;
    const counts = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const text = randomText();
      for (const key of [`first ${text[0]}`, `last ${text[20]}`]) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const expected = rounds / 62;
    expect(counts.size).toBe(2 * 62);
    // Chi-square with 61 degrees of freedom stays under 126 in all but one of a million runs.
    for (const place of ['first', 'last']) {
      const seen = [...counts].filter(([key]) => key.startsWith(place)).map(([, count]) => count);
      expect(seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(126);
    }
  });

  it('does not repeat itself', () => {
    const texts = new Set(Array.from({ length: 10_000 }, () => randomText()));
    expect(texts.size).toBe(10_000);
  });
});
