/**
 * Sends messages to addresses that somebody has typed into a form, and so never to this machine or the network around it: https alone, to
 * the very address that was looked at, without following anybody anywhere, and without reading what is answered.
 */
import { createHmac } from 'node:crypto';
import { request as requestPlainly } from 'node:http';
import { Agent, request } from 'node:https';
import { isIP } from 'node:net';
import { DeliveryFault, type Undelivered } from '../domain/delivery.ts';
import { createCheckedLookup, type ResolveName } from '../lib/checked-lookup.ts';
import { isPublicAddress } from '../lib/public-address.ts';
import type { WebhookMessage, WebhookSender } from '../reports/ports.ts';

/** From the first look at the name to the first line of the answer (ms). */
const LONGEST_MS = 10_000;
/** Bytes of the answer's head; its body is not read. */
const LONGEST_HEAD = 8 * 1024;
const NOT_PUBLIC = 'The address is of this machine or a network of one’s own: nothing is sent there.';

export interface HttpsSenderOptions {
  /** Marks what happens inside as the sending of a webhook, for the count of what leaves the server. */
  during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told of each message that would have gone to this machine or the network around it. */
  onRefusedAddress?: () => void;
  /** UTC ms. */
  now: () => number;
  userAgent: string;
  /** All addresses of a name; those of the system when it is not said. */
  resolve?: ResolveName;
  /** For tests alone: 127.0.0.1 is sent to as well, and without encryption. */
  allowsLoopback?: boolean;
  longestMs?: number;
}

export class HttpsSender implements WebhookSender {
  readonly #options: HttpsSenderOptions;

  constructor(options: HttpsSenderOptions) {
    this.#options = options;
  }

  async post(message: WebhookMessage): Promise<void> {
    const url = new URL(message.url);
    this.#checkUrl(url);
    const status = await this.#options
      .during(() => this.#send(url, message))
      .catch((error: unknown) => {
        throw error instanceof DeliveryFault ? error : new DeliveryFault('later', sayFault(error));
      });
    if (status >= 200 && status < 300) return;
    if (status >= 300 && status < 400)
      throw new DeliveryFault('later', `It answered ${status}: redirects are not followed.`);
    throw new DeliveryFault(status === 410 ? 'refused' : 'later', `It answered ${status}.`);
  }

  /** A host that is an address is never looked up, so that it is looked at here. */
  #checkUrl(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isPlain = url.protocol === 'http:' && this.#options.allowsLoopback === true;
    if (url.protocol !== 'https:' && !isPlain) throw new DeliveryFault('refused', 'Only https is sent to.');
    if (isIP(host) !== 0 && !this.#mayReach(host)) throw this.#refuseAddress('refused');
  }

  #send(url: URL, { secret, id, body }: WebhookMessage): Promise<number> {
    const { now, userAgent, resolve, longestMs = LONGEST_MS } = this.#options;
    const lookup = createCheckedLookup((addresses) => this.#checkAddresses(addresses), resolve);
    const timestamp = String(Math.floor(now() / 1000));
    const options = {
      ...{ method: 'POST', lookup, maxHeaderSize: LONGEST_HEAD, signal: AbortSignal.timeout(longestMs) },
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': userAgent,
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signWebhook(secret, id, timestamp, body),
      },
    };
    return new Promise((resolve, reject) => {
      // No agent that keeps connections: the next message looks at the address anew.
      const sent =
        url.protocol === 'https:'
          ? request(url, { ...options, agent: new Agent({ keepAlive: false }) })
          : requestPlainly(url, { ...options, agent: false });
      sent.on('error', reject);
      sent.on('response', (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      });
      sent.end(body);
    });
  }

  /** One that is not public among them is enough: whoever mixes them may be trying. @throws DeliveryFault */
  #checkAddresses(addresses: readonly string[]): void {
    if (addresses.length === 0) throw new DeliveryFault('later', 'The name of the address is not known.');
    if (!addresses.every((address) => this.#mayReach(address))) throw this.#refuseAddress('later');
  }

  #refuseAddress(outcome: Undelivered): DeliveryFault {
    this.#options.onRefusedAddress?.();
    return new DeliveryFault(outcome, NOT_PUBLIC);
  }

  #mayReach(address: string): boolean {
    return isPublicAddress(address) || (this.#options.allowsLoopback === true && address === '127.0.0.1');
  }
}

/** As https://www.standardwebhooks.com has it: HMAC-SHA256 over id, time and body. @param timestamp in seconds */
export function signWebhook(secret: Buffer, id: string, timestamp: string, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** What went wrong in a code alone: messages may have addresses in them. */
function sayFault(error: unknown): string {
  const { name, code } = error as { name?: string; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') return 'It did not answer in time.';
  return `It was not reached (${typeof code === 'string' ? code : 'no code'}).`;
}
