/**
 * The addresses that measured pages post to. They come first and are answered without the rest of the stack: nearly every
 * request is one of them, none may set a cookie, be cached or be recognised.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Middleware } from 'koa';
import type { Collector, Spokesman } from '../collect/collector.ts';
import type { FactsInput } from '../collect/request-facts.ts';
import { AppError } from '../domain/errors.ts';
import type { Outcome } from '../domain/event.ts';
import type { Site } from '../domain/site.ts';
import { describeFault, type Log } from '../observe/create-log.ts';
import type { Rights } from '../privacy/rights.ts';
import type { AddressWatch } from './address-watch.ts';
import type { AddressOf } from './client-address.ts';
import { hasObjected } from './objection.ts';
import { presentError } from './present/present-error.ts';
import type { RateLimit } from './rate-limit.ts';
import { parseJson, readBody } from './read-body.ts';
import { exchangeIdentifier } from './server-identifier.ts';

/** Bytes of a beacon. */
const LONGEST_BODY = 64 * 1024;
const COMMON_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-passant-dropped, retry-after',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};
const PREFLIGHT_HEADERS = {
  ...COMMON_HEADERS,
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-max-age': '86400',
};
/** The smallest transparent GIF. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export interface CollectOptions {
  prefix: string;
  collector: Collector;
  rights: Pick<Rights, 'withdraw' | 'erase'>;
  findSite: (domain: string) => Site | undefined;
  /** The holder of a key of scope `events:write`, null without one. @throws AppError `unauthenticated` for a key that is not live */
  spokesmanOf: (authorization: string | undefined) => Spokesman | null;
  addressOf: AddressOf;
  addressWatch: AddressWatch;
  rateLimit: RateLimit;
  log: Log;
  now: () => number;
}

type Handler = (request: IncomingMessage, response: ServerResponse, address: string) => Promise<void>;

export function createCollectEndpoints(options: CollectOptions): Middleware {
  const { prefix, addressOf, rateLimit, log } = options;
  const event: Handler = (request, response, address) => receiveEvent(options, request, response, address);
  const forget: Handler = (request, response) => receiveForget(options, request, response);
  const pixel: Handler = (request, response, address) => receivePixel(options, request, response, address);
  const handlers: ReadonlyMap<string, Handler> = new Map([
    ['POST /api/event', event],
    [`POST /${prefix}/e`, event],
    ['POST /api/forget', forget],
    [`POST /${prefix}/f`, forget],
    ['GET /pixel.gif', pixel],
  ]);
  const paths = new Set(
    [...handlers.keys()].filter((name) => name.startsWith('POST')).map((name) => name.slice('POST '.length)),
  );

  return async (ctx, next) => {
    const { req: request, res: response } = ctx;
    const path = pathOf(request.url ?? '/');
    const handler = handlers.get(`${request.method} ${path}`);
    if (handler === undefined && !(request.method === 'OPTIONS' && paths.has(path))) return next();
    ctx.respond = false;
    if (handler === undefined) {
      response.writeHead(204, PREFLIGHT_HEADERS).end();
      return;
    }
    try {
      const address = addressOf(request);
      const admitted = rateLimit.admit(address);
      if (admitted !== true && !(await admitted))
        throw new AppError('rate_limited', 'Too many messages from this address; come back in a second.');
      await handler(request, response, address);
    } catch (error) {
      if (!(error instanceof AppError)) log.error(describeFault(error), 'a beacon failed');
      answerError(response, error);
    }
  };
}

