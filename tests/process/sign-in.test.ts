/** Signing in to the service as it ships: cookies, idle logins, what is kept of a browser, and strangers who try passwords. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { generate } from 'otplib';
import { FIREFOX } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';
import { Caller } from '../support/sign-in-service.ts';

const OWNER = { email: 'ada@example.org', password: 'some words of hers' };
const OTHER = 'other words of hers';
const ADDRESS = '198.51.100.213';
const AGENT = `${FIREFOX} Kanarienvogel/4711.0815`;
const DAY_MS = 86_400_000;
let folder: string;
let service: Service;

const start = () =>
  startService(folder, {
    ...{
      PASSANT_LOG: 'debug',
      PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1',
      PASSANT_BASE_URL: 'https://count.example.org',
    },
    ...{ PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password },
  });
beforeAll(async () => {
  folder = createFolder();
  service = await start();
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

/** What it prints is the public address, which is none of this machine. */
const here = () => `http://127.0.0.1:${/"port":(\d+)/.exec(service.output())?.[1]}`;
const call = (address = ADDRESS) => new Caller(here(), address, AGENT);
async function signedIn(): Promise<Caller> {
  const caller = call();
  expect((await caller.signIn(OWNER.email, OWNER.password)).status).toBe(200);
  return caller;
}
/** Changes what only time would. */
function change(sql: string): void {
  const db = new Database(join(folder, 'app.db'));
  db.exec(sql);
  db.close();
}

describe('a login', () => {
  it('has cookies out of reach of scripts, Secure on https, and another token every time', async () => {
    const caller = call();
    caller.jar.set('sessionid', 'planted');
    const { cookies } = await caller.signIn(OWNER.email, OWNER.password);
    for (const [name, seconds] of [
      ['sessionid', 2_592_000],
      ['known', 15_552_000],
    ] as const)
      expect(cookies.get(name)).toMatch(
        new RegExp(`^${name}=[\\w-]{32}; Path=/app; Max-Age=${seconds}; SameSite=Lax; HttpOnly; Secure$`),
      );
    const before = call();
    before.jar.set('sessionid', caller.jar.get('sessionid') ?? '');
    await caller.signIn(OWNER.email, OWNER.password);
    expect([await before.logins(), await caller.logins()]).toEqual([null, ['Firefox Linux *']]);
  });

  it('is over when it was not used for a week, and outlives a restart when it was', async () => {
    const [idle, used] = [await signedIn(), await signedIn()];
    const now = Date.now();
    change(`UPDATE login_sessions SET seen_at = ${now - 6 * DAY_MS} WHERE id = (SELECT max(id) FROM login_sessions)`);
    change(`UPDATE login_sessions SET seen_at = ${now - 7 * DAY_MS} WHERE id < (SELECT max(id) FROM login_sessions)`);
    await service.stop();
    service = await start();
    const again = (caller: Caller) => {
      const same = call();
      for (const [name, value] of caller.jar) same.jar.set(name, value);
      return same.logins();
    };
    expect([await again(idle), await again(used)]).toEqual([null, ['Firefox Linux *']]);
  });

  it('is ended from elsewhere, and with all others by another password', async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    const { body } = await one.ask('GET', '/app/api/account');
    expect(body.person).toMatchObject({ email: OWNER.email, role: 'owner' });
    const [newest] = (body.logins as { id: number; isThis: boolean }[]).filter(({ isThis }) => !isThis);
    expect((await one.ask('DELETE', `/app/api/account/logins/${newest?.id}`)).status).toBe(200);
    expect([await two.logins(), await three.logins()].filter((each) => each === null)).toHaveLength(1);
    const password = { current: OWNER.password, password: OTHER };
    expect((await one.ask('POST', '/app/api/account/password', password)).status).toBe(200);
    expect([await two.logins(), await three.logins(), (await one.logins())?.length]).toEqual([null, null, 1]);
    expect((await call().signIn(OWNER.email, OWNER.password)).status).toBe(401);
    await runCommandBeside(folder, ['user', 'password', OWNER.email], OWNER.password);
    expect([await one.logins(), await (await signedIn()).logins()]).toEqual([null, ['Firefox Linux *']]);
  });
});

describe('the logins of somebody else', () => {
  it('are ended by whoever manages people, in the back office or by command, which is noted; the password goes on', async () => {
    const grace = { email: 'grace@example.org', password: 'some words of hers' };
    await runCommandBeside(folder, ['user', 'add', grace.email, '--role', 'viewer'], grace.password);
    const [owner, desk, phone] = [await signedIn(), call(), call()];
    for (const each of [desk, phone]) expect((await each.signIn(grace.email, grace.password)).status).toBe(200);
    const { people } = (await owner.ask('GET', '/app/api/people')).body as { people: { id: number; email: string }[] };
    const idOf = (email: string) => people.find((each) => each.email === email)?.id;

    expect((await desk.ask('DELETE', `/app/api/people/${idOf(OWNER.email)}/logins`)).status).toBe(403);
    expect((await owner.ask('DELETE', '/app/api/people/4711/logins')).status).toBe(404);
    expect((await owner.ask('DELETE', `/app/api/people/${idOf(OWNER.email)}/logins`)).status).toBe(409);
    expect([(await desk.logins())?.length, (await owner.logins()) === null]).toEqual([2, false]);
    expect((await owner.ask('DELETE', `/app/api/people/${idOf(grace.email)}/logins`)).status).toBe(200);
    expect([await desk.logins(), await phone.logins(), (await owner.logins()) === null]).toEqual([null, null, false]);

    expect((await desk.signIn(grace.email, grace.password)).status).toBe(200);
    const { status, stdout } = await runCommandBeside(folder, ['user', 'sign-out', grace.email]);
    expect([status, stdout, await desk.logins()]).toEqual([0, `${grace.email} is signed out everywhere.\n`, null]);
    const log = (await owner.ask('GET', '/app/api/changes')).body.changes as Record<string, string>[];
    const noted = log.filter(({ act }) => act === 'logins_ended').map(({ who, about }) => [who, about]);
    expect(noted).toEqual([
      ['', grace.email],
      [OWNER.email, grace.email],
    ]);
  });
});

