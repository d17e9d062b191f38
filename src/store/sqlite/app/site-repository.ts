/** Sites in app.db. */
import { randomBytes } from 'node:crypto';
import type { SiteStore } from '../../../admin/ports.ts';
import type { CollectedSite } from '../../../collect/ports.ts';
import { NOTHING_DECLARED } from '../../../domain/declared-facts.ts';
import { USUAL_DISCLOSURE } from '../../../domain/disclosure.ts';
import { type Site, type SiteSettings, USUAL_FEATURES } from '../../../domain/site.ts';
import type { SqliteDatabase } from '../open-database.ts';

const LATER_SETTINGS = {
  ...{ dateFlag: false, askedBy: 'passant', features: USUAL_FEATURES },
  ...NOTHING_DECLARED,
  ...USUAL_DISCLOSURE,
} as const satisfies Partial<SiteSettings>;

interface Row {
  id: number;
  domain: string;
  settings: string;
  identifier_key: Buffer;
  demo: number;
  created_at: number;
}

export class SiteRepository implements SiteStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[], Row>('SELECT * FROM sites ORDER BY demo, domain'),
      find: db.prepare<[string], Row>('SELECT * FROM sites WHERE domain = ?'),
      insert: db.prepare<[string, string, Buffer, number, number], Row>(
        'INSERT INTO sites (domain, settings, identifier_key, demo, created_at) VALUES (?, ?, ?, ?, ?) RETURNING *',
      ),
      update: db.prepare('UPDATE sites SET settings = ? WHERE id = ?'),
      remove: db.prepare('DELETE FROM sites WHERE id = ?'),
    };
  }

  list(): Site[] {
    return this.#sql.list.all().map((row) => siteOf(row));
  }

  find(domain: string): Site | null {
    const row = this.#sql.find.get(domain);
    return row ? siteOf(row) : null;
  }

  /** With the secret that turns identifiers into keys, for the collector alone. */
  listCollected(): CollectedSite[] {
    return this.#sql.list.all().map((row) => ({ ...siteOf(row), identifierKey: row.identifier_key }));
  }

  insert(domain: string, settings: SiteSettings, demo: boolean, createdAt: number): Site {
    const row = this.#sql.insert.get(domain, JSON.stringify(settings), randomBytes(32), Number(demo), createdAt);
    if (!row) throw new Error('the site was not inserted');
    return siteOf(row);
  }

  update(id: number, settings: SiteSettings): void {
    this.#sql.update.run(JSON.stringify(settings), id);
  }

  remove(id: number): void {
    this.#sql.remove.run(id);
  }
}

function siteOf({ id, domain, settings, demo, created_at }: Row): Site {
  // Settings that were stored by an earlier version know nothing of what came later.
  const stored = { ...LATER_SETTINGS, ...JSON.parse(settings) } as SiteSettings;
  return { ...stored, id, domain, demo: demo === 1, createdAt: created_at };
}
