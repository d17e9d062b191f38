/** Which inputs have been imported, and how far: rows of `imports`. */
import type { ImportRun } from '../../../transfer/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

interface Row {
  id: number;
  site_id: number;
  kind: string;
  length: number;
  sha256: string | null;
  digests: string;
  done_through_day: number | null;
  report: string | null;
  started_at: number;
  finished_at: number | null;
}

export class ImportRuns {
  readonly #list;
  readonly #insert;
  readonly #update;

  constructor(db: SqliteDatabase) {
    this.#list = db.prepare<[number, string], Row>(
      'SELECT * FROM imports WHERE site_id = ? AND kind = ? ORDER BY id DESC',
    );
    this.#insert = db
      .prepare<unknown[], number>(`INSERT INTO imports
      (site_id, kind, length, sha256, digests, done_through_day, report, started_at, finished_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`)
      .pluck();
    this.#update = db.prepare(`UPDATE imports SET length = ?, sha256 = ?, digests = ?, done_through_day = ?, report = ?,
      started_at = ?, finished_at = ? WHERE id = ?`);
  }

  /** Newest first. */
  list(siteId: number, kind: string): ImportRun[] {
    return this.#list.all(siteId, kind).map((row) => ({
      ...{ id: row.id, siteId: row.site_id, kind: row.kind, length: row.length, sha256: row.sha256 },
      digests: JSON.parse(row.digests) as string[],
      doneThroughDay: row.done_through_day,
      report: row.report === null ? null : (JSON.parse(row.report) as unknown),
      ...{ startedAt: row.started_at, finishedAt: row.finished_at },
    }));
  }

  /** Inserts a run (id 0) or updates it. @returns its id */
  save(run: ImportRun): number {
    const report = run.report === null ? null : JSON.stringify(run.report);
    const { siteId, kind, length, sha256, doneThroughDay, startedAt, finishedAt } = run;
    const state = [length, sha256, JSON.stringify(run.digests), doneThroughDay, report, startedAt, finishedAt];
    if (run.id === 0) return this.#insert.get(siteId, kind, ...state) ?? 0;
    this.#update.run(...state, run.id);
    return run.id;
  }
}
