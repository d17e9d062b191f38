/** Logins and known devices in app.db: the same rules as in memory, and logins of an older version go on. */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { IDLE_MS, KNOWN_MS, Logins, SEEN_EVERY_MS } from '../../src/auth/logins.ts';
import type { User } from '../../src/auth/ports.ts';
import { hashToken } from '../../src/auth/tokens.ts';
import { UserRepository } from '../../src/store/sqlite/app/account-repository.ts';
import { KnownDeviceRepository, LoginRepository } from '../../src/store/sqlite/app/login-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';

const START = 1_800_000_000_000;
const FIRST = { device: { browser: 'Firefox', os: 'Linux' }, before: undefined, known: undefined };
let folder: string;
let db: SqliteDatabase;
let users: UserRepository;
let logins: Logins;
let at: number;
let [ada, grace]: User[] = [];

function openAll(): void {
  at = START;
  users = new UserRepository(db);
  logins = new Logins({ store: new LoginRepository(db), devices: new KnownDeviceRepository(db), now: () => at });
}
function add(name: string): User {
  const user = users.insert(`${name}@example.org`, 'hash', { role: 'owner', siteRoles: [] }, START);
  if (user === null) throw new Error('the address is taken');
  return user;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-logins-'));
  db = openDatabase(join(folder, 'app.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

describe('logins in the database', () => {
  beforeEach(() => {
    migrate(db, join(MIGRATIONS_DIR, 'app'));
    openAll();
    [ada, grace] = [add('ada'), add('grace')];
  });
  const open = (user: User | undefined, more: object = {}) => logins.open(user ?? { id: 0 }, { ...FIRST, ...more });
  const count = (table: string) => db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();

  it('are found, written down as used, and over in time', () => {
    const { login } = open(ada);
    expect(logins.find(login)).toMatchObject({ user: ada, login: { ...FIRST.device, seenAt: START } });
    at += SEEN_EVERY_MS;
    logins.find(login);
    expect(logins.find(login)?.login.seenAt).toBe(at);
    at += IDLE_MS;
    expect(logins.find(login)).toBeNull();
    open(grace);
    expect(count('login_sessions')).toBe(1);
  });

  it('are ended one by one, all others, all, and fifty at most', () => {
    const [one, two, hers] = [open(ada).login, open(ada).login, open(grace).login];
    const ids = logins.list({ id: ada?.id ?? 0 }).map(({ id }) => id);
    expect(() => logins.end({ id: grace?.id ?? 0 }, ids[0] ?? 0)).toThrow('There is no such login');
    logins.end({ id: ada?.id ?? 0 }, ids[0] ?? 0);
    expect([logins.find(one), logins.find(two)]).toEqual([expect.anything(), null]);
    for (let login = 0; login < 60; login++) {
      at += 1;
      open(ada);
    }
    expect(logins.list({ id: ada?.id ?? 0 })).toHaveLength(50);
    const last = logins.find(open(ada, { before: one }).login);
    if (last === null) throw new Error('the login has ended');
    logins.endOthers(last.user, last.login);
    expect(logins.list(last.user)).toEqual([last.login]);
    logins.endAll(last.user);
    expect([logins.list(last.user), logins.find(hers) === null]).toEqual([[], false]);
  });

  it('go with their user, as known devices do', () => {
    open(ada);
    users.remove(ada?.id ?? 0);
    expect([count('login_sessions'), count('known_devices')]).toEqual([0, 0]);
  });

  it('make a device known to all who sign in there, twenty of each at most, for half a year', () => {
    const first = open(ada).known;
    const second = open(grace, { known: first }).known;
    const isKnown = (user: User | undefined, known: string) => logins.isKnown(user ?? { id: 0 }, known);
    expect([isKnown(ada, first), isKnown(ada, second), isKnown(grace, second)]).toEqual([false, true, true]);
    for (let device = 0; device < 25; device++) {
      at += 1;
      open(ada);
    }
    expect([count('known_devices'), isKnown(ada, second), isKnown(grace, second)]).toEqual([21, false, true]);
    at += KNOWN_MS;
    expect(isKnown(grace, second)).toBe(false);
    open(grace);
    expect(count('known_devices')).toBe(1);
  });
});

it('a login of the version before goes on, and is one of the list', () => {
  const before = join(folder, 'before');
  mkdirSync(before);
  for (const name of readdirSync(join(MIGRATIONS_DIR, 'app')))
    if (name < '0010') copyFileSync(join(MIGRATIONS_DIR, 'app', name), join(before, name));
  migrate(db, before);
  users = new UserRepository(db);
  const { id } = add('ada');
  db.prepare('INSERT INTO login_sessions VALUES (?, ?, ?, ?, ?)').run(hashToken('hers'), id, START, START, START * 2);
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  openAll();
  expect(logins.find('hers')?.user.email).toBe('ada@example.org');
  expect(logins.list({ id })).toEqual([expect.objectContaining({ browser: '', os: '', createdAt: START })]);
});
