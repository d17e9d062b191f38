/** The composition root: settings in, a running service out. The only place where rooms and walls are joined. */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DEMO_DOMAIN } from './admin/sites.ts';
import { LinkEntry } from './auth/link-entry.ts';
import { createBotDetector } from './collect/bots/create-bot-detector.ts';
import { Collector } from './collect/collector.ts';
import { createDeviceDetector } from './collect/device/create-device-detector.ts';
import { FirstKinds } from './collect/first-kinds.ts';
import { openGeoLocator } from './collect/geo/open-geo-locator.ts';
import { createPipeline, type Knowledge } from './collect/pipeline.ts';
import { createSourceClassifier } from './collect/source/create-source-classifier.ts';
import type { Config } from './config/config.ts';
import { createCommands } from './control/create-commands.ts';
import { serveControl } from './control/serve-control.ts';
import { DayKeys } from './count/day-keys.ts';
import { DayOpener } from './count/day-opener.ts';
import type { CarriedMemory } from './count/memory-entry.ts';
import { AppError } from './domain/errors.ts';
import type { Outcome } from './domain/event.ts';
import { Assets } from './http/assets.ts';
import { ClientScripts } from './http/client-scripts.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { RealtimeStreams } from './http/realtime-streams.ts';
import { createHttpApp } from './http/server.ts';
import { warmReaders } from './jobs/warm-readers.ts';
import { Calendar } from './lib/calendar.ts';
import { PROGRAM_ROOT } from './lib/program-root.ts';
import { VERSION } from './lib/program-version.ts';
import { createLog, describeFault, type Log } from './observe/create-log.ts';
import { Counters, type Metric } from './observe/metrics.ts';
import { Outbound } from './observe/outbound.ts';
import { openAudit } from './open-audit.ts';
import { createImportStore, type Data, openData } from './open-data.ts';
import { openMail } from './open-mail.ts';
import { openSignIn } from './open-sign-in.ts';
import { readPieces } from './snippet/read-pieces.ts';
import { answerRealtime } from './stats/explorations/realtime.ts';
import { Importer } from './transfer/importer.ts';

/** How often keys are looked for whose time ends before the next look: none may live longer (ms). */
const KEY_CHECK_MS = 5_000;
/** How often refusals that no event carried along are written (ms). */
const DROP_FLUSH_MS = 10_000;
/** How often the log is told who was refused (ms). */
const REFUSAL_FLUSH_MS = 10_000;
/** How soon after the start days are looked for that are over, or too old to keep, and how often then (ms). */
const FIRST_TIDYING_MS = 1000;
/** When whoever waited for the start has been answered. */
const WARMING_MS = 5000;
const TIDYING_MS = 600_000;
/** How long a stop waits for requests that do not end (ms). */
const LONGEST_FAREWELL_MS = 10_000;

export interface RunningService {
  /** Port that is listened on. */
  port: number;
  baseUrl: string;
  demoUrl: string | null;
  /** One-time link that creates the first owner, or null when there is one. */
  setupUrl: string | null;
  /** Answers what is under way, writes everything that waits, and closes. */
  stop: () => Promise<void>;
  /** Resolves when another process has taken over: the service has ended. */
  handedOver: Promise<void>;
}

/** What the collector knows about the world; loading it takes some milliseconds and megabytes. */
export async function openKnowledge(config: Pick<Config, 'geoDb'>): Promise<Knowledge> {
  return {
    detectBot: createBotDetector(),
    detectDevice: createDeviceDetector(),
    classifySource: createSourceClassifier(),
    geo: await openGeoLocator(config.geoDb),
  };
}

export interface StartOptions {
  /** When another server holds the data, ask it to hand over. */
  takesOver: boolean;
  /** It can no longer count; the caller should end the process. */
  onFault: () => void;
}

/** Starts the service. @throws AppError `conflict` when the data folder is in use */
export async function startService(config: Config, { takesOver, onFault }: StartOptions): Promise<RunningService> {
  const log = createLog(config.log);
  const now = () => Date.now();
  const knowledge = await openKnowledge(config);
  const service = { keysDir: config.keysDir, takesOver };
  const data = await openData({ config, command: 'serve', log, now, onFault, service });
  try {
    return await serveData(config, data, knowledge, log, now);
  } catch (error) {
    await data.close(); // a port in use must not leave the folder locked
    throw error;
  }
}

