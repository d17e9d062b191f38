/** What the charter says that we set is what the settings make us set. */
import { describe, expect, it } from '@jest/globals';
import { withdrawChoice } from '../../src/consent/choice-cookie.ts';
import { listOwnCookies } from '../../src/consent/own-cookies.ts';

const USUAL = { askedBy: 'passant', identifier: 'cookie', dateFlag: false } as const;

describe('our own cookies', () => {
  it.each([
    [{}, ['cookies_preferences', 'passant_optout', 'passant_id']],
    [{ dateFlag: true }, ['cookies_preferences', 'passant_optout', 'passant_id', 'passant_date']],
    [{ askedBy: 'other' }, ['passant_optout', 'passant_id']],
    [{ askedBy: 'nobody' }, ['passant_optout']],
    [{ askedBy: 'nobody', dateFlag: true }, ['passant_optout', 'passant_date']],
  ] as const)('with %j are %j', (settings, names) => {
    expect(listOwnCookies({ ...USUAL, ...settings }).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['cookie', 'cookie', false],
    ['storage', 'local-storage', false],
    ['server', 'cookie', true],
  ] as const)('have the identifier where the site keeps it: %s', (identifier, kind, httpOnly) => {
    const own = listOwnCookies({ ...USUAL, identifier }).find(({ use }) => use === 'identifier');
    expect(own).toMatchObject({ kind, httpOnly, when: 'consent', lifetime: { count: 13, unit: 'month' } });
  });
});

describe('a withdrawal without scripts', () => {
  const AT = Date.parse('2026-03-10T10:20:30Z');
  const stored = (value: unknown) => encodeURIComponent(JSON.stringify(value));

  it('turns a yes into a no and keeps every other key', () => {
    const changed = withdrawChoice(stored({ v: 1, statistics: true, video: true, text: '1-fr' }), AT);
    expect(JSON.parse(decodeURIComponent(changed ?? ''))).toEqual({
      ...{ v: 1, statistics: false, video: true, text: '1-fr', at: '2026-03-10T10:20Z' },
    });
  });

  it.each([
    ['there is none', undefined],
    ['it is another portal’s', stored({ functional_cookies: true })],
    ['it cannot be read', '%7Bnot'],
    ['it is null', 'null'],
  ])('leaves the cookie alone where %s', (_what, value) => {
    expect(withdrawChoice(value, AT)).toBeNull();
  });
});
