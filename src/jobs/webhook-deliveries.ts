/** Alerts to programs: one JSON message each, signed, sent again until it is taken or a day is over. */
import type { Alert } from '../reports/alerts/find-alerts.ts';
import type { WebhookSender } from '../reports/ports.ts';
import type { Webhooks } from '../reports/webhooks.ts';
import type { Carrier } from './outbox.ts';
import type { Errand } from './ports.ts';

const DAY_MS = 86_400_000;

export interface WebhookDeliveriesOptions {
  webhooks: Pick<Webhooks, 'find'>;
  sender: WebhookSender;
}

export class WebhookDeliveries implements Carrier {
  readonly mayRepeat = true;
  readonly patienceMs = DAY_MS;
  readonly #options: WebhookDeliveriesOptions;

  constructor(options: WebhookDeliveriesOptions) {
    this.#options = options;
  }

  async carry({ id, webhookId, about, createdAt }: Errand): Promise<void> {
    const { webhooks, sender } = this.#options;
    const webhook = webhookId === null ? null : webhooks.find(webhookId);
    if (webhook === null) return;
    const { site, alert } = about as { site: string; alert?: Alert };
    const body = JSON.stringify({
      type: eventOf(about),
      timestamp: new Date(createdAt).toISOString(),
      data: alert === undefined ? { site } : presentAlert(site, alert),
    });
    await sender.post({ url: webhook.url, secret: webhook.secret, id: `passant-${webhook.id}-${id}`, body });
  }
}

/** What a message is about, such as `alert.spike`; `test` for one that somebody has asked for. */
export function eventOf(about: Errand['about']): string {
  const { alert } = about as { alert?: Alert };
  return alert === undefined ? 'test' : `alert.${alert.kind}`;
}

function presentAlert(site: string, { kind, startsAt, endsAt, now, usual, cause }: Alert) {
  const figures =
    kind === 'consent' ? { consent_rate: now, usual_consent_rate: usual } : { visits: now, usual_visits: usual };
  const [from, to] = [startsAt, endsAt].map((at) => new Date(at).toISOString());
  return { site, from, to, ...figures, cause };
}
