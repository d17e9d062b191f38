/** Notes on days in app.db. */
import type { AnnotationStore } from '../../../admin/ports.ts';
import type { Annotation, AnnotationText } from '../../../domain/annotation.ts';
import type { SqliteDatabase } from '../open-database.ts';

export class AnnotationRepository implements AnnotationStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[number, string, string], Annotation>(
        'SELECT id, day, text FROM annotations WHERE site_id = ? AND day BETWEEN ? AND ? ORDER BY day, id',
      ),
      count: db.prepare<[number], { count: number }>('SELECT count(*) AS count FROM annotations WHERE site_id = ?'),
      insert: db.prepare<[number, string, string, number]>(
        'INSERT INTO annotations (site_id, day, text, created_at) VALUES (?, ?, ?, ?)',
      ),
      update: db.prepare<[string, string, number, number]>(
        'UPDATE annotations SET day = ?, text = ? WHERE site_id = ? AND id = ?',
      ),
      remove: db.prepare<[number, number]>('DELETE FROM annotations WHERE site_id = ? AND id = ?'),
    };
  }

  list(siteId: number, from: string, to: string): Annotation[] {
    return this.#sql.list.all(siteId, from, to);
  }

  count(siteId: number): number {
    return this.#sql.count.get(siteId)?.count ?? 0;
  }

  insert(siteId: number, { day, text }: AnnotationText, createdAt: number): number {
    return Number(this.#sql.insert.run(siteId, day, text, createdAt).lastInsertRowid);
  }

  update(siteId: number, id: number, { day, text }: AnnotationText): boolean {
    return this.#sql.update.run(day, text, siteId, id).changes === 1;
  }

  remove(siteId: number, id: number): boolean {
    return this.#sql.remove.run(siteId, id).changes === 1;
  }
}
