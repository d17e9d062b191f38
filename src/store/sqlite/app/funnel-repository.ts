/** Kept funnels in app.db. */
import type { FunnelStore } from '../../../admin/ports.ts';
import type { SavedFunnel } from '../../../domain/funnel.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  name: string;
  question: string;
}

export class FunnelRepository implements FunnelStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[number], Row>('SELECT name, question FROM funnels WHERE site_id = ? ORDER BY name'),
      insert: db.prepare<[number, string, string, number]>(
        'INSERT INTO funnels (site_id, name, question, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ),
      replace: db.prepare<[string, string, number, string]>(
        'UPDATE OR IGNORE funnels SET name = ?, question = ? WHERE site_id = ? AND name = ?',
      ),
      remove: db.prepare<[number, string]>('DELETE FROM funnels WHERE site_id = ? AND name = ?'),
    };
  }

  list(siteId: number): SavedFunnel[] {
    return this.#sql.list.all(siteId).map(({ name, question }) => ({ ...JSON.parse(question), name }) as SavedFunnel);
  }

  insert(siteId: number, { name, ...question }: SavedFunnel, createdAt: number): boolean {
    return this.#sql.insert.run(siteId, name, JSON.stringify(question), createdAt).changes === 1;
  }

  replace(siteId: number, before: string, { name, ...question }: SavedFunnel): boolean {
    return this.#sql.replace.run(name, JSON.stringify(question), siteId, before).changes === 1;
  }

  remove(siteId: number, name: string): boolean {
    return this.#sql.remove.run(siteId, name).changes === 1;
  }
}
