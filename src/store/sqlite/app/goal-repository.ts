/** Goals in app.db. */
import type { GoalStore } from '../../../admin/ports.ts';
import type { Goal } from '../../../domain/goal.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  name: string;
  rule: string;
}

export class GoalRepository implements GoalStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[number], Row>('SELECT name, rule FROM goals WHERE site_id = ? ORDER BY name'),
      insert: db.prepare<[number, string, string, number]>(
        'INSERT INTO goals (site_id, name, rule, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ),
      replace: db.prepare<[string, string, number, string]>(
        'UPDATE OR IGNORE goals SET name = ?, rule = ? WHERE site_id = ? AND name = ?',
      ),
      remove: db.prepare<[number, string]>('DELETE FROM goals WHERE site_id = ? AND name = ?'),
    };
  }

  list(siteId: number): Goal[] {
    return this.#sql.list.all(siteId).map(({ name, rule }) => ({ ...JSON.parse(rule), name }) as Goal);
  }

  insert(siteId: number, { name, ...rule }: Goal, createdAt: number): boolean {
    return this.#sql.insert.run(siteId, name, JSON.stringify(rule), createdAt).changes === 1;
  }

  replace(siteId: number, before: string, { name, ...rule }: Goal): boolean {
    return this.#sql.replace.run(name, JSON.stringify(rule), siteId, before).changes === 1;
  }

  remove(siteId: number, name: string): boolean {
    return this.#sql.remove.run(siteId, name).changes === 1;
  }
}
