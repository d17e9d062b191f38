/** Declared cookies in app.db. */
import type { CookieStore } from '../../../admin/ports.ts';
import type { DeclaredCookie } from '../../../domain/cookie.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  name: string;
  entry: string;
}

export class CookieRepository implements CookieStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[number], Row>(
        'SELECT name, entry FROM declared_cookies WHERE site_id = ? ORDER BY created_at, name',
      ),
      insert: db.prepare<[number, string, string, number]>(
        'INSERT INTO declared_cookies (site_id, name, entry, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ),
      remove: db.prepare<[number, string]>('DELETE FROM declared_cookies WHERE site_id = ? AND name = ?'),
    };
  }

  list(siteId: number): DeclaredCookie[] {
    return this.#sql.list.all(siteId).map(({ name, entry }) => ({ ...JSON.parse(entry), name }) as DeclaredCookie);
  }

  insert(siteId: number, { name, ...entry }: DeclaredCookie, createdAt: number): boolean {
    return this.#sql.insert.run(siteId, name, JSON.stringify(entry), createdAt).changes === 1;
  }

  remove(siteId: number, name: string): boolean {
    return this.#sql.remove.run(siteId, name).changes === 1;
  }
}
