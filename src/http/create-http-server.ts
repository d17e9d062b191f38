/** The server that connections come to: how long it waits for slow ones, and how many it holds. */
import { createServer, type Server } from 'node:http';

export interface ConnectionLimits {
  /** From the first byte of a request until its headers are there (ms). */
  headersMs: number;
  /** From the first byte of a request until the whole of it is there (ms). */
  requestMs: number;
  /** Between an answer and the next request on the same connection (ms). */
  idleMs: number;
  /** Without a byte in either direction, such as a reader who no longer takes an answer (ms). */
  silentMs: number;
  /** Bytes of all headers of a request. */
  headerBytes: number;
  /** Open at once; more are closed as they come. Each costs some ten kilobytes. */
  mostConnections: number;
}

/** Enough for a phone on a bad line, and little for somebody who sends a byte now and then. */
export const CONNECTION_LIMITS: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  idleMs: 5_000,
  silentMs: 120_000,
  headerBytes: 16 * 1024,
  mostConnections: 10_000,
};

/** A server without a listener yet. Slow requests are answered 408, headers that are too long 431, and their connections closed. */
export function createHttpServer(limits: ConnectionLimits = CONNECTION_LIMITS): Server {
  const { headersMs, requestMs, idleMs, silentMs } = limits;
  const server = createServer({
    ...{ headersTimeout: headersMs, requestTimeout: requestMs, keepAliveTimeout: idleMs },
    // Node looks for slow ones at this pace, so that none lasts much longer than it may.
    connectionsCheckingInterval: Math.ceil(headersMs / 4),
    maxHeaderSize: limits.headerBytes,
  });
  // Their bytes are bounded. Beyond a number Node would leave out the last ones without a word, such as those of the proxy.
  server.maxHeadersCount = 0;
  server.maxConnections = limits.mostConnections;
  server.timeout = silentMs;
  return server;
}
