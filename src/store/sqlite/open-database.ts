/** Opens a SQLite file the one way this service opens them; every PRAGMA with its reason. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { createPrivateFile } from '../private-file.ts';

export type SqliteDatabase = Database.Database;

export interface OpenOptions {
  /** `full` syncs the write-ahead log at every commit, so that an answered beacon survives a power cut. */
  synchronous?: 'full' | 'normal';
  readonly?: boolean;
}

/** Opens (and creates, unless read-only) a database file with mode 0600. */
export function openDatabase(
  file: string,
  { synchronous = 'full', readonly = false }: OpenOptions = {},
): SqliteDatabase {
  const isNew = !existsSync(file);
  if (isNew && !readonly) createPrivateFile(file);
  const db = new Database(file, { readonly });
  db.pragma('busy_timeout = 5000'); // a checkpoint of the other connection may hold the file for a moment
  db.pragma('foreign_keys = ON');
  if (readonly) {
    db.pragma('cache_size = -2000'); // KiB, of 16 000: columns are read once and kept decoded, by several threads with a connection each
    return db;
  }
  if (isNew) db.pragma('auto_vacuum = INCREMENTAL'); // sealing gives back to the disk what rows leave free
  db.pragma('journal_mode = WAL'); // readers never wait for the writer
  db.pragma(`synchronous = ${synchronous}`);
  db.pragma('secure_delete = ON'); // an erased row leaves no bytes behind in the file
  db.pragma('wal_autocheckpoint = 1000'); // pages; keeps the log near 4 MiB
  db.pragma('temp_store = MEMORY'); // nothing of ours in a temporary folder
  return db;
}
