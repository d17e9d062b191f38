/**
 * Keys and counting memory in a file on a RAM-backed folder, always in step with events.db: of each transaction the changes
 * are written here first, as waiting, under the transaction's random name, which events.db then commits. Whoever is killed in
 * between leaves changes that wait for a name events.db does not hold: they are dropped, and nothing is lost or doubled.
 */
import { closeSync, constants, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { CarriedKey } from '../../../count/day-keys.ts';
import {
  type CarriedMemory,
  MEMORY_FORMAT,
  type MemoryChange,
  type MemoryEntry,
  type MemoryKeeper,
} from '../../../count/memory-entry.ts';
import { AppError } from '../../../domain/errors.ts';
import type { SqliteDatabase } from '../open-database.ts';

const SCHEMA = `
  CREATE TABLE state (applied TEXT NOT NULL, waiting TEXT NOT NULL, changes TEXT NOT NULL) STRICT;
  INSERT INTO state (applied, waiting, changes) VALUES ('', '', '[]');
  CREATE TABLE entries (site_id INTEGER NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    value TEXT NOT NULL, PRIMARY KEY (site_id, day, kind, name)) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${MEMORY_FORMAT};
`;
const KEY = 'key';
const NOTHING = { batch: '', changes: [] };

interface Change extends Omit<MemoryChange, 'kind'> {
  kind: string;
}
type Entry = Change & { value: string };
interface State {
  /** The transaction that the entries have followed, the one whose changes wait, and those changes as JSON. */
  applied: string;
  waiting: string;
  changes: string;
}

export class MemoryFile implements MemoryKeeper {
  readonly #file: string;
  readonly #onBroken: (sentence: string) => void;
  #db: SqliteDatabase | null;
  #sql: ReturnType<typeof prepare> | null = null;
  #changes: Change[] = [];
  #waiting: { batch: string; changes: readonly Change[] } = NOTHING;
  /** The newest transaction that events.db has committed. */
  #committed = '';

  /**
   * Opens or makes the file. What cannot be read is made anew: the day then goes on in a new part.
   * @param onBroken is told when the folder takes no more; counting goes on without it
   * @throws AppError `conflict` when another process has it open
   */
  constructor(file: string, onBroken: (sentence: string) => void) {
    this.#file = file;
    this.#onBroken = onBroken;
    try {
      this.#db = open(file);
    } catch (error) {
      if ((error as { code?: string }).code === 'SQLITE_BUSY')
        throw new AppError(
          'conflict',
          'PASSANT_KEYS_DIR is in use by another service; give each one a folder of its own.',
        );
      removeFile(file);
      this.#db = open(file);
    }
    this.#sql = prepare(this.#db);
  }

  /** Whether what is counted from now on will survive the process. */
  get isKept(): boolean {
    return this.#db !== null;
  }

  /** What was kept, when it is of the rows that events.db holds at `batch`; null when there is none, or of others. */
  read(batch: string): CarriedMemory | null {
    return this.#try((db, sql) => {
      const state = sql.state.get();
      if (state === undefined || batch === '') return null;
      if (state.waiting !== batch && state.applied !== batch) return null;
      this.#committed = batch;
      this.#waiting = { batch: state.waiting, changes: JSON.parse(state.changes) as Change[] };
      db.transaction(() => this.#settle(sql))();
      const rows = sql.entries.all();
      return {
        batch,
        keys: rows.filter(({ kind }) => kind === KEY).map(({ value }) => JSON.parse(value) as CarriedKey),
        entries: rows.filter(({ kind }) => kind !== KEY) as MemoryEntry[],
      };
    });
  }

  /** Keeps this and nothing else. */
  replace({ batch, keys, entries }: CarriedMemory): void {
    this.#changes = [];
    this.#committed = batch;
    this.#waiting = { batch, changes: [...keys.map(entryOf), ...entries] };
    this.#try((db, sql) =>
      db.transaction(() => {
        sql.clear.run();
        this.#settle(sql);
      })(),
    );
  }

  /** A key has made its first hash; kept with the transaction that counts it. */
  keepKey(key: CarriedKey): void {
    this.#changes.push(entryOf(key));
  }

  keep(changes: readonly MemoryChange[]): void {
    this.#changes.push(...changes);
  }

  /**
   * Writes what the transaction has changed, as waiting under the name `batch`; call it before events.db commits that name.
   * @returns false when nothing has changed, or nothing can be kept: then events.db must keep the name it has
   */
  prepare(batch: string): boolean {
    const changes = this.#changes;
    this.#changes = [];
    if (changes.length === 0) return false;
    const written = this.#try((db, sql) => {
      db.transaction(() => {
        this.#apply(sql);
        sql.setState.run(this.#committed, batch, JSON.stringify(changes));
      })();
      this.#waiting = { batch, changes };
      return true;
    });
    return written ?? false;
  }

  /** events.db has committed `batch`. */
  committed(batch: string): void {
    this.#committed = batch;
  }

  /** events.db has not committed. */
  discard(): void {
    this.#changes = [];
  }

  /** A key was destroyed: its bytes, and what was kept under it, go at once. */
  dropKey(siteId: number, day: number): void {
    this.#try((db, sql) =>
      db.transaction(() => {
        this.#settle(sql); // what waits may hold the key
        sql.dropKey.run(siteId, day);
      })(),
    );
  }

  forgetBefore(siteId: number, day: number): void {
    this.#try((db, sql) =>
      db.transaction(() => {
        this.#settle(sql);
        sql.forgetBefore.run(siteId, day);
      })(),
    );
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
  }

  /** Moves what waits among the entries, or drops it when events.db has not committed it; then nothing waits. */
  #settle(sql: ReturnType<typeof prepare>): void {
    this.#apply(sql);
    this.#waiting = NOTHING;
    sql.setState.run(this.#committed, '', '[]');
  }

  #apply(sql: ReturnType<typeof prepare>): void {
    if (this.#waiting.batch !== this.#committed) return;
    for (const { siteId, day, kind, name, value } of this.#waiting.changes) {
      if (value === null) sql.remove.run(siteId, day, kind, name);
      else sql.insert.run(siteId, day, kind, name, value);
    }
  }

  /** A full or lost folder must not stop the counting: it goes on as without one. */
  #try<T>(work: (db: SqliteDatabase, sql: ReturnType<typeof prepare>) => T): T | null {
    if (this.#db === null || this.#sql === null) return null;
    try {
      return work(this.#db, this.#sql);
    } catch (error) {
      this.close();
      removeFile(this.#file);
      const code = (error as { code?: string }).code ?? 'no code';
      this.#onBroken(`PASSANT_KEYS_DIR takes no more (${code}); until the next start a restart loses the day’s keys`);
      return null;
    }
  }
}

function open(file: string): SqliteDatabase {
  // Made with its mode, and never through a link that leads elsewhere.
  closeSync(openSync(file, constants.O_CREAT | constants.O_RDWR | constants.O_NOFOLLOW, 0o600));
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE'); // one service, one folder
    db.pragma('journal_mode = TRUNCATE'); // a kill in mid-write is taken back; nothing lingers in a log
    db.pragma('synchronous = OFF'); // memory has no disk to wait for
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    db.exec('BEGIN IMMEDIATE; COMMIT'); // takes the lock, which stays
    const version = db.pragma('user_version', { simple: true });
    if (version === 0) db.exec(SCHEMA);
    else if (version !== MEMORY_FORMAT) throw new Error('memory of another format');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function prepare(db: SqliteDatabase) {
  return {
    state: db.prepare<[], State>('SELECT applied, waiting, changes FROM state'),
    setState: db.prepare('UPDATE state SET applied = ?, waiting = ?, changes = ?'),
    entries: db.prepare<[], Entry>('SELECT site_id AS siteId, day, kind, name, value FROM entries'),
    insert: db.prepare('INSERT OR REPLACE INTO entries (site_id, day, kind, name, value) VALUES (?, ?, ?, ?, ?)'),
    remove: db.prepare('DELETE FROM entries WHERE site_id = ? AND day = ? AND kind = ? AND name = ?'),
    clear: db.prepare('DELETE FROM entries'),
    dropKey: db.prepare(`DELETE FROM entries WHERE site_id = ? AND day = ? AND kind IN ('${KEY}', 'mark')`),
    forgetBefore: db.prepare("DELETE FROM entries WHERE site_id = ? AND day < ? AND kind <> 'visit'"),
  };
}

function entryOf(key: CarriedKey): Entry {
  return { siteId: key.siteId, day: key.day, kind: KEY, name: '', value: JSON.stringify(key) };
}

function removeFile(file: string): void {
  for (const name of [file, `${file}-journal`]) rmSync(name, { force: true });
}
