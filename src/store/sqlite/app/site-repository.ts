/** Sites in app.db. */
import { randomBytes } from 'node:crypto';
import type { SiteStore } from '../../../admin/ports.ts';
import { compileExclusions } from '../../../collect/exclusions.ts';
import type { CollectedSite } from '../../../collect/ports.ts';
import { NOTHING_DECLARED } from '../../../domain/declared-facts.ts';
import { USUAL_DISCLOSURE } from '../../../domain/disclosure.ts';
import { NOTHING_EXCLUDED } from '../../../domain/exclusions.ts';
import { type RemovedSite, type Site, type SiteSettings, USUAL_FEATURES } from '../../../domain/site.ts';
import type { SqliteDatabase } from '../open-database.ts';

const LATER_SETTINGS = {
  ...{ dateFlag: false, askedBy: 'passant', features: USUAL_FEATURES },
  ...NOTHING_DECLARED,
  ...USUAL_DISCLOSURE,
  ...NOTHING_EXCLUDED,
} as const satisfies Partial<SiteSettings>;

interface Row {
  id: number;
  domain: string;
  settings: string;
  identifier_key: Buffer;
  demo: number;
  created_at: number;
  removed_at: number | null;
}

export class SiteRepository implements SiteStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      list: db.prepare<[], Row>('SELECT * FROM sites WHERE removed_at IS NULL ORDER BY demo, domain'),
      listKept: db.prepare<[], Row>('SELECT * FROM sites ORDER BY demo, domain'),
      listRemoved: db.prepare<[], Row & { removed_at: number }>(
        'SELECT * FROM sites WHERE removed_at IS NOT NULL ORDER BY demo, domain',
      ),
      find: db.prepare<[string], Row>('SELECT * FROM sites WHERE domain = ? AND removed_at IS NULL'),
      insert: db.prepare<[string, string, Buffer, number, number], Row>(
        'INSERT INTO sites (domain, settings, identifier_key, demo, created_at) VALUES (?, ?, ?, ?, ?) RETURNING *',
      ),
      update: db.prepare('UPDATE sites SET settings = ? WHERE id = ?'),
      setAside: db.prepare('UPDATE sites SET removed_at = ? WHERE id = ?'),
      takeBack: db.prepare('UPDATE sites SET removed_at = NULL WHERE id = ?'),
      remove: db.prepare('DELETE FROM sites WHERE id = ?'),
    };
  }

  list(): Site[] {
    return this.#sql.list.all().map((row) => siteOf(row));
  }

  /** Those that were removed and can be had back included: what was counted for them is still kept, with all its limits. */
  listKept(): Site[] {
    return this.#sql.listKept.all().map((row) => siteOf(row));
  }

  listRemoved(): RemovedSite[] {
    return this.#sql.listRemoved.all().map((row) => ({ ...siteOf(row), removedAt: row.removed_at }));
  }

  find(domain: string): Site | null {
    const row = this.#sql.find.get(domain);
    return row ? siteOf(row) : null;
  }

  /** With the secret that turns identifiers into keys and the compiled exclusions, for the collector alone. */
  listCollected(which: 'there' | 'removed' = 'there'): CollectedSite[] {
    return this.#sql[which === 'there' ? 'list' : 'listRemoved'].all().map((row) => {
      const site = siteOf(row);
      return { ...site, identifierKey: row.identifier_key, exclusions: compileExclusions(site) };
    });
  }

  insert(domain: string, settings: SiteSettings, demo: boolean, createdAt: number): Site {
    const row = this.#sql.insert.get(domain, JSON.stringify(settings), randomBytes(32), Number(demo), createdAt);
    if (!row) throw new Error('the site was not inserted');
    return siteOf(row);
  }

  update(id: number, settings: SiteSettings): void {
    this.#sql.update.run(JSON.stringify(settings), id);
  }

  setAside(id: number, removedAt: number): void {
    this.#sql.setAside.run(removedAt, id);
  }

  takeBack(id: number): void {
    this.#sql.takeBack.run(id);
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