describe('a second step', () => {
  const list = async (...options: string[]) => (await runCommandBeside(folder, ['user', 'list', ...options])).stdout;

  it('outlives a restart, is in no file that can be read, and is turned off by command, which is noted', async () => {
    const caller = await signedIn();
    const begun = await caller.ask('POST', '/app/api/account/code-app', { current: OWNER.password });
    const secret = String(begun.body.secret);
    const code = await generate({ secret, epoch: Date.now() / 1000 });
    const { body } = await caller.ask('POST', '/app/api/account/code-app/confirm', { code });
    const [recovery = ''] = body.recoveryCodes as string[];
    await service.stop();
    service = await start();

    const again = call();
    expect((await again.signIn(OWNER.email, OWNER.password)).body).toEqual({
      secondStep: { app: true, passkey: false },
    });
    expect((await again.ask('POST', '/app/api/sign-in/code', { code })).status).toBe(400);
    const next = await generate({ secret, epoch: Date.now() / 1000 + 30 });
    expect((await again.ask('POST', '/app/api/sign-in/code', { code: next })).status).toBe(200);
    const given = [secret, code, recovery, recovery.replaceAll('-', ''), again.jar.get('known') ?? ''];
    const needles = given.map((text) => ({ name: text, bytes: Buffer.from(text) }));
    expect(search(readFiles(folder), needles)).toEqual([]);
    expect(statSync(join(folder, 'secrets.key')).mode & 0o777).toBe(0o600);

    const listed = async () => {
      const [table, json] = [await list(), await list('--json')];
      const [{ hasSecondStep } = { hasSecondStep: null }] = JSON.parse(json) as { hasSecondStep: boolean }[];
      return [/^id +e-mail +role +second step +since\n +1 +\S+ +owner +(yes|no) /.exec(table)?.[1], hasSecondStep];
    };
    expect(await listed()).toEqual(['yes', true]);
    const off = await runCommandBeside(folder, ['user', 'second-step', 'off', OWNER.email]);
    expect(await listed()).toEqual(['no', false]);
    expect([off.status, off.stdout]).toEqual([0, expect.stringContaining('signs in with the password alone')]);
    expect(await again.logins()).toBeNull();
    expect((await again.signIn(OWNER.email, OWNER.password)).body).toEqual({ secondStep: null });
    const log = (await again.ask('GET', '/app/api/changes')).body.changes as { act: string; who: string }[];
    const noted = log.slice(0, 5).map(({ act, who }) => `${act} ${who}`);
    const [mine, server] = [OWNER.email, ''];
    expect(noted).toEqual([
      `signed_in ${mine}`,
      `second_step_removed ${server}`,
      `signed_in ${mine}`,
      // The code that had been used before.
      'second_step_refused stranger',
      `second_step_added ${mine}`,
    ]);
    const twice = await runCommandBeside(folder, ['user', 'second-step', 'off', OWNER.email]);
    expect([twice.status, twice.stderr]).toEqual([1, expect.stringContaining('No second step is set up')]);
    expect((await runCommandBeside(folder, ['user', 'second-step', 'on', OWNER.email])).status).toBe(2);
  });
});

describe('strangers', () => {
  it('are refused after so many, in the same words for nobody’s address, and lock nobody out of a known browser', async () => {
    const desk = await signedIn();
    const tellOf = async (email: string, address: string) => {
      const told: string[] = [];
      for (let attempt = 0; attempt < 22; attempt++) {
        const { status, body } = await call(address).signIn(email, 'guess');
        told.push(`${status} ${body.error}`);
      }
      return told;
    };
    const ofNobody = await tellOf('nobody@example.org', '203.0.113.1');
    expect(await tellOf(OWNER.email, '203.0.113.2')).toEqual(ofNobody);
    expect([ofNobody[0]?.slice(0, 3), ofNobody[19]?.slice(0, 3), ofNobody[20]?.slice(0, 3)]).toEqual([
      '401',
      '401',
      '429',
    ]);
    for (let address = 10; address < 22; address++) await call(`203.0.113.${address}`).signIn(OWNER.email, 'guess');
    const refused = await call('203.0.113.99').signIn(OWNER.email, OWNER.password);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 600]).toEqual([429, true]);
    expect((await desk.signIn(OWNER.email, OWNER.password)).status).toBe(200);
  });
});

it('nothing of a browser or an address is kept, and no token', async () => {
  const output = service.output();
  await service.stop();
  service = await start();
  const caller = await signedIn();
  const tokens = ['sessionid', 'known'].map((name) => caller.jar.get(name) ?? '');
  expect(tokens.map((token) => token.length)).toEqual([32, 32]);
  const needles = [
    ...needlesFor(ADDRESS, '198.51.100.'),
    ...needlesFor(AGENT),
    ...needlesFor('Kanarienvogel/4711.0815'),
    ...tokens.map((token) => ({ name: 'token', bytes: Buffer.from(token) })),
  ];
  await service.stop();
  const places = readFiles(folder);
  places.set('output of the service', Buffer.from(output + service.output()));
  expect(places.size).toBeGreaterThan(2);
  expect(search(places, needles)).toEqual([]);
});
