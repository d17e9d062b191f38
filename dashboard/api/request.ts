/** The one place that speaks HTTP: JSON both ways, the proof of origin on every change, errors as values of one class. */

import { routeRequest } from '../state/shared-place.ts';
import { ApiError, type ErrorDetail } from './api-error.ts';
import { asFields, asList, asText } from './decode.ts';

const CSRF_COOKIE = 'csrftoken';

/** @throws ApiError */
export async function getJson(path: string, signal?: AbortSignal): Promise<unknown> {
  return send(path, { method: 'GET', ...(signal && { signal }) });
}

/** @throws ApiError */
export async function postJson(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  return changeJson('POST', path, body, signal);
}

/** @param body what JSON has, or undefined for none @throws ApiError */
export async function changeJson(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  return send(path, jsonOf(method, body, signal));
}

/** The answer, and how long it took in milliseconds: seen from here, and in the server (null when it does not say). @throws ApiError */
export async function postJsonTimed(
  path: string,
  body: unknown,
  signal: AbortSignal,
): Promise<{ answer: unknown; tookMs: number; serverMs: number | null }> {
  const start = performance.now();
  let serverMs: number | null = null;
  const answer = await send(path, jsonOf('POST', body, signal), (headers) => {
    const [, duration] = /\bdur=([\d.]+)/.exec(headers.get('server-timing') ?? '') ?? [];
    serverMs = duration === undefined ? null : Number(duration);
  });
  return { answer, tookMs: performance.now() - start, serverMs };
}

function jsonOf(method: string, body: unknown, signal?: AbortSignal): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', 'x-csrf-token': readCookie(CSRF_COOKIE) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  };
}

/** A cookie's value, or '' when there is none. */
export function readCookie(name: string, cookies: string = document.cookie): string {
  const found = cookies.split('; ').find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? '' : found.slice(name.length + 1);
}

async function send(path: string, init: RequestInit, look: (headers: Headers) => void = () => {}): Promise<unknown> {
  const asked = routeRequest(path, window.location.pathname);
  const response = await fetch(asked, { ...init, credentials: 'same-origin', cache: 'no-store' }).catch((fault) => {
    if (init.signal?.aborted) throw fault;
    throw new ApiError(0, 'offline', 'The server did not answer.');
  });
  look(response.headers);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const { error, code, details } = asFields(body);
  throw new ApiError(
    response.status,
    asText(code, 'fault'),
    asText(error, `The server answered ${response.status}.`),
    asList(details).map((detail) => decodeDetail(asFields(detail))),
  );
}

function decodeDetail({ path, message, code, params }: Readonly<Record<string, unknown>>): ErrorDetail {
  const told = Object.entries(asFields(params)).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  return {
    ...{ path: asText(path), message: asText(message) },
    ...(typeof code === 'string' && { code, params: Object.fromEntries(told) }),
  };
}
