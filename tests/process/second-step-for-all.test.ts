/** A second step that owners demand of everybody: what is refused until it is set up, to whom, and who can end the demand. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { ACCESS, SITE } from '../support/access-table.ts';
import { addressOfRoute } from '../support/route-address.ts';
import { OWNER } from '../support/seeded-office.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';
import { Caller } from '../support/sign-in-service.ts';

const GRACE = { email: 'grace@example.org', password: 'other words in a row' };
const NEEDED = { status: 403, code: 'second_step_needed' };
/** By which one is set up. */
const SETTING_UP = /^(GET|POST) \/app\/api\/account\/(second-step|code-app|passkeys|recovery-codes)/;
let folder: string;
let service: Service;
let key: string;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, {
    ...{ PASSANT_RATE_LIMIT: '0', PASSANT_TRUSTED_PROXIES: '127.0.0.1' },
    ...{ PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password },
  });
  await run('site', 'add', SITE);
  await run('link', 'add', SITE, '--public');
  key = (JSON.parse(await run('key', 'issue', 'a', '--json')) as { secret: string }).secret;
}, 60_000);
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});
beforeEach(() => run('user', 'demand-second-step', 'off'));

async function run(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCommandBeside(folder, args, GRACE.password);
  if (status !== 0) throw new Error(stderr + stdout);
  return stdout;
}
const call = () => new Caller(service.url, '192.0.2.10');
async function signedIn({ email, password } = OWNER): Promise<Caller> {
  const caller = call();
  expect(await caller.signIn(email, password)).toMatchObject({ status: 200, body: { secondStep: null } });
  return caller;
}
async function ask(caller: Caller, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) {
  const answer = await caller.ask(method, path, body);
  return { status: answer.status, code: answer.body.code };
}
const stateOf = async (caller: Caller) => (await caller.ask('GET', '/app/api/state')).body;
/** @returns recovery codes */
async function setUp(caller: Caller, current: string): Promise<string[]> {
  const begun = await caller.ask('POST', '/app/api/account/code-app', { current });
  const code = await generate({ secret: String(begun.body.secret) });
  const confirmed = await caller.ask('POST', '/app/api/account/code-app/confirm', { code });
  expect(confirmed.status).toBe(200);
  return confirmed.body.recoveryCodes as string[];
}
const demand = (caller: Caller, method: 'PUT' | 'DELETE') =>
  caller.ask(method, '/app/api/second-step-demand', method === 'PUT' ? { demanded: true } : undefined);

describe('as long as nothing is demanded', () => {
  it('nothing is asked of anybody, which commands and pages say', async () => {
    const owner = await signedIn();
    expect(await stateOf(owner)).toMatchObject({ secondStepMissing: false, sites: [{ domain: SITE }] });
    expect((await owner.ask('GET', '/app/api/people')).body).toMatchObject({ secondStepDemanded: false });
    expect(await run('user', 'demand-second-step')).toBe('A second step is the choice of each person.\n');
    expect((await runCommandBeside(folder, ['user', 'demand-second-step', 'perhaps'])).status).toBe(2);
  });
});

