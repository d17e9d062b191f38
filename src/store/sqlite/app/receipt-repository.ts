/** Consent receipts in app.db: read where it is asked, written in the writer thread before the events that need them. */
import { type ConsentReceipt, minuteOf } from '../../../domain/consent.ts';
import type { AcceptedEvent } from '../../../domain/event.ts';
import type { ReceiptReader } from '../../../privacy/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  action: ConsentReceipt['action'];
  at: number;
  text_version: string;
  banner_version: string;
  adapter: string;
}

export class ReceiptRepository implements ReceiptReader {
  readonly #db: SqliteDatabase;
  readonly #sql;
  /** Nothing that was removed is in the write-ahead log. */
  #isLogClean: boolean;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#isLogClean = false; // a process that was killed may have removed something
    // A site that has gone meanwhile leaves no receipt, and keeps no batch from the disk.
    const fields = 'site_id, visitor_key, action, at, text_version, banner_version, adapter';
    this.#sql = {
      list: db.prepare<[number, Buffer], Row>(
        'SELECT * FROM consent_receipts WHERE site_id = ? AND visitor_key = ? ORDER BY at',
      ),
      insert: db.prepare<[number, Buffer | null, string, number, string, string, string, number]>(
        `INSERT OR IGNORE INTO consent_receipts (${fields}) SELECT ?, ?, ?, ?, ?, ?, ? FROM sites WHERE id = ?`,
      ),
      detach: db.prepare<[number, Buffer]>(
        'UPDATE consent_receipts SET visitor_key = NULL WHERE site_id = ? AND visitor_key = ?',
      ),
      detachOld: db.prepare<[number, number]>(
        'UPDATE consent_receipts SET visitor_key = NULL WHERE site_id = ? AND visitor_key IS NOT NULL AND at < ?',
      ),
      removeOld: db.prepare<[number, number]>(
        'DELETE FROM consent_receipts WHERE site_id = ? AND visitor_key IS NULL AND at < ?',
      ),
    };
  }

  list(siteId: number, key: string): ConsentReceipt[] {
    return this.#sql.list.all(siteId, keyBytes(key)).map((row) => ({
      ...{ action: row.action, at: row.at, adapter: row.adapter },
      ...{ text: row.text_version, banner: row.banner_version },
    }));
  }

  /** Keeps a receipt of each yes among `events`, in one transaction that is on disk when this returns. */
  keepAccepted(events: readonly AcceptedEvent[]): void {
    const accepted = events.filter(({ consentAction }) => consentAction === 'accepted');
    if (accepted.length === 0) return;
    this.#db.transaction(() => {
      for (const { siteId, who, at, proof } of accepted) {
        if (who.mode !== 'identified' || proof === null) continue;
        this.#insert(siteId, keyBytes(who.key), { ...proof, action: 'accepted', at: minuteOf(at) });
      }
    })();
  }

  /**
   * Takes the key from a visitor's receipts; `emptyLog` is to follow.
   * @param withdrawal kept without a key when the visitor was known @returns whether there was a receipt
   */
  detach(siteId: number, key: string, withdrawal: ConsentReceipt | null, wasKnown: boolean): boolean {
    return this.#db.transaction(() => {
      const had = this.#sql.detach.run(siteId, keyBytes(key)).changes > 0;
      if (withdrawal !== null && (had || wasKnown)) this.#insert(siteId, null, withdrawal);
      if (had) this.#isLogClean = false;
      return had;
    })();
  }

  /** @param detachBefore, removeBefore UTC ms: older receipts lose their key; older ones without a key go */
  retain(siteId: number, detachBefore: number, removeBefore: number): void {
    this.#db.transaction(() => {
      const { detachOld, removeOld } = this.#sql;
      const changes = detachOld.run(siteId, detachBefore).changes + removeOld.run(siteId, removeBefore).changes;
      if (changes > 0) this.#isLogClean = false;
    })();
  }

  /** Empties the write-ahead log when a key was taken away. @returns false when another connection needs it just now */
  emptyLog(): boolean {
    if (this.#isLogClean) return true;
    const [{ busy } = { busy: 1 }] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    this.#isLogClean = busy === 0;
    return this.#isLogClean;
  }

  close(): void {
    this.#db.close();
  }

  #insert(siteId: number, key: Buffer | null, { action, at, text, banner, adapter }: ConsentReceipt): void {
    this.#sql.insert.run(siteId, key, action, at, text, banner, adapter, siteId);
  }
}

function keyBytes(key: string): Buffer {
  return Buffer.from(key, 'hex');
}
