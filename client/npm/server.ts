/** `passant/server`: events sent by a back end, for visitors whom it names or for none. */

export interface SendOptions {
  /** Where Passant is, such as `https://count.example.org`. */
  api: string;
  /** API key of scope `events:write`. */
  key: string;
  /** Replaces the global `fetch`. */
  fetch?: typeof fetch;
}

export interface ServerEvent {
  /** `pageview` or the name of a custom event. */
  name: string;
  /** Full address of the page. */
  url: string;
  /** The site; left out, the host of `url` without `www.`. */
  site?: string;
  referrer?: string | null;
  props?: Readonly<Record<string, string | number | boolean>>;
  revenue?: { amount: number | string; currency: string };
  /** Address and User-Agent of the visitor's own request: they say which visit it is, and are reduced before anything is kept. */
  ip?: string;
  userAgent?: string;
  /** When it happened, of today; left out, now. */
  time?: Date | string;
  /** The visitor's choice, and only with a yes the identifier of the cookie `passant_id`. */
  consent?: 'granted' | 'denied' | 'unset';
  visitor?: string;
}

/** What became of an event: kept, or dropped for a reason of the list in docs/api.md. */
export type SendResult = { kept: true } | { kept: false; reason: string };

/** The service did not understand, or could not keep, the event. */
export class SendError extends Error {
  readonly status: number;
  /** One of the codes of docs/api.md, or null when the answer was not the service's. */
  readonly code: string | null;
  /** Seconds to wait before another attempt, when the service says so. */
  readonly retryAfter: number | null;

  constructor(message: string, status: number, code: string | null, retryAfter: number | null) {
    super(message);
    this.name = 'SendError';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Sends one event and waits until it is on disk.
 * @throws SendError when the answer is an error; whatever `fetch` throws when there is none
 */
export async function sendEvent(
  { api, key, fetch: send = fetch }: SendOptions,
  { site, userAgent, time, ...event }: ServerEvent,
): Promise<SendResult> {
  const answer = await send(`${api.replace(/\/$/, '')}/api/event`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      ...event,
      domain: site,
      user_agent: userAgent,
      time: time instanceof Date ? time.toISOString() : time,
    }),
  });
  if (!answer.ok) throw await readError(answer);
  const reason = answer.headers.get('x-passant-dropped');
  return reason === null ? { kept: true } : { kept: false, reason };
}

async function readError(answer: Response): Promise<SendError> {
  const body = (await answer.json().catch(() => null)) as { error?: string; code?: string } | null;
  const wait = Number(answer.headers.get('retry-after'));
  return new SendError(body?.error ?? `HTTP ${answer.status}`, answer.status, body?.code ?? null, wait || null);
}
