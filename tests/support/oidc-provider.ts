/** A real provider of OpenID Connect on this machine that lets in whoever the test says, and a browser that goes there and back. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FIREFOX } from './beacons.ts';

export const CLIENT = { id: 'passant', secret: 'a secret of the tests, long enough' };

export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
}

type Change = (answer: Record<string, unknown>) => Record<string, unknown>;

export interface TestProvider {
  issuer: string;
  /** Who is signed in there; null: whoever is asked refuses. */
  person: Person | null;
  /** What is changed of an answer before it leaves, by the path that was asked. */
  readonly changes: Map<string, Change>;
  /** Paths that were asked by anybody, the newest last. */
  readonly asked: string[];
  /** Settings of a service that uses it. */
  settings: Record<string, string>;
  stop(): Promise<void>;
  /** At the same address again. */
  start(): Promise<void>;
}

export async function openTestProvider(): Promise<TestProvider> {
  let server: Server = await listen(0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Person>();
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const { warn, info } = console;
  console.warn = console.info = () => {}; // what it says of keeping its own state in memory
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, AuthorizationCode: 60, IdToken: 600 },
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, token_endpoint_auth_method: 'client_secret_post' },
        // Of native ones any port of this machine will do: the service's is not known yet.
        ...{ application_type: 'native', redirect_uris: ['http://localhost/app/api/oidc/callback'] },
      },
    ],
    jwks: { keys: [{ ...key, kid: 'of-the-tests', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['of the tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    pkce: { required: () => true },
  });
  Object.assign(console, { warn, info });
  const answer = provider.callback();
  const test: TestProvider = {
    ...{ issuer, person: null, changes: new Map<string, Change>(), asked: [] as string[] },
    settings: {
      ...{ PASSANT_OIDC_ISSUER: issuer, PASSANT_OIDC_CLIENT_ID: CLIENT.id, PASSANT_OIDC_CLIENT_SECRET: CLIENT.secret },
      ...{ PASSANT_OIDC_NAME: 'City login', PASSANT_OIDC_DOMAINS: 'city.example=viewer' },
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    start: async () => {
      server = await listen(port);
      server.on('request', serve);
    },
  };

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    test.asked.push(path);
    const change = test.changes.get(path);
    if (change !== undefined) changeEnd(response, change);
    if (path.startsWith('/interaction/')) void interact(request, response);
    else void answer(request, response);
  };

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, session, params } = await provider.interactionDetails(request, response);
    const { person } = test;
    if (person === null) {
      await provider.interactionFinished(request, response, { error: 'access_denied' });
    } else if (prompt.name === 'login') {
      people.set(person.sub, person);
      await provider.interactionFinished(request, response, { login: { accountId: person.sub } });
    } else {
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) });
      grant.addOIDCScope('openid email');
      await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
    }
  }

  server.on('request', serve);
  return test;
}

function changeEnd(response: ServerResponse, change: Change): void {
  const end = response.end.bind(response) as (body: string) => ServerResponse;
  response.end = ((body: string) => {
    const changed = JSON.stringify(change(JSON.parse(String(body)) as Record<string, unknown>));
    response.setHeader('content-length', Buffer.byteLength(changed));
    return end(changed);
  }) as typeof response.end;
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

export interface Landing {
  status: number;
  /** Where it leads, whole; '' for nowhere. */
  location: string;
  cookies: readonly string[];
  text: string;
}

/** A browser with a jar of cookies for each host, which goes where it is sent only when it is told to. */
export class Wanderer {
  readonly #jars = new Map<string, Map<string, string>>();
  readonly #service: string;

  /** @param service its address, without a slash at the end */
  constructor(service: string) {
    this.#service = service;
  }

  /** The cookies of the service. */
  get jar(): Map<string, string> {
    return this.#jarOf(new URL(this.#service));
  }

  async go(address: string, method = 'GET', body?: object): Promise<Landing> {
    const url = new URL(address, this.#service);
    const jar = this.#jarOf(url);
    const answer = await fetch(url, {
      ...{ method, redirect: 'manual' },
      headers: {
        'user-agent': FIREFOX,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method !== 'GET' && { 'x-csrf-token': jar.get('csrftoken') ?? '' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookies = answer.headers.getSetCookie();
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get('location');
    return {
      ...{ status: answer.status, cookies, text: await answer.text() },
      location: location === null ? '' : new URL(location, url).href,
    };
  }

  /** Presses the button. @returns where the provider is */
  async start(returnTo = '/app/'): Promise<string> {
    return (await this.go(`/app/api/oidc/start?to=${encodeURIComponent(returnTo)}`)).location;
  }

  /** Signs in at the provider. @returns the address to come back to, not yet gone to */
  async signInThere(address: string): Promise<string> {
    let at = address;
    for (let step = 0; step < 10 && !at.startsWith(this.#service); step++) at = (await this.go(at)).location;
    return at;
  }

  /** There and back. @returns where they land, as a path */
  async wander(returnTo?: string): Promise<string> {
    return this.land(await this.signInThere(await this.start(returnTo)));
  }

  /** Goes back to the service. @returns where that leads, as a path with what stands behind `#` */
  async land(back: string): Promise<string> {
    const { location } = await this.go(back);
    const { origin, pathname, search, hash } = new URL(location);
    return `${origin === this.#service ? '' : origin}${pathname}${search}${hash}`;
  }

  /** The address of whoever is signed in here; null for nobody. */
  async who(): Promise<string | null> {
    const { text } = await this.go('/app/api/state');
    return (JSON.parse(text) as { user: { email: string } | null }).user?.email ?? null;
  }

  #jarOf({ host }: URL): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }
}
