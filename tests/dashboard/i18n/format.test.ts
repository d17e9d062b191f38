import { describe, expect, it } from '@jest/globals';
import { createFormat } from '../../../dashboard/i18n/format.ts';

const en = createFormat('en');
const fr = createFormat('fr');
/** Spaces of every width, made visible alike. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(en.count(1533)).toBe('1,533');
    expect(fr.count(1533)).toBe('1\u202f533');
    expect(fr.decimal(2.5)).toBe('2,50');
  });

  it('as a range show both ends, or one number when the ends meet', () => {
    expect(plain(en.range(1204, 1533))).toBe('1,204 – 1,533');
    expect(plain(fr.range(1204, 1533))).toBe('1 204 – 1 533');
    expect(en.range(12, 12)).toBe('12');
  });

  it.each([
    [0.475, '48%', '48 %'],
    [0.0612, '6.1%', '6,1 %'],
    [0, '0%', '0 %'],
    [1, '100%', '100 %'],
  ])('%d as a share', (ratio, english, french) => {
    expect(en.percent(ratio)).toBe(english);
    expect(plain(fr.percent(ratio))).toBe(french);
  });
});

describe('changes', () => {
  it.each([
    [8.24, '+8.2%', '+8,2 %'],
    [-8.24, '−8.2%', '−8,2 %'],
    [0, '0%', '0 %'],
    [152.6, '+153%', '+153 %'],
  ])('of %d percent carry their sign', (percent, english, french) => {
    expect(en.change(percent)).toBe(english);
    expect(plain(fr.change(percent))).toBe(french);
  });

  it('of rates are amounts with a sign', () => {
    expect([en.signed(2.04), en.signed(-1.5), fr.signed(0.04)]).toEqual(['+2', '−1.5', '0']);
  });
});

describe('lists', () => {
  it('are joined as the language does', () => {
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(fr.list(['a', 'b', 'c'])).toBe('a, b et c');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [59.6, '1 min 00 s'],
    [249, '4 min 09 s'],
    [3660, '1 h 01 min'],
  ])('%d seconds', (seconds, expected) => {
    expect(plain(en.duration(seconds))).toBe(expected);
    expect(fr.duration(seconds)).toBe(en.duration(seconds));
  });
});

describe('days', () => {
  it('of one day carry the weekday', () => {
    expect(en.days({ first: '2026-03-30', last: '2026-03-30' })).toMatch(/^Monday,? 30 March 2026$/);
    expect(fr.days({ first: '2026-03-30', last: '2026-03-30' })).toBe('Lundi 30 mars 2026');
  });

  it('of a span name the month once, and the first of a month is an ordinal in French', () => {
    expect(plain(en.days({ first: '2026-03-01', last: '2026-03-30' }))).toMatch(/^1 ?– ?30 March 2026$/);
    expect(plain(fr.days({ first: '2026-02-01', last: '2026-03-11' }))).toMatch(/^1er février ?– ?11 mars 2026$/);
    expect(plain(fr.days({ first: '2026-03-01', last: '2026-03-01' }))).toBe('Dimanche 1er mars 2026');
  });
});

describe('labels of buckets', () => {
  it.each([
    ['2026-03-01 13:00:00', 'hour', '13:00'],
    ['2026-03-01', 'day', '1 Mar'],
    ['2026-03-01', 'month', 'Mar 26'],
  ] as const)('%s by the %s', (label, bucket, expected) => {
    expect(en.bucket(label, bucket, 'short')).toBe(expected);
  });

  it('that are none are shown as they came', () => {
    expect(en.bucket('<b>', 'day', 'short')).toBe('<b>');
  });
});

describe('names', () => {
  it('of countries and languages follow the reader’s language', () => {
    expect(en.country('DE')).toBe('Germany');
    expect(fr.country('DE')).toBe('Allemagne');
    expect(fr.language('en')).toBe('Anglais');
  });

  it('of codes that are none are the codes', () => {
    expect(en.country('not a code')).toBe('not a code');
    expect(en.language('<script>')).toBe('<script>');
  });
});
