/** Shared links in app.db. */
import type { GuardedLink, SharedLinkStore } from '../../../auth/ports.ts';
import type { Embedding, Licence, SharedLink, SharedLinkSettings } from '../../../domain/shared-link.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  site_id: number;
  token: string | null;
  name: string;
  password_hash: string | null;
  expires_at: number | null;
  embedding: string;
  details: number;
  licence: string | null;
  created_at: number;
  revoked_at: number | null;
  last_used_day: number | null;
}
type Settings = [string, number | null, string, number, string | null];

export class SharedLinkRepository implements SharedLinkStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[number], Row>('SELECT * FROM shared_links WHERE site_id = ? ORDER BY id'),
      byToken: db.prepare<[string], Row>('SELECT * FROM shared_links WHERE token = ?'),
      public: db.prepare<[number], Row>(
        'SELECT * FROM shared_links WHERE site_id = ? AND token IS NULL ORDER BY revoked_at IS NULL DESC, id DESC LIMIT 1',
      ),
      insert: db.prepare<[number, string | null, ...Settings, string | null, number], Row>(
        `INSERT INTO shared_links (site_id, token, name, expires_at, embedding, details, licence, password_hash, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING *`,
      ),
      update: db.prepare<[...Settings, number]>(
        'UPDATE shared_links SET name = ?, expires_at = ?, embedding = ?, details = ?, licence = ? WHERE id = ?',
      ),
      updatePassword: db.prepare<[string | null, number]>('UPDATE shared_links SET password_hash = ? WHERE id = ?'),
      revoke: db.prepare<[number, number, number]>(
        'UPDATE shared_links SET revoked_at = ? WHERE site_id = ? AND id = ? AND revoked_at IS NULL',
      ),
      markUsed: db.prepare<[number, number]>('UPDATE shared_links SET last_used_day = ? WHERE id = ?'),
    };
  }

  list(siteId: number): SharedLink[] {
    return this.#sql.list.all(siteId).map(linkOf);
  }

  findByToken(token: string): GuardedLink | null {
    return guarded(this.#sql.byToken.get(token));
  }

  findPublic(siteId: number): GuardedLink | null {
    return guarded(this.#sql.public.get(siteId));
  }

  insert(
    siteId: number,
    token: string | null,
    settings: SharedLinkSettings,
    passwordHash: string | null,
    createdAt: number,
  ): SharedLink | null {
    const row = this.#sql.insert.get(siteId, token, ...columnsOf(settings), passwordHash, createdAt);
    return row ? linkOf(row) : null;
  }

  update(id: number, settings: SharedLinkSettings, passwordHash: string | null | undefined): void {
    this.#sql.update.run(...columnsOf(settings), id);
    if (passwordHash !== undefined) this.#sql.updatePassword.run(passwordHash, id);
  }

  revoke(siteId: number, id: number, at: number): boolean {
    return this.#sql.revoke.run(at, siteId, id).changes === 1;
  }

  markUsed(id: number, day: number): void {
    this.#sql.markUsed.run(day, id);
  }
}

function columnsOf({ name, expiresAt, embedding, details, licence }: SharedLinkSettings): Settings {
  return [name, expiresAt, JSON.stringify(embedding), details ? 1 : 0, licence];
}

function guarded(row: Row | undefined): GuardedLink | null {
  return row ? { link: linkOf(row), passwordHash: row.password_hash } : null;
}

function linkOf(row: Row): SharedLink {
  return {
    ...{ id: row.id, siteId: row.site_id, token: row.token, name: row.name, expiresAt: row.expires_at },
    embedding: JSON.parse(row.embedding) as Embedding,
    details: row.details === 1,
    licence: row.licence as Licence | null,
    hasPassword: row.password_hash !== null,
    ...{ createdAt: row.created_at, revokedAt: row.revoked_at, lastUsedDay: row.last_used_day },
  };
}
