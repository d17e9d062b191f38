/** Somebody who signs in: one request, and what came of it. */
import { type Agent, request } from 'node:http';

export interface Attempt {
  email: string;
  password: string;
  /** Where it comes from. */
  address: string;
  /** Cookies beside the token of the page. */
  cookies?: string;
}

export interface Tried {
  /** 0 when there was no answer. */
  status: number;
  ms: number;
  /** As `name=value`. */
  cookies: string[];
}

const TOKEN = 'of-a-page';

export function signIn(
  port: number,
  agent: Agent,
  { email, password, address, cookies = '' }: Attempt,
): Promise<Tried> {
  const startedAt = performance.now();
  const headers = {
    ...{ 'x-forwarded-for': address, 'x-csrf-token': TOKEN, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)' },
    cookie: [`csrftoken=${TOKEN}`, cookies].join('; '),
  };
  return new Promise((resolve) => {
    const done = (status: number, set: readonly string[] = []) =>
      resolve({ status, ms: performance.now() - startedAt, cookies: set.map((each) => each.split(';')[0] ?? '') });
    const options = { port, host: '127.0.0.1', path: '/app/api/sign-in', method: 'POST', headers, agent };
    const sending = request(options, (response) => {
      response.resume();
      response.on('end', () => done(response.statusCode ?? 0, response.headers['set-cookie']));
    });
    sending.on('error', () => done(0));
    sending.end(JSON.stringify({ email, password }));
  });
}
