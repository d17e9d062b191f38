/** Who people are at the provider of OpenID Connect, in app.db. */
import type { IdentityStore } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

export class IdentityRepository implements IdentityStore {
  readonly #db: SqliteDatabase;
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#sql = {
      find: db.prepare<[Buffer], number | null>('SELECT user_id FROM identities WHERE subject_hash = ?').pluck(),
      linkedAt: db
        .prepare<[number, string], number>('SELECT linked_at FROM identities WHERE user_id = ? AND issuer = ?')
        .pluck(),
      insert: db.prepare(
        `INSERT INTO identities (subject_hash, issuer, user_id, linked_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (subject_hash) DO UPDATE SET user_id = excluded.user_id, linked_at = excluded.linked_at`,
      ),
      remove: db.prepare('DELETE FROM identities WHERE user_id = ?'),
      wasRemoved: db.prepare<[string], 1>('SELECT 1 FROM removed_people WHERE email = ?').pluck(),
    };
  }

  find(subjectHash: Buffer): number | null | undefined {
    return this.#sql.find.get(subjectHash);
  }

  linkedAt(userId: number, issuer: string): number | null {
    return this.#sql.linkedAt.get(userId, issuer) ?? null;
  }

  link(subjectHash: Buffer, issuer: string, userId: number, linkedAt: number): boolean {
    return this.#db.transaction(() => {
      const holder = this.find(subjectHash) ?? userId;
      if (holder !== userId) return false;
      this.#sql.remove.run(userId);
      this.#sql.insert.run(subjectHash, issuer, userId, linkedAt);
      return true;
    })();
  }

  unlink(userId: number): boolean {
    return this.#sql.remove.run(userId).changes > 0;
  }

  wasRemoved(email: string): boolean {
    return this.#sql.wasRemoved.get(email) === 1;
  }
}
