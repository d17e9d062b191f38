/** Remembers which addresses beyond this machine the process has tried to reach: those of its own errands by kind, any other by address. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { Counters } from './metrics.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** Addresses remembered. */
const MOST = 100;

/** What the service sends to others, where somebody has set it up. */
export type Errand = 'mail' | 'webhook' | 'sign-in';

export class Outbound {
  readonly #tried = new Set<string>();
  readonly #errands = new AsyncLocalStorage<Errand>();
  readonly #counts = new Counters();

  /** From now on. */
  watch(): this {
    // Told of every client socket of the process, whichever library opens it; those of files have no address.
    subscribe('net.client.socket', (message) => {
      const errand = this.#errands.getStore();
      (message as { socket: Socket }).socket.on('connectionAttempt', (address: string, port: number) => {
        if (errand !== undefined) this.#counts.add(`for="${errand}"`);
        else if (!LOOPBACK.test(address) && this.#tried.size < MOST) this.#tried.add(`${address} port ${port}`);
      });
    });
    return this;
  }

  /** What is opened during the work is opened for it. */
  during<T>(errand: Errand, work: () => Promise<T>): Promise<T> {
    return this.#errands.run(errand, work);
  }

  /** What was tried for no errand, each address once with its port. */
  tried(): readonly string[] {
    return [...this.#tried];
  }

  /** Connections by errand, for the metrics. */
  counts(): Iterable<readonly [string, number]> {
    return this.#counts.entries();
  }
}