async function receiveEvent(
  options: CollectOptions,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) {
  const { collector, findSite } = options;
  const body = parseJson(await readBody(request, LONGEST_BODY));
  const spokesman = options.spokesmanOf(request.headers.authorization);
  if (spokesman === null) options.addressWatch.note(request, address);
  const facts = factsOf(request, address, options.now());
  const exchange = spokesman === null ? exchangeIdentifier(body, request.headers, findSite) : null;
  const outcome = await collector.collect(exchange?.body ?? body, facts, spokesman);
  if (outcome.kept && exchange?.receipt) await collector.collect(exchange.receipt, facts);
  response.setHeader('content-length', 2); // without it the two bytes would travel in chunks
  if (exchange?.cookie && (outcome.kept || exchange.isWithdrawal)) response.setHeader('set-cookie', exchange.cookie);
  response.writeHead(202, exchange === null ? headersOf(outcome) : { ...headersOf(outcome), ...exchange.headers });
  response.end('ok');
}

async function receivePixel(
  options: CollectOptions,
  request: IncomingMessage,
  response: ServerResponse,
  address: string,
) {
  const { searchParams } = new URL(request.url ?? '/', 'http://pixel');
  const referer = request.headers.referer ?? null;
  const body = {
    n: searchParams.get('name') ?? 'pageview',
    d: searchParams.get('site') ?? undefined,
    u: searchParams.get('url') ?? referer,
    r: searchParams.get('referrer'),
  };
  const facts = factsOf(request, address, options.now());
  const outcome = await options.collector.collect(body, { ...facts, origin: referer, purpose: facts.purpose ?? null });
  response
    .writeHead(200, { ...headersOf(outcome), 'content-type': 'image/gif', 'content-length': PIXEL.length })
    .end(PIXEL);
}

async function receiveForget(options: CollectOptions, request: IncomingMessage, response: ServerResponse) {
  const sent = parseJson(await readBody(request, LONGEST_BODY));
  const exchange = exchangeIdentifier(sent, request.headers, options.findSite);
  const body = exchange?.body ?? sent;
  const { d, domain, id, visitor, n, c } =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const [site, identifier] = [d ?? domain, id ?? visitor];
  const answer = { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8', ...exchange?.headers };
  // The script asks for every visitor; one without an identifier has nothing here that could be found again.
  if (n === 'forget' && typeof site === 'string' && identifier === undefined)
    return void response.writeHead(202, answer).end('ok');
  if (typeof site !== 'string' || typeof identifier !== 'string') {
    throw new AppError('invalid', 'Say which site and which identifier.', [
      { path: typeof site === 'string' ? 'id' : 'd', message: 'Give the site as `d` and the identifier as `id`.' },
    ]);
  }
  // Whether anything was known stays unsaid: the answer must not tell who has been here, nor which sites there are.
  const { rights } = options;
  const isConsentKept = c === 'granted'; // what is stored goes, consent stands
  const erased = isConsentKept ? rights.erase(site, identifier) : rights.withdraw(site, identifier, 'script');
  await erased.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
  });
  if (exchange?.cookie) response.setHeader('set-cookie', exchange.cookie);
  response.writeHead(202, answer).end('ok');
}

function factsOf({ headers }: IncomingMessage, address: string, at: number): FactsInput {
  return {
    ip: address,
    userAgent: headers['user-agent'] ?? '',
    at,
    acceptLanguage: headers['accept-language'] ?? null,
    origin: headers.origin ?? null,
    purpose: textOf(headers['sec-purpose']) ?? textOf(headers.purpose) ?? textOf(headers['x-moz']),
    fetchSite: textOf(headers['sec-fetch-site']),
    hasSignal: headers['sec-gpc'] === '1' || headers.dnt === '1',
    hasObjected: hasObjected(headers.cookie),
  };
}

const KEPT_HEADERS = { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' };

function headersOf(outcome: Outcome): Record<string, string | number> {
  return outcome.kept ? KEPT_HEADERS : { ...KEPT_HEADERS, 'x-passant-dropped': outcome.reason };
}

function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const { status, headers, body } = presentError(error);
  const closing = status === 413 ? { connection: 'close' } : {}; // the rest of the body is not worth reading
  response
    .writeHead(status, { ...COMMON_HEADERS, ...headers, ...closing, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body));
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

function textOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
