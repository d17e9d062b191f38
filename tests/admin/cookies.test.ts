/** Declared cookies: every mistake at once, texts by language. */
import { describe, expect, it } from '@jest/globals';
import { type CookieOptions, parseCookie } from '../../src/admin/parse-cookie.ts';
import { AppError } from '../../src/domain/errors.ts';

const USUAL: CookieOptions = {
  name: 'sessionid',
  lifetime: '2w',
  purpose: ['fr=Garde la connexion', 'en=Keeps you in'],
};

function mistakes(options: CookieOptions): string[] {
  try {
    parseCookie(options);
  } catch (error) {
    if (error instanceof AppError) return error.details.map(({ path }) => path);
  }
  return [];
}

describe('a declared cookie', () => {
  it('is necessary, a cookie and the site’s own unless said otherwise', () => {
    expect(parseCookie(USUAL)).toEqual({
      ...{ name: 'sessionid', kind: 'cookie', category: 'necessary', provider: {}, service: {}, countries: [] },
      purpose: { fr: 'Garde la connexion', en: 'Keeps you in' },
      lifetime: { count: 2, unit: 'week' },
    });
  });

  it.each([
    ['session', 'session'],
    ['persistent', 'persistent'],
    ['30min', { count: 30, unit: 'minute' }],
    ['12h', { count: 12, unit: 'hour' }],
    ['13mo', { count: 13, unit: 'month' }],
    ['1y', { count: 1, unit: 'year' }],
  ])('reads the lifetime %s', (lifetime, expected) => {
    expect(parseCookie({ ...USUAL, lifetime }).lifetime).toEqual(expected);
  });

  it('has a text for all languages where none is named, even one with an equals sign', () => {
    expect(parseCookie({ ...USUAL, purpose: ['Counts a=b'] }).purpose).toEqual({ '*': 'Counts a=b' });
    expect(parseCookie({ ...USUAL, provider: ['Google (YouTube)'] }).provider).toEqual({ '*': 'Google (YouTube)' });
  });

  it('names every mistake at once', () => {
    const wrong = { name: 'a b', kind: 'pie', category: 'nice', lifetime: 'long', countries: 'France' };
    expect(mistakes(wrong).sort()).toEqual(
      ['--category', '--countries', '--kind', '--lifetime', '--name', '--purpose'].sort(),
    );
    expect(mistakes({ ...USUAL, lifetime: '0d' })).toEqual(['--lifetime']);
    expect(mistakes({ ...USUAL, purpose: ['fr=a', 'fr=b'] })).toEqual(['--purpose']);
    expect(mistakes({ ...USUAL, purpose: ['fr='] })).toEqual(['--purpose']);
  });
});
