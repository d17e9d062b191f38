/** What is demanded of everybody: rows of `demands` in app.db. */
import type { DemandStore } from '../../../auth/second-step/ports.ts';
import type { SqliteDatabase } from '../open-database.ts';

const SECOND_STEP = 'second_step';

export class DemandRepository implements DemandStore {
  readonly #sql;

  constructor(db: SqliteDatabase) {
    this.#sql = {
      find: db.prepare<[string], number>('SELECT since FROM demands WHERE name = ?').pluck(),
      make: db.prepare('INSERT INTO demands (name, since) VALUES (?, ?) ON CONFLICT DO NOTHING'),
      end: db.prepare('DELETE FROM demands WHERE name = ?'),
    };
  }

  isMade(): boolean {
    return this.#sql.find.get(SECOND_STEP) !== undefined;
  }

  make(at: number): void {
    this.#sql.make.run(SECOND_STEP, at);
  }

  end(): void {
    this.#sql.end.run(SECOND_STEP);
  }
}
