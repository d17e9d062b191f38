/** What the year takes on disk, as it was written. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Stores } from './build-stores.ts';

export interface Disk {
  bytes_per_pageview: number;
  /** The packed columns alone, without the pages of the database around them. */
  column_bytes_per_pageview: number;
  duckdb_bytes_per_pageview?: number;
  sqlite_bytes_per_pageview?: number;
}

export function measureDisk({ ours, duckdb, sqlite, facts }: Stores): Disk {
  const perPageview = (bytes: number) => Number((bytes / facts.pageviews).toFixed(1));
  const columns = listColumns(ours).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    bytes_per_pageview: perPageview(statSync(eventsFile(ours)).size),
    column_bytes_per_pageview: perPageview(columns),
    ...(duckdb !== null && { duckdb_bytes_per_pageview: perPageview(statSync(duckdb).size) }),
    ...(sqlite !== null && { sqlite_bytes_per_pageview: perPageview(statSync(sqlite).size) }),
  };
}

export interface ColumnBytes {
  column: string;
  bytes: number;
}

/** The columns of all days, the largest first. */
export function listColumns(dataDir: string): ColumnBytes[] {
  const db = new Database(eventsFile(dataDir), { readonly: true });
  const sql = `SELECT part || '.' || column AS column, sum(length(data)) AS bytes FROM segments GROUP BY 1 ORDER BY 2 DESC`;
  const columns = db.prepare<[], ColumnBytes>(sql).all();
  db.close();
  return columns;
}

function eventsFile(dataDir: string): string {
  return join(dataDir, 'events.db');
}
