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

  it('as a share of a funnel is not rounded twice', () => {
    expect([0.115, 0.885, 1, 0].map((ratio) => en.finePercent(ratio))).toEqual(['11.5%', '88.5%', '100%', '0%']);
    expect(plain(fr.finePercent(0.115))).toBe('11,5 %');
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

  it('stand in a sentence without their weekday', () => {
    expect([en.date('2026-03-30'), fr.date('2026-03-01')]).toEqual(['30 March 2026', '1er mars 2026']);
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

/** As the languages' own rules of writing have it (Duden, RAE, Crusca, Taalunie), and what the platform was seen to write. */
describe.each([
  {
    language: 'de',
    numbers: ['1.533', '15.330', '2,50', '6,1 %', '+8,2 %', '−153 %', '1.204 – 1.533'],
    list: 'a, b und c',
    days: ['Montag, 30. März 2026', '1.–30. März 2026', '1. Februar – 11. März 2026'],
    buckets: ['1. März', 'So., 1. März', 'März 26', 'März 2026', '13:00'],
    duration: ['4 min 09 s', '1 h 01 min'],
    names: ['Deutschland', 'Isländisch'],
  },
  {
    language: 'es',
    // Four digits stand together: so the Ortografía de la lengua española.
    numbers: ['1533', '15.330', '2,50', '6,1 %', '+8,2 %', '−153 %', '1204 – 1533'],
    list: 'a, b y c',
    days: ['Lunes, 30 de marzo de 2026', '1–30 de marzo de 2026', '1 de febrero – 11 de marzo de 2026'],
    buckets: ['1 mar', 'dom, 1 de marzo', 'mar 26', 'marzo de 2026', '13:00'],
    duration: ['4 min 09 s', '1 h 01 min'],
    names: ['Alemania', 'Islandés'],
  },
  {
    language: 'it',
    numbers: ['1533', '15.330', '2,50', '6,1%', '+8,2%', '−153%', '1204 – 1533'],
    list: 'a, b e c',
    days: ['Lunedì 30 marzo 2026', '1–30 marzo 2026', '1 febbraio – 11 marzo 2026'],
    buckets: ['1 mar', 'dom 1 marzo', 'mar 26', 'marzo 2026', '13:00'],
    duration: ['4 min 09 s', '1 h 01 min'],
    names: ['Germania', 'Islandese'],
  },
  {
    language: 'nl',
    numbers: ['1.533', '15.330', '2,50', '6,1%', '+8,2%', '−153%', '1.204 – 1.533'],
    list: 'a, b en c',
    days: ['Maandag 30 maart 2026', '1–30 maart 2026', '1 februari – 11 maart 2026'],
    buckets: ['1 mrt', 'zo 1 maart', 'mrt 26', 'maart 2026', '13:00'],
    duration: ['4 min 09 s', '1 u 01 min'],
    // The two letters are one, and a capital together.
    names: ['Duitsland', 'IJslands'],
  },
] as const)('in $language', ({ language, numbers, list, days, buckets, duration, names }) => {
  const format = createFormat(language);

  it('numbers, shares and changes are written as the language does', () => {
    const written = [
      ...[format.count(1533), format.count(15_330), format.decimal(2.5), format.percent(0.0612)],
      ...[format.change(8.24), format.change(-152.6), format.range(1204, 1533)],
    ];
    expect(written.map(plain)).toEqual(numbers);
  });

  it('lists, amounts of time and names are words of the language', () => {
    expect(format.list(['a', 'b', 'c'])).toBe(list);
    expect([format.duration(249), format.duration(3660)].map(plain)).toEqual(duration);
    expect([format.country('DE'), format.language('is')]).toEqual(names);
  });

  it('days and buckets are written as the language does', () => {
    const spans = [
      ...[format.days({ first: '2026-03-30', last: '2026-03-30' })],
      ...[format.days({ first: '2026-03-01', last: '2026-03-30' })],
      ...[format.days({ first: '2026-02-01', last: '2026-03-11' })],
    ];
    expect(spans.map(plain)).toEqual(days);
    expect(
      [
        ...[format.bucket('2026-03-01', 'day', 'short'), format.bucket('2026-03-01', 'day', 'long')],
        ...[format.bucket('2026-03-01', 'month', 'short'), format.bucket('2026-03-01', 'month', 'long')],
        format.bucket('2026-03-01 13:00:00', 'hour', 'short'),
      ].map(plain),
    ).toEqual(buckets);
  });
});

describe('the first of a month in French', () => {
  it('is an ordinal wherever a day stands', () => {
    expect(plain(fr.days({ first: '2026-03-01', last: '2026-03-30' }))).toMatch(/^1er ?– ?30 mars 2026$/);
    expect(fr.bucket('2026-03-01', 'day', 'long')).toBe('dim. 1er mars');
    expect(fr.bucket('2026-03-01', 'week', 'short')).toBe('1er mars');
    expect(fr.bucket('2026-03-11', 'day', 'short')).toBe('11 mars');
    expect(fr.bucket('2026-03-01', 'month', 'long')).toBe('mars 2026');
  });
});
