/** Apps that show codes, recovery codes and passkeys in app.db. */
import type {
  CodeApp,
  CodeAppStore,
  Passkey,
  PasskeyStore,
  RecoveryCodeStore,
} from '../../../auth/second-step/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface AppRow {
  user_id: number;
  sealed_secret: Buffer;
  last_step: number;
  created_at: number;
}

interface PasskeyRow {
  id: number;
  user_id: number;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string;
  name: string;
  created_at: number;
  last_used_day: number | null;
}

export class CodeAppRepository implements CodeAppStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      find: db.prepare<[number], AppRow>('SELECT * FROM code_apps WHERE user_id = ?'),
      save: db.prepare(
        'INSERT OR REPLACE INTO code_apps (user_id, sealed_secret, last_step, created_at) VALUES (?, ?, ?, ?)',
      ),
      takeStep: db.prepare('UPDATE code_apps SET last_step = ? WHERE user_id = ? AND last_step < ?'),
      remove: db.prepare('DELETE FROM code_apps WHERE user_id = ?'),
    };
  }

  find(userId: number): CodeApp | null {
    const row = this.#sql.find.get(userId);
    if (row === undefined) return null;
    const { user_id, sealed_secret, last_step, created_at } = row;
    return { userId: user_id, sealedSecret: sealed_secret, lastStep: last_step, createdAt: created_at };
  }

  save({ userId, sealedSecret, lastStep, createdAt }: CodeApp): void {
    this.#sql.save.run(userId, sealedSecret, lastStep, createdAt);
  }

  takeStep(userId: number, step: number): boolean {
    return this.#sql.takeStep.run(step, userId, step).changes === 1;
  }

  remove(userId: number): void {
    this.#sql.remove.run(userId);
  }
}

export class RecoveryCodeRepository implements RecoveryCodeStore {
  readonly #db: SqliteDatabase;
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#sql = {
      clear: db.prepare('DELETE FROM recovery_codes WHERE user_id = ?'),
      insert: db.prepare('INSERT INTO recovery_codes (user_id, code_hash) VALUES (?, ?)'),
      take: db.prepare('DELETE FROM recovery_codes WHERE user_id = ? AND code_hash = ?'),
      count: db.prepare<[number], number>('SELECT count(*) FROM recovery_codes WHERE user_id = ?').pluck(),
    };
  }

  replace(userId: number, hashes: readonly Buffer[]): void {
    this.#db.transaction(() => {
      this.#sql.clear.run(userId);
      for (const hash of hashes) this.#sql.insert.run(userId, hash);
    })();
  }

  take(userId: number, hash: Buffer): boolean {
    return this.#sql.take.run(userId, hash).changes === 1;
  }

  count(userId: number): number {
    return this.#sql.count.get(userId) ?? 0;
  }
}

export class PasskeyRepository implements PasskeyStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      listOf: db.prepare<[number], PasskeyRow>('SELECT * FROM passkeys WHERE user_id = ? ORDER BY id'),
      find: db.prepare<[string], PasskeyRow>('SELECT * FROM passkeys WHERE credential_id = ?'),
      insert: db.prepare(
        `INSERT INTO passkeys (user_id, credential_id, public_key, counter, transports, name, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ),
      // Both 0: an authenticator that does not count.
      markUsed: db.prepare(
        `UPDATE passkeys SET counter = ?, last_used_day = ?
         WHERE id = ? AND (counter < ? OR (counter = 0 AND ? = 0))`,
      ),
      remove: db.prepare('DELETE FROM passkeys WHERE user_id = ? AND id = ?'),
      removeOf: db.prepare('DELETE FROM passkeys WHERE user_id = ?'),
      keepHandle: db.prepare('INSERT INTO passkey_handles (user_id, handle) VALUES (?, ?) ON CONFLICT DO NOTHING'),
      handleOf: db.prepare<[number], Buffer>('SELECT handle FROM passkey_handles WHERE user_id = ?').pluck(),
    };
  }

  listOf(userId: number): Passkey[] {
    return this.#sql.listOf.all(userId).map(passkeyOf);
  }

  find(credentialId: string): Passkey | null {
    const row = this.#sql.find.get(credentialId);
    return row === undefined ? null : passkeyOf(row);
  }

  insert({
    userId,
    credentialId,
    publicKey,
    counter,
    transports,
    name,
    createdAt,
  }: Omit<Passkey, 'id' | 'lastUsedDay'>): boolean {
    const said = JSON.stringify(transports);
    return this.#sql.insert.run(userId, credentialId, publicKey, counter, said, name, createdAt).changes === 1;
  }

  markUsed(id: number, counter: number, day: number): boolean {
    return this.#sql.markUsed.run(counter, day, id, counter, counter).changes === 1;
  }

  remove(userId: number, id: number): boolean {
    return this.#sql.remove.run(userId, id).changes === 1;
  }

  removeOf(userId: number): void {
    this.#sql.removeOf.run(userId);
  }

  handleOf(userId: number, fresh: Buffer): Buffer {
    const kept = this.#sql.handleOf.get(userId);
    if (kept !== undefined) return kept;
    this.#sql.keepHandle.run(userId, fresh);
    return fresh;
  }
}

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    ...{ id: row.id, userId: row.user_id, credentialId: row.credential_id, publicKey: row.public_key },
    ...{ counter: row.counter, transports: JSON.parse(row.transports) as string[], name: row.name },
    ...{ createdAt: row.created_at, lastUsedDay: row.last_used_day },
  };
}