async function serveData(
  config: Config,
  data: Data,
  knowledge: Knowledge,
  log: Log,
  now: () => number,
): Promise<RunningService> {
  const outbound = new Outbound().watch();
  const calendar = new Calendar();
  const { keys, opener, endKeys } = createInstrument(config, data, calendar, log, now);
  endKeys(); // of those carried over, some may be over
  const kinds = new FirstKinds(await data.writer.call('listEventNames', null));
  const outcomes = new Counters();
  const collector = new Collector({
    sites: data.directory,
    pipeline: createPipeline({ knowledge, keys, calendar, kinds }),
    writer: {
      write: (event) => {
        opener.beforeEvent(data.directory.findKeptById(event.siteId), event.day);
        return data.writer.write(event);
      },
      countDrop: (drop) => data.writer.countDrop(drop),
    },
    calendar,
    holdsKey: (siteId, day) => keys.holds(siteId, day),
    forget: (site, identifier) => data.rights.withdraw(site.domain, identifier, 'beacon'),
    onOutcome: (outcome) => outcomes.add(outcomeLabel(outcome)),
  });

  const isFirstStart = data.sites.isEmpty && config.adminEmail === null && data.accounts.needsSetup;
  if (config.adminEmail !== null && config.adminPassword !== null && data.accounts.needsSetup) {
    await data.accounts.add(config.adminEmail, config.adminPassword);
  }
  const server = createHttpServer();
  const port = await listen(server, config);
  const baseUrl = config.baseUrl ?? `http://localhost:${port}`;
  data.sites.setDemoHosts(demoHosts(baseUrl));
  if (isFirstStart) data.sites.addDemo(Intl.DateTimeFormat().resolvedOptions().timeZone, demoHosts(baseUrl));
  const demoUrl = () => (data.directory.find(DEMO_DOMAIN) ? demoAddress(baseUrl) : null);

  const { post, resetMails, outbox, deliveries, scheduler } = openMail({ config, data, outbound, baseUrl, log, now });
  const importer = new Importer({
    ...{ sites: data.directory, store: createImportStore(data), calendar, liveKeys: keys, now },
    knowledge: async () => knowledge,
    kinds: async () => kinds,
  });
  const realtimeStreams = new RealtimeStreams({
    answer: (site) => {
      const kept = { goals: data.goals.list(site.id), segments: data.segments.list(site.id) };
      return answerRealtime({ site, ...kept, executor: data.executor, now: now() });
    },
    findSite: (domain) => data.sites.find(domain),
    ...{ log, now },
  });
  const app = createHttpApp(
    {
      ...{
        collector,
        log,
        now,
        executor: data.executor,
        sites: data.sites,
        goals: data.goals,
        funnels: data.funnels,
        realtimeStreams,
        annotations: data.annotations,
        segments: data.segments,
        post,
        changes: data.changes,
        refusals: data.refusals,
        sharedLinks: data.sharedLinks,
      },
      ...openSignIn({ config, data, outbound, detectDevice: knowledge.detectDevice, baseUrl, now }),
      subscriptions: data.subscriptions,
      webhooks: data.webhooks,
      deliveries,
      findSiteById: (id) => data.directory.findById(id),
      askForReset: (email, language) => resetMails.ask(outbox, email, language),
      linkEntry: new LinkEntry(randomBytes(32), now),
      rights: data.rights,
      cookies: data.cookies,
      findSite: (domain) => data.directory.findKept(domain),
      proveWritable: () => data.writer.call('proveWritable', null),
      metrics: describeMetrics(outcomes, data, outbound),
      client: new Assets(join(PROGRAM_ROOT, 'dist/client'), (_name, text) =>
        text.replaceAll('{{prefix}}', config.prefix).replaceAll('{{dashboard}}', `${baseUrl}/app/demo`),
      ),
      scripts: new ClientScripts(readPieces(join(PROGRAM_ROOT, 'dist/client')), (domain) =>
        data.directory.find(domain),
      ),
      dashboard: new Assets(join(PROGRAM_ROOT, 'dist/dashboard')),
    },
    {
      ...{ prefix: config.prefix, rateLimit: config.rateLimit, trustedProxies: config.trustedProxies },
      ...{ metricsAllow: config.metricsAllow, baseUrl: () => baseUrl, demoUrl, version: VERSION },
    },
  );
  server.on('request', app.callback());
  const audit = openAudit({
    ...{ config, data, knowledge: async () => knowledge, version: VERSION, now },
    serving: { heldKeys: () => keys.carryAll().map(({ secret }) => secret), outbound: () => outbound.tried(), baseUrl },
  });
  const commands = createCommands({ data, importer, audit, now });
  const control = await serveControl({ dataDir: config.dataDir, commands, log, handOver: () => handOver() });

  let ending: Promise<void> | null = null;
  const tidy = () => {
    data.retain().catch((error: unknown) => log.error(describeFault(error), 'old days could not be removed'));
    data.sites
      .eraseDue()
      .catch((error: unknown) => log.error(describeFault(error), 'sites that were removed could not be erased'));
    data.seal(null).catch((error: unknown) => log.error(describeFault(error), 'days could not be sealed'));
  };
  const writeRefusals = () => {
    try {
      data.refusals.write();
    } catch (error) {
      log.error(describeFault(error), 'refusals could not be written to the log of changes');
    }
  };
  const noMoreWarming = new AbortController();
  const warm = () =>
    warmReaders(
      { sites: () => data.sites.list(), goalsOf: (siteId) => data.goals.list(siteId), executor: data.executor, now },
      noMoreWarming.signal,
    ).catch((error: unknown) => {
      // At the end of the service the readers are closed, whatever they are asked.
      if (!noMoreWarming.signal.aborted) log.error(describeFault(error), 'the readers could not be warmed');
    });
  const timers = [
    setInterval(endKeys, KEY_CHECK_MS),
    setInterval(() => data.writer.flushDrops(), DROP_FLUSH_MS),
    setInterval(writeRefusals, REFUSAL_FLUSH_MS),
    setTimeout(tidy, FIRST_TIDYING_MS),
    setInterval(tidy, TIDYING_MS),
    setTimeout(() => void warm(), WARMING_MS),
  ];
  for (const timer of timers) timer.unref();
  scheduler.start();
  log.info({ port }, 'listening');

  const takeNoMore = async () => {
    for (const timer of timers) clearInterval(timer);
    noMoreWarming.abort();
    await scheduler.stop();
    await control.close();
    realtimeStreams.close(); // they would go on for as long as somebody watches
    await closeServer(server);
  };
  const stop = async () => {
    await takeNoMore();
    if (config.keysDir === null) keys.destroyAll();
    else keys.release(); // they live on in the folder
    await data.close();
    log.info('stopped');
  };
  const handOver = async (): Promise<CarriedMemory> => {
    if (ending !== null) throw new AppError('unavailable', 'The server is stopping.');
    let ended: () => void = () => {};
    ending = new Promise((resolve) => {
      ended = resolve;
    });
    try {
      await takeNoMore();
      const carried = keys.carryAll();
      keys.release(); // no key may be made that the next process does not get
      return { keys: carried, ...(await data.handOver()) };
    } finally {
      ended();
      log.info('handed over');
    }
  };

  return {
    port,
    baseUrl,
    demoUrl: demoUrl(),
    setupUrl: data.accounts.needsSetup ? `${baseUrl}/app/setup#${data.accounts.createSetupToken()}` : null,
    handedOver: control.handedOver,
    stop: () => {
      ending ??= stop();
      return ending;
    },
  };
}

