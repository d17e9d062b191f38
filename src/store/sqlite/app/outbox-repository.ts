/** What is to be sent, in app.db. */
import type { Delivery, Errand, ErrandEnd, ErrandKind, OutboxStore } from '../../../jobs/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  key: string;
  kind: ErrandKind;
  user_id: number | null;
  site_id: number | null;
  webhook_id: number | null;
  about: string;
  attempts: number;
  created_at: number;
}

/** Kinds are bound as one JSON list: their number differs. */
const OF_KINDS = 'kind IN (SELECT value FROM json_each(?))';

export class OutboxRepository implements OutboxStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      add: db.prepare<[string, string, number | null, number | null, number | null, string, number, number]>(
        "INSERT INTO outbox (key, kind, user_id, site_id, webhook_id, about, state, attempts, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT DO NOTHING",
      ),
      firstDue: db
        .prepare<[number, string], number>(
          `SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ? AND ${OF_KINDS} ORDER BY due_at, id LIMIT 1`,
        )
        .pluck(),
      claim: db.prepare<[number], Row>(
        `UPDATE outbox SET state = 'claimed', attempts = attempts + 1 WHERE id = ? AND state = 'waiting'
         RETURNING id, key, kind, user_id, site_id, webhook_id, about, attempts, created_at`,
      ),
      finish: db.prepare<[ErrandEnd, number, string | null, number]>(
        "UPDATE outbox SET state = ?, done_at = ?, fault = ? WHERE id = ? AND state = 'claimed'",
      ),
      postpone: db.prepare<[number, string, number]>(
        "UPDATE outbox SET state = 'waiting', due_at = ?, fault = ? WHERE id = ? AND state = 'claimed'",
      ),
      endClaimed: db.prepare<[number, string]>(
        `UPDATE outbox SET state = 'unknown', done_at = ? WHERE state = 'claimed' AND ${OF_KINDS}`,
      ),
      releaseClaimed: db.prepare<[number, string]>(
        `UPDATE outbox SET state = 'waiting', due_at = ? WHERE state = 'claimed' AND ${OF_KINDS}`,
      ),
      countWaiting: db
        .prepare<[string], number>("SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind = ?")
        .pluck(),
      ofWebhook: db.prepare<[number, number], Omit<Delivery, 'about'> & { about: string }>(
        'SELECT about, state, attempts, created_at AS createdAt, fault FROM outbox WHERE webhook_id = ? ORDER BY id DESC LIMIT ?',
      ),
      forget: db.prepare<[number]>('DELETE FROM outbox WHERE done_at < ?'),
    };
  }

  add({ key, kind, userId, siteId, webhookId, about, createdAt }: Omit<Errand, 'id' | 'attempts'>): boolean {
    return (
      this.#sql.add.run(key, kind, userId, siteId, webhookId, JSON.stringify(about), createdAt, createdAt).changes === 1
    );
  }

  /**
   * The claim is one statement and so one transaction, on the disk before it returns (synchronous = full). Looking comes before: it waits
   * for no lock, and nearly always finds nothing.
   */
  claim(kinds: readonly ErrandKind[], now: number): Errand | null {
    const due = this.#sql.firstDue.get(now, JSON.stringify(kinds));
    const row = due === undefined ? undefined : this.#sql.claim.get(due);
    if (row === undefined) return null;
    const { id, key, kind, user_id, site_id, webhook_id, about, attempts, created_at } = row;
    const told = JSON.parse(about) as Errand['about'];
    return {
      id,
      key,
      kind,
      userId: user_id,
      siteId: site_id,
      webhookId: webhook_id,
      about: told,
      attempts,
      createdAt: created_at,
    };
  }

  finish(id: number, end: ErrandEnd, at: number, fault: string | null): void {
    this.#sql.finish.run(end, at, fault, id);
  }

  postpone(id: number, dueAt: number, fault: string): void {
    this.#sql.postpone.run(dueAt, fault, id);
  }

  listOfWebhook(webhookId: number, most: number): Delivery[] {
    return this.#sql.ofWebhook
      .all(webhookId, most)
      .map((row) => ({ ...row, about: JSON.parse(row.about) as Delivery['about'] }));
  }

  endClaimed(kinds: readonly ErrandKind[], at: number): number {
    return this.#sql.endClaimed.run(at, JSON.stringify(kinds)).changes;
  }

  releaseClaimed(kinds: readonly ErrandKind[], dueAt: number): void {
    this.#sql.releaseClaimed.run(dueAt, JSON.stringify(kinds));
  }

  countWaiting(kind: ErrandKind): number {
    return this.#sql.countWaiting.get(kind) ?? 0;
  }

  forget(before: number): void {
    this.#sql.forget.run(before);
  }
}
