/** Writes a simulated day as hot rows, into tables in their shape. */

import { PARTS } from '../../src/store/segments/parts.ts';
import type { SqliteDatabase } from '../../src/store/sqlite/open-database.ts';
import { type DayBatch, inOrder } from './day-batch.ts';

export const ROW_PARTS = ['visits', 'events', 'properties', 'people'] as const;

export class RowWriter {
  readonly #db: SqliteDatabase;
  readonly #insert;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#insert = ROW_PARTS.map((part) => {
      const { table, columns } = PARTS[part];
      const places = columns.map(() => '?').join(', ');
      return {
        part,
        statement: db.prepare(`INSERT INTO ${table} (site_id, day, ${columns.join(', ')}) VALUES (?, ?, ${places})`),
      };
    });
  }

  /** In one transaction. */
  write(siteId: number, batch: DayBatch): void {
    this.#db.transaction(() => {
      for (const { part, statement } of this.#insert) {
        const columns = inOrder(part, batch[part]);
        const row: (number | null)[] = [siteId, batch.day];
        for (let place = 0; place < (columns[0]?.length ?? 0); place++) {
          for (let column = 0; column < columns.length; column++) {
            const value = columns[column]?.[place] ?? Number.NaN;
            row[column + 2] = Number.isNaN(value) ? null : value;
          }
          statement.run(row);
        }
      }
    })();
  }
}
