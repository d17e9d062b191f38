/** Segments in app.db. */
import type { SegmentStore } from '../../../admin/ports.ts';
import type { Segment } from '../../../domain/segment.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  name: string;
  filters: string;
}

export class SegmentRepository implements SegmentStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[number], Row>('SELECT id, name, filters FROM segments WHERE site_id = ? ORDER BY name'),
      insert: db.prepare<[number, string, string, number, number]>(
        'INSERT INTO segments (site_id, name, filters, created_at, changed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ),
      update: db.prepare<[string, string, number, number, number]>(
        'UPDATE OR IGNORE segments SET name = ?, filters = ?, changed_at = ? WHERE site_id = ? AND id = ?',
      ),
      remove: db.prepare<[number, number]>('DELETE FROM segments WHERE site_id = ? AND id = ?'),
    };
  }

  list(siteId: number): Segment[] {
    return this.#sql.list
      .all(siteId)
      .map(({ filters, ...row }) => ({ ...row, filters: JSON.parse(filters) as unknown[] }));
  }

  insert(siteId: number, { name, filters }: Omit<Segment, 'id'>, createdAt: number): Segment | null {
    const { changes, lastInsertRowid } = this.#sql.insert.run(
      ...([siteId, name, JSON.stringify(filters), createdAt, createdAt] as const),
    );
    return changes === 1 ? { id: Number(lastInsertRowid), name, filters } : null;
  }

  update(siteId: number, { id, name, filters }: Segment, changedAt: number): boolean {
    return this.#sql.update.run(name, JSON.stringify(filters), changedAt, siteId, id).changes === 1;
  }

  remove(siteId: number, id: number): boolean {
    return this.#sql.remove.run(siteId, id).changes === 1;
  }
}
