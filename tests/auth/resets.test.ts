/** Links for a new password: one at a time, once, for an hour, and every login ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logins } from '../../src/auth/logins.ts';
import { PasswordQueue } from '../../src/auth/password-queue.ts';
import type { User } from '../../src/auth/ports.ts';
import { RESET_MS, Resets } from '../../src/auth/resets.ts';
import { UserRepository } from '../../src/store/sqlite/app/account-repository.ts';
import { KnownDeviceRepository, LoginRepository } from '../../src/store/sqlite/app/login-repository.ts';
import { ResetRepository } from '../../src/store/sqlite/app/reset-repository.ts';
import { CodeAppRepository, RecoveryCodeRepository } from '../../src/store/sqlite/app/second-step-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase, type SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { RULES, SlowHasher } from '../support/memory-accounts.ts';

const NEW = 'another few words in a row';
let folder: string;
let db: SqliteDatabase;
let users: UserRepository;
let logins: Logins;
let resets: Resets;
let ada: User;
let at: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-resets-'));
  db = openDatabase(join(folder, 'app.db'));
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  at = 1_800_000_000_000;
  const now = () => at;
  users = new UserRepository(db);
  logins = new Logins({ store: new LoginRepository(db), devices: new KnownDeviceRepository(db), now });
  const passwords = new PasswordQueue(new SlowHasher());
  resets = new Resets({ store: new ResetRepository(db), users, logins, passwords, rules: RULES, now });
  const user = users.insert('ada@example.org', 'hash of before', { role: 'owner', siteRoles: [] }, at);
  if (user === null) throw new Error('the address is taken');
  ada = user;
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});
const passwordHash = () => users.findByEmail('ada@example.org')?.passwordHash;
const GONE = 'This link has been used, replaced by a later one, or is over';

describe('a link for a new password', () => {
  it('gives one, once, and ends every login', async () => {
    const { login, known } = logins.open(ada, {
      device: { browser: '', os: '' },
      ...{ before: undefined, known: undefined },
    });
    const token = resets.open(ada);
    expect(resets.find(token)).toEqual(ada);
    expect((await resets.accept(token, NEW)).email).toBe('ada@example.org');
    expect(passwordHash()).toBe(`hash of ${NEW}`);
    expect([logins.find(login), logins.isKnown(ada, known)]).toEqual([null, false]);
    await expect(resets.accept(token, NEW)).rejects.toThrow(GONE);
  });

  it('is used up by one of two that come at once', async () => {
    const token = resets.open(ada);
    const both = await Promise.allSettled([resets.accept(token, NEW), resets.accept(token, `${NEW} again`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is over after an hour, when there is a later one, and when the password was changed', async () => {
    const first = resets.open(ada);
    at += RESET_MS - 1;
    expect(resets.find(first)).toEqual(ada);
    at += 1;
    expect(() => resets.find(first)).toThrow(GONE);
    const [second, third] = [resets.open(ada), resets.open(ada)];
    expect(() => resets.find(second)).toThrow(GONE);
    users.setPassword(ada.id, 'hash of what was given by command');
    await expect(resets.accept(third, NEW)).rejects.toThrow(GONE);
  });

  it('stays when the password that was chosen is refused', async () => {
    const token = resets.open(ada);
    await expect(resets.accept(token, 'short')).rejects.toMatchObject({ code: 'invalid' });
    for (const password of ['passwordpassword', 'ada@example.org'])
      await expect(resets.accept(token, password)).rejects.toMatchObject({ code: 'invalid' });
    expect((await resets.accept(token, NEW)).id).toBe(ada.id);
  });

  it('leaves a second step as it is', async () => {
    const apps = new CodeAppRepository(db);
    const recovery = new RecoveryCodeRepository(db);
    const app = { userId: ada.id, sealedSecret: Buffer.from('sealed'), lastStep: 5, createdAt: 7 };
    apps.save(app);
    recovery.replace(ada.id, [Buffer.from('one')]);
    await resets.accept(resets.open(ada), NEW);
    expect([apps.find(ada.id), recovery.count(ada.id)]).toEqual([app, 1]);
  });

  it('stands nowhere in the database', () => {
    const token = resets.open(ada);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(db.serialize().includes(token)).toBe(false);
  });
});
