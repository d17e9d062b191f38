/** API keys in app.db. */
import type { ApiKey, KeyStore, Scope } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  name: string;
  scopes: string;
  site_id: number | null;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_day: number | null;
}

export class KeyRepository implements KeyStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[], Row>('SELECT * FROM api_keys ORDER BY id'),
      byHash: db.prepare<[Buffer], Row>('SELECT * FROM api_keys WHERE token_hash = ?'),
      insert: db.prepare<[string, Buffer, string, number | null, number, number | null], Row>(
        'INSERT INTO api_keys (name, token_hash, scopes, site_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING *',
      ),
      markUsed: db.prepare('UPDATE api_keys SET last_used_day = ? WHERE id = ?'),
      revoke: db.prepare('UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL'),
    };
  }

  list(): ApiKey[] {
    return this.#sql.list.all().map(keyOf);
  }

  findByHash(tokenHash: Buffer): ApiKey | null {
    const row = this.#sql.byHash.get(tokenHash);
    return row ? keyOf(row) : null;
  }

  insert(
    { name, scopes, siteId, createdAt, expiresAt }: Omit<ApiKey, 'id' | 'revokedAt' | 'lastUsedDay'>,
    tokenHash: Buffer,
  ): ApiKey {
    const row = this.#sql.insert.get(name, tokenHash, JSON.stringify(scopes), siteId, createdAt, expiresAt);
    if (!row) throw new Error('the key was not inserted');
    return keyOf(row);
  }

  markUsed(id: number, day: number): void {
    this.#sql.markUsed.run(day, id);
  }

  revoke(id: number, at: number): boolean {
    return this.#sql.revoke.run(at, id).changes === 1;
  }
}

function keyOf({ id, name, scopes, site_id, created_at, expires_at, revoked_at, last_used_day }: Row): ApiKey {
  return {
    ...{ id, name, scopes: JSON.parse(scopes) as Scope[], siteId: site_id },
    ...{ createdAt: created_at, expiresAt: expires_at, revokedAt: revoked_at, lastUsedDay: last_used_day },
  };
}
