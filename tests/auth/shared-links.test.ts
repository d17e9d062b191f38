import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ENTRY_MS, LinkEntry } from '../../src/auth/link-entry.ts';
import { parseSharedLink, type SharedLinkOptions } from '../../src/auth/parse-shared-link.ts';
import type { GuardedLink } from '../../src/auth/ports.ts';
import { AppError } from '../../src/domain/errors.ts';
import { type SharedLink, stateOfLink } from '../../src/domain/shared-link.ts';

const LINK: SharedLink = {
  ...{ id: 7, siteId: 1, token: 'a token', name: 'Board', hasPassword: true, expiresAt: null, embedding: 'none' },
  ...{ details: false, licence: null, createdAt: 0, revokedAt: null, lastUsedDay: null },
};
const SECRET = { isPublic: false, timezone: 'Europe/Paris' };
const PUBLIC = { isPublic: true, timezone: 'Europe/Paris' };

/** The paths of what is wrong. */
function mistakesOf(options: SharedLinkOptions, where = SECRET, known: SharedLink | null = null): string[] {
  try {
    parseSharedLink(options, known, where);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.details.map(({ path }) => path);
  }
}

describe('a link that is asked for', () => {
  it('ends with the last day where the site is', () => {
    const { settings } = parseSharedLink({ name: ' Board ', expires: '2026-03-28' }, null, SECRET);
    expect(settings).toEqual({
      ...{ name: 'Board', embedding: 'none', details: false, licence: null },
      expiresAt: Date.parse('2026-03-29T00:00:00+01:00'),
    });
  });

  it('keeps what is not said when it is changed', () => {
    const known = { ...LINK, embedding: ['https://a.example'], expiresAt: 5, hasPassword: false };
    const { settings, password } = parseSharedLink({ details: true }, known, SECRET);
    expect(settings).toMatchObject({ name: 'Board', embedding: ['https://a.example'], expiresAt: 5, details: true });
    expect(password).toBeUndefined();
  });

  it.each<[string, SharedLinkOptions, typeof SECRET, SharedLink | null, string[]]>([
    ['no name', {}, SECRET, null, ['name']],
    ['a long name', { name: 'x'.repeat(81) }, SECRET, null, ['name']],
    ['a day that is none', { name: 'x', expires: '2026-02-30' }, SECRET, null, ['expires']],
    ['a wildcard', { name: 'x', embedding: ['https://*.example'] }, SECRET, null, ['embedding[0]']],
    ['more than an origin', { name: 'x', embedding: ['https://a.example/x'] }, SECRET, null, ['embedding[0]']],
    [
      'a header of its own',
      { name: 'x', embedding: ["https://a.example;script-src'*'"] },
      SECRET,
      null,
      ['embedding[0]'],
    ],
    ['another scheme', { name: 'x', embedding: ['javascript:alert(1)'] }, SECRET, null, ['embedding[0]']],
    ['no origin', { name: 'x', embedding: [] }, SECRET, null, ['embedding']],
    ['a password in a frame', { name: 'x', embedding: 'any', password: 'y' }, SECRET, null, ['embedding']],
    ['a frame for one with a password', { embedding: 'any' }, SECRET, LINK, ['embedding']],
    ['open data of a secret', { name: 'x', licence: 'CC0-1.0' }, SECRET, null, ['licence']],
    ['a licence that nobody knows', { licence: 'mine' }, PUBLIC, null, ['licence']],
    ['a public page with a password', { password: 'x' }, PUBLIC, null, ['password']],
    ['a public page with an end', { expires: '2027-01-01' }, PUBLIC, null, ['password']],
    ['everything at once', { expires: 1, embedding: 'all' }, SECRET, null, ['name', 'expires', 'embedding']],
  ])('is refused for %s', (_what, options, where, known, paths) => {
    expect(mistakesOf(options, where, known)).toEqual(paths);
  });
});

describe('a link', () => {
  it.each([
    [{}, 'open'],
    [{ expiresAt: 1001 }, 'open'],
    [{ expiresAt: 1000 }, 'expired'],
    [{ expiresAt: 1000, revokedAt: 5 }, 'revoked'],
  ])('with %j is %s', (more, state) => {
    expect(stateOfLink({ ...LINK, ...more }, 1000)).toBe(state);
  });
});

describe('the proof of a password', () => {
  let at = 1_000_000;
  const entry = new LinkEntry(randomBytes(32), () => at);
  const guarded: GuardedLink = { link: LINK, passwordHash: 'one' };

  it('holds for its link, its password and twelve hours', () => {
    const proof = entry.issue(guarded);
    expect(entry.isProven(guarded, proof)).toBe(true);
    expect(entry.isProven({ ...guarded, passwordHash: 'two' }, proof)).toBe(false);
    expect(entry.isProven({ ...guarded, link: { ...LINK, id: 8 } }, proof)).toBe(false);
    expect(new LinkEntry(randomBytes(32), () => at).isProven(guarded, proof)).toBe(false);
    at += ENTRY_MS;
    expect(entry.isProven(guarded, proof)).toBe(false);
  });

  it('is not made by whoever changes its end, or has none', () => {
    const [, signature] = entry.issue(guarded).split('.');
    for (const proof of [`${at + 2 * ENTRY_MS}.${signature}`, 'x', '', '.', `${at + 1}.`, undefined])
      expect(entry.isProven(guarded, proof)).toBe(false);
  });
});
