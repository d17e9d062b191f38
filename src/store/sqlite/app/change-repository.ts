/** The log of changes in app.db, and how often somebody was refused. */
import type { ChangeKind, ChangeStore, CountedRefusal, RefusalStore } from '../../../admin/ports.ts';
import type { Change } from '../../../domain/change.ts';
import type { SqliteDatabase } from '../open-database.ts';

const INSERT = 'INSERT INTO changes (at, who, act, site, about) VALUES (?, ?, ?, ?, ?)';
const WHICH = { all: '', changes: 'AND count IS NULL', refusals: 'AND count IS NOT NULL' } as const;

export class ChangeRepository implements ChangeStore {
  readonly #insert;
  readonly #list;

  constructor(db: SqliteDatabase) {
    const prepare = (which: keyof typeof WHICH) =>
      db.prepare<[number, number], Change>(
        `SELECT changes.*, count FROM changes LEFT JOIN refusals ON change_id = id WHERE id < ? ${WHICH[which]} ORDER BY id DESC LIMIT ?`,
      );
    this.#insert = db.prepare(INSERT);
    this.#list = { all: prepare('all'), changes: prepare('changes'), refusals: prepare('refusals') };
  }

  insert({ at, who, act, site, about }: Omit<Change, 'id' | 'count'>): void {
    this.#insert.run(at, who, act, site, about);
  }

  list(before: number, limit: number, only: ChangeKind | null): Change[] {
    return this.#list[only ?? 'all'].all(before, limit);
  }
}

export class RefusalRepository implements RefusalStore {
  readonly #add: (counted: CountedRefusal) => void;

  constructor(db: SqliteDatabase) {
    const find = db.prepare<[number, string, string, string], { id: bigint; count: bigint }>(
      'SELECT id, count FROM refusals JOIN changes ON id = change_id WHERE hour = ? AND act = ? AND who = ? AND about = ?',
    );
    find.safeIntegers();
    const insert = db.prepare(INSERT);
    const begin = db.prepare('INSERT INTO refusals (change_id, hour, count) VALUES (?, ?, ?)');
    const grow = db.prepare('UPDATE refusals SET count = ? WHERE change_id = ?');
    this.#add = db.transaction(({ at, hour, act, who, about, count }: CountedRefusal) => {
      const line = find.get(hour, act, who, about);
      if (line !== undefined) grow.run(line.count + BigInt(count), line.id);
      else begin.run(BigInt(insert.run(at, who, act, null, about).lastInsertRowid), BigInt(hour), BigInt(count));
    });
  }

  add(counted: CountedRefusal): void {
    this.#add(counted);
  }
}
