import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { PEOPLE_METRICS, type People, readPeople } from '../../../dashboard/people/people.ts';
import { coarsen, sayEnds, sayInterval, sayPeople } from '../../../dashboard/people/say-people.ts';

const format = createFormat('en');

/** Reads an answer's row of `visitors`, `visitors_low`, `visitors_high`. */
function read(...metrics: (number | null)[]): People | null {
  const { rows } = decodeAnswer({ metrics: PEOPLE_METRICS }, { results: [{ dimensions: [], metrics }] });
  return readPeople(rows[0] ?? null);
}

describe('a number of people', () => {
  it.each([
    [[40, 40, 40], 'exact'],
    [[0, 0, 0], 'exact'],
    [[40, 38, 45], 'estimate'],
    [[40, 40, 45], 'estimate'],
    [[null, 12, 90], 'bounds'],
  ] as const)('%j is read as %s', (figures, kind) => {
    const [best, low, high] = figures;
    expect(read(...figures)).toEqual({ kind, best, low, high });
  });

  it('of which nothing is known is none, not zero', () => {
    expect(read(null, null, null)).toBeNull();
    expect(readPeople(null)).toBeNull();
  });
});

describe('words for a number of people', () => {
  it.each([
    ['exact', [12_345, 12_345, 12_345], '12,345', '12,345'],
    ['estimate', [12_345, 11_876, 12_811], '12,300', '11,800\u00a0– 12,900'],
    ['estimate', [987, 903, 1004], '987', '903\u00a0– 1,010'],
    ['bounds', [null, 718, 3021], '718\u00a0– 3,021', '718\u00a0– 3,021'],
  ] as const)(
    'show three digits of what is estimated and all of what is counted: %s %j',
    (kind, figures, figure, interval) => {
      const people = read(...figures);
      expect(people?.kind).toBe(kind);
      if (people === null) return;
      expect(sayPeople(people, format)).toBe(figure);
      expect(sayInterval(people, format)).toBe(interval);
    },
  );

  it('round an interval outwards', () => {
    expect(sayEnds({ kind: 'estimate', best: 1500, low: 1429, high: 1571 }, format)).toEqual({
      low: '1,420',
      high: '1,580',
    });
    for (const value of [0, 7, 99, 999, 1000, 1001, 9994, 9995, 99_951, 123_456]) {
      expect(coarsen(value, 'down')).toBeLessThanOrEqual(value);
      expect(coarsen(value, 'up')).toBeGreaterThanOrEqual(value);
      expect(coarsen(value)).toBeGreaterThanOrEqual(coarsen(value, 'down'));
      expect(coarsen(value)).toBeLessThanOrEqual(coarsen(value, 'up'));
    }
  });
});
