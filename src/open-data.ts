/** Opens the data folder: both databases, their threads, and the services that need nothing but data. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations } from './admin/annotations.ts';
import { ChangeLog } from './admin/change-log.ts';
import { Cookies } from './admin/cookies.ts';
import { Funnels } from './admin/funnels.ts';
import { Goals } from './admin/goals.ts';
import { Segments } from './admin/segments.ts';
import { Sites } from './admin/sites.ts';
import { Accounts } from './auth/accounts.ts';
import { ApiKeys } from './auth/api-keys.ts';
import { Logins } from './auth/logins.ts';
import { PasswordQueue } from './auth/password-queue.ts';
import { ARGON2 } from './auth/passwords.ts';
import { People } from './auth/people.ts';
import { Resets } from './auth/resets.ts';
import { CodeApps } from './auth/second-step/code-apps.ts';
import { PendingSignIns } from './auth/second-step/pending-sign-ins.ts';
import type { PasskeyStore } from './auth/second-step/ports.ts';
import { RecoveryCodes } from './auth/second-step/recovery-codes.ts';
import { SecondSteps } from './auth/second-step/second-steps.ts';
import { SharedLinks } from './auth/shared-links.ts';
import { visitorKey } from './collect/steps/identify-visitor.ts';
import type { Config } from './config/config.ts';
import { requestHandOver } from './control/hand-over.ts';
import { socketPath } from './control/serve-control.ts';
import type { CarriedKey } from './count/day-keys.ts';
import type { CarriedMemory } from './count/memory-entry.ts';
import { SERVICE } from './domain/change.ts';
import type { KeyCustody } from './domain/day-key.ts';
import { AppError } from './domain/errors.ts';
import type { RemovedDays } from './domain/removed-days.ts';
import type { SealedSite } from './domain/sealed-site.ts';
import { Turns } from './lib/turns.ts';
import { describeFault, type Log } from './observe/create-log.ts';
import type { KeptVisitors, SiteFinder } from './privacy/ports.ts';
import { receiptBounds } from './privacy/receipt-bounds.ts';
import { Rights } from './privacy/rights.ts';
import { Subscriptions } from './reports/subscriptions.ts';
import { Webhooks } from './reports/webhooks.ts';
import { checkSegmentFilters } from './stats/parse-filters.ts';
import { DataLock } from './store/data-lock.ts';
import { checkKeysFolder } from './store/keys-folder.ts';
import { SecretFile } from './store/secret-file.ts';
import { SetupTokenRepository, UserRepository } from './store/sqlite/app/account-repository.ts';
import { AnnotationRepository } from './store/sqlite/app/annotation-repository.ts';
import { ChangeRepository } from './store/sqlite/app/change-repository.ts';
import { CookieRepository } from './store/sqlite/app/cookie-repository.ts';
import { DemandRepository } from './store/sqlite/app/demand-repository.ts';
import { FunnelRepository } from './store/sqlite/app/funnel-repository.ts';
import { GoalRepository } from './store/sqlite/app/goal-repository.ts';
import { IdentityRepository } from './store/sqlite/app/identity-repository.ts';
import { InvitationRepository } from './store/sqlite/app/invitation-repository.ts';
import { KeyRepository } from './store/sqlite/app/key-repository.ts';
import { LastRunRepository } from './store/sqlite/app/last-run-repository.ts';
import { KnownDeviceRepository, LoginRepository } from './store/sqlite/app/login-repository.ts';
import { OutboxRepository } from './store/sqlite/app/outbox-repository.ts';
import { ReceiptRepository } from './store/sqlite/app/receipt-repository.ts';
import { ResetRepository } from './store/sqlite/app/reset-repository.ts';
import {
  CodeAppRepository,
  PasskeyRepository,
  RecoveryCodeRepository,
} from './store/sqlite/app/second-step-repository.ts';
import { SegmentRepository } from './store/sqlite/app/segment-repository.ts';
import { SharedLinkRepository } from './store/sqlite/app/shared-link-repository.ts';
import { CachedSiteDirectory } from './store/sqlite/app/site-directory.ts';
import { SiteRepository } from './store/sqlite/app/site-repository.ts';
import { SubscriptionRepository } from './store/sqlite/app/subscription-repository.ts';
import { WebhookRepository } from './store/sqlite/app/webhook-repository.ts';
import { MIGRATIONS_DIR, migrate } from './store/sqlite/migrate.ts';
import { openDatabase } from './store/sqlite/open-database.ts';
import { ReaderThreads } from './store/sqlite/reader/reader-threads.ts';
import { ThreadImportStore } from './store/sqlite/writer/import-store.ts';
import { Retention } from './store/sqlite/writer/retention.ts';
import { Sealing } from './store/sqlite/writer/sealing.ts';
import { WriterThread } from './store/sqlite/writer/writer-thread.ts';
import type { ImportStore } from './transfer/ports.ts';

/** The file in PASSANT_KEYS_DIR. */
const MEMORY_FILE = 'instrument.db';
/** How long, and how often, a server that takes over waits for the one before (ms). */
const LONGEST_WAIT_MS = 15_000;
const LOCK_CHECK_MS = 20;

