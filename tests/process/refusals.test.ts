/** Whoever is refused stands in the log: by kind, account and hour, and with nothing that a stranger has sent. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import type { Commands } from '../../src/control/commands.ts';
import type { Change } from '../../src/domain/change.ts';
import { FIREFOX } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import {
  commandsOf,
  createFolder,
  removeFolder,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';
import { Caller } from '../support/sign-in-service.ts';

const [ADA, BOB] = ['ada@example.org', 'bob@example.org'];
const [PASSWORD, WRONG] = ['some words of hers', 'falsches-Kennwort-4711'];
const [SHOP, OTHER] = ['shop.example', 'other.example'];
const ADDRESS = '198.51.100.213';
const AGENT = `${FIREFOX} Kanarienvogel/4711.0815`;
const TYPED = 'Wanderfalke4711@example.net';
const SETTINGS = {
  ...{ PASSANT_RATE_LIMIT: '0', PASSANT_TRUSTED_PROXIES: '127.0.0.1,::1' },
  ...{ PASSANT_ADMIN_EMAIL: ADA, PASSANT_ADMIN_PASSWORD: PASSWORD },
};

let folder: string;
let service: Service;
let commands: Commands;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, SETTINGS);
  commands = commandsOf(folder);
  for (const site of [SHOP, OTHER]) await commands.addSite(site, { timezone: 'UTC' });
  await commands.addUser(BOB, PASSWORD, { role: null, sites: [{ site: SHOP, role: 'viewer' }] });
}, 60_000);
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

const call = (address = ADDRESS) => new Caller(service.url, address, AGENT);
async function signedIn(email: string): Promise<Caller> {
  const caller = call();
  expect((await caller.signIn(email, PASSWORD)).status).toBe(200);
  return caller;
}
const refused = () => commands.listChanges(null, 1000, 'refusals');
const counts = new Map<number, number>();
/** What has come to the log since this was asked last, whichever hour it stands in. */
async function news(): Promise<string[]> {
  const grown = new Map<string, number>();
  for (const { id, act, who, about, count } of await refused()) {
    const [name, by] = [`${act} ${who} ${about}`.trim(), (count ?? 0) - (counts.get(id) ?? 0)];
    if (by > 0) grown.set(name, (grown.get(name) ?? 0) + by);
    counts.set(id, count ?? 0);
  }
  return [...grown].map(([name, by]) => `${name} +${by}`).toSorted();
}

