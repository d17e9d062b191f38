/** Users, login sessions and set-up tokens in app.db. */
import type { LoginStore, Role, SetupTokenStore, User, UserStore } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  email: string;
  password_hash: string;
  role: Role;
  created_at: number;
}

export class UserRepository implements UserStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      count: db.prepare<[], number>('SELECT count(*) FROM users').pluck(),
      list: db.prepare<[], Row>('SELECT * FROM users ORDER BY id'),
      byEmail: db.prepare<[string], Row>('SELECT * FROM users WHERE email = ?'),
      byId: db.prepare<[number], Row>('SELECT * FROM users WHERE id = ?'),
      insert: db.prepare<[string, string, string, number], Row>(
        'INSERT INTO users (email, password_hash, role, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING *',
      ),
    };
  }

  count(): number {
    return this.#sql.count.get() ?? 0;
  }

  list(): User[] {
    return this.#sql.list.all().map(userOf);
  }

  findByEmail(email: string): (User & { passwordHash: string }) | null {
    const row = this.#sql.byEmail.get(email);
    return row ? { ...userOf(row), passwordHash: row.password_hash } : null;
  }

  find(id: number): User | null {
    const row = this.#sql.byId.get(id);
    return row ? userOf(row) : null;
  }

  insert(email: string, passwordHash: string, role: Role, createdAt: number): User | null {
    const row = this.#sql.insert.get(email, passwordHash, role, createdAt);
    return row ? userOf(row) : null;
  }
}

export class LoginRepository implements LoginStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      insert: db.prepare(
        'INSERT INTO login_sessions (token_hash, user_id, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      ),
      find: db.prepare<[Buffer, number], Row>(
        'SELECT u.* FROM login_sessions l JOIN users u ON u.id = l.user_id WHERE l.token_hash = ? AND l.expires_at > ?',
      ),
      remove: db.prepare('DELETE FROM login_sessions WHERE token_hash = ?'),
      removeExpired: db.prepare('DELETE FROM login_sessions WHERE expires_at <= ?'),
    };
  }

  insert(tokenHash: Buffer, userId: number, createdAt: number, expiresAt: number): void {
    this.#sql.insert.run(tokenHash, userId, createdAt, createdAt, expiresAt);
  }

  findUser(tokenHash: Buffer, now: number): User | null {
    const row = this.#sql.find.get(tokenHash, now);
    return row ? userOf(row) : null;
  }

  remove(tokenHash: Buffer): void {
    this.#sql.remove.run(tokenHash);
  }

  removeExpired(now: number): void {
    this.#sql.removeExpired.run(now);
  }
}

export class SetupTokenRepository implements SetupTokenStore {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  replace(tokenHash: Buffer, createdAt: number, expiresAt: number): void {
    this.#db.transaction(() => {
      this.#db.prepare('DELETE FROM setup_tokens').run();
      this.#db
        .prepare('INSERT INTO setup_tokens (token_hash, created_at, expires_at) VALUES (?, ?, ?)')
        .run(tokenHash, createdAt, expiresAt);
    })();
  }

  take(tokenHash: Buffer, now: number): boolean {
    return (
      this.#db.prepare('DELETE FROM setup_tokens WHERE token_hash = ? AND expires_at > ?').run(tokenHash, now)
        .changes === 1
    );
  }
}

function userOf({ id, email, role, created_at }: Row): User {
  return { id, email, role, createdAt: created_at };
}
