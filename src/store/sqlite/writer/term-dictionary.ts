/** Texts that repeat, stored once: text -> dense integer per site and kind. Remembers recent answers. */
import { LRUCache } from 'lru-cache';
import type { SqliteDatabase } from '../open-database.ts';

/** Texts kept in memory; pages and referrers of a large site fit. */
const REMEMBERED = 50_000;

export class TermDictionary {
  readonly #ids = new LRUCache<string, number>({ max: REMEMBERED });
  readonly #find;
  readonly #next;
  readonly #insert;
  /** Is told of every id that a row is about to hold. */
  onUsed: ((siteId: number, kind: string, id: number) => void) | null = null;

  constructor(db: SqliteDatabase) {
    this.#find = db
      .prepare<[number, string, string], number>('SELECT id FROM terms WHERE site_id = ? AND kind = ? AND text = ?')
      .pluck();
    this.#next = db
      .prepare<[number, string], number>(`INSERT INTO term_sequences (site_id, kind, last_id) VALUES (?, ?, 1)
        ON CONFLICT DO UPDATE SET last_id = last_id + 1 RETURNING last_id`)
      .pluck();
    this.#insert = db.prepare('INSERT INTO terms (site_id, kind, id, text) VALUES (?, ?, ?, ?)');
  }

  /** The id of a text, given on first sight and never again; 0 for the empty text. Call inside the writer's transaction. */
  idOf(siteId: number, kind: string, text: string): number {
    if (text === '') return 0;
    const id = this.#idOf(siteId, kind, text);
    this.onUsed?.(siteId, kind, id);
    return id;
  }

  #idOf(siteId: number, kind: string, text: string): number {
    const name = `${siteId} ${kind} ${text}`;
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    let id = this.#find.get(siteId, kind, text);
    if (id === undefined) {
      id = this.#next.get(siteId, kind) ?? 0;
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
