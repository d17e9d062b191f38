/** Webhooks in app.db. */
import type { Webhook, WebhookStore } from '../../../reports/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

export class WebhookRepository implements WebhookStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[], Webhook>(
        'SELECT id, site_id AS siteId, url, secret, created_at AS createdAt FROM webhooks ORDER BY id',
      ),
      insert: db
        .prepare<[number, string, Buffer, number], number>(
          'INSERT INTO webhooks (site_id, url, secret, created_at) VALUES (?, ?, ?, ?) RETURNING id',
        )
        .pluck(),
      remove: db.prepare<[number]>('DELETE FROM webhooks WHERE id = ?'),
    };
  }

  list(): Webhook[] {
    return this.#sql.list.all();
  }

  insert(webhook: Omit<Webhook, 'id'>): Webhook {
    const { siteId, url, secret, createdAt } = webhook;
    return { id: this.#sql.insert.get(siteId, url, secret, createdAt) ?? 0, ...webhook };
  }

  remove(id: number): void {
    this.#sql.remove.run(id);
  }
}
