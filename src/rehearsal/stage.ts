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
import { Collector } from '../collect/collector.ts';
import { FirstKinds } from '../collect/first-kinds.ts';
import { createPipeline, type Knowledge } from '../collect/pipeline.ts';
import { visitorKey } from '../collect/steps/identify-visitor.ts';
import { DayKeys } from '../count/day-keys.ts';
import type { AcceptedEvent } from '../domain/event.ts';
import type { Site } from '../domain/site.ts';
import type { Assets } from '../http/assets.ts';
import { ClientScripts } from '../http/client-scripts.ts';
import { createHttpApp } from '../http/server.ts';
import { Calendar } from '../lib/calendar.ts';
import { Rights } from '../privacy/rights.ts';
import { MadeUpFigures } from './made-up-figures.ts';
import { createStageOffice } from './made-up-site.ts';
import { RememberedVisitors } from './remembered-visitors.ts';
import { servedPieces } from './served-pieces.ts';

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
  const { collected, sites, accounts, apiKeys, secret } = createStageOffice(site, now);
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
  const app = createHttpApp(
    {
      collector: new Collector({
        sites: { find: findSite },
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
      ...{ sites, accounts, apiKeys, executor: figures, goals: { list: () => [] } },
      ...{ rights, findSite, cookies: { list: () => [] } },
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
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
