/** The log of changes in app.db. */
import type { ChangeStore } from '../../../admin/ports.ts';
import type { Change } from '../../../domain/change.ts';
import type { SqliteDatabase } from '../open-database.ts';

export class ChangeRepository implements ChangeStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      insert: db.prepare('INSERT INTO changes (at, who, act, site, about) VALUES (?, ?, ?, ?, ?)'),
      list: db.prepare<[number, number], Change>('SELECT * FROM changes WHERE id < ? ORDER BY id DESC LIMIT ?'),
    };
  }

  insert({ at, who, act, site, about }: Omit<Change, 'id'>): void {
    this.#sql.insert.run(at, who, act, site, about);
  }

  list(before: number, limit: number): Change[] {
    return this.#sql.list.all(before, limit);
  }
}
