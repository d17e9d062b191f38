/**
 * What a request says about its sender: the one type that holds an IP address and a User-Agent. Both are private and leave
 * only reduced; the object prints as nothing, so that no log, error or message can carry them.
 */
import { inspect } from 'node:util';
import { truncateAddress } from './truncate-address.ts';

export interface FactsInput {
  ip: string;
  userAgent: string;
  /** UTC ms. */
  at: number;
  acceptLanguage?: string | null;
  /** `Origin` header, or for an image the `Referer`. */
  origin?: string | null;
  /** `Sec-Purpose` or its older names. */
  purpose?: string | null;
  fetchSite?: string | null;
  /** `Sec-GPC: 1` or `DNT: 1`. */
  hasSignal?: boolean;
  /** The mark of an objection came along. */
  hasObjected?: boolean;
}

export class RequestFacts {
  readonly at: number;
  readonly acceptLanguage: string | null;
  readonly origin: string | null;
  readonly purpose: string | null;
  readonly fetchSite: string | null;
  readonly hasSignal: boolean;
  readonly hasObjected: boolean;
  /** The site does not count this address: all that is left of the whole of it. */
  readonly isExcludedAddress: boolean;
  readonly #userAgent: string;
  readonly #network: string;

  /** @param isExcluded asked about the whole address, here and nowhere else */
  constructor(input: FactsInput, isExcluded: (address: string) => boolean) {
    this.at = input.at;
    this.acceptLanguage = input.acceptLanguage ?? null;
    this.origin = input.origin ?? null;
    this.purpose = input.purpose ?? null;
    this.fetchSite = input.fetchSite ?? null;
    this.hasSignal = input.hasSignal ?? false;
    this.hasObjected = input.hasObjected ?? false;
    this.isExcludedAddress = isExcluded(input.ip);
    this.#userAgent = input.userAgent.slice(0, 1000);
    this.#network = truncateAddress(input.ip);
  }

  /** The /24 or /64 the request came from: for the place and the day's hash, never to be kept. */
  get network(): string {
    return this.#network;
  }

  /** Hands the User-Agent to a function that reduces it. */
  reduceUserAgent<T>(reduce: (userAgent: string) => T): T {
    return reduce(this.#userAgent);
  }

  toJSON(): string {
    return '[request facts]';
  }

  toString(): string {
    return '[request facts]';
  }

  [inspect.custom](): string {
    return '[request facts]';
  }
}
