/**
 * Finds a site's texts that no row and no column uses any more, and removes them: piece by piece, while counting goes on. What
 * a day holds does not change when it is sealed, and whatever is written meanwhile asks the dictionary for its texts.
 */
import { VISIT_DIMENSIONS } from '../../../domain/event.ts';
import { PARTS, type PartName } from '../../segments/parts.ts';
import type { SqliteDatabase } from '../open-database.ts';
import type { Removals } from '../removals.ts';
import type { SealedDays } from '../sealed-days.ts';
import type { TermDictionary } from './term-dictionary.ts';

/** Values that one piece reads, and texts that one piece looks at, at most; a day is read whole. */
const MOST_VALUES = 500_000;
const MOST_TEXTS = 5000;

/** The kind of each column that holds ids of texts. */
const KINDS: Readonly<Partial<Record<PartName, Readonly<Record<string, string>>>>> = {
  visits: {
    ...{ entry_host: 'host', entry_page: 'page', exit_host: 'host', exit_page: 'page' },
    ...Object.fromEntries(VISIT_DIMENSIONS.map((name) => [name, name])),
  },
  events: { name: 'name', host: 'host', page: 'page', currency: 'currency' },
  properties: { key: 'prop_key', value: 'prop_value' },
};

export interface SweepOptions {
  db: SqliteDatabase;
  sealed: SealedDays;
  terms: TermDictionary;
  removals: Removals;
}

export class TermSweep {
  readonly #options: SweepOptions;
  readonly #siteId: number;
  /** By kind, 1 at each id that is used; as long as there were ids at the beginning. */
  readonly #used: Map<string, Uint8Array>;
  /** Days still to read, and kinds whose texts are still to be looked at from an id on. */
  readonly #days: number[];
  readonly #kinds: string[];
  #afterId = 0;
  #version: number;

  /** @param version the site's, which is swept in the end */
  constructor(options: SweepOptions, siteId: number, version: number) {
    this.#options = options;
    this.#siteId = siteId;
    this.#version = version;
    const { db } = options;
    const sequences = db
      .prepare<[number], { kind: string; last: number }>(
        'SELECT kind, last_id AS last FROM term_sequences WHERE site_id = ?',
      )
      .all(siteId);
    this.#used = new Map(sequences.map(({ kind, last }) => [kind, new Uint8Array(last + 1)]));
    this.#kinds = [...this.#used.keys()];
    const tables = ['sealed_days', ...Object.keys(KINDS).map((part) => PARTS[part as PartName].table)];
    const days = tables.map((table) => `SELECT day FROM ${table} WHERE site_id = $siteId`).join(' UNION ');
    this.#days = db.prepare<{ siteId: number }, number>(days).pluck().all({ siteId });
    options.terms.onUsed = (site, kind, id) => {
      if (site === siteId) this.#mark(kind, id);
    };
  }

  /** Does the next piece; reads, or removes in the transaction that the caller has open. @returns texts removed, null at the end */
  next(): number | null {
    if (this.#days.length > 0) {
      let values = 0;
      while (values < MOST_VALUES && this.#days.length > 0) values += this.#readDay(this.#days.at(-1) ?? 0);
      return 0;
    }
    const kind = this.#kinds.at(-1);
    if (kind !== undefined) return this.#removeUnused(kind);
    this.#options.removals.swept(this.#siteId, this.#version);
    this.end();
    return null;
  }

  /** Stops listening to the dictionary. */
  end(): void {
    this.#options.terms.onUsed = null;
  }

  #mark(kind: string, id: number): void {
    const used = this.#used.get(kind);
    if (used !== undefined && id < used.length) used[id] = 1;
  }

  /** @returns how many values there were */
  #readDay(day: number): number {
    const { db, sealed } = this.#options;
    const siteId = this.#siteId;
    const holds = sealed.find(siteId, day);
    let values = 1;
    for (const [part, kinds] of Object.entries(KINDS)) {
      const names = Object.keys(kinds);
      const length = holds?.[part as PartName] ?? 0;
      for (const column of names) {
        for (const id of sealed.readValues({ siteId, day, part, column }, length)) this.#mark(kinds[column] ?? '', id);
        values += length;
      }
      const { table } = PARTS[part as PartName];
      const rows = db
        .prepare<[number, number], number[]>(`SELECT ${names.join(', ')} FROM ${table} WHERE site_id = ? AND day = ?`)
        .raw();
      for (const row of rows.iterate(siteId, day)) {
        for (const [index, id] of row.entries()) this.#mark(kinds[names[index] ?? ''] ?? '', id);
        values += names.length;
      }
    }
    this.#days.pop();
    return values;
  }

  #removeUnused(kind: string): number {
    const { db, terms, removals } = this.#options;
    const siteId = this.#siteId;
    const used = this.#used.get(kind) ?? new Uint8Array(0);
    const ids = db
      .prepare<[number, string, number, number], number>(
        `SELECT id FROM terms WHERE site_id = ? AND kind = ? AND id > ? AND id < ? ORDER BY id LIMIT ${MOST_TEXTS}`,
      )
      .pluck()
      .all(siteId, kind, this.#afterId, used.length);
    const remove = db.prepare('DELETE FROM terms WHERE site_id = ? AND kind = ? AND id = ?');
    const unused = ids.filter((id) => used[id] === 0);
    for (const id of unused) remove.run(siteId, kind, id);
    if (unused.length > 0) {
      terms.clear();
      removals.textsRemoved(siteId);
      this.#version += 1;
    }
    this.#afterId = ids.at(-1) ?? 0;
    if (ids.length < MOST_TEXTS) {
      this.#kinds.pop();
      this.#afterId = 0;
    }
    return unused.length;
  }
}