describe('somebody who has none, once it is demanded', () => {
  it('is refused by every route that needs a login, but those by which one is set up, and is told of no site', async () => {
    const owner = await signedIn();
    expect((await demand(owner, 'PUT')).status).toBe(200);
    const routes = Object.entries(ACCESS).filter(([, { needs }]) => /^(site |service |login)/.test(needs));
    const verdicts = await Promise.all(
      routes.map(async ([route, { query, body }]) => {
        const { method, path } = addressOfRoute(route, SITE, query);
        const form = method === 'GET' ? undefined : (body ?? {});
        return [route, (await ask(owner, method as 'POST', path, form)).code === NEEDED.code] as const;
      }),
    );
    expect(routes.length).toBeGreaterThan(70);
    expect(verdicts.filter(([, isRefused]) => !isRefused).map(([route]) => route)).toEqual(
      routes.map(([route]) => route).filter((route) => SETTING_UP.test(route)),
    );
    expect(await stateOf(owner)).toMatchObject({
      ...{ signedIn: true, secondStepMissing: true, user: { email: OWNER.email }, sites: [] },
    });
    expect((await owner.ask('GET', '/app/api/account/second-step')).body).toMatchObject({ hasPassword: true });

    await setUp(owner, OWNER.password);
    expect(await stateOf(owner)).toMatchObject({ secondStepMissing: false, sites: [{ domain: SITE }] });
    expect((await owner.ask('GET', '/app/api/people')).body).toMatchObject({ secondStepDemanded: true });
    // The last one taken off is as none at all.
    await run('user', 'second-step', 'off', OWNER.email);
    expect(await ask(await signedIn(), 'GET', '/app/api/account')).toEqual(NEEDED);
  });

  it('is asked for it after an invitation, and after another password', async () => {
    await run('user', 'demand-second-step', 'on');
    const link = await run('user', 'invite', GRACE.email, '--role', 'viewer');
    const grace = call();
    const form = { token: /#([\w-]+)/.exec(link)?.[1], password: GRACE.password };
    expect((await grace.ask('POST', '/app/api/invitation/accept', form)).status).toBe(200);
    expect(await stateOf(grace)).toMatchObject({ secondStepMissing: true, sites: [] });
    const query = { site_id: SITE, metrics: ['visits'], date_range: '7d' };
    expect(await ask(grace, 'POST', '/app/api/v2/query', query)).toEqual(NEEDED);
    await run('user', 'password', GRACE.email);
    const again = await signedIn(GRACE);
    expect(await ask(again, 'POST', '/app/api/v2/query', query)).toEqual(NEEDED);
    const [recovery] = await setUp(again, GRACE.password);
    expect((await ask(again, 'POST', '/app/api/v2/query', query)).status).toBe(200);
    const elsewhere = call();
    expect((await elsewhere.signIn(GRACE.email, GRACE.password)).body).toEqual({
      secondStep: { app: true, passkey: false },
    });
    await elsewhere.ask('POST', '/app/api/sign-in/code', { code: recovery });
    expect((await ask(elsewhere, 'POST', '/app/api/v2/query', query)).status).toBe(200);
  });

  it('may sign out, and neither keys nor public pages ask for it', async () => {
    await run('user', 'demand-second-step', 'on');
    const owner = await signedIn();
    const query = { site_id: SITE, metrics: ['visits'], date_range: '7d' };
    const byKey = await fetch(`${service.url}/api/v2/query`, {
      ...{ method: 'POST', headers: { authorization: `Bearer ${key}` }, body: JSON.stringify(query) },
    });
    const shared = await fetch(`${service.url}/share/${SITE}/api/state`);
    expect([byKey.status, shared.status]).toEqual([200, 200]);
    expect((await owner.ask('POST', '/app/api/sign-out', {})).status).toBe(200);
    expect(await stateOf(owner)).toMatchObject({ signedIn: false, secondStepMissing: false });
  });
});

describe('the demand', () => {
  it('is made and ended by owners alone, and by command for those who are locked out, and is noted', async () => {
    await run('user', 'add', 'admin@example.org', '--role', 'admin');
    const admin = await signedIn({ email: 'admin@example.org', password: GRACE.password });
    expect((await demand(admin, 'PUT')).status).toBe(403);
    const owner = await signedIn();
    expect((await demand(owner, 'PUT')).status).toBe(200);
    // Whoever has none ends it no more than anything else.
    expect((await demand(owner, 'DELETE')).body.code).toBe(NEEDED.code);
    expect(await run('user', 'demand-second-step')).toBe('A second step is demanded of everybody.\n');
    expect(await run('user', 'demand-second-step', 'off')).toBe('A second step is the choice of each person.\n');
    expect(await stateOf(owner)).toMatchObject({ secondStepMissing: false });

    const [recovery] = await setUp(owner, OWNER.password);
    expect(recovery).toBeDefined();
    expect([(await demand(owner, 'PUT')).status, (await demand(owner, 'DELETE')).status]).toEqual([200, 200]);
    const { changes } = (await owner.ask('GET', '/app/api/changes')).body as {
      changes: { who: string; act: string }[];
    };
    expect(changes.slice(0, 5).map(({ who, act }) => `${act} ${who}`)).toEqual([
      `second_step_demand_ended ${OWNER.email}`,
      `second_step_demanded ${OWNER.email}`,
      `second_step_added ${OWNER.email}`,
      'second_step_demand_ended ',
      `second_step_demanded ${OWNER.email}`,
    ]);
    await run('user', 'second-step', 'off', OWNER.email);
  });

  it('outlives a restart', async () => {
    await run('user', 'demand-second-step', 'on');
    await service.stop();
    service = await startService(folder, { PASSANT_TRUSTED_PROXIES: '127.0.0.1' });
    expect(await ask(await signedIn(), 'GET', '/app/api/account')).toEqual(NEEDED);
  });
});