export interface DataOptions {
  config: Pick<Config, 'dataDir' | 'synchronous' | 'cacheMb'>;
  /** What takes the lock, for whoever finds it taken. */
  command: string;
  log: Log;
  /** UTC ms. */
  now: () => number;
  /** The writer has died: nothing can be counted any more. */
  onFault: () => void;
  /** What only the service does; commands leave the days of others as they are. */
  service: ServiceStart | null;
}

export interface ServiceStart {
  keysDir: string | null;
  /** When another server holds the data, ask it to hand over. */
  takesOver: boolean;
}

export interface Data {
  directory: CachedSiteDirectory;
  writer: WriterThread;
  executor: ReaderThreads;
  sites: Sites;
  goals: Goals;
  funnels: Funnels;
  annotations: Annotations;
  segments: Segments;
  accounts: Accounts;
  logins: Logins;
  secondSteps: SecondSteps;
  codeApps: CodeApps;
  passkeyStore: PasskeyStore;
  pendingSignIns: PendingSignIns;
  people: People;
  resets: Resets;
  subscriptions: Subscriptions;
  webhooks: Webhooks;
  outboxStore: OutboxRepository;
  changes: ChangeLog;
  users: UserRepository;
  identities: IdentityRepository;
  /** The one queue of this process. */
  passwords: PasswordQueue;
  lastRuns: LastRunRepository;
  apiKeys: ApiKeys;
  sharedLinks: SharedLinks;
  cookies: Cookies;
  rights: Rights;
  /** Day keys of the process before, to go on with. */
  carriedKeys: readonly CarriedKey[];
  listDayKeys: (siteId: number) => Promise<KeyCustody[]>;
  /** Seals the days that are due, of one site or (null) of all. */
  seal: (siteId: number | null) => Promise<SealedSite[]>;
  /** Removes the days that are older than their site keeps. */
  retain: () => Promise<void>;
  close: () => Promise<void>;
  /** `close`, and what the next process needs to go on counting, keys aside. */
  handOver: () => Promise<Omit<CarriedMemory, 'keys'>>;
}

/**
 * @throws AppError `conflict` naming the process that owns the folder, or a database of a newer version; `invalid` when day
 * keys cannot be kept in the folder that is named for them
 */
