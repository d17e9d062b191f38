/** The one place that speaks HTTP: JSON both ways, the proof of origin on every change, errors as values of one class. */
import { ApiError } from './api-error.ts';
import { asFields, asList, asText } from './decode.ts';

const CSRF_COOKIE = 'csrftoken';

/** @throws ApiError */
export async function getJson(path: string, signal?: AbortSignal): Promise<unknown> {
  return send(path, { method: 'GET', ...(signal && { signal }) });
}

/** @throws ApiError */
export async function postJson(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  return send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': readCookie(CSRF_COOKIE) },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });
}

/** A cookie's value, or '' when there is none. */
export function readCookie(name: string, cookies: string = document.cookie): string {
  const found = cookies.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? '' : found.slice(name.length + 1);
}

async function send(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' }).catch((fault) => {
    if (init.signal?.aborted) throw fault;
    throw new ApiError(0, 'offline', 'The server did not answer.');
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const { error, code, details } = asFields(body);
  throw new ApiError(
    response.status,
    asText(code, 'fault'),
    asText(error, `The server answered ${response.status}.`),
    asList(details).map((detail) => {
      const { path: at, message } = asFields(detail);
      return { path: asText(at), message: asText(message) };
    }),
  );
}
