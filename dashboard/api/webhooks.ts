/** Webhooks of a site, and what was sent to them lately. */
import { asFields, asList, asNumberOrNull, asText, asTextOrNull, asWord } from './decode.ts';
import { changeJson, getJson, postJson } from './request.ts';
import { sitePath } from './site-path.ts';

/** As the server knows them. */
const STATES = ['waiting', 'claimed', 'sent', 'refused', 'given_up', 'unknown'] as const;

export interface Delivery {
  /** Such as `alert.spike`. */
  event: string;
  state: (typeof STATES)[number];
  attempts: number;
  /** UTC ms. */
  createdAt: number;
  /** In English; null: none. */
  fault: string | null;
}

export interface Webhook {
  id: number;
  host: string;
  deliveries: readonly Delivery[];
}

/** @throws ApiError */
export async function fetchWebhooks(domain: string, signal: AbortSignal): Promise<readonly Webhook[]> {
  return asList(asFields(await getJson(sitePath(domain, 'webhooks'), signal)).webhooks).map((each) => {
    const { id, host, deliveries } = asFields(each);
    return { id: asNumberOrNull(id) ?? 0, host: asText(host), deliveries: asList(deliveries).map(decodeDelivery) };
  });
}

/** @returns the secret, which is told only now @throws ApiError with a detail whose path is `url` */
export async function addWebhook(domain: string, url: string): Promise<string> {
  return asText(asFields(await postJson(sitePath(domain, 'webhooks'), { url })).secret);
}

/** @throws ApiError */
export async function removeWebhook(domain: string, id: number): Promise<void> {
  await changeJson('DELETE', sitePath(domain, `webhooks/${id}`));
}

/** @throws ApiError */
export async function tryWebhook(domain: string, id: number): Promise<void> {
  await postJson(sitePath(domain, `webhooks/${id}/test`), {});
}

function decodeDelivery(value: unknown): Delivery {
  const { event, state, attempts, createdAt, fault } = asFields(value);
  return {
    ...{ event: asText(event), state: asWord(state, STATES), fault: asTextOrNull(fault) },
    ...{ attempts: asNumberOrNull(attempts) ?? 0, createdAt: asNumberOrNull(createdAt) ?? 0 },
  };
}
