/** Who somebody is by address and password: as many hashes for accounts that are as for those that are not. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Accounts } from '../../src/auth/accounts.ts';
import { PasswordQueue } from '../../src/auth/password-queue.ts';
import type { User } from '../../src/auth/ports.ts';
import { AppError } from '../../src/domain/errors.ts';
import { MemoryUsers, NO_SETUP, RULES, SlowHasher } from '../support/memory-accounts.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'some words of hers';
const OTHER = 'other words of hers';

let users: MemoryUsers;
let hasher: SlowHasher;
let queue: PasswordQueue;
let accounts: Accounts;
let ada: User;

beforeEach(async () => {
  users = new MemoryUsers();
  hasher = new SlowHasher();
  queue = new PasswordQueue(hasher);
  accounts = new Accounts({ users, passwords: queue, rules: RULES, setupTokens: NO_SETUP, now: () => 0 });
  ada = await accounts.add(EMAIL, PASSWORD);
  hasher.hashed.length = 0;
});

const storedHash = () => users.findByEmail(EMAIL)?.passwordHash;

describe('a sign-in', () => {
  it('costs one hash and one sentence, whether the address or the password is wrong', async () => {
    const sentences = new Set<string>();
    for (const [email, password] of [
      [EMAIL, 'wrong'],
      ['nobody@example.org', PASSWORD],
      ['nobody@example.org', 'wrong'],
      ['not an address', 'wrong'],
    ] as const) {
      hasher.verified.length = 0;
      await accounts
        .signIn(email, password, 'stranger')
        .catch(({ code, message }) => sentences.add(`${code} ${message}`));
      expect([email, hasher.verified, hasher.hashed]).toEqual([email, [password], []]);
    }
    expect([...sentences]).toEqual(['unauthenticated The address or the password is wrong.']);
  });

  it('tells who it is, and nothing of the hash', async () => {
    const user = await accounts.signIn(EMAIL.toUpperCase(), PASSWORD, 'stranger');
    expect(user).toEqual(ada);
    expect(hasher.verified).toHaveLength(1);
  });

  it('looks at the password as it was given: no letter, case or space of it is lost', async () => {
    const given = [
      ' some words of hers',
      'some words of hers ',
      'Some words of hers',
      'some words of her',
      'pässwörd \u{1F511}',
    ];
    hasher.verified.length = 0;
    for (const password of given)
      await expect(accounts.signIn(EMAIL, password, 'stranger')).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(hasher.verified).toEqual(given);
  });

  it('is worth nothing when the password became another one while it waited', async () => {
    const late = accounts.signIn(EMAIL, PASSWORD, 'stranger');
    users.setPassword(ada.id, `hash of ${OTHER}`);
    await expect(late).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('replaces a hash of other parameters, once the password is right', async () => {
    users.setPassword(ada.id, `old hash of ${PASSWORD}`);
    await accounts.signIn(EMAIL, 'wrong', 'stranger').catch(() => null);
    expect(storedHash()).toBe(`old hash of ${PASSWORD}`);
    await accounts.signIn(EMAIL, PASSWORD, 'stranger');
    expect([storedHash(), hasher.hashed]).toEqual([`hash of ${PASSWORD}`, [PASSWORD]]);
    await accounts.signIn(EMAIL, PASSWORD, 'stranger');
    expect(hasher.hashed).toHaveLength(1);
  });

  it('leaves a password alone that was changed while the hash was replaced', async () => {
    users.setPassword(ada.id, `old hash of ${PASSWORD}`);
    const hash = hasher.hash;
    Object.assign(hasher, {
      hash: (password: string) => {
        users.setPassword(ada.id, `hash of ${OTHER}`);
        return hash(password);
      },
    });
    await accounts.signIn(EMAIL, PASSWORD, 'stranger');
    expect(storedHash()).toBe(`hash of ${OTHER}`);
  });

  it('is right all the same when too many wait for its hash to be replaced', async () => {
    users.setPassword(ada.id, `old hash of ${PASSWORD}`);
    Object.assign(queue, { hash: () => Promise.reject(new AppError('unavailable', 'Too many wait.')) });
    expect((await accounts.signIn(EMAIL, PASSWORD, 'stranger')).email).toBe(EMAIL);
    expect(storedHash()).toBe(`old hash of ${PASSWORD}`);
  });
});

describe('a change of password', () => {
  it.each([
    ['a wrong present one', 'wrong', OTHER, 'current', 1],
    ['the same', PASSWORD, PASSWORD, 'password', 0],
    ['a short one', PASSWORD, 'x'.repeat(11), 'password', 0],
    ['a long one', PASSWORD, 'x'.repeat(257), 'password', 0],
    ['one that stands in the manual', PASSWORD, 'A few words in a row', 'password', 0],
  ])('is refused for %s', async (_what, current, password, path, verified) => {
    await expect(accounts.changePassword(ada, current, password)).rejects.toMatchObject({
      code: 'invalid',
      details: [{ path }],
    });
    expect([storedHash(), hasher.verified.length, hasher.hashed.length]).toEqual([`hash of ${PASSWORD}`, verified, 0]);
  });

  it('is done with the present one, up to 256 characters', async () => {
    for (const [current, password] of [
      [PASSWORD, 'x'.repeat(12)],
      ['x'.repeat(12), 'y'.repeat(256)],
    ] as const) {
      await accounts.changePassword(ada, current, password);
      expect((await accounts.signIn(EMAIL, password, 'stranger')).id).toBe(ada.id);
      await expect(accounts.signIn(EMAIL, current, 'stranger')).rejects.toMatchObject({ code: 'unauthenticated' });
    }
  });
});
