/** The custody log of day keys: rows of `day_key_log`. */
import type { OpenedDay } from '../../../count/day-book.ts';
import type { EndedKey, KeyCustody, KeyEnding } from '../../../domain/day-key.ts';
import type { SqliteDatabase } from '../open-database.ts';

/** Keys shown at most. */
const MOST_ROWS = 400;
/** Rows of older keys are removed. */
const MONTHS_KEPT = 25;

interface Row extends Omit<KeyCustody, 'ending'> {
  ending: string | null;
}

export class DayKeyLog {
  readonly #db: SqliteDatabase;
  readonly #insert;
  readonly #end;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    // A batch that was refused comes again, and with it the word of its keys.
    this.#insert = db.prepare(`INSERT INTO day_key_log (site_id, day, commitment, level, created_at, carried)
      VALUES (?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING`);
    this.#end = db.prepare(`UPDATE day_key_log SET destroyed_at = ?, ending = ?
      WHERE site_id = ? AND day = ? AND commitment = ? AND destroyed_at IS NULL`);
  }

  /** A key has made its first hash. Keys of imports, which live on a virtual clock, are not logged. */
  created({ siteId, day, level, keyCommitment, custody }: OpenedDay): void {
    if (custody === undefined || keyCommitment === null) return;
    this.#insert.run(siteId, day, keyCommitment, level, custody.createdAt);
  }

  ended({ siteId, day, commitment, ending, at }: EndedKey): void {
    this.#end.run(at, ending, siteId, day, commitment);
  }

  /** The service starts: of the keys that are open in the log, those not carried over are lost. @param now UTC ms */
  begin(carried: readonly string[], now: number): void {
    const lost: KeyEnding = 'lost with the process';
    const oldest = new Date(now);
    oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS_KEPT);
    const held = JSON.stringify(carried);
    const among = 'destroyed_at IS NULL AND commitment';
    this.#db.transaction(() => {
      this.#db
        .prepare(`UPDATE day_key_log SET carried = carried + 1 WHERE ${among} IN (SELECT value FROM json_each(?))`)
        .run(held);
      this.#db
        .prepare(
          `UPDATE day_key_log SET destroyed_at = ?, ending = ? WHERE ${among} NOT IN (SELECT value FROM json_each(?))`,
        )
        .run(now, lost, held);
      this.#db.prepare('DELETE FROM day_key_log WHERE created_at < ?').run(oldest.getTime());
    })();
  }

  /** Newest first. */
  list(siteId: number): KeyCustody[] {
    return this.#db
      .prepare<[number], Row>(
        `SELECT day, commitment, level, created_at AS createdAt, carried, destroyed_at AS destroyedAt, ending
        FROM day_key_log WHERE site_id = ? ORDER BY day DESC, created_at DESC LIMIT ${MOST_ROWS}`,
      )
      .all(siteId)
      .map((row) => ({ ...row, ending: row.ending as KeyEnding | null }));
  }
}
