import { afterEach, describe, expect, it } from '@jest/globals';
import { isSomeoneElses, readChoice, readPreferences, writePreferences } from '../../client/consent/preferences.ts';
import { readIdentifier, writeIdentifier } from '../../client/tracker/identifier.ts';
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
    expect(page.writes[0]).toMatch(/;Path=\/;Max-Age=15724800;SameSite=Lax;Secure$/);
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

describe('a frame of another origin', () => {
  it('keeps nothing and reads nothing', () => {
    page = fakePage({ foreign: true });
    page.cookies.set('cookies_preferences', encode({ statistics: true }));
    page.cookies.set('passant_id', 'old_identifier_123456');
    expect([readChoice(), readIdentifier()]).toEqual([undefined, undefined]);
    writePreferences(true);
    writeIdentifier('old_identifier_123456');
    expect(page.writes).toEqual([]);
  });
});
