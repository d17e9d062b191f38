import { afterEach, describe, expect, it } from '@jest/globals';
import { isSomeoneElses, readChoice, readPreferences, writePreferences } from '../../client/consent/preferences.ts';
import { createIdentifier, readIdentifier, removeIdentifier } from '../../client/tracker/identifier.ts';
import { type FakePage, fakePage } from './support/fake-page.ts';

let page: FakePage;
afterEach(() => page.restore());

const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value));

describe('the remembered choice', () => {
  it('comes back as it was written, for six months, secure where the page is', () => {
    page = fakePage();
    expect(readChoice()).toBeUndefined();
    writePreferences(true, '1-en');
    expect(readChoice()).toBe('granted');
    expect(readPreferences()).toEqual({
      v: 1,
      statistics: true,
      text: '1-en',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
    });
    expect(page.writes[0]).toMatch(/; Path=\/; Max-Age=15724800; SameSite=Lax; Secure$/);
    writePreferences(false);
    expect(readPreferences()).toMatchObject({ statistics: false, text: '1-en' });
  });

  it('is not marked secure on a page that is not', () => {
    page = fakePage({ protocol: 'http:' });
    writePreferences(false);
    expect(page.writes[0]).not.toContain('Secure');
  });

  it('keeps the keys of other categories', () => {
    page = fakePage();
    page.cookies.set('cookies_preferences', encode({ v: 1, statistics: true, maps: true, at: '2026-01-01T00:00Z' }));
    writePreferences(false);
    expect(readPreferences()).toMatchObject({ statistics: false, maps: true });
  });

  it.each(['%7B%22videos%22%3Atrue%7D', 'yes', '{"statistics":"yes"}', '%E0%A4%A'])(
    'leaves the value %s of someone else untouched',
    (value) => {
      page = fakePage();
      page.cookies.set('cookies_preferences', value);
      expect(isSomeoneElses()).toBe(true);
      writePreferences(true);
      expect(readChoice()).toBeUndefined();
      expect(page.cookies.get('cookies_preferences')).toBe(value);
    },
  );

  it('is not confused by a cookie whose name ends the same', () => {
    page = fakePage();
    page.cookies.set('my_cookies_preferences', encode({ statistics: true }));
    expect(readChoice()).toBeUndefined();
  });
});

describe('the identifier', () => {
  it('has 21 characters, is made once and is never extended', () => {
    page = fakePage();
    expect(createIdentifier()).toBe(true);
    const id = readIdentifier();
    expect(id).toMatch(/^[\w-]{21}$/);
    expect(createIdentifier()).toBe(false);
    expect(readIdentifier()).toBe(id);
    expect(page.writes).toHaveLength(1);
    const days = Number(/Max-Age=(\d+)/.exec(page.writes[0] ?? '')?.[1]) / 86_400;
    expect(days).toBe(393);
  });

  it('is gone once removed, and nothing is written when there was none', () => {
    page = fakePage();
    expect(removeIdentifier()).toBeUndefined();
    expect(page.writes).toEqual([]);
    createIdentifier();
    const id = readIdentifier();
    expect(removeIdentifier()).toBe(id);
    expect(page.cookies.size).toBe(0);
  });

  it('is not believed when it was tampered with', () => {
    page = fakePage();
    page.cookies.set('passant_id', 'somebody@example.org');
    expect(readIdentifier()).toBeUndefined();
  });

  it('and the choice stay away from a frame of another origin', () => {
    page = fakePage({ foreign: true });
    page.cookies.set('cookies_preferences', encode({ statistics: true }));
    expect(readChoice()).toBeUndefined();
    expect(createIdentifier()).toBe(false);
    writePreferences(true);
    expect(page.writes).toEqual([]);
  });
});
