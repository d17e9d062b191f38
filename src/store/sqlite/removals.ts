/** Numbers the removals of a site's days and texts, so that readers drop what they keep of it, and unused texts are looked for. */
import type { SqliteDatabase } from './open-database.ts';

export class Removals {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      version: db.prepare<[number], number>('SELECT version FROM removals WHERE site_id = ?').pluck(),
      unswept: db
        .prepare<[number], number>('SELECT version FROM removals WHERE site_id = ? AND swept < version')
        .pluck(),
      daysRemoved: db.prepare(`INSERT INTO removals (site_id, version, swept) VALUES (?, 1, 0)
        ON CONFLICT DO UPDATE SET version = version + 1`),
      withoutSweep: db.prepare(`INSERT INTO removals (site_id, version, swept) VALUES (?, 1, 1)
        ON CONFLICT DO UPDATE SET version = version + 1, swept = swept + 1`),
      swept: db.prepare('UPDATE removals SET swept = max(swept, ?) WHERE site_id = ?'),
    };
  }

  /** Another number than before: whatever was kept in memory of the site's days and texts may be of what is no more. */
  version(siteId: number): number {
    return this.#sql.version.get(siteId) ?? 0;
  }

  /** The version whose unused texts were not looked for, or null. */
  unswept(siteId: number): number | null {
    return this.#sql.unswept.get(siteId) ?? null;
  }

  /** Rows went whose texts may now be unused. */
  daysRemoved(siteId: number): void {
    this.#sql.daysRemoved.run(siteId);
  }

  /** Unused texts went. */
  textsRemoved(siteId: number): void {
    this.#sql.withoutSweep.run(siteId);
  }

  /** Of visitors who stay it was forgotten when they came first; no text is unused by that. */
  visitorsChanged(siteId: number): void {
    this.#sql.withoutSweep.run(siteId);
  }

  /** No text is unused as of a version. */
  swept(siteId: number, version: number): void {
    this.#sql.swept.run(version, siteId);
  }
}
