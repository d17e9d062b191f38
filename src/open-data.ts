/** Opens the data folder: both databases, their threads, and the services that need nothing but data. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Sites } from './admin/sites.ts';
import { Accounts } from './auth/accounts.ts';
import { ApiKeys } from './auth/api-keys.ts';
import type { Config } from './config/config.ts';
import { AppError } from './domain/errors.ts';
import { describeFault, type Log } from './observe/create-log.ts';
import { DataLock } from './store/data-lock.ts';
import { LoginRepository, SetupTokenRepository, UserRepository } from './store/sqlite/app/account-repository.ts';
import { KeyRepository } from './store/sqlite/app/key-repository.ts';
import { CachedSiteDirectory } from './store/sqlite/app/site-directory.ts';
import { SiteRepository } from './store/sqlite/app/site-repository.ts';
import { MIGRATIONS_DIR, migrate } from './store/sqlite/migrate.ts';
import { openDatabase } from './store/sqlite/open-database.ts';
import { ReaderThread } from './store/sqlite/reader/reader-thread.ts';
import { ThreadImportStore } from './store/sqlite/writer/import-store.ts';
import { WriterThread } from './store/sqlite/writer/writer-thread.ts';
import type { ImportStore } from './transfer/ports.ts';

export interface DataOptions {
  config: Pick<Config, 'dataDir' | 'synchronous' | 'cacheMb'>;
  /** What takes the lock, for whoever finds it taken. */
  command: string;
  log: Log;
  /** UTC ms. */
  now: () => number;
  /** The writer has died: nothing can be counted any more. */
  onFault: () => void;
}

export interface Data {
  directory: CachedSiteDirectory;
  writer: WriterThread;
  executor: ReaderThread;
  sites: Sites;
  accounts: Accounts;
  apiKeys: ApiKeys;
  close: () => Promise<void>;
}

/** @throws AppError `conflict` naming the process that owns the folder, or a database of a newer version */
export async function openData({ config, command, log, now, onFault }: DataOptions): Promise<Data> {
  const { dataDir } = config;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const taken = DataLock.take(dataDir, command, now());
  if ('holder' in taken) throw inUse(taken.holder);
  const app = openDatabase(join(dataDir, 'app.db'));
  migrate(app, join(MIGRATIONS_DIR, 'app'));
  const eventsFile = join(dataDir, 'events.db');
  const writer = await WriterThread.start(
    { file: eventsFile, migrations: join(MIGRATIONS_DIR, 'events-sqlite'), synchronous: config.synchronous },
    (error) => {
      log.fatal(describeFault(error), 'the writer thread has died');
      onFault();
    },
    (error) => log.error(describeFault(error), 'the database did not take a batch'),
  );
  const executor = new ReaderThread({ file: eventsFile, cacheBytes: config.cacheMb * 1024 * 1024 });
  const repository = new SiteRepository(app);
  const directory = new CachedSiteDirectory(repository);
  // A removal that was cut off has left rows that belong to nobody.
  await writer.call(
    'removeOtherSites',
    repository.list().map(({ id }) => id),
  );
  return {
    directory,
    writer,
    executor,
    sites: new Sites({
      store: repository,
      eraser: {
        removeSite: async (siteId) => {
          await writer.drained();
          await writer.call('removeSite', siteId);
        },
      },
      now,
      onChange: () => directory.reload(),
    }),
    accounts: new Accounts({
      users: new UserRepository(app),
      logins: new LoginRepository(app),
      setupTokens: new SetupTokenRepository(app),
      now,
    }),
    apiKeys: new ApiKeys(new KeyRepository(app), now),
    close: async () => {
      await executor.close();
      await writer.close();
      app.close();
      taken.lock.release();
    },
  };
}

function inUse(holder: { pid: number; command: string; since: string } | null): AppError {
  const who = holder
    ? `\`passant ${holder.command}\` (process ${holder.pid}, since ${holder.since})`
    : 'another process';
  return new AppError('conflict', `The data folder is in use by ${who}.`);
}

/** Where imports of this data are written. */
export function createImportStore({ writer }: Pick<Data, 'writer'>): ImportStore {
  return new ThreadImportStore(writer);
}
