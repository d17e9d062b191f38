/**
 * The same program with a site's own settings, on a port of this machine that nobody else knows: real HTTP, the real pipeline, and a
 * store that only remembers. What the service would do is seen without a visitor, and without anything being counted.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import pino from 'pino';
import { Funnels } from '../admin/funnels.ts';
import { Goals } from '../admin/goals.ts';
import { Segments } from '../admin/segments.ts';
import { LinkEntry } from '../auth/link-entry.ts';
import { SharedLinks } from '../auth/shared-links.ts';
import { Collector } from '../collect/collector.ts';
import { FirstKinds } from '../collect/first-kinds.ts';
import { createPipeline, type Knowledge } from '../collect/pipeline.ts';
import { visitorKey } from '../collect/steps/identify-visitor.ts';
import { DayKeys } from '../count/day-keys.ts';
import { AppError } from '../domain/errors.ts';
import type { AcceptedEvent } from '../domain/event.ts';
import type { Site } from '../domain/site.ts';
import type { Assets } from '../http/assets.ts';
import { ClientScripts } from '../http/client-scripts.ts';
import { RealtimeStreams } from '../http/realtime-streams.ts';
import { createHttpApp } from '../http/server.ts';
import { SignInThrottle } from '../http/sign-in-throttle.ts';
import { Calendar } from '../lib/calendar.ts';
import { Rights } from '../privacy/rights.ts';
import { answerRealtime } from '../stats/explorations/realtime.ts';
import { MadeUpFigures } from './made-up-figures.ts';
import { createStageOffice } from './made-up-site.ts';
import { NO_LINKS } from './no-links.ts';
import { createNoSecondStep } from './no-second-step.ts';
import { RememberedVisitors } from './remembered-visitors.ts';
import { servedPieces } from './served-pieces.ts';

/** A stage sends nothing, and nobody has forgotten a password there. */
const NO_MAIL = {
  post: { isOpen: false, sendInvitation: async () => false },
  resets: { find: noLink, accept: noLink },
  resetThrottle: { admitStranger: noLink },
  askForReset: noLink,
  webhooks: { listOf: () => [], get: noLink, add: noLink, remove: noLink },
  deliveries: { listOf: () => [], sendTest: noLink },
  findSiteById: () => undefined,
  subscriptions: { listOf: () => [], set: noLink, findByToken: () => null, endByToken: noLink },
};
function noLink(): never {
  throw new AppError('not_found', 'There are no links on a stage.');
}
/** A stage keeps nothing that its questions could name. */
const NO_SEGMENTS = { list: () => [], insert: () => null, update: () => false, remove: () => false };

export interface StageOptions {
  site: Site;
  knowledge: Knowledge;
  prefix: string;
  /** Public address, for cookies. */
  baseUrl: string;
  client: Assets;
  dashboard: Assets;
}

export interface StageAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Stage {
  /** @param body a text as it is, anything else as JSON */
  ask(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<StageAnswer>;
  /** Events that would have been stored since this was asked last. */
  takeEvents(): AcceptedEvent[];
  /** Those who agreed. */
  visitors: RememberedVisitors;
  /** Networks for which a place was looked up. */
  lookedUp: readonly string[];
  /** Everything that was logged. */
  logged(): string;
  figures: MadeUpFigures;
  /** A key that may ask for the figures. */
  secret: string;
  close(): Promise<void>;
}

export async function openStage({ site, knowledge, prefix, baseUrl, client, dashboard }: StageOptions): Promise<Stage> {
  const now = () => Date.now();
  const { collected, sites, secret, passwords, ...office } = createStageOffice(site, now);
  const events: AcceptedEvent[] = [];
  const visitors = new RememberedVisitors();
  const findSite = (domain: string) => (domain === site.domain ? collected : undefined);
  const rights = new Rights({
    sites: { find: findSite, keyOf: (_siteId, identifier) => visitorKey(collected.identifierKey, identifier) },
    ...{ visitors, receipts: visitors, now },
  });
  const lookedUp: string[] = [];
  const geo: Knowledge['geo'] = {
    source: knowledge.geo.source,
    locate: (network) => {
      lookedUp.push(network);
      return knowledge.geo.locate(network);
    },
  };
  const calendar = new Calendar();
  const keys = new DayKeys({ calendar, random: randomBytes, onCreated: () => {}, onDestroyed: () => {} });
  const figures = new MadeUpFigures();
  let logged = '';
  const log = pino(
    { level: 'trace', base: null },
    new Writable({
      write: (line, _encoding, done) => {
        logged += String(line);
        done();
      },
    }),
  );
  const nothing = { list: () => [], insert: () => false, replace: () => false, remove: () => false };
  const [goals, funnels] = [new Goals(nothing, now), new Funnels(nothing, now)];
  const realtimeStreams = new RealtimeStreams({
    answer: () => answerRealtime({ site, goals: [], segments: [], executor: figures, now: now() }),
    findSite: (domain) => sites.find(domain),
    ...{ log, now },
  });
  const app = createHttpApp(
    {
      collector: new Collector({
        sites: { find: findSite, findKept: findSite },
        pipeline: createPipeline({ knowledge: { ...knowledge, geo }, keys, calendar, kinds: new FirstKinds([]) }),
        writer: {
          write: async (event) => {
            events.push(event);
            visitors.note(event);
            return { kept: true };
          },
          countDrop: () => {},
        },
        calendar,
        holdsKey: (siteId, day) => keys.holds(siteId, day),
        forget: ({ domain }, identifier) => rights.withdraw(domain, identifier, 'beacon'),
        onOutcome: () => {},
      }),
      ...{ ...office, sites, executor: figures, goals, funnels, realtimeStreams },
      secondStep: createNoSecondStep(now),
      signInThrottle: new SignInThrottle(randomBytes(32)),
      describeDevice: () => ({ browser: '', os: '' }),
      signInProvider: null,
      ...NO_MAIL,
      segments: new Segments({ store: NO_SEGMENTS, checkFilters: () => [], now }),
      changes: { note: () => undefined, list: () => [] },
      refusals: { note: () => {} },
      ...{ rights, findSite, cookies: { list: () => [] } },
      sharedLinks: new SharedLinks({
        store: NO_LINKS,
        sites: { find: findSite, findById: () => undefined },
        passwords,
        now,
      }),
      linkEntry: new LinkEntry(randomBytes(32), now),
      scripts: new ClientScripts(servedPieces(client), () => site),
      proveWritable: async () => {},
      ...{ metrics: [], log, now, client, dashboard },
    },
    // Its own messages come from this machine and say whose they are.
    {
      ...{ prefix, rateLimit: 0, trustedProxies: ['127.0.0.0/8', '::1/128'], metricsAllow: [] },
      ...{ baseUrl: () => baseUrl, demoUrl: () => null, version: '' },
    },
  );
  const server = createServer(app.callback());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async ask(method, path, headers, body) {
      const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
      asked.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
      const [answer] = await once(asked, 'response');
      return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
    },
    takeEvents: () => events.splice(0),
    ...{ visitors, lookedUp, figures, secret },
    logged: () => logged,
    async close() {
      keys.destroyAll();
      realtimeStreams.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
