/** API keys: what may be wished of one, and when it is live. */
import { describe, expect, it } from '@jest/globals';
import { ApiKeys } from '../../src/auth/api-keys.ts';
import type { ApiKey, KeyStore } from '../../src/auth/ports.ts';
import { AppError } from '../../src/domain/errors.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-01T12:00Z');

function createKeys() {
  const clock = { now: START };
  const stored: { key: ApiKey; hash: Buffer }[] = [];
  const store: KeyStore = {
    list: () => stored.map(({ key }) => key),
    findByHash: (hash) => stored.find((each) => each.hash.equals(hash))?.key ?? null,
    insert: (key, hash) => {
      const made = { ...key, id: stored.length + 1, revokedAt: null, lastUsedDay: null };
      stored.push({ key: made, hash });
      return made;
    },
    revoke: (id, at) => {
      const found = stored.find(({ key }) => key.id === id && key.revokedAt === null);
      if (found) found.key.revokedAt = at;
      return found !== undefined;
    },
    markUsed: (id, day) => {
      const found = stored.find(({ key }) => key.id === id);
      if (found) found.key.lastUsedDay = day;
    },
  };
  return { keys: new ApiKeys(store, () => clock.now), clock, stored };
}

function detailsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.details.map(({ path }) => path);
  }
  return [];
}

describe('a key', () => {
  it('works to the end of its last day, and not a moment longer', () => {
    const { keys, clock } = createKeys();
    const { secret } = keys.issue({ name: 'a', scopes: ['stats:read'], expires: '2026-03-02' }, null);
    clock.now = Date.parse('2026-03-02T23:59:59.999Z');
    expect(keys.find(secret)).toMatchObject({ name: 'a', scopes: ['stats:read'] });
    clock.now += 1;
    expect(keys.find(secret)).toBeNull();
  });

  it('is nobody’s once it has been revoked', () => {
    const { keys } = createKeys();
    const { key, secret } = keys.issue({ name: 'a', scopes: ['stats:read'] }, null);
    keys.revoke(key.id);
    expect(keys.find(secret)).toBeNull();
    expect(() => keys.revoke(key.id)).toThrow('revoked already');
  });

  it('is remembered by the day of its last use, and never by itself', () => {
    const { keys, clock, stored } = createKeys();
    const { secret } = keys.issue({ name: 'a', scopes: ['stats:read'] }, null);
    expect(stored[0]?.key.lastUsedDay).toBeNull();
    keys.find(secret);
    expect(stored[0]?.key.lastUsedDay).toBe(Math.floor(START / DAY_MS));
    clock.now += DAY_MS;
    keys.find(secret);
    expect(stored[0]?.key.lastUsedDay).toBe(Math.floor(START / DAY_MS) + 1);
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it.each([
    [{ scopes: ['stats:read'] }, ['name']],
    [{ name: ' \n', scopes: ['stats:read'] }, ['name']],
    [{ name: 'a'.repeat(81), scopes: ['stats:read'] }, ['name']],
    [{ name: 'a' }, ['scopes']],
    [{ name: 'a', scopes: [] }, ['scopes']],
    [{ name: 'a', scopes: ['stats:read', 'everything'] }, ['scopes']],
    [{ name: 'a', scopes: 'stats:read' }, ['scopes']],
    [{ name: 'a', scopes: ['stats:read'], expires: '2026-02-28' }, ['expires']],
    [{ name: 'a', scopes: ['stats:read'], expires: '2026-02-30' }, ['expires']],
    [{ name: 'a', scopes: ['stats:read'], expires: 'never' }, ['expires']],
    [{}, ['name', 'scopes']],
  ])('%j is refused for %j', (options, paths) => {
    const { keys } = createKeys();
    expect(detailsOf(() => keys.issue(options, null))).toEqual(paths);
  });
});