export async function openData(options: DataOptions): Promise<Data> {
  const { config, log, now, onFault, service } = options;
  const { dataDir } = config;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const keysDir = service?.keysDir ?? null;
  if (keysDir !== null) checkKeysFolder(keysDir, dataDir);
  const { lock, handedOver } = await takeLock(options);
  const appFile = join(dataDir, 'app.db');
  const app = openDatabase(appFile);
  migrate(app, join(MIGRATIONS_DIR, 'app'));
  const eventsFile = join(dataDir, 'events.db');
  const writer = await WriterThread.start(
    { file: eventsFile, appFile, migrations: join(MIGRATIONS_DIR, 'events-sqlite'), synchronous: config.synchronous },
    {
      onFault: (error) => {
        log.fatal(describeFault(error), 'the writer thread has died');
        onFault();
      },
      onRefused: (error) => log.error(describeFault(error), 'the database did not take a batch'),
      onWarning: (sentence) => log.warn(sentence),
    },
  );
  const turns = new Turns();
  const sealing = new Sealing({
    writer,
    turns,
    now,
    onSealed: (sites) => service !== null && reportSealing(sites, log),
  });
  const memoryFile = keysDir === null ? null : join(keysDir, MEMORY_FILE);
  const carriedKeys = service === null ? [] : await writer.call('carryOver', { memoryFile, handedOver, now: now() });
  const executor = new ReaderThreads({ file: eventsFile, cacheBytes: config.cacheMb * 1024 * 1024 });
  const repository = new SiteRepository(app);
  const directory = new CachedSiteDirectory(repository);
  const users = new UserRepository(app);
  const logins = new Logins({ store: new LoginRepository(app), devices: new KnownDeviceRepository(app), now });
  const codeApps = new CodeApps({ store: new CodeAppRepository(app), secrets: new SecretFile(dataDir), now });
  const passkeyStore = new PasskeyRepository(app);
  const secondSteps = new SecondSteps({
    ...{ apps: codeApps, recovery: new RecoveryCodes(new RecoveryCodeRepository(app)), passkeys: passkeyStore, logins },
    ...{ demand: new DemandRepository(app), now },
  });
  const passwords = new PasswordQueue(ARGON2);
  const lastRuns = new LastRunRepository(app);
  const changes = new ChangeLog(new ChangeRepository(app), now);
  const changedSites = new Set<number>();
  const retention = new Retention({
    ...{ writer, turns, now, sites: () => repository.listKept() },
    onRemoved: (removed) => {
      reportRetention(removed, log);
      changedSites.add(removed.siteId);
    },
  });
  const forgetChanged = async () => {
    const changed = [...changedSites];
    changedSites.clear();
    for (const siteId of changed) await executor.forget(siteId);
  };
  /** Readers still know what was removed: until a question has ended, nor can the log be emptied. */
  const forgetting = async (siteId: number, work: () => Promise<void>) => {
    try {
      await work();
    } finally {
      await executor.forget(siteId);
    }
  };
  const visitors: KeptVisitors = {
    read: async (siteId, key, mostEvents) => {
      await writer.drained();
      return executor.readVisitor(siteId, key, mostEvents);
    },
    erase: async (siteId, key, withdrawal) => {
      await writer.drained();
      const wasKnown = await writer.call('forgetVisitor', { siteId, key, withdrawal });
      await forgetting(siteId, () => writer.emptyLog());
      return wasKnown;
    },
  };
  // A removal that was cut off has left rows that belong to nobody.
  await writer.call(
    'removeOtherSites',
    repository.listKept().map(({ id }) => id),
  );
  const end = async <T>(endWriter: () => Promise<T>): Promise<T> => {
    await turns.stop();
    await executor.close();
    try {
      return await endWriter();
    } finally {
      app.close();
      lock.release();
    }
  };
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
          await forgetting(siteId, () => writer.emptyLog());
        },
        emptySite: async (siteId, today) => {
          await writer.drained();
          const isDone = await writer.call('emptySite', { siteId, today });
          if (isDone) await forgetting(siteId, () => writer.emptyLog());
          return isDone;
        },
      },
      now,
      onChange: () => directory.reload(),
      onErased: ({ domain }) => changes.note({ who: SERVICE, act: 'site_erased', site: domain }),
    }),
    goals: new Goals(new GoalRepository(app), now),
    funnels: new Funnels(new FunnelRepository(app), now),
    annotations: new Annotations(new AnnotationRepository(app), now),
    segments: new Segments({ store: new SegmentRepository(app), checkFilters: checkSegmentFilters, now }),
    ...{ users, logins, passwords, lastRuns, secondSteps, codeApps, passkeyStore },
    outboxStore: new OutboxRepository(app),
    pendingSignIns: new PendingSignIns({ users, now }),
    identities: new IdentityRepository(app),
    webhooks: new Webhooks(new WebhookRepository(app), now),
    subscriptions: new Subscriptions(new SubscriptionRepository(app), now),
    resets: new Resets({ store: new ResetRepository(app), users, logins, passwords, now }),
    accounts: new Accounts({ users, passwords, setupTokens: new SetupTokenRepository(app), now }),
    changes,
    people: new People({ users, logins, passwords, invitations: new InvitationRepository(app), now }),
    apiKeys: new ApiKeys(new KeyRepository(app), now),
    sharedLinks: new SharedLinks({ store: new SharedLinkRepository(app), sites: directory, passwords, now }),
    cookies: new Cookies(new CookieRepository(app), now),
    rights: new Rights({ sites: findWithKeys(directory), visitors, receipts: new ReceiptRepository(app), now }),
    listDayKeys: (siteId) => writer.call('listDayKeys', siteId),
    seal: (siteId) => sealing.run(siteId),
    retain: async () => {
      await turns.take(async () => {
        for (const site of turns.isStopped ? [] : repository.listKept())
          await writer.call('retainReceipts', { siteId: site.id, ...receiptBounds(site, now()) });
      });
      try {
        if (await retention.run()) lastRuns.save('retention', now());
      } finally {
        await forgetChanged();
      }
    },
    carriedKeys,
    close: () => end(() => writer.close()),
    handOver: () => end(() => writer.handOver()),
  };
}

