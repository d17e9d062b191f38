/** A site that is removed, had back, erased or emptied, with what was counted for it: over HTTP, by command, and over restarts. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Commands } from '../../src/control/commands.ts';
import { CHROME, FIREFOX, sendBeacon } from '../support/beacons.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { OWNER, signIn } from '../support/seeded-office.ts';
import {
  commandsOf,
  createFolder,
  removeFolder,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';

const SITE = 'shop.example';
const ID = 'V1StGXR8_Z5jdHi6B-myT';
const ID_LATER = 'W1StGXR8_Z5jdHi6B-myT';
const PAGE = '/wanderfalke-4711';
const WEEK_MS = 7 * 86_400_000;
const SETTINGS = {
  PASSANT_RATE_LIMIT: '0',
  PASSANT_ADMIN_EMAIL: OWNER.email,
  PASSANT_ADMIN_PASSWORD: OWNER.password,
};

let folder: string;
let service: Service;
let commands: Commands;
let login: string;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, SETTINGS);
  commands = commandsOf(folder);
  login = await signIn(service.url);
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});
beforeEach(async () => {
  await commands.eraseSite(SITE).catch(() => {});
  await commands.addSite(SITE, { timezone: 'UTC', profile: 'consented', anonymous: 'day', jurisdiction: 'US' });
});

async function ask(method: string, path: string, body?: object): Promise<{ status: number; answer: never }> {
  const response = await fetch(`${service.url}/app/api/${path}`, {
    method,
    headers: { cookie: `csrftoken=a; sessionid=${login}`, 'x-csrf-token': 'a', 'sec-fetch-site': 'same-origin' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, answer: (await response.json()) as never };
}
async function view(id: string | null): Promise<string | null> {
  const who = id === null ? {} : { c: 'granted', id };
  const message = { n: 'pageview', d: SITE, u: `https://${SITE}${PAGE}`, ...who };
  const answer = await sendBeacon(service.url, message, { userAgent: id === null ? CHROME : FIREFOX });
  expect(answer.status).toBe(202);
  return answer.headers.get('x-passant-dropped');
}
async function figures(): Promise<unknown> {
  const { answer } = await ask('POST', 'v2/query', {
    ...{ site_id: SITE, metrics: ['visitors', 'visitors_measured', 'pageviews'], date_range: 'day' },
  });
  return (answer as { results: { metrics: unknown }[] }).results[0]?.metrics;
}
async function knows(id: string): Promise<boolean> {
  const answer = await fetch(`${service.url}/api/access`, { method: 'POST', body: JSON.stringify({ d: SITE, id }) });
  return ((await answer.json()) as { known: boolean }).known;
}
const acts = async () => (await commands.listChanges(null, 5)).map(({ who, act, site }) => [who, act, site]);

it('counts nothing once it is removed, and has everything that was counted when it is back', async () => {
  expect([await view(null), await view(ID)]).toEqual([null, null]);
  const before = await figures();
  expect(before).toEqual([2, 1, 2]);
  expect((await ask('POST', `sites/${SITE}/remove`, { confirm: 'shop' })).status).toBe(400);
  expect((await ask('POST', `sites/${SITE}/remove`, { confirm: SITE })).status).toBe(200);
  expect(await view(null)).toBe('unknown-site');
  expect((await ask('GET', 'state')).answer).toMatchObject({ sites: [] });
  expect((await ask('POST', 'sites', { domain: SITE })).status).toBe(409);

  expect((await ask('POST', `sites/${SITE}/restore`)).status).toBe(200);
  expect(await view(ID)).toBe(null);
  expect(await figures()).toEqual([2, 1, 3]); // the day went on, and its key
  expect((await acts()).slice(0, 3)).toEqual([
    [OWNER.email, 'site_restored', SITE],
    [OWNER.email, 'site_removed', SITE],
    ['', 'site_added', SITE],
  ]);
});

it('is kept out of sight when the service starts again', async () => {
  for (const id of [null, ID]) await view(id);
  const before = await figures();
  await commands.removeSite(SITE);
  await service.stop();
  service = await startService(folder, SETTINGS);
  const { sites } = (await ask('GET', 'removed-sites')).answer as { sites: unknown[] };
  expect(sites).toEqual([{ domain: SITE, until: new Date(Date.now() + WEEK_MS).toISOString().slice(0, 10) }]);
  expect((await ask('POST', `sites/${SITE}/restore`)).status).toBe(200);
  expect(await figures()).toEqual(before);
});

it('its visitors keep their rights while it is out of sight', async () => {
  for (const id of [ID, ID_LATER]) await view(id);
  await commands.removeSite(SITE);
  expect(await knows(ID)).toBe(true);
  const page = await fetch(`${service.url}/privacy/${SITE}`);
  expect([page.status, (await page.text()).includes(SITE)]).toEqual([200, true]);
  await fetch(`${service.url}/api/forget`, { method: 'POST', body: JSON.stringify({ d: SITE, id: ID }) });
  expect(await knows(ID)).toBe(false);
  // A banner says so with a message.
  const withdrawal = { n: 'consent', action: 'withdrawn', d: SITE, u: `https://${SITE}/`, c: 'denied', id: ID_LATER };
  expect((await sendBeacon(service.url, withdrawal)).headers.get('x-passant-dropped')).toBe('unknown-site');
  expect(await knows(ID_LATER)).toBe(false);
});

it('is erased with every byte once its days are over, whatever was stopped meanwhile', async () => {
  await view(ID);
  await commands.removeSite(SITE);
  await service.stop();
  const db = new Database(join(folder, 'app.db'));
  db.prepare('UPDATE sites SET removed_at = ? WHERE domain = ?').run(BigInt(Date.now() - WEEK_MS), SITE);
  db.close();
  service = await startService(folder, SETTINGS);
  for (let left: unknown[] = [0]; left.length > 0; ) left = await commands.listRemovedSites();
  for (let first = ''; first !== 'site_erased'; ) first = String((await acts())[0]?.[1]);
  expect((await acts())[0]).toEqual(['passant', 'site_erased', SITE]);
  await service.stop();
  const found = search(readFiles(folder), needlesFor(PAGE));
  expect(found).toEqual([]);
  service = await startService(folder, SETTINGS);
});

it('is erased at once when its name is written', async () => {
  await view(ID);
  await commands.removeSite(SITE);
  expect((await ask('POST', `sites/${SITE}/erase`, { confirm: '' })).status).toBe(400);
  expect((await ask('POST', `sites/${SITE}/erase`, { confirm: SITE })).status).toBe(200);
  expect((await ask('POST', `sites/${SITE}/restore`)).status).toBe(404);
  await commands.addSite(SITE, { timezone: 'UTC' });
  expect(await figures()).toEqual([0, 0, 0]);
});

it('is emptied and goes on: nothing of before is left, and its day is counted anew under the same key', async () => {
  const day = () => {
    const db = new Database(join(folder, 'events.db'), { readonly: true });
    const sql = 'SELECT level, parts, key_commitment AS held, anonymous FROM instrument_days ORDER BY site_id DESC';
    const row = db.prepare(sql).get();
    db.close();
    return row as { level: string; parts: number; held: string; anonymous: number };
  };
  await commands.addGoal(SITE, { event: 'Sign up' });
  for (const id of [null, ID]) await view(id);
  const before = day();
  expect(before).toMatchObject({ level: 'day', parts: 1, anonymous: 1 });
  expect((await ask('POST', `sites/${SITE}/empty`, { confirm: '' })).status).toBe(400);
  expect((await ask('POST', `sites/${SITE}/empty`, { confirm: SITE })).status).toBe(200);
  expect(await figures()).toEqual([0, 0, 0]);
  expect(await knows(ID)).toBe(false);
  expect(await commands.listGoals(SITE)).toHaveLength(1);
  for (const id of [null, null, ID, ID_LATER]) await view(id);
  expect(await figures()).toEqual([3, 2, 4]);
  expect(day()).toEqual({ ...before, anonymous: 1 });
  expect((await acts())[0]).toEqual([OWNER.email, 'site_emptied', SITE]);
});

it('is given to somebody who is here, by its owner, and by command', async () => {
  const [grace, bob] = ['grace@example.org', 'bob@example.org'];
  const standing = { role: null, sites: [{ site: SITE, role: 'viewer' }] };
  for (const email of [grace, bob]) await commands.addUser(email, OWNER.password, standing);
  const rolesOf = async () =>
    Object.fromEntries(
      (await commands.listUsers()).map(({ email, role, siteRoles }) => [email, role ?? siteRoles[0]?.role]),
    );
  const give = (form: object) => ask('POST', `sites/${SITE}/give`, { confirm: SITE, keep: 'none', to: grace, ...form });
  expect((await give({ confirm: '' })).status).toBe(400);
  expect((await give({ keep: 'owner' })).status).toBe(400);
  expect((await give({ to: 'nobody@example.org' })).status).toBe(404);
  expect((await give({ to: OWNER.email })).status).toBe(409);
  // Whoever owns every site goes on owning this one.
  expect(await give({})).toEqual({ status: 200, answer: { role: 'owner' } });
  expect(await rolesOf()).toEqual({ [OWNER.email]: 'owner', [grace]: 'owner', [bob]: 'viewer' });
  expect((await commands.listChanges(null, 1))[0]).toMatchObject({ who: OWNER.email, act: 'site_given', about: grace });
  const given = await runCommandBeside(folder, [
    ...['site', 'give', SITE, '--to', bob],
    ...['--from', grace, '--keep', 'editor'],
  ]);
  expect([given.status, given.stdout]).toEqual([0, `${bob} owns ${SITE} now.\n`]);
  expect(await rolesOf()).toEqual({ [OWNER.email]: 'owner', [grace]: 'editor', [bob]: 'owner' });
  const again = await runCommandBeside(folder, ['site', 'give', SITE, '--to', bob, '--from', grace]);
  expect([again.status, again.stderr]).toEqual([1, 'passant: Only an owner of the site gives it away.\n']);
  for (const email of [grace, bob]) await commands.removeUser(email);
});

it('says by command what happens to it, and when', async () => {
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await runCommandBeside(folder, ['site', ...args]);
    return `${status} ${stdout}${stderr}`;
  };
  expect(await run('remove', SITE)).toMatch(/^2 .*repeat with --yes/);
  expect(await run('remove', SITE, '--yes')).toMatch(/^0 Removed shop.example. It goes on 20\d\d-\d\d-\d\d;/);
  expect(await run('list')).toContain('`passant site restore shop.example` has it back');
  expect(await run('restore', SITE)).toBe('0 shop.example is back, and counts again.\n');
  expect(await run('empty', SITE, '--yes')).toContain('it counts on');
  expect(await run('remove', SITE, '--yes', '--now')).toBe('0 Erased shop.example.\n');
});
