/** The wire format: short and long names, every mistake with its path. */
import { describe, expect, it } from '@jest/globals';
import { readBeacon } from '../../src/collect/beacon.ts';
import { AppError } from '../../src/domain/errors.ts';

const ID = 'V1StGXR8_Z5jdHi6B-myT';

function pathsOf(body: unknown): string[] {
  try {
    readBeacon(body);
  } catch (error) {
    if (error instanceof AppError) return error.details.map(({ path }) => path);
  }
  return [];
}

describe('a beacon', () => {
  it('may say everything by short or by long names', () => {
    const short = readBeacon({
      n: 'x',
      u: 'https://a.org/',
      d: 'A.org',
      r: 'https://b.org/',
      p: { k: 1 },
      $: { amount: '9.5', currency: 'EUR' },
      c: 'granted',
      id: ID,
    });
    const long = readBeacon({
      ...{ name: 'x', url: 'https://a.org/', domain: 'a.org', referrer: 'https://b.org/', props: '{"k":1}' },
      ...{ revenue: '{"amount":9.5,"currency":"EUR"}', consent: 'granted', visitor: ID },
    });
    expect(long).toEqual(short);
    expect(short).toMatchObject({
      domain: 'a.org',
      props: { k: '1' },
      revenue: { amount: 9.5, currency: 'EUR' },
      identifier: ID,
    });
  });

  it('is believed to have an identifier only with consent', () => {
    for (const c of ['unset', 'denied'])
      expect(readBeacon({ n: 'x', u: 'https://a.org/', c, id: ID }).identifier).toBeNull();
  });

  it('names every mistake at once', () => {
    expect(pathsOf({ u: 'nowhere', c: 'maybe', p: [1], b: 7 })).toEqual(['n', 'u', 'c', 'p', 'b']);
    expect(pathsOf({ n: 'consent', u: 'https://a.org/' })).toEqual(['action']);
    expect(pathsOf([])).toEqual(['']);
  });

  it('loses what a text must not smuggle: control and direction characters, half characters', () => {
    const beacon = readBeacon({ n: 'a\u0000\u202eb', u: 'https://a.org/', p: { 'k\u200b': 'v\ud800\n' } });
    expect(beacon.name).toBe('ab');
    expect(beacon.props).toEqual({ k: 'v\ufffd' });
  });

  it.each([
    ['d', 'd'],
    ['w', 'dw'],
    ['m', 'dm'],
    ['mwd', 'dwm'],
    ['ddw', 'dw'],
    [undefined, null],
    [null, null],
  ])('with df %s is the first page %s', (df, expected) => {
    expect(readBeacon({ n: 'pageview', u: 'https://a.org/', df }).firstOf).toBe(expected);
  });

  it.each(['', 'x', 'dx', 'D', 'dwmd', ' d', 1, true, ['d'], { d: 1 }])('does not understand df %j', (df) => {
    expect(pathsOf({ n: 'pageview', u: 'https://a.org/', df })).toEqual(['df']);
  });

  it('takes engagement within reason', () => {
    const beacon = readBeacon({ n: 'engagement', u: 'https://a.org/', e: 1e12, sd: 240.4, in: 1, li: '1' });
    expect(beacon).toMatchObject({ engagedMs: 86_400_000, scrollDepth: 100, beganVisit: true, leftByLink: true });
  });
});
