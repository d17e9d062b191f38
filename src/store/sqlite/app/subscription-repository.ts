/** Who has asked for which mails, in app.db. */
import type { MailLanguage } from '../../../mail/ports.ts';
import type { Subscription, SubscriptionKind, SubscriptionStore } from '../../../reports/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

/** As `Subscription`, by the names of the columns. */
interface Row {
  id: number;
  user_id: number;
  site_id: number;
  kind: SubscriptionKind;
  language: MailLanguage;
  token: string;
  created_at: number;
}

export class SubscriptionRepository implements SubscriptionStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[], Row>('SELECT * FROM subscriptions ORDER BY id'),
      listOf: db.prepare<[number], Row>('SELECT * FROM subscriptions WHERE user_id = ? ORDER BY id'),
      find: db.prepare<[number], Row>('SELECT * FROM subscriptions WHERE id = ?'),
      byToken: db.prepare<[string], Row>('SELECT * FROM subscriptions WHERE token = ?'),
      insert: db.prepare<[number, number, SubscriptionKind, MailLanguage, string, number]>(
        `INSERT INTO subscriptions (user_id, site_id, kind, language, token, created_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (user_id, site_id, kind) DO UPDATE SET language = excluded.language`,
      ),
      remove: db.prepare<[number, number, SubscriptionKind]>(
        'DELETE FROM subscriptions WHERE user_id = ? AND site_id = ? AND kind = ?',
      ),
      removeByToken: db.prepare<[string]>('DELETE FROM subscriptions WHERE token = ?'),
    };
  }

  list(): Subscription[] {
    return this.#sql.list.all().map(subscriptionOf);
  }

  listOf(userId: number): Subscription[] {
    return this.#sql.listOf.all(userId).map(subscriptionOf);
  }

  find(id: number): Subscription | null {
    const row = this.#sql.find.get(id);
    return row === undefined ? null : subscriptionOf(row);
  }

  findByToken(token: string): Subscription | null {
    const row = this.#sql.byToken.get(token);
    return row === undefined ? null : subscriptionOf(row);
  }

  insert({ userId, siteId, kind, language, token, createdAt }: Omit<Subscription, 'id'>): void {
    this.#sql.insert.run(userId, siteId, kind, language, token, createdAt);
  }

  remove(userId: number, siteId: number, kind: SubscriptionKind): void {
    this.#sql.remove.run(userId, siteId, kind);
  }

  removeByToken(token: string): boolean {
    return this.#sql.removeByToken.run(token).changes === 1;
  }
}

function subscriptionOf({ id, user_id, site_id, kind, language, token, created_at }: Row): Subscription {
  return { id, userId: user_id, siteId: site_id, kind, language, token, createdAt: created_at };
}
