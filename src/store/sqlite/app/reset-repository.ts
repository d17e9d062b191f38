/** Links for a new password in app.db. */
import type { ResetStore, User } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { USER, type UserRow, userOf } from './account-repository.ts';

export class ResetRepository implements ResetStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      replace: db.prepare<[number, Buffer, number]>(
        'INSERT OR REPLACE INTO password_resets (user_id, token_hash, expires_at) VALUES (?, ?, ?)',
      ),
      find: db.prepare<[Buffer, number], UserRow>(
        `SELECT ${USER} FROM password_resets r JOIN users u ON u.id = r.user_id WHERE r.token_hash = ? AND r.expires_at > ?`,
      ),
      take: db.prepare<[Buffer, number]>('DELETE FROM password_resets WHERE token_hash = ? AND expires_at > ?'),
    };
  }

  replace(userId: number, tokenHash: Buffer, expiresAt: number): void {
    this.#sql.replace.run(userId, tokenHash, expiresAt);
  }

  find(tokenHash: Buffer, now: number): User | null {
    const row = this.#sql.find.get(tokenHash, now);
    return row === undefined ? null : userOf(row);
  }

  take(tokenHash: Buffer, now: number): boolean {
    return this.#sql.take.run(tokenHash, now).changes === 1;
  }
}
