import { describe, expect, it } from '@jest/globals';
import { decodeAnswer } from '../../../dashboard/api/query.ts';
import { compareShares, compareViews, hasEnough, RULE, type Totals } from '../../../dashboard/consent/bias-check.ts';
import { readSides, readTotals } from '../../../dashboard/consent/read-sides.ts';
import { sayFindings } from '../../../dashboard/consent/say-bias.ts';
import { texts as en } from '../../../dashboard/i18n/en/texts.ts';
import { createFormat } from '../../../dashboard/i18n/format.ts';
import { texts as fr } from '../../../dashboard/i18n/fr/texts.ts';
import { BY_CONSENT } from '../../../dashboard/people/by-consent.ts';

/** Totals with one visit per visitor and two pages per visit, unless told otherwise. */
function totals(granted: number, anonymous: number, more: Partial<Totals> = {}): Totals {
  return {
    visits: { granted, anonymous },
    pageviews: { granted: granted * 2, anonymous: anonymous * 2 },
    visitors: granted,
    ...more,
  };
}

/** Google's visits, and the rest. */
function google(whole: Totals, granted: number, anonymous: number) {
  const visits = new Map([
    ['Google', { granted, anonymous }],
    ['Direct / None', { granted: whole.visits.granted - granted, anonymous: whole.visits.anonymous - anonymous }],
  ]);
  return compareShares(visits, whole).find(({ value }) => value === 'Google');
}

describe('the bias check', () => {
  it('names a source whose share differs by 5 points and more than by chance', () => {
    expect(google(totals(1000, 1000), 410, 170)).toEqual({
      value: 'Google',
      granted: 0.41,
      all: 0.29,
      isUnusual: true,
    });
    expect(google(totals(1000, 1000), 170, 410)?.isUnusual).toBe(true);
  });

  it.each([
    ['less than 5 points from all visits', totals(100_000, 100_000), 30_000, 20_100, false],
    ['5 points from all visits', totals(100_000, 100_000), 30_000, 20_000, true],
    ['far, of too few visits for more than chance', totals(100, 100), 30, 18, false],
    ['as far, of enough visits', totals(1000, 1000), 300, 180, true],
    ['far, of fewer than 100 visits without consent', totals(1000, 99), 500, 1, false],
    ['far, of fewer than 100 visits with consent', totals(99, 1000), 60, 1, false],
  ])('takes a share that is %s for what it is', (_what, whole, granted, anonymous, expected) => {
    expect(google(whole, granted, anonymous)?.isUnusual).toBe(expected);
  });

  it('counts people, not visits: one who comes every day is no proof', () => {
    expect(google(totals(400, 400), 160, 100)?.isUnusual).toBe(true);
    expect(google(totals(400, 400, { visitors: 20 }), 160, 100)?.isUnusual).toBe(false);
  });

  it('asks more of each value of a long list, in which chance has more to choose from', () => {
    const whole = totals(150, 150);
    const others = Array.from(
      { length: 13 },
      (_, index) => [`${index}.example`, { granted: 8, anonymous: 10 }] as const,
    );
    const long = compareShares(new Map([['Google', { granted: 40, anonymous: 20 }], ...others]), whole);
    expect(google(whole, 40, 20)?.isUnusual).toBe(true);
    expect(long[0]).toMatchObject({ value: 'Google', isUnusual: false });
  });

  it('leaves out values that are too small to differ by 5 points', () => {
    const visits = new Map([
      ['Google', { granted: 960, anonymous: 960 }],
      ['Bing', { granted: 40, anonymous: 40 }],
    ]);
    expect(compareShares(visits, totals(1000, 1000)).map(({ value }) => value)).toEqual(['Google']);
  });

  it.each([
    [2.36, 2, true],
    [2.3, 2, false],
    [1.4, 2, true],
  ])('compares %d pages per visit with consent with %d without', (granted, anonymous, expected) => {
    const whole = totals(200, 1800, { pageviews: { granted: granted * 200, anonymous: anonymous * 1800 } });
    expect(compareViews(whole)?.isUnusual).toBe(expected);
    expect(compareViews({ ...whole, visits: { granted: 200, anonymous: 0 } })).toBeNull();
  });

  it('needs 100 visits on each side', () => {
    expect([totals(100, 100), totals(99, 100), totals(100, 99), totals(0, 0)].map(hasEnough)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(compareShares(new Map(), totals(0, 0))).toEqual([]);
  });
});

describe('the bias check in words', () => {
  const format = createFormat('en');
  const row = (value: string, granted: number, all: number) => ({ value, granted, all, isUnusual: true });

  it('says what differs, by how much and which way', () => {
    const findings = sayFindings(
      {
        sources: [
          row('Google', 0.41, 0.29),
          row('Direct / None', 0.2, 0.31),
          { ...row('Bing', 0.5, 0.1), isUnusual: false },
        ],
        devices: [row('mobile', 0.5, 0.42), row('toaster', 0.3, 0.2)],
        views: { granted: 3.1, all: 2.4, isUnusual: true },
      },
      en,
      format,
    );
    expect(findings.map(({ text }) => text)).toEqual([
      'People with consent come more often from \u2068Google\u2069 than all visitors: 41% against 29% of visits.',
      'People with consent come less often directly than all visitors: 20% against 31% of visits.',
      'People with consent come more often on a phone than all visitors: 50% against 42% of visits.',
      'People with consent come more often on other devices than all visitors: 30% against 20% of visits.',
      'People with consent see more pages per visit than all visitors: 3.10 against 2.40.',
    ]);
  });

  it('says nothing where nothing is unusual', () => {
    expect(sayFindings({ sources: [], devices: [], views: null }, en, format)).toEqual([]);
  });

  it.each([en, fr])('states the rule with the numbers that it goes by', ({ bias }) => {
    const text = bias.rule(RULE);
    for (const number of Object.values(RULE)) expect(text).toContain(String(number));
  });
});

describe('answers by consent', () => {
  it('give both sides of each value', () => {
    const answer = decodeAnswer(
      { metrics: ['visits'] },
      {
        results: [
          { dimensions: ['Google', 'granted'], metrics: [7] },
          { dimensions: ['Google', '(not set)'], metrics: [3] },
          { dimensions: ['Google', 'anonymous'], metrics: [5] },
          { dimensions: ['Bing', 'anonymous'], metrics: [2] },
        ],
      },
    );
    expect([...readSides(answer)]).toEqual([
      ['Google', { granted: 7, anonymous: 5 }],
      ['Bing', { granted: 0, anonymous: 2 }],
    ]);
  });

  it('give the totals of both sides', () => {
    const answer = decodeAnswer(
      { metrics: BY_CONSENT.metrics },
      {
        results: [
          { dimensions: ['granted'], metrics: [null, 4, 6, 7, 20] },
          { dimensions: ['anonymous'], metrics: [null, 0, 5, 5, 9] },
        ],
      },
    );
    expect(readTotals(answer)).toEqual({
      visits: { granted: 7, anonymous: 5 },
      pageviews: { granted: 20, anonymous: 9 },
      visitors: 4,
    });
  });
});