/** The collector's keys, for whoever shows an identifier. */
function findWithKeys(directory: CachedSiteDirectory): SiteFinder {
  return {
    find: (domain) => directory.findKept(domain),
    keyOf: (siteId, identifier) => {
      const site = directory.findKeptById(siteId);
      if (site === undefined) throw new AppError('not_found', 'There is no site of that name.');
      return visitorKey(site.identifierKey, identifier);
    },
  };
}

/** The lock, and what the server that held it has handed over. */
async function takeLock({
  config,
  command,
  log,
  now,
  service,
}: DataOptions): Promise<{ lock: DataLock; handedOver: CarriedMemory | null }> {
  const take = () => DataLock.take(config.dataDir, command, now());
  let taken = take();
  if ('lock' in taken) return { lock: taken.lock, handedOver: null };
  if (service?.takesOver !== true) throw inUse(taken.holder);
  log.info('asks the running server to hand over');
  const handedOver = await requestHandOver(socketPath(config.dataDir)).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'unavailable') throw error; // it goes on running, and says why
    log.warn(describeFault(error), 'nothing was handed over');
    return null;
  });
  // The holder may be a command, or a server that was ending already.
  for (let waitedMs = 0; 'holder' in taken && waitedMs < LONGEST_WAIT_MS; waitedMs += LOCK_CHECK_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOCK_CHECK_MS));
    taken = take();
  }
  if ('holder' in taken) throw inUse(taken.holder);
  return { lock: taken.lock, handedOver };
}

function reportSealing(sites: readonly SealedSite[], log: Log): void {
  for (const { siteId, days, rows, bytes, failed } of sites) {
    if (days > 0) log.info({ site: siteId, days, rows, bytes }, 'days were sealed');
    for (const { reason } of failed) log.error({ site: siteId, fault: reason }, 'a day could not be sealed');
  }
}

function reportRetention({ siteId, days, visitors, texts, failure }: RemovedDays, log: Log): void {
  if (days + visitors + texts > 0)
    log.info({ site: siteId, days, visitors, texts }, 'what was older than the site keeps was removed');
  if (failure !== null)
    log.error({ site: siteId, fault: failure }, 'what is older than the site keeps could not be removed');
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