/** The memory instrument on the real clock: keys, and word of each day to the writer before its first event. */
function createInstrument(
  { keysDir }: Pick<Config, 'keysDir'>,
  data: Data,
  calendar: Calendar,
  log: Log,
  now: () => number,
): { keys: DayKeys; opener: DayOpener; endKeys: () => void } {
  const opener = new DayOpener((opened) => data.writer.openDay(opened));
  const keys = new DayKeys({
    calendar,
    random: randomBytes,
    onCreated: (key) => {
      const { siteId, day, commitment } = key;
      opener.keyCreated(key, { createdAt: now(), key: keysDir === null ? null : keys.carry(siteId, day) });
      log.info({ site: siteId, day, commitment }, 'a day key was made');
    },
    onDestroyed: ({ siteId, day, commitment }, ending) => {
      data.writer.endKey({ siteId, day, commitment, ending, at: now() });
      log.info({ site: siteId, day, commitment, ending }, 'a day key was destroyed');
    },
  });
  keys.adopt(data.carriedKeys);
  const endKeys = () => {
    for (const siteId of keys.siteIds())
      keys.restrict(siteId, data.directory.findKeptById(siteId)?.anonymous ?? 'pageviews');
    for (const { siteId, day } of keys.expire(now() + KEY_CHECK_MS)) data.writer.forgetDay(siteId, day);
  };
  return { keys, opener, endKeys };
}

function describeMetrics(outcomes: Counters, data: Data, outbound: Outbound): Metric[] {
  return [
    {
      name: 'passant_events_total',
      help: 'Messages by what became of them.',
      type: 'counter',
      read: () => outcomes.entries(),
    },
    {
      name: 'passant_events_waiting',
      help: 'Events that wait for the disk.',
      type: 'gauge',
      read: () => [['', data.writer.waiting]],
    },
    {
      name: 'passant_outbound_total',
      help: 'Connections to others, by what for.',
      type: 'counter',
      read: () => outbound.counts(),
    },
  ];
}

function outcomeLabel(outcome: Outcome): string {
  return `outcome="${outcome.kept ? 'kept' : outcome.reason}"`;
}

/** The demo is answered under another host name than the back office, so that its cookies are out of the way. */
function demoAddress(baseUrl: string): string {
  const url = new URL('/demo/', baseUrl);
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1';
  return url.href;
}

function demoHosts(baseUrl: string): string[] {
  return [...new Set(['127.0.0.1', 'localhost', new URL(baseUrl).hostname])];
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new AppError('conflict', `Port ${port} is in use; set PASSANT_PORT to another one (0 picks a free one).`)
          : error,
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Stops listening and answers what is under way; connections that would go on sending are closed with their next answer. */
function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const impatient = setTimeout(() => server.closeAllConnections(), LONGEST_FAREWELL_MS);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(impatient);
      resolve();
    });
  });
}
