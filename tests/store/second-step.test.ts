/** What belongs to a second step in the database and beside it: gone with its owner, and not to be read from a copy of the database. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SECRETS_FILE, SecretFile } from '../../src/store/secret-file.ts';
import { UserRepository } from '../../src/store/sqlite/app/account-repository.ts';
import {
  CodeAppRepository,
  PasskeyRepository,
  RecoveryCodeRepository,
} from '../../src/store/sqlite/app/second-step-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const TABLES = ['code_apps', 'recovery_codes', 'passkeys', 'passkey_handles'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passant-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a second step in the database', () => {
  it('goes with the account, and with no other', () => {
    const db = openDatabase(join(folder, 'app.db'));
    migrate(db, join(MIGRATIONS_DIR, 'app'));
    const users = new UserRepository(db);
    const passkeys = new PasskeyRepository(db);
    for (const name of ['ada', 'grace']) {
      const userId = users.insert(`${name}@example.org`, 'hash', { role: 'owner', siteRoles: [] }, 0)?.id ?? 0;
      new CodeAppRepository(db).save({ userId, sealedSecret: Buffer.from('sealed'), lastStep: 5, createdAt: 7 });
      new RecoveryCodeRepository(db).replace(userId, [Buffer.from('one'), Buffer.from('two')]);
      const handle = passkeys.handleOf(userId, Buffer.from(name));
      expect(passkeys.handleOf(userId, Buffer.from('another'))).toEqual(handle);
      const of = { userId, credentialId: name, publicKey: Buffer.from('key'), counter: 0, transports: ['usb'] };
      expect(passkeys.insert({ ...of, name: 'key', createdAt: 7 })).toBe(true);
    }
    users.remove(1);
    const ownersIn = (table: string) => db.prepare(`SELECT DISTINCT user_id FROM ${table}`).pluck().all();
    expect(TABLES.map(ownersIn)).toEqual(TABLES.map(() => [2]));
    expect(passkeys.listOf(2)).toEqual([
      expect.objectContaining({ credentialId: 'grace', transports: ['usb'], lastUsedDay: null }),
    ]);
    db.close();
  });
});

describe('a sealed secret', () => {
  it('is had back by the next process, from a key that only its owner can read', () => {
    const sealed = new SecretFile(folder).seal(SECRET, 'user 1');
    expect(new SecretFile(folder).open(sealed, 'user 1')).toBe(SECRET);
    expect(statSync(join(folder, SECRETS_FILE)).mode & 0o777).toBe(0o600);
    expect(sealed.includes(SECRET)).toBe(false);
  });

  it('is another one each time, under one key', () => {
    const box = new SecretFile(folder);
    const first = box.seal(SECRET, 'user 1');
    const key = readFileSync(join(folder, SECRETS_FILE), 'utf8');
    expect(key).toMatch(/^[0-9a-f]{64}\n$/);
    expect(box.seal(SECRET, 'user 1').equals(first)).toBe(false);
    expect(readFileSync(join(folder, SECRETS_FILE), 'utf8')).toBe(key);
  });

  it('opens for nobody else, nor when a bit of it is another one', () => {
    const box = new SecretFile(folder);
    const sealed = box.seal(SECRET, 'user 1');
    expect(() => box.open(sealed, 'user 2')).toThrow(SECRETS_FILE);
    for (const at of [0, 12, sealed.length - 1]) {
      const bent = Buffer.from(sealed);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      expect(() => box.open(bent, 'user 1')).toThrow(SECRETS_FILE);
    }
    expect(() => box.open(Buffer.alloc(4), 'user 1')).toThrow(SECRETS_FILE);
  });

  it('is refused with what to do when the key is lost or broken, and a broken one is never written over', () => {
    const box = new SecretFile(folder);
    const sealed = box.seal(SECRET, 'user 1');
    const file = join(folder, SECRETS_FILE);
    writeFileSync(file, 'cut off');
    chmodSync(file, 0o600);
    expect(() => box.open(sealed, 'user 1')).toThrow('second-step off');
    expect(() => box.seal(SECRET, 'user 1')).toThrow(SECRETS_FILE);
    expect(readFileSync(file, 'utf8')).toBe('cut off');
    rmSync(file);
    expect(() => box.open(sealed, 'user 1')).toThrow('second-step off');
  });
});
