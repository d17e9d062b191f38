/**
 * The lock of the data folder: whoever holds it owns the data. It is an exclusive SQLite transaction, which the system
 * releases when the process ends, however it ends; no stale lock can remain.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createPrivateFile } from './private-file.ts';

export interface LockHolder {
  pid: number;
  command: string;
  /** ISO 8601. */
  since: string;
}

export class DataLock {
  readonly #db: Database.Database;
  readonly #note: string;

  private constructor(db: Database.Database, note: string) {
    this.#db = db;
    this.#note = note;
  }

  /** Takes the lock. @returns who holds it when it is taken (null when the holder left no note) */
  static take(dataDir: string, command: string, now: number): { lock: DataLock } | { holder: LockHolder | null } {
    const note = join(dataDir, 'lock.holder');
    const file = join(dataDir, 'lock');
    createPrivateFile(file);
    const db = new Database(file, { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      db.close();
      if ((error as { code?: string }).code === 'SQLITE_BUSY') return { holder: readNote(note) };
      throw error;
    }
    const holder: LockHolder = { pid: process.pid, command, since: new Date(now).toISOString() };
    writeFileSync(note, JSON.stringify(holder), { mode: 0o600 });
    return { lock: new DataLock(db, note) };
  }

  release(): void {
    rmSync(this.#note, { force: true });
    this.#db.exec('ROLLBACK');
    this.#db.close();
  }
}

function readNote(file: string): LockHolder | null {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LockHolder) : null;
  } catch {
    return null;
  }
}
