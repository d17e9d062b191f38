/** When jobs were last done to their end: rows of `last_runs`. */
import type { AlertJob, AlertMarks } from '../../../jobs/ports.ts';
import type { Job, LastRuns } from '../../../privacy/audit/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

export class LastRunRepository implements LastRuns, AlertMarks {
  readonly #find;
  readonly #save;

  constructor(db: SqliteDatabase) {
    this.#find = db.prepare<[string], number>('SELECT done_at FROM last_runs WHERE job = ?').pluck();
    this.#save = db.prepare('INSERT OR REPLACE INTO last_runs (job, done_at) VALUES (?, ?)');
  }

  find(job: Job | AlertJob): number | null {
    return this.#find.get(job) ?? null;
  }

  save(job: Job | AlertJob, at: number): void {
    this.#save.run(job, at);
  }
}
