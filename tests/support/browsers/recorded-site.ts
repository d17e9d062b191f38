/** Sites for the engines: one server, a host of its own for each test, and a collector that keeps what pages send. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** The fields of a message; a name, and the address of its page, have they all. */
export interface Beacon {
  n: string;
  p?: object;
  [field: string]: unknown;
}
/** An answer: the text of a page, or whatever a test writes itself. */
export type Content = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** Names below `localhost` lead to this machine in every browser, and share no cookies and no storage. */
export class RecordedSite {
  readonly domain: string;
  readonly origin: string;
  /** In the order in which they came. */
  readonly beacons: Beacon[] = [];
  readonly #pages = new Map<string, Content>();

  constructor(domain: string, port: number) {
    this.domain = domain;
    this.origin = `http://${domain}:${port}`;
  }

  /** Puts a page, or anything else, at a path. */
  put(path: string, content: Content): void {
    this.#pages.set(path, content);
  }

  find(path: string): Content | undefined {
    return this.#pages.get(path);
  }

  named(name: string): Beacon[] {
    return this.beacons.filter(({ n }) => n === name);
  }

  /** Resolves with all beacons of a name once there are so many. @throws when they do not come */
  async waitFor(name: string, count = 1): Promise<Beacon[]> {
    for (let waitedMs = 0; this.named(name).length < count; waitedMs += 20) {
      if (waitedMs > LONGEST_WAIT_MS)
        throw new Error(`${this.domain} waited for ${count} of ${name}, and got ${JSON.stringify(this.beacons)}`);
      await wait(20);
    }
    return this.named(name);
  }
}

export interface SiteServer {
  site(name: string): RecordedSite;
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 15_000;

/** @param shared what every host has at a path, such as the scripts; undefined for nothing */
export async function startSites(shared: (url: URL) => Promise<Buffer | undefined>): Promise<SiteServer> {
  const sites = new Map<string, RecordedSite>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const site = sites.get(url.hostname);
    if (request.method === 'POST' && /^\/(count|api)\//.test(url.pathname)) {
      site?.beacons.push(JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')) as Beacon);
      response.writeHead(202, { 'cache-control': 'no-store', 'access-control-allow-origin': '*' }).end('ok');
      return;
    }
    const script = await shared(url);
    const content = site?.find(url.pathname);
    if (script !== undefined) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    else if (typeof content === 'function') content(request, response);
    else
      response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(content ?? 'Nothing');
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    site(name) {
      const made = new RecordedSite(`${name}.localhost`, port);
      sites.set(made.domain, made);
      return made;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
