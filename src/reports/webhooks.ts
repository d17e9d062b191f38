/** Addresses that are told of alerts of a site: added and removed by its admins; the secret is shown once. */
import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { AppError } from '../domain/errors.ts';
import { isPublicAddress } from '../lib/public-address.ts';
import type { Webhook, WebhookStore } from './ports.ts';

const LONGEST_URL = 2000;
const MOST_OF_SITE = 10;
/** As the libraries that check signatures want it: https://www.standardwebhooks.com. */
const SECRET_PREFIX = 'whsec_';

export class Webhooks {
  readonly #store: WebhookStore;
  readonly #now: () => number;

  /** @param now UTC ms */
  constructor(store: WebhookStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  list(): Webhook[] {
    return this.#store.list();
  }

  listOf(siteId: number): Webhook[] {
    return this.list().filter((each) => each.siteId === siteId);
  }

  find(id: number): Webhook | null {
    return this.list().find((each) => each.id === id) ?? null;
  }

  /** @returns also the secret, which is told only now @throws AppError `invalid`, `conflict` */
  add(siteId: number, given: unknown): { webhook: Webhook; secret: string } {
    const url = parseWebhookUrl(given);
    if (this.listOf(siteId).length >= MOST_OF_SITE)
      throw new AppError('conflict', `A site has ${MOST_OF_SITE} webhooks at most; remove one first.`);
    const secret = randomBytes(32);
    const webhook = this.#store.insert({ siteId, url, secret, createdAt: this.#now() });
    return { webhook, secret: SECRET_PREFIX + secret.toString('base64') };
  }

  /** With what was to be sent to it. @returns what has been removed @throws AppError `not_found` */
  remove(siteId: number, id: number): Webhook {
    const webhook = this.get(siteId, id);
    this.#store.remove(id);
    return webhook;
  }

  /** @throws AppError `not_found` when the site has none of this number */
  get(siteId: number, id: number): Webhook {
    const found = this.listOf(siteId).find((each) => each.id === id);
    if (found === undefined) throw new AppError('not_found', 'There is no such webhook.');
    return found;
  }
}

/** The rest of an address may be a secret of the other side. */
export function hostOfWebhook({ url }: Pick<Webhook, 'url'>): string {
  return new URL(url).host;
}

/** What a name stands for is looked at when something is sent: it may be another address by then. @throws AppError `invalid` */
function parseWebhookUrl(given: unknown): string {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.protocol !== 'https:' || url.href.length > LONGEST_URL)
    throw refuse('Give an address that begins with https://.');
  if (url.username !== '' || url.password !== '')
    throw refuse('Leave user and password out of the address; the signature proves who sends.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublicAddress(host)))
    throw refuse('This address is of this machine or a network of one’s own; only public ones are sent to.', {
      refusal: 'address_refused',
    });
  url.hash = '';
  return url.href;
}

function refuse(message: string, options: { refusal?: 'address_refused' } = {}): AppError {
  return new AppError('invalid', 'The webhook was not added.', [{ path: 'url', message }], options);
}
