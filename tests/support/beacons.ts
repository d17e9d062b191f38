/** Messages for tests that speak HTTP. */

export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0';
export const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

export interface SendOptions {
  userAgent?: string;
  headers?: Record<string, string>;
}

/** Posts a beacon; `body` is sent as it is when it is a text. */
export function sendBeacon(
  url: string,
  body: unknown,
  { userAgent = FIREFOX, headers = {} }: SendOptions = {},
): Promise<Response> {
  return fetch(`${url}/api/event`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'text/plain', 'user-agent': userAgent, ...headers },
  });
}

export function pageview(path: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { n: 'pageview', u: `http://127.0.0.1/demo${path}`, d: 'demo', r: null, c: 'unset', ...more };
}
