/** Users and set-up tokens in app.db. */
import type { Role, SetupTokenStore, SiteRole, Standing, User, UserStore } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

export interface UserRow {
  id: number;
  email: string;
  password_hash: string;
  role: Role;
  everywhere: 0 | 1;
  site_roles: string;
  created_at: number;
}

/** A user with the roles on single sites, as JSON. */
export const USER = `u.*, (
  SELECT json_group_array(json_object('siteId', site_id, 'role', role) ORDER BY site_id) FROM site_roles WHERE user_id = u.id
) AS site_roles`;

export class UserRepository implements UserStore {
  readonly #db: SqliteDatabase;
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#sql = {
      count: db.prepare<[], number>('SELECT count(*) FROM users').pluck(),
      list: db.prepare<[], UserRow>(`SELECT ${USER} FROM users u ORDER BY u.id`),
      byEmail: db.prepare<[string], UserRow>(`SELECT ${USER} FROM users u WHERE u.email = ?`),
      byId: db.prepare<[number], UserRow>(`SELECT ${USER} FROM users u WHERE u.id = ?`),
      insert: db
        .prepare<[string, string, string, number], number>(
          'INSERT INTO users (email, password_hash, role, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id',
        )
        .pluck(),
      setRole: db.prepare('UPDATE users SET role = ?, everywhere = ? WHERE id = ?'),
      clearSiteRoles: db.prepare('DELETE FROM site_roles WHERE user_id = ?'),
      addSiteRole: db.prepare(
        'INSERT INTO site_roles (user_id, site_id, role) SELECT ?, id, ? FROM sites WHERE id = ?',
      ),
      setPassword: db.prepare('UPDATE users SET password_hash = ? WHERE id = ?'),
      replaceHash: db.prepare('UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?'),
      remove: db.prepare('DELETE FROM users WHERE id = ?'),
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

  insert(email: string, passwordHash: string, standing: Standing, createdAt: number): User | null {
    return this.#db.transaction(() => {
      const id = this.#sql.insert.get(email, passwordHash, 'viewer', createdAt);
      if (id === undefined) return null;
      this.setStanding(id, standing);
      return this.find(id);
    })();
  }

  setStanding(id: number, { role, siteRoles }: Standing): void {
    this.#db.transaction(() => {
      this.#sql.setRole.run(role ?? 'viewer', role === null ? 0 : 1, id);
      this.#sql.clearSiteRoles.run(id);
      for (const each of siteRoles) this.#sql.addSiteRole.run(id, each.role, each.siteId);
    })();
  }

  setPassword(id: number, passwordHash: string): void {
    this.#sql.setPassword.run(passwordHash, id);
  }

  replaceHash(id: number, before: string, after: string): void {
    this.#sql.replaceHash.run(after, id, before);
  }

  remove(id: number): void {
    this.#sql.remove.run(id);
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

export function userOf({ id, email, role, everywhere, site_roles, created_at }: UserRow): User {
  const siteRoles = JSON.parse(site_roles) as SiteRole[];
  return { id, email, role: everywhere === 1 ? role : null, siteRoles, createdAt: created_at };
}
