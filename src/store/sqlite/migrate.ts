/** Brings a database to the newest schema: numbered SQL files, forward only, each in one transaction, checksums kept. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { PROGRAM_ROOT } from '../../lib/program-root.ts';
import type { SqliteDatabase } from './open-database.ts';

/** The folder of migrations that ship with the package. */
export const MIGRATIONS_DIR = join(PROGRAM_ROOT, 'migrations');

/**
 * Runs every migration in `folder` that `db` has not seen.
 * @throws AppError `conflict` when a migration already applied was edited, or the database is newer than this program.
 */
export function migrate(db: SqliteDatabase, folder: string): void {
  db.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT');
  const applied = new Map(
    db
      .prepare<[], { name: string; sha256: string }>('SELECT name, sha256 FROM migrations')
      .all()
      .map((row) => [row.name, row.sha256]),
  );
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const name of applied.keys()) {
    if (!files.includes(name)) {
      throw new AppError(
        'conflict',
        `The data was written by a newer version of Passant (${name}); start that version.`,
      );
    }
  }
  for (const name of files) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const known = applied.get(name);
    if (known === sha256) continue;
    if (known !== undefined) throw new AppError('conflict', `Migration ${name} was changed after it had been applied.`);
    db.transaction(() => {
      db.exec(sql);
      db.prepare('INSERT INTO migrations (name, sha256) VALUES (?, ?)').run(name, sha256);
    })();
  }
}
