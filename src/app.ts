/** The composition root: settings in, a running service out. The only place where rooms and walls are joined. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DEMO_DOMAIN } from './admin/sites.ts';
import { createBotDetector } from './collect/bots/create-bot-detector.ts';
import { Collector } from './collect/collector.ts';
import { createDeviceDetector } from './collect/device/create-device-detector.ts';
import { FirstKinds } from './collect/first-kinds.ts';
import { openGeoLocator } from './collect/geo/open-geo-locator.ts';
import { createPipeline, type Knowledge } from './collect/pipeline.ts';
import { createSourceClassifier } from './collect/source/create-source-classifier.ts';
import { visitorKey } from './collect/steps/identify-visitor.ts';
import type { Config } from './config/config.ts';
import { createCommands } from './control/create-commands.ts';
import { serveControl } from './control/serve-control.ts';
import { DayKeys } from './count/day-keys.ts';
import { DayOpener } from './count/day-opener.ts';
import { IDENTIFIER_PATTERN } from './domain/consent.ts';
import { AppError } from './domain/errors.ts';
import type { Outcome } from './domain/event.ts';
import { Assets } from './http/assets.ts';
import { createHttpApp } from './http/server.ts';
import { Calendar } from './lib/calendar.ts';
import { createLog, type Log } from './observe/create-log.ts';
import { Counters, type Metric } from './observe/metrics.ts';
import { createImportStore, type Data, openData } from './open-data.ts';
import { Importer } from './transfer/importer.ts';

const ROOT = join(import.meta.dirname, '..');
const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
/** How often dead keys are looked for, and refusals that no event carried along are written (ms). */
const KEY_CHECK_MS = 60_000;
const DROP_FLUSH_MS = 10_000;
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

/**
 * Starts the service.
 * @param onFault is called when it can no longer count; the caller should end the process
 * @throws AppError `conflict` when the data folder is in use
 */
export async function startService(config: Config, onFault: () => void): Promise<RunningService> {
  const log = createLog(config.log);
  const now = () => Date.now();
  const knowledge = await openKnowledge(config);
  const data = await openData({ config, command: 'serve', log, now, onFault });
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
  const calendar = new Calendar();
  const { keys, opener } = createInstrument(data, calendar, log);
  const kinds = new FirstKinds(await data.writer.call('listEventNames', null));
  const outcomes = new Counters();
  const collector = new Collector({
    sites: data.directory,
    pipeline: createPipeline({ knowledge, keys, calendar, kinds }),
    writer: {
      write: (event) => {
        opener.beforeEvent(data.directory.findById(event.siteId), event.day);
        return data.writer.write(event);
      },
      countDrop: (drop) => data.writer.countDrop(drop),
    },
    calendar,
    holdsKey: (siteId, day) => keys.holds(siteId, day),
    onOutcome: (outcome) => outcomes.add(outcomeLabel(outcome)),
  });

  const isFirstStart = data.sites.list().length === 0 && config.adminEmail === null && data.accounts.needsSetup;
  if (config.adminEmail !== null && config.adminPassword !== null && data.accounts.needsSetup) {
    await data.accounts.add(config.adminEmail, config.adminPassword, 'owner');
  }
  const server = createServer();
  const port = await listen(server, config);
  const baseUrl = config.baseUrl ?? `http://localhost:${port}`;
  data.sites.setDemoHosts(demoHosts(baseUrl));
  if (isFirstStart) data.sites.addDemo(Intl.DateTimeFormat().resolvedOptions().timeZone, demoHosts(baseUrl));
  const demoUrl = () => (data.directory.find(DEMO_DOMAIN) ? demoAddress(baseUrl) : null);

  const importer = new Importer({
    ...{ sites: data.directory, store: createImportStore(data), calendar, liveKeys: keys, now },
    knowledge: async () => knowledge,
    kinds: async () => kinds,
  });
  const app = createHttpApp(
    {
      ...{
        collector,
        log,
        now,
        executor: data.executor,
        sites: data.sites,
        accounts: data.accounts,
        apiKeys: data.apiKeys,
      },
      forget: (domain, identifier) => forget(data, domain, identifier),
      proveWritable: () => data.writer.call('proveWritable', null),
      metrics: describeMetrics(outcomes, data),
      client: new Assets(join(ROOT, 'dist/client'), (_name, text) =>
        text.replaceAll('{{prefix}}', config.prefix).replaceAll('{{dashboard}}', `${baseUrl}/app/demo`),
      ),
      dashboard: new Assets(join(ROOT, 'dist/dashboard')),
    },
    {
      ...{ prefix: config.prefix, rateLimit: config.rateLimit, trustedProxies: config.trustedProxies },
      ...{ metricsAllow: config.metricsAllow, baseUrl: () => baseUrl, demoUrl, version: VERSION },
    },
  );
  server.on('request', app.callback());
  const commands = createCommands({ data, importer, now });
  const control = await serveControl(config.dataDir, commands, log);

  const timers = [
    setInterval(() => {
      for (const { id, anonymous } of data.sites.list()) keys.restrict(id, anonymous);
      for (const { siteId, day } of keys.expire(now())) data.writer.forgetDay(siteId, day);
    }, KEY_CHECK_MS),
    setInterval(() => data.writer.flushDrops(), DROP_FLUSH_MS),
  ];
  for (const timer of timers) timer.unref();
  log.info({ port }, 'listening');

  return {
    port,
    baseUrl,
    demoUrl: demoUrl(),
    setupUrl: data.accounts.needsSetup ? `${baseUrl}/app/setup#${data.accounts.createSetupToken()}` : null,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await control.close();
      await closeServer(server);
      await data.close();
      keys.destroyAll();
      log.info('stopped');
    },
  };
}

/** The memory instrument on the real clock: keys, and word of each day to the writer before its first event. */
function createInstrument(data: Data, calendar: Calendar, log: Log): { keys: DayKeys; opener: DayOpener } {
  const opener = new DayOpener((opened) => data.writer.openDay(opened));
  const keys = new DayKeys({
    calendar,
    random: randomBytes,
    onCreated: (key) => {
      opener.keyCreated(key);
      log.info({ site: key.siteId, day: key.day, commitment: key.commitment }, 'a day key was made');
    },
    onDestroyed: ({ siteId, day, commitment }) =>
      log.info({ site: siteId, day, commitment }, 'a day key was destroyed'),
  });
  return { keys, opener };
}

async function forget(data: Data, domain: string, identifier: string): Promise<boolean> {
  const site = data.directory.find(domain);
  if (site === undefined || !IDENTIFIER_PATTERN.test(identifier)) return false;
  await data.writer.drained();
  return data.writer.call('forgetVisitor', { siteId: site.id, key: visitorKey(site.identifierKey, identifier) });
}

function describeMetrics(outcomes: Counters, data: Data): Metric[] {
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
