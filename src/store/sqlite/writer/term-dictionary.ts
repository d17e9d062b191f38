/** Texts that repeat, stored once: text -> dense integer per site and kind. Remembers recent answers. */
import { LRUCache } from 'lru-cache';
import type { SqliteDatabase } from '../open-database.ts';

/** Texts kept in memory; pages and referrers of a large site fit. */
const REMEMBERED = 50_000;

export class TermDictionary {
  readonly #ids = new LRUCache<string, number>({ max: REMEMBERED });
  readonly #find;
  readonly #last;
  readonly #insert;

  constructor(db: SqliteDatabase) {
    this.#find = db
      .prepare<[number, string, string], number>('SELECT id FROM terms WHERE site_id = ? AND kind = ? AND text = ?')
      .pluck();
    this.#last = db
      .prepare<[number, string], number>('SELECT id FROM terms WHERE site_id = ? AND kind = ? ORDER BY id DESC LIMIT 1')
      .pluck();
    this.#insert = db.prepare('INSERT INTO terms (site_id, kind, id, text) VALUES (?, ?, ?, ?)');
  }

  /** The id of a text, given on first sight; 0 for the empty text. Call inside the writer's transaction. */
  idOf(siteId: number, kind: string, text: string): number {
    if (text === '') return 0;
    const name = `${siteId} ${kind} ${text}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    let id = this.#find.get(siteId, kind, text);
    if (id === undefined) {
      id = (this.#last.get(siteId, kind) ?? 0) + 1;
      this.#insert.run(siteId, kind, id, text);
    }
    this.#ids.set(name, id);
    return id;
  }

  /** Forgets what it remembers: a transaction was rolled back, or rows were removed. */
  clear(): void {
    this.#ids.clear();
  }
}