describe('the log has', () => {
  it('refused sign-ins: of an account by its own name, of no account by none, with the same answer', async () => {
    const answers = [];
    for (const email of [ADA.toUpperCase(), TYPED]) {
      const { status, body, headers } = await call().signIn(email, WRONG);
      answers.push([status, body, [...headers].filter(([name]) => name !== 'date')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(401);
    expect(await news()).toEqual(['sign_in_refused stranger +1', `sign_in_refused stranger ${ADA} +1`]);
    await call().ask('POST', '/app/api/sign-in/passkey', { alone: true, response: { id: TYPED } });
    expect(await news()).toEqual(['sign_in_refused stranger +1']);
    // What is not a try is none.
    await call().ask('POST', '/app/api/sign-in', { email: ADA });
    await call().ask('GET', '/app/api/account');
    expect(await news()).toEqual([]);
  });

  it('a flood of them as one line that grows, the tries that are too many included', async () => {
    const statuses = [];
    for (let time = 0; time < 60; time++) statuses.push((await call('203.0.113.9').signIn(TYPED, WRONG)).status);
    expect(statuses).toContain(429);
    expect(await news()).toEqual(['sign_in_refused stranger +60']);
    const lines = (await refused()).map(
      ({ at, act, who, about }) => `${Math.floor(at / 3_600_000)} ${act} ${who} ${about}`,
    );
    expect(new Set(lines).size).toBe(lines.length);
  }, 60_000);

  it('failed second steps, by the account whose password was right', async () => {
    const bob = await signedIn(BOB);
    const { body } = await bob.ask('POST', '/app/api/account/code-app', { current: PASSWORD });
    const secret = String(body.secret);
    await bob.ask('POST', '/app/api/account/code-app/confirm', { code: await generate({ secret }) });
    await news();
    const other = call();
    await other.signIn(BOB, PASSWORD);
    expect((await other.ask('POST', '/app/api/sign-in/code', { code: '000000' })).status).toBe(400);
    expect(await news()).toEqual([`second_step_refused stranger ${BOB} +1`]);
    expect(
      (await bob.ask('POST', '/app/api/account/code-app/remove', { current: PASSWORD, code: '000000' })).status,
    ).toBe(400);
    expect((await bob.ask('POST', '/app/api/account/code-app', { current: WRONG })).status).toBe(400);
    expect(await news()).toEqual([`password_refused ${BOB} +1`, `second_step_refused ${BOB} +1`]);
    await commands.endSecondStep(BOB);
  });

  it('what a role, a key or no key at all does not allow', async () => {
    const bob = await signedIn(BOB);
    await news();
    for (const [method, path, status] of [
      ['GET', '/app/api/people', 403],
      ['POST', `/app/api/sites/${SHOP}/remove`, 403],
      ['GET', `/app/api/sites/${OTHER}/settings`, 404],
    ] as const)
      expect((await bob.ask(method, path, method === 'POST' ? {} : undefined)).status).toBe(status);
    expect(await news()).toEqual([`right_refused ${BOB} +3`]);
    expect((await bob.ask('GET', '/app/api/sites/no-site.example/settings')).status).toBe(404);
    expect(await news()).toEqual([]);

    const { stdout } = await runCommandBeside(folder, ['key', 'issue', 'Board', '--scope', 'stats:read']);
    const ask = (key: string, path = '/api/v1/sites', body?: string) =>
      fetch(service.url + path, { ...(body && { method: 'POST', body }), headers: { authorization: `Bearer ${key}` } });
    expect((await ask(stdout.trim())).status).toBe(403);
    expect((await ask('psk_made_up_4711')).status).toBe(401);
    expect((await ask('psk_made_up_4711', '/api/event', '{}')).status).toBe(401);
    expect((await fetch(`${service.url}/api/v1/sites`)).status).toBe(401);
    expect(await news()).toEqual(['key_refused stranger +2', 'right_refused key Board +1']);
  });

  it('changes that no page of ours has asked for, by the browser in which they were tried', async () => {
    const bob = await signedIn(BOB);
    bob.jar.set('csrftoken', '');
    await news();
    expect((await bob.ask('POST', '/app/api/sign-out', {})).status).toBe(403);
    const foreign = { 'sec-fetch-site': 'cross-site', cookie: 'csrftoken=a', 'x-csrf-token': 'a' };
    const sent = { method: 'POST', headers: foreign, body: '{}' };
    expect((await fetch(`${service.url}/app/api/sign-in`, sent)).status).toBe(403);
    expect((await fetch(`${service.url}/privacy/${SHOP}`, sent)).status).toBe(403);
    expect(await news()).toEqual([`foreign_request_refused ${BOB} +1`, 'foreign_request_refused stranger +2']);
  });

  it('addresses of webhooks that are none of the open internet', async () => {
    const ada = await signedIn(ADA);
    await news();
    for (const url of ['https://127.0.0.1:9/wanderfalke', 'https://localhost/', 'https://10.0.0.1/'])
      expect((await ada.ask('POST', `/app/api/sites/${SHOP}/webhooks`, { url })).status).toBe(400);
    expect((await ada.ask('POST', `/app/api/sites/${SHOP}/webhooks`, { url: 'http://example.org' })).status).toBe(400);
    expect(await news()).toEqual([`address_refused ${ADA} +3`]);
  });

  it('links that are not live, and passwords of shared pages', async () => {
    await news();
    for (const path of ['/app/api/invitation', '/app/api/reset'])
      expect((await call().ask('POST', path, { token: 'made-up-4711' })).status).toBe(404);
    const { token } = await commands.addLink(SHOP, {
      kind: 'secret',
      name: 'a',
      password: 'quiet words in a long row',
    });
    const given = await fetch(`${service.url}/share/${token}/api/password`, {
      ...{ method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ password: WRONG }) },
    });
    expect(given.status).toBe(401);
    expect(await news()).toEqual(['link_refused stranger +2', 'page_password_refused stranger +1']);
  });
});

it('stands beside what was done: on the page, in the file and by command, or alone', async () => {
  const ada = await signedIn(ADA);
  const list = async (query: string) =>
    (await ada.ask('GET', `/app/api/changes${query}`)).body.changes as unknown as Change[];
  const kinds = async (query: string) => [...new Set((await list(query)).map(({ count }) => count !== null))].sort();
  expect([await kinds(''), await kinds('?only=changes'), await kinds('?only=refusals')]).toEqual([
    ...[[false, true], [false], [true]],
  ]);
  const { stdout } = await runCommandBeside(folder, ['changes', '--only', 'refusals']);
  expect(stdout).toMatch(/sign in refused +\d+$/m);
  const file = await fetch(`${service.url}/app/api/changes.csv`, {
    headers: { cookie: `sessionid=${ada.jar.get('sessionid')}` },
  });
  expect(await file.text()).toMatch(new RegExp(`Z,stranger,sign_in_refused,,${ADA},\\d+$`, 'm'));
});

it('keeps nothing that a stranger has sent, through a stop with what was not written yet', async () => {
  await call().signIn(TYPED, WRONG);
  await service.stop();
  for (const trace of ['Wanderfalke', WRONG, ADDRESS, 'Kanarienvogel', 'made_up_4711', 'made-up-4711'])
    expect([trace, search(readFiles(folder), needlesFor(trace))]).toEqual([trace, []]);
  const before = [...counts.values()].reduce((sum, count) => sum + count, 0);
  service = await startService(folder, SETTINGS);
  const after = (await refused()).reduce((sum, { count }) => sum + (count ?? 0), 0);
  expect(after).toBe(before + 1);
  expect(service.output()).not.toMatch(/4711|198\.51|Wanderfalke/);
});
