/** API keys in app.db. */
import type { ApiKey, KeyStore, Scope } from '../../../auth/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  name: string;
  scopes: string;
  site_id: number | null;
  created_at: number;
  revoked_at: number | null;
}

export class KeyRepository implements KeyStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[], Row>('SELECT * FROM api_keys ORDER BY id'),
      byHash: db.prepare<[Buffer], Row>('SELECT * FROM api_keys WHERE token_hash = ?'),
      insert: db.prepare<[string, Buffer, string, number | null, number], Row>(
        'INSERT INTO api_keys (name, token_hash, scopes, site_id, created_at) VALUES (?, ?, ?, ?, ?) RETURNING *',
      ),
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

  insert({ name, scopes, siteId, createdAt }: Omit<ApiKey, 'id' | 'revokedAt'>, tokenHash: Buffer): ApiKey {
    const row = this.#sql.insert.get(name, tokenHash, JSON.stringify(scopes), siteId, createdAt);
    if (!row) throw new Error('the key was not inserted');
    return keyOf(row);
  }

  revoke(id: number, at: number): boolean {
    return this.#sql.revoke.run(at, id).changes === 1;
  }
}

function keyOf({ id, name, scopes, site_id, created_at, revoked_at }: Row): ApiKey {
  return {
    id,
    name,
    scopes: JSON.parse(scopes) as Scope[],
    siteId: site_id,
    createdAt: created_at,
    revokedAt: revoked_at,
  };
}
