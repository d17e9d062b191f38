/** A small site that loads the built scripts, and a collector that remembers every beacon it got. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createDoor, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IDENTIFIER_PLACES, SCRIPT_FEATURES } from '../../../src/domain/site.ts';
import { composeScript } from '../../../src/snippet/compose-script.ts';
import { readPieces } from '../../../src/snippet/read-pieces.ts';
import { builtName } from '../../support/built-client.ts';

export interface Beacon {
  /** `e` or `f`, behind the prefix. */
  path: string;
  fields: Record<string, unknown>;
  headers: IncomingHttpHeaders;
}

/** How the collector answers; `down` breaks the connection off. */
export type Answer = { status: number; headers?: Record<string, string> } | 'down';

export interface MeasuredSite {
  origin: string;
  /** The same site by another port: another origin, though cookies are shared. */
  foreignOrigin: string;
  beacons: Beacon[];
  /** The answer to every beacon. */
  usualAnswer: Answer | ((fields: Record<string, unknown>, headers: IncomingHttpHeaders) => Answer);
  /** Waits until `count` beacons named `name` have come, and a moment longer for one too many; returns all of them. */
  waitFor(name: string, count?: number): Promise<Beacon[]>;
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 8000;
const MOMENT_MS = 250;
/** Calls made before the script is there, by the stub that the documentation gives. */
const STUB = `window.passant = window.passant || function(){(passant.q=passant.q||[]).push(arguments)};
passant('Early', {props: {plan: 'pro', seats: 3}});
passant('consent', 'granted');`;
/** The script inside a shadow tree, where it does not know its own tag. */
const SHADOW = `const host = document.createElement('div');
document.documentElement.append(host);
const meta = document.createElement('meta');
Object.assign(meta.dataset, { site: 'example.org', api: location.origin });
document.head.append(meta);
const script = document.createElement('script');
script.src = '/count/s.js';
host.attachShadow({ mode: 'open' }).append(script);`;
/** The tracker with everything, as the service composes it. */
const EVERYTHING = `/count/s.js?with=${[...SCRIPT_FEATURES].join(',')}`;
const tagOf = (address: string, attributes = '') =>
  `<script defer src="${address}" data-site="example.org" ${attributes}></script>`;
const SCRIPTS: Record<string, string> = {
  '/rich': tagOf(
    EVERYTHING,
    'data-prop-user-type="reader" data-section="front office" data-exclude="/rich/secret/**, /rich/*/draft"',
  ),
  '/twice': tagOf(EVERYTHING) + tagOf(EVERYTHING) + tagOf('/count/s.js'),
  '/unmarked': tagOf('/count/s.js?with=engagement'),
  '/stored': tagOf('/count/s.js?with=engagement&identifier=storage'),
  '/served': tagOf('/count/s.js?with=engagement&identifier=server'),
  '/half': `<script src="/stub.js"></script>${tagOf('/count/half.js')}`,
  '/shadow': '<script src="/shadow.js"></script>',
  '/plain': '<script defer src="/count/s.js" data-site="example.org"></script>',
  '/asks':
    '<script defer src="/count/s.js" data-site="example.org"></script><script defer src="/count/choice.js"></script>',
  '/queue': '<script src="/stub.js"></script><script defer src="/count/s.js" data-site="example.org"></script>',
  '/dated': '<script defer src="/count/sd.js" data-site="example.org" data-timezone="Pacific/Auckland"></script>',
  '/auto':
    '<script defer src="/count/s.js" data-site="example.org" data-consent="auto"></script><script defer src="/count/choice.js"></script>',
};

/** Starts it on a free port. @param scripts the folder that `buildClient` wrote */
export async function startMeasuredSite(scripts: string): Promise<MeasuredSite> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    if (request.method === 'POST') {
      const fields = JSON.parse(await readText(request));
      site.beacons.push({ path: pathname.replace(/^\/count\//, ''), fields, headers: request.headers });
      const { usualAnswer } = site;
      const answer = typeof usualAnswer === 'function' ? usualAnswer(fields, request.headers) : usualAnswer;
      if (answer === 'down') request.socket.destroy();
      else response.writeHead(answer.status, { ...answer.headers, 'cache-control': 'no-store' }).end('ok');
    } else if (pathname === '/stub.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(STUB);
    } else if (pathname === '/shadow.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(SHADOW);
    } else if (pathname.endsWith('.js')) {
      const script =
        pathname === '/count/half.js'
          ? readFileSync(join(scripts, 's.js')).subarray(0, 900)
          : searchParams.has('with')
            ? compose(scripts, searchParams)
            : readFileSync(join(scripts, builtName(pathname, searchParams)));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else {
      const frame = searchParams.get('frame');
      const body = frame ? `<iframe src="${frame}"></iframe>` : '<p>A page.</p>';
      response
        .writeHead(pathname.includes('missing') ? 404 : 200, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': "default-src 'self'; frame-src *",
        })
        .end(pageOf(SCRIPTS[`/${pathname.split('/')[1]}`] ?? SCRIPTS['/plain'] ?? '', body));
    }
  });
  const door = createDoor((socket) => server.emit('connection', socket));
  const [port, otherPort] = await Promise.all([listen(server), listen(door)]);
  const site: MeasuredSite = {
    origin: `http://127.0.0.1:${port}`,
    foreignOrigin: `http://127.0.0.1:${otherPort}`,
    beacons: [],
    usualAnswer: { status: 202 },
    async waitFor(name, count = 1) {
      const found = () => site.beacons.filter(({ fields }) => fields.n === name);
      for (let waited = 0; found().length < count; waited += 20) {
        if (waited > LONGEST_WAIT_MS)
          throw new Error(
            `Waited for ${count} of ${name}, got ${JSON.stringify(site.beacons.map(({ fields }) => fields))}`,
          );
        await wait(20);
      }
      await wait(MOMENT_MS);
      return found();
    },
    close: () =>
      new Promise((resolve) => {
        door.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

function compose(scripts: string, query: URLSearchParams): string {
  const identifier = IDENTIFIER_PLACES.find((place) => place === query.get('identifier')) ?? 'cookie';
  const features = query.get('with')?.split(',') ?? [];
  return composeScript(readPieces(scripts), { features, identifier, adapter: null });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Tall enough to scroll, with a link of each kind. */
function pageOf(scripts: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${scripts}</head><body>
<h1>A page</h1>${body}<p><a id="inside" href="/two">Inside</a> <a id="jump" href="#end">Jump</a></p>
<button type="button" data-passant-choice>Change my choice</button>
<button type="button" data-passant-withdraw>Withdraw consent</button>
${'<p>Line.</p>'.repeat(120)}<p id="end">End</p></body></html>`;
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
