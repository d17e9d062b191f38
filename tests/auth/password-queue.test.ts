/** One hash at a time, a bounded queue, and the known before strangers. */
import { describe, expect, it } from '@jest/globals';
import { MOST_WAITING, PasswordQueue } from '../../src/auth/password-queue.ts';
import { ARGON2 } from '../../src/auth/passwords.ts';
import { SlowHasher } from '../support/memory-accounts.ts';

describe('the queue of passwords', () => {
  it('runs one at a time, whatever comes', async () => {
    const hasher = new SlowHasher();
    const queue = new PasswordQueue(hasher);
    const asked = Array.from({ length: 10 }, (_, index) => queue.verify('hash of x', `x${index}`, 'stranger'));
    await Promise.all([...asked, queue.hash('y', 'known')]);
    expect([hasher.most, hasher.verified.length, hasher.hashed]).toEqual([1, 10, ['y']]);
    expect(await queue.verify('hash of x', 'x', 'stranger')).toBe(true);
  });

  it('goes on after a fault', async () => {
    const queue = new PasswordQueue({ ...new SlowHasher(), hash: () => Promise.reject(new Error('broken')) });
    await expect(Promise.all([queue.hash('x', 'known'), queue.hash('y', 'known')])).rejects.toThrow('broken');
    await expect(queue.hash('z', 'known')).rejects.toThrow('broken');
  });

  it('refuses strangers when too many wait, and the known go before them still', async () => {
    const hasher = new SlowHasher();
    const queue = new PasswordQueue(hasher);
    const flood = Array.from({ length: 1 + MOST_WAITING }, () => queue.verify('hash of x', 'flood', 'stranger'));
    await expect(queue.verify('hash of x', 'late', 'stranger')).rejects.toMatchObject({ code: 'unavailable' });
    await queue.verify('hash of x', 'owner', 'known');
    expect(hasher.verified).toEqual(['flood', 'owner']);
    await Promise.all(flood);
    expect([hasher.verified.length, hasher.most]).toEqual([2 + MOST_WAITING, 1]);
  });

  it('refuses the known too when too many of them wait', async () => {
    const queue = new PasswordQueue(new SlowHasher());
    const all = Array.from({ length: 1 + MOST_WAITING }, () => queue.hash('x', 'known'));
    await expect(queue.hash('late', 'known')).rejects.toMatchObject({ code: 'unavailable' });
    await Promise.all(all);
    expect(await queue.hash('x', 'known')).toBe('hash of x');
  });
});

describe('Argon2', () => {
  it('makes hashes that need no other, and finds those that do', async () => {
    const made = await ARGON2.hash('quiet words in a long row');
    expect([ARGON2.needsRehash(made), await ARGON2.verify(made, 'quiet words in a long row')]).toEqual([false, true]);
    for (const old of [made.replace('m=19456', 'm=4096'), made.replace('t=2', 't=1'), made.replace('2id', '2i')])
      expect(ARGON2.needsRehash(old)).toBe(true);
  });

  it('verifies its decoy as it does any other hash, and finds it wrong', async () => {
    expect(ARGON2.needsRehash(ARGON2.decoy)).toBe(false);
    for (const password of ['', 'quiet words in a long row'])
      expect(await ARGON2.verify(ARGON2.decoy, password)).toBe(false);
    expect(await ARGON2.verify(ARGON2.decoy, 'x'.repeat(10_000))).toBe(false);
  });
});
