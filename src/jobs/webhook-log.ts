/** What was sent to a webhook lately and what became of it, and a message to try it. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../domain/errors.ts';
import type { Webhook } from '../reports/ports.ts';
import type { Outbox } from './outbox.ts';
import type { Delivery, OutboxStore } from './ports.ts';
import { eventOf } from './webhook-deliveries.ts';

/** Messages of one webhook that are shown. */
const SHOWN = 20;
/** Messages that wait, of all webhooks: whoever tries one again and again waits too. */
const MOST_WAITING = 200;

export interface ShownDelivery extends Omit<Delivery, 'about'> {
  /** Such as `alert.spike`, or `test`. */
  event: string;
}

export class WebhookLog {
  readonly #store: Pick<OutboxStore, 'listOfWebhook'>;
  readonly #outbox: Pick<Outbox, 'add' | 'countWaiting'>;

  constructor(store: Pick<OutboxStore, 'listOfWebhook'>, outbox: Pick<Outbox, 'add' | 'countWaiting'>) {
    this.#store = store;
    this.#outbox = outbox;
  }

  listOf({ id }: Pick<Webhook, 'id'>): ShownDelivery[] {
    return this.#store
      .listOfWebhook(id, SHOWN)
      .map(({ about, ...delivery }) => ({ event: eventOf(about), ...delivery }));
  }

  /** @throws AppError `unavailable` when too many wait */
  sendTest({ id, siteId }: Webhook, domain: string): void {
    if (this.#outbox.countWaiting('webhook') >= MOST_WAITING)
      throw new AppError('unavailable', 'Too many messages wait to be sent; try again later.');
    this.#outbox.add({
      ...{ key: `test ${randomUUID()}`, kind: 'webhook', userId: null, siteId, webhookId: id },
      about: { site: domain },
    });
  }
}
