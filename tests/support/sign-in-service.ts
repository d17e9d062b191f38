/**
 * The ways in and out over real HTTP, with accounts in memory, second steps in a database, a clock that the test moves and a hasher
 * that tells what it was asked.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Router from '@koa/router';
import Koa from 'koa';
import pino from 'pino';
import { Accounts } from '../../src/auth/accounts.ts';
import { Logins } from '../../src/auth/logins.ts';
import { PasswordQueue } from '../../src/auth/password-queue.ts';
import { Challenges } from '../../src/auth/second-step/challenges.ts';
import { CodeApps } from '../../src/auth/second-step/code-apps.ts';
import { Passkeys } from '../../src/auth/second-step/passkeys.ts';
import { PendingSignIns } from '../../src/auth/second-step/pending-sign-ins.ts';
import { RecoveryCodes } from '../../src/auth/second-step/recovery-codes.ts';
import { relyingPartyOf } from '../../src/auth/second-step/relying-party.ts';
import { SecondSteps } from '../../src/auth/second-step/second-steps.ts';
import { createDeviceDetector } from '../../src/collect/device/create-device-detector.ts';
import { AddressWatch } from '../../src/http/address-watch.ts';
import { BackOffice, type BackOfficeOptions } from '../../src/http/back-office.ts';
import { createAddressOf } from '../../src/http/client-address.ts';
import { createPresentErrors } from '../../src/http/middleware/present-errors.ts';
import { addAccountRoutes } from '../../src/http/routes/account-routes.ts';
import { addOwnAccountRoutes } from '../../src/http/routes/own-account-routes.ts';
import { addOwnSecondStepRoutes } from '../../src/http/routes/own-second-step-routes.ts';
import { addSecondStepRoutes } from '../../src/http/routes/second-step-routes.ts';
import type { HttpOptions, HttpServices } from '../../src/http/services.ts';
import { SignInThrottle } from '../../src/http/sign-in-throttle.ts';
import { SecretFile } from '../../src/store/secret-file.ts';
import { DemandRepository } from '../../src/store/sqlite/app/demand-repository.ts';
import {
  CodeAppRepository,
  PasskeyRepository,
  RecoveryCodeRepository,
} from '../../src/store/sqlite/app/second-step-repository.ts';
import { MIGRATIONS_DIR, migrate } from '../../src/store/sqlite/migrate.ts';
import { openDatabase } from '../../src/store/sqlite/open-database.ts';
import { FIREFOX } from './beacons.ts';
import { MemoryDevices, MemoryLogins, MemoryUsers, NO_SETUP, RULES, SlowHasher } from './memory-accounts.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Those that were set, whole, by their names. */
  cookies: ReadonlyMap<string, string>;
  body: Record<string, unknown>;
}

/** A browser with a jar for cookies, at an address of its own. */
export class Caller {
  readonly jar = new Map([['csrftoken', 'a-token-of-the-page']]);
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, address: string, userAgent = FIREFOX) {
    this.#url = url;
    this.#headers = { 'x-forwarded-for': address, 'user-agent': userAgent };
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer> {
    const answer = await fetch(this.#url + path, {
      method,
      headers: {
        ...this.#headers,
        cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': this.jar.get('csrftoken') ?? '',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookies = new Map(answer.headers.getSetCookie().map((each) => [each.slice(0, each.indexOf('=')), each]));
    for (const [name, cookie] of cookies) this.jar.set(name, /=([^;]*)/.exec(cookie)?.[1] ?? '');
    return { status: answer.status, headers: answer.headers, cookies, body: (await answer.json()) as Answer['body'] };
  }

  signIn(email: string, password: string): Promise<Answer> {
    return this.ask('POST', '/app/api/sign-in', { email, password });
  }

  /** Of the list, as `Firefox Linux`, the one that asks with a star; null for somebody who is not signed in. */
  async logins(): Promise<string[] | null> {
    const { status, body } = await this.ask('GET', '/app/api/account');
    if (status === 401) return null;
    const logins = body.logins as { browser: string; os: string; isThis: boolean }[];
    return logins.map(({ browser, os, isThis }) => `${browser} ${os}${isThis ? ' *' : ''}`);
  }
}

/** @param baseUrl the public address; its scheme decides whether cookies are Secure */
export async function openSignInService(baseUrl: string) {
  const clock = { at: 1_800_000_000_000 };
  const now = () => clock.at;
  const users = new MemoryUsers();
  const [store, devices, hasher] = [new MemoryLogins(users), new MemoryDevices(), new SlowHasher()];
  const passwords = new PasswordQueue(hasher);
  const accounts = new Accounts({ users, passwords, rules: RULES, setupTokens: NO_SETUP, now });
  const logins = new Logins({ store, devices, now });
  const detectDevice = createDeviceDetector();
  const describeDevice: HttpServices['describeDevice'] = (userAgent) => {
    const { browser, os } = detectDevice(userAgent);
    return { browser, os };
  };
  const sites = { list: () => [], find: () => null, domains: () => new Map() };
  const apiKeys = { find: () => null };
  const secondStep = openSecondStep({ baseUrl, users, logins, now });
  const office = new BackOffice({
    ...{ logins, apiKeys, sites, describeDevice, baseUrl: () => baseUrl, secondStep: secondStep.services },
  } as unknown as BackOfficeOptions);
  const services = {
    ...{ accounts, logins, sites, signInThrottle: new SignInThrottle(Buffer.alloc(32, 7)), describeDevice },
    ...{ secondStep: secondStep.services, signInProvider: null, now },
  } as unknown as HttpServices;
  const router = new Router();
  const addressOf = createAddressOf(['127.0.0.1', '::1']);
  const options = { baseUrl: () => baseUrl } as HttpOptions;
  addAccountRoutes(router, office, services, options, { addressOf, addressWatch: new AddressWatch() });
  addSecondStepRoutes(router, office, services, addressOf);
  addOwnAccountRoutes(router, office, services);
  addOwnSecondStepRoutes(router, office, services, options);
  const app = new Koa();
  app.use(createPresentErrors(pino({ level: 'silent' })));
  app.use(router.routes());
  const server = createServer(app.callback());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ accounts, clock, devices, hasher, logins: store, users, db: secondStep.db },
    steps: secondStep.services.steps,
    call: (address: string, userAgent?: string) => new Caller(url, address, userAgent),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      secondStep.close();
    },
  };
}

/** In a database of its own; the users of its rows are in memory. */
function openSecondStep(given: { baseUrl: string; users: MemoryUsers; logins: Logins; now: () => number }) {
  const { baseUrl, users, logins, now } = given;
  const folder = mkdtempSync(join(tmpdir(), 'passant-second-step-'));
  const db = openDatabase(join(folder, 'app.db'));
  migrate(db, join(MIGRATIONS_DIR, 'app'));
  db.pragma('foreign_keys = OFF');
  const store = new PasskeyRepository(db);
  const apps = new CodeApps({ store: new CodeAppRepository(db), secrets: new SecretFile(folder), now });
  const recovery = new RecoveryCodes(new RecoveryCodeRepository(db));
  const services: HttpServices['secondStep'] = {
    apps,
    steps: new SecondSteps({ apps, recovery, passkeys: store, logins, demand: new DemandRepository(db), now }),
    pending: new PendingSignIns({ users, now }),
    passkeys: new Passkeys({
      ...{ store, users, challenges: new Challenges(Buffer.alloc(32, 9), now), now },
      relyingParty: () => relyingPartyOf(baseUrl),
    }),
  };
  return {
    ...{ db, services },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type SignInService = Awaited<ReturnType<typeof openSignInService>>;
