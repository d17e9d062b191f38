/** How long a login lives, what ends it, and which browsers are known to whom. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { IDLE_MS, KNOWN_MS, LOGIN_MS, Logins, SEEN_EVERY_MS } from '../../src/auth/logins.ts';
import type { User } from '../../src/auth/ports.ts';
import { MemoryDevices, MemoryLogins, MemoryUsers } from '../support/memory-accounts.ts';

const LINUX = { browser: 'Firefox', os: 'Linux' };
const PHONE = { browser: 'Chrome', os: 'Android' };
const OWNER = { role: 'owner', siteRoles: [] } as const;
const DAY_MS = 86_400_000;

let at: number;
let store: MemoryLogins;
let devices: MemoryDevices;
let logins: Logins;
let ada: User;
let grace: User;

beforeEach(() => {
  at = 1_800_000_000_000;
  const users = new MemoryUsers();
  [ada, grace] = ['ada', 'grace'].map((name) => users.insert(`${name}@example.org`, 'hash', OWNER, at)) as [User, User];
  store = new MemoryLogins(users);
  devices = new MemoryDevices();
  logins = new Logins({ store, devices, now: () => at });
});

const open = (user: User, more: { before?: string; known?: string; device?: typeof LINUX } = {}) =>
  logins.open(user, { device: LINUX, before: undefined, known: undefined, ...more });

describe('a login', () => {
  it('is kept as a hash, with two words for the browser and nothing else of it', () => {
    const { login } = open(ada);
    expect(logins.find(login)?.user.email).toBe('ada@example.org');
    expect(JSON.stringify(store.logins)).not.toContain(login);
    expect(Object.keys(store.logins[0] ?? {}).toSorted()).toEqual(
      ['browser', 'createdAt', 'expiresAt', 'hash', 'id', 'os', 'seenAt', 'userId'].toSorted(),
    );
    expect(store.logins[0]).toMatchObject(LINUX);
  });

  it('has a new token every time, and ends the one that the browser had, whoever’s it was', () => {
    const first = open(ada);
    const second = open(grace, { before: first.login });
    expect(second.login).not.toBe(first.login);
    expect(logins.find(first.login)).toBeNull();
    const planted = 'planted-by-somebody-else';
    expect(open(ada, { before: planted }).login).not.toBe(planted);
    expect(logins.find(planted)).toBeNull();
  });

  it('ends after 30 days, however much it is used', () => {
    const { login } = open(ada);
    for (let days = 1; days < 30; days++) {
      at += DAY_MS;
      expect(logins.find(login)).not.toBeNull();
    }
    at += DAY_MS;
    expect(logins.find(login)).toBeNull();
    expect(at - (store.logins[0]?.createdAt ?? 0)).toBe(LOGIN_MS);
    expect(logins.list(ada)).toEqual([]);
  });

  it('ends after 7 days in which it is not used', () => {
    const { login } = open(ada);
    at += IDLE_MS - 1;
    expect(logins.find(login)).not.toBeNull();
    at += IDLE_MS - 1;
    expect(logins.find(login)).not.toBeNull();
    at += IDLE_MS;
    expect(logins.find(login)).toBeNull();
    // The next sign-in of anybody clears it away.
    open(grace);
    expect(store.logins.map(({ userId }) => userId)).toEqual([grace.id]);
  });

  it('is written down as used once in some minutes, not at every request', () => {
    const { login } = open(ada);
    for (let request = 0; request < 100; request++) {
      at += SEEN_EVERY_MS / 50;
      logins.find(login);
    }
    expect(store.writes).toBe(2);
  });

  it('is one of fifty at most; the one not used for longest goes', () => {
    const tokens = Array.from({ length: 51 }, () => {
      at += 1;
      return open(ada).login;
    });
    expect(logins.list(ada)).toHaveLength(50);
    expect([tokens[0], tokens[1]].map((each) => logins.find(each) !== null)).toEqual([false, true]);
  });
});

describe('the list of logins', () => {
  it('is one’s own, the one used last first', () => {
    open(ada);
    at += 1000;
    const { login } = open(ada, { device: PHONE });
    open(grace);
    expect(logins.list(ada).map(({ browser }) => browser)).toEqual(['Chrome', 'Firefox']);
    expect(logins.list(ada)[0]?.id).toBe(logins.find(login)?.login.id);
  });

  it('ends one, or all others, and nobody else’s', () => {
    const [one, two, three] = [open(ada).login, open(ada).login, open(ada).login];
    const hers = open(grace).login;
    const idOf = (token: string) => logins.find(token)?.login.id ?? 0;
    expect(() => logins.end(ada, idOf(hers))).toThrow(expect.objectContaining({ code: 'not_found' }));
    logins.end(ada, idOf(one));
    expect(logins.find(one)).toBeNull();
    const mine = logins.find(two);
    if (mine === null) throw new Error('the login has ended');
    logins.endOthers(ada, mine.login);
    expect([two, three, hers].map((each) => logins.find(each) !== null)).toEqual([true, false, true]);
  });
});

describe('a known device', () => {
  it('is known after a sign-in, to whoever signed in there, for half a year', () => {
    const { known } = open(ada);
    expect([logins.isKnown(ada, known), logins.isKnown(grace, known)]).toEqual([true, false]);
    expect(logins.isKnown(ada, 'made up')).toBe(false);
    expect(JSON.stringify(devices.devices)).not.toContain(known);
    at += KNOWN_MS;
    expect(logins.isKnown(ada, known)).toBe(false);
  });

  it('shows something new after every sign-in, and stays known to all who share it', () => {
    const first = open(ada);
    const second = open(grace, { known: first.known });
    expect([logins.isKnown(ada, first.known), logins.isKnown(ada, second.known)]).toEqual([false, true]);
    expect(logins.isKnown(grace, second.known)).toBe(true);
  });

  it('is not known by what was planted there before', () => {
    open(ada, { known: 'planted' });
    expect(logins.isKnown(ada, 'planted')).toBe(false);
  });

  it('is one of twenty at most, and none is left when all logins end', () => {
    const all = Array.from({ length: 21 }, () => {
      at += 1;
      return open(ada).known;
    });
    expect(all.filter((each) => logins.isKnown(ada, each))).toHaveLength(20);
    const hers = open(grace);
    logins.endAll(ada);
    expect(all.filter((each) => logins.isKnown(ada, each))).toEqual([]);
    expect(logins.list(ada)).toEqual([]);
    expect([logins.isKnown(grace, hers.known), logins.list(grace).length]).toEqual([true, 1]);
  });
});
