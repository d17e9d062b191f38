/** The same year in DuckDB, in the order of time: visits, and events that carry what their visit and their visitor are. */
import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  UINTEGER,
  USMALLINT,
  UTINYINT,
} from '@duckdb/node-api';
import { type Columns, columnOf, type DayBatch } from './day-batch.ts';
import { readDuckdbDay, type Values } from './duckdb-day.ts';
import { TEXTS } from './texts.ts';

/** DuckDB takes rows in vectors of this many. */
const CHUNK_ROWS = 2048;
const THREADS = 2;

const SHARED = {
  ...{ day: USMALLINT, month: USMALLINT, visit: UINTEGER, person: UINTEGER, visitor: UINTEGER },
  ...{ source: USMALLINT, channel: UTINYINT, referrer: USMALLINT },
  ...{ utm_source: UTINYINT, utm_medium: UTINYINT, utm_campaign: UTINYINT },
  ...{ country: UTINYINT, browser: UTINYINT, browser_version: UTINYINT, os: UTINYINT, os_version: UTINYINT },
  ...{ device: UTINYINT, language: UTINYINT, entry_page: USMALLINT, exit_page: USMALLINT },
};
/** Columns with their narrowest types. `after` are pageviews after the midnight that ends the visit's day. */
const TABLES: Record<'visits' | 'events', Readonly<Record<string, DuckDBType>>> = {
  visits: {
    ...SHARED,
    started: UINTEGER,
    last: UINTEGER,
    pageviews: USMALLINT,
    after: USMALLINT,
    interactions: UTINYINT,
  },
  events: {
    ...SHARED,
    ...{ own_day: USMALLINT, own_month: USMALLINT, occurred: UINTEGER, name: UTINYINT, page: USMALLINT },
    ...{ currency: UTINYINT, amount: DOUBLE, plan: UTINYINT },
  },
};
type TableName = keyof typeof TABLES;

export async function openDuckdb(file: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(file, { threads: String(THREADS) });
  return instance.connect();
}

export class DuckdbStore {
  readonly #connection: DuckDBConnection;
  readonly #appenders: Readonly<Record<TableName, DuckDBAppender>>;
  /** Visits and day-visitors before the day that comes next: in DuckDB both are numbered through the year. */
  #before = { visits: 0, people: 0 };

  private constructor(connection: DuckDBConnection, appenders: Record<TableName, DuckDBAppender>) {
    this.#connection = connection;
    this.#appenders = appenders;
  }

  static async create(file: string): Promise<DuckdbStore> {
    const connection = await openDuckdb(file);
    for (const [table, columns] of Object.entries(TABLES)) {
      const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
      await connection.run(`CREATE TABLE ${table} (${typed.join(', ')})`);
    }
    await connection.run('CREATE TABLE days (day USMALLINT, month USMALLINT)');
    await connection.run('CREATE TABLE terms (kind VARCHAR, id USMALLINT, text VARCHAR)');
    const terms = await connection.createAppender('terms');
    for (const [kind, texts] of Object.entries(TEXTS)) {
      for (const [index, text] of texts.entries()) {
        terms.appendVarchar(kind);
        terms.appendUSmallInt(index + 1);
        terms.appendVarchar(text);
        terms.endRow();
      }
    }
    terms.closeSync();
    const visits = await connection.createAppender('visits');
    return new DuckdbStore(connection, { visits, events: await connection.createAppender('events') });
  }

  addDay(batch: DayBatch): void {
    const tables = readDuckdbDay(batch, this.#before);
    for (const table of ['visits', 'events'] as const) this.#append(table, tables[table]);
    this.#before = {
      visits: this.#before.visits + rowsOf(batch.visits, 'visit'),
      people: this.#before.people + rowsOf(batch.people, 'ordinal'),
    };
  }

  async finish(): Promise<void> {
    for (const appender of Object.values(this.#appenders)) appender.closeSync();
    await this.#connection.run('INSERT INTO days SELECT DISTINCT own_day, own_month FROM events');
    await this.#connection.run('CHECKPOINT');
    this.#connection.closeSync();
  }

  #append(table: TableName, values: Readonly<Record<string, Values>>): void {
    const columns = Object.entries(TABLES[table]);
    const rows = values.day?.length ?? 0;
    for (let first = 0; first < rows; first += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(
        columns.map(([, type]) => type),
        Math.min(CHUNK_ROWS, rows - first),
      );
      for (const [index, [name]] of columns.entries()) {
        const column = values[name];
        if (column === undefined) throw new Error(`there is no column ${name}`);
        const part = Array.from(column.subarray(first, first + CHUNK_ROWS), (value) =>
          Number.isNaN(value) ? null : value,
        );
        chunk.setColumnValues(index, part);
      }
      this.#appenders[table].appendDataChunk(chunk);
    }
  }
}

function rowsOf(columns: Columns, key: string): number {
  return columnOf(columns, key).length;
}
