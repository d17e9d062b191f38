import { expect, it } from '@jest/globals';
import { PasswordQueue } from '../../src/auth/password-queue.ts';
import { ARGON2, isOfPassword } from '../../src/auth/passwords.ts';
import { findUsualPasswords } from '../../src/auth/usual-passwords.ts';
import { MemoryUsers, SlowHasher } from '../support/memory-accounts.ts';

it('a password that is tried first is found behind any number of people who have none', async () => {
  const [users, hasher] = [new MemoryUsers(), new SlowHasher()];
  const viewer = { role: 'viewer', siteRoles: [] } as const;
  for (let person = 0; person < 25; person++) users.insert(`${person}@example.org`, ARGON2.decoy, viewer, 0);
  users.insert('ada@example.org', 'hash of passpassant', viewer, 0);
  users.insert('grace@example.org', 'hash of passwordpassword', viewer, 0);
  expect(await findUsualPasswords(users, new PasswordQueue(hasher))).toBe(1);
  expect(hasher.verified.length).toBeLessThanOrEqual(20);
});

it('whoever has no password has a hash that says so, of whatever parameters', async () => {
  expect(isOfPassword(ARGON2.decoy)).toBe(false);
  expect(isOfPassword(ARGON2.decoy.replace('m=19456', 'm=7168'))).toBe(false);
  expect(isOfPassword(await ARGON2.hash('a few words in a row'))).toBe(true);
  for (const guess of ['', 'a few words in a row']) expect(await ARGON2.verify(ARGON2.decoy, guess)).toBe(false);
});
