/** The same year as plain rows in SQLite: the tables of the product's hot rows, which a question reads by day. */
import Database from 'better-sqlite3';
import { PARTS } from '../../src/store/segments/parts.ts';
import type { DayBatch } from './day-batch.ts';
import { MONTHS } from './months.ts';
import { ROW_PARTS, RowWriter } from './row-writer.ts';
import { TEXTS } from './texts.ts';

const SITE = 1;
export class SqliteStore {
  readonly #db: Database.Database;
  readonly #rows: RowWriter;
  readonly #insertDay;

  constructor(file: string) {
    const db = new Database(file);
    db.pragma('page_size = 8192');
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    for (const part of ROW_PARTS) db.exec(createTable(part));
    // The product's tables have one of texts too; the ends of days are for questions by day.
    db.exec(`CREATE TABLE terms (kind TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
      CREATE TABLE days (day INTEGER PRIMARY KEY, month INTEGER NOT NULL, ends_at INTEGER NOT NULL) STRICT`);
    const term = db.prepare('INSERT INTO terms VALUES (?, ?, ?)');
    db.transaction(() => {
      for (const [kind, texts] of Object.entries(TEXTS))
        for (const [index, text] of texts.entries()) term.run(kind, index + 1, text);
    })();
    this.#db = db;
    this.#insertDay = db.prepare('INSERT INTO days VALUES (?, ?, ?)');
    this.#rows = new RowWriter(db);
  }

  addDay(batch: DayBatch): void {
    this.#insertDay.run(batch.day, MONTHS.firstDayOf(batch.day), batch.endsAt);
    this.#rows.write(SITE, batch);
  }

  finish(): void {
    this.#db.exec('ANALYZE');
    this.#db.close();
  }
}

function createTable(part: (typeof ROW_PARTS)[number]): string {
  const { table, columns, keys } = PARTS[part];
  const typed = columns.map((name) => `${name} ${name === 'amount' ? 'REAL' : 'INTEGER'}`).join(', ');
  const key = ['site_id', 'day', ...columns.slice(0, keys)].join(', ');
  return `CREATE TABLE ${table} (site_id INTEGER, day INTEGER, ${typed}, PRIMARY KEY (${key})) STRICT, WITHOUT ROWID`;
}
