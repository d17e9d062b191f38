/**
 * The one way from this server to the provider of OpenID Connect: no redirects, bounded in time and size, and at each connection a look
 * at the address that is about to be used, so that no document and no name of the provider's leads into the operator's own network.
 */
import { type RequestOptions as PlainOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { createCheckedLookup, type ResolveName } from '../lib/checked-lookup.ts';
import { isAllowedScheme, isReachable, rangeOf } from './reachable.ts';

/** From the first look-up to the last byte (ms). */
const LONGEST_MS = 5_000;
/** Of a document, keys, or tokens. */
const MOST_BYTES = 256 * 1024;
/** Answers that `Response` does not take with a body. */
const WITHOUT_BODY = [204, 205, 304];

/** What is asked, as `openid-client` asks it. */
export interface ProviderRequest {
  method: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** Its code says what was wrong; its message never what was asked. */
export class ProviderFault extends Error {
  readonly code: 'forbidden_address' | 'no_answer' | 'too_large';
  constructor(code: ProviderFault['code'], options?: ErrorOptions) {
    super(`the provider cannot be asked: ${code}`, options);
    this.name = 'ProviderFault';
    this.code = code;
  }
}

type During = <T>(work: () => Promise<T>) => Promise<T>;

export class ProviderFetch {
  readonly #issuer: URL;
  readonly #resolve: ResolveName | undefined;
  readonly #ofIssuer = new Set<string>();
  readonly #during: During;

  /** @param during around each request, so that it is known for what it is @param resolve how names become addresses; the system's */
  constructor(issuer: URL, during: During, resolve?: ResolveName) {
    this.#issuer = issuer;
    this.#during = during;
    this.#resolve = resolve;
  }

  /** @throws ProviderFault */
  async ask(address: string, { method, headers, body }: ProviderRequest): Promise<Response> {
    const url = new URL(address);
    if (!isAllowedScheme(url, this.#issuer)) throw new ProviderFault('forbidden_address');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const used: string[] = [];
    const check = (addresses: readonly string[]) => {
      this.#check(url, addresses);
      used.push(...addresses);
    };
    // A written address is not looked up, so that nobody else would look at it.
    if (isIP(host) !== 0) check([host]);
    const text = body === undefined || body === null ? '' : String(body);
    const options: PlainOptions = {
      ...{
        method,
        agent: false,
        signal: AbortSignal.timeout(LONGEST_MS),
        lookup: createCheckedLookup(check, this.#resolve),
      },
      headers: { ...headers, ...(text !== '' && { 'content-length': String(Buffer.byteLength(text)) }) },
    };
    try {
      const answer = await this.#during(() => send(url, options, text));
      // Only now: with its certificate it has shown that it is there. A name alone could point anywhere, and open that network.
      if (this.#isIssuer(url)) for (const address of used) this.#ofIssuer.add(rangeOf(address));
      return answer;
    } catch (error) {
      throw error instanceof ProviderFault ? error : new ProviderFault('no_answer', { cause: error });
    }
  }

  /** @throws ProviderFault unless all of them may be reached: a name with two addresses is not believed in the better one */
  #check(url: URL, addresses: readonly string[]): void {
    if (!this.#isIssuer(url) && !addresses.map(rangeOf).every((range) => isReachable(range, this.#ofIssuer)))
      throw new ProviderFault('forbidden_address');
  }

  #isIssuer({ hostname }: URL): boolean {
    return hostname === this.#issuer.hostname;
  }
}

function send(url: URL, options: PlainOptions, body: string): Promise<Response> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((fulfil, reject) => {
    const asked = request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on('data', (part: Buffer) => {
        length += part.length;
        if (length > MOST_BYTES) asked.destroy(new ProviderFault('too_large'));
        else parts.push(part);
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const status = answer.statusCode ?? 502;
        const headers = Object.entries(answer.headers).filter(([, value]) => typeof value === 'string');
        const bytes = WITHOUT_BODY.includes(status) ? null : Buffer.concat(parts);
        fulfil(new Response(bytes, { status, headers: headers as [string, string][] }));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
