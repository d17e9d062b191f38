/** Login sessions and known devices in app.db. */
import type { KnownDeviceStore, Login, LoginStore, User } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';
import { USER, type UserRow, userOf } from './account-repository.ts';

interface LoginRow {
  id: number;
  user_id: number;
  created_at: number;
  seen_at: number;
  expires_at: number;
  browser: string;
  os: string;
}

const LOGIN = 'id, user_id, created_at, seen_at, expires_at, browser, os';

export class LoginRepository implements LoginStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      insert: db.prepare(
        `INSERT INTO login_sessions (token_hash, user_id, created_at, seen_at, expires_at, browser, os)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ),
      find: db.prepare<[Buffer], LoginRow>(`SELECT ${LOGIN} FROM login_sessions WHERE token_hash = ?`),
      user: db.prepare<[number], UserRow>(`SELECT ${USER} FROM users u WHERE u.id = ?`),
      listOf: db.prepare<[number], LoginRow>(
        `SELECT ${LOGIN} FROM login_sessions WHERE user_id = ? ORDER BY seen_at DESC, id DESC`,
      ),
      markSeen: db.prepare('UPDATE login_sessions SET seen_at = ? WHERE id = ?'),
      remove: db.prepare('DELETE FROM login_sessions WHERE token_hash = ?'),
      removeOne: db.prepare('DELETE FROM login_sessions WHERE user_id = ? AND id = ?'),
      removeOf: db.prepare('DELETE FROM login_sessions WHERE user_id = ? AND id IS NOT ?'),
      keepNewest: db.prepare(
        `DELETE FROM login_sessions WHERE user_id = ? AND id NOT IN (
           SELECT id FROM login_sessions WHERE user_id = ? ORDER BY seen_at DESC, id DESC LIMIT ?
         )`,
      ),
      removeOver: db.prepare('DELETE FROM login_sessions WHERE expires_at <= ? OR seen_at <= ?'),
    };
  }

  insert({ userId, createdAt, seenAt, expiresAt, browser, os }: Omit<Login, 'id'>, tokenHash: Buffer): void {
    this.#sql.insert.run(tokenHash, userId, createdAt, seenAt, expiresAt, browser, os);
  }

  find(tokenHash: Buffer): { login: Login; user: User } | null {
    const row = this.#sql.find.get(tokenHash);
    const user = row && this.#sql.user.get(row.user_id);
    return row && user ? { login: loginOf(row), user: userOf(user) } : null;
  }

  listOf(userId: number): Login[] {
    return this.#sql.listOf.all(userId).map(loginOf);
  }

  markSeen(id: number, at: number): void {
    this.#sql.markSeen.run(at, id);
  }

  remove(tokenHash: Buffer): void {
    this.#sql.remove.run(tokenHash);
  }

  removeOne(userId: number, id: number): boolean {
    return this.#sql.removeOne.run(userId, id).changes === 1;
  }

  removeOf(userId: number, but: number | null): void {
    this.#sql.removeOf.run(userId, but);
  }

  keepNewest(userId: number, most: number): void {
    this.#sql.keepNewest.run(userId, userId, most);
  }

  removeOver(now: number, idleSince: number): void {
    this.#sql.removeOver.run(now, idleSince);
  }
}

export class KnownDeviceRepository implements KnownDeviceStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      seenAt: db
        .prepare<[Buffer, number], number>('SELECT seen_at FROM known_devices WHERE token_hash = ? AND user_id = ?')
        .pluck(),
      insert: db.prepare('INSERT OR REPLACE INTO known_devices (token_hash, user_id, seen_at) VALUES (?, ?, ?)'),
      rename: db.prepare('UPDATE known_devices SET token_hash = ? WHERE token_hash = ?'),
      removeOf: db.prepare('DELETE FROM known_devices WHERE user_id = ?'),
      keepNewest: db.prepare(
        `DELETE FROM known_devices WHERE user_id = ? AND token_hash NOT IN (
           SELECT token_hash FROM known_devices WHERE user_id = ? ORDER BY seen_at DESC LIMIT ?
         )`,
      ),
      removeOlder: db.prepare('DELETE FROM known_devices WHERE seen_at <= ?'),
    };
  }

  findSeenAt(tokenHash: Buffer, userId: number): number | null {
    return this.#sql.seenAt.get(tokenHash, userId) ?? null;
  }

  insert(tokenHash: Buffer, userId: number, seenAt: number): void {
    this.#sql.insert.run(tokenHash, userId, seenAt);
  }

  rename(tokenHash: Buffer, renamed: Buffer): void {
    this.#sql.rename.run(renamed, tokenHash);
  }

  removeOf(userId: number): void {
    this.#sql.removeOf.run(userId);
  }

  keepNewest(userId: number, most: number): void {
    this.#sql.keepNewest.run(userId, userId, most);
  }

  removeOlder(seenAt: number): void {
    this.#sql.removeOlder.run(seenAt);
  }
}

function loginOf({ id, user_id, created_at, seen_at, expires_at, browser, os }: LoginRow): Login {
  return { id, userId: user_id, createdAt: created_at, seenAt: seen_at, expiresAt: expires_at, browser, os };
}
