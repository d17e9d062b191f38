/** The log of changes: by pages and by command, complete, and only ever added to. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { Change } from '../../src/domain/change.ts';
import { ACT_OF_ROUTE } from '../../src/http/note-changes.ts';
import { listRoutes } from '../support/list-routes.ts';
import { OWNER, signIn } from '../support/seeded-office.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const SITE = 'shop.example';
let folder: string;
let service: Service;
let login: string;

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, {
    PASSANT_RATE_LIMIT: '0',
    PASSANT_ADMIN_EMAIL: OWNER.email,
    PASSANT_ADMIN_PASSWORD: OWNER.password,
  });
  login = await signIn(service.url);
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

async function change(method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${service.url}/app/api/${path}`, {
    method,
    headers: { cookie: `csrftoken=a; sessionid=${login}`, 'x-csrf-token': 'a', 'sec-fetch-site': 'same-origin' },
    ...(body && { body: JSON.stringify(body) }),
  });
}
async function newest(count: number): Promise<Pick<Change, 'who' | 'act' | 'site' | 'about'>[]> {
  const { changes } = (await (await change('GET', 'changes')).json()) as { changes: Change[] };
  return changes.slice(0, count).map(({ who, act, site, about }) => ({ who, act, site, about }));
}
const run = async (...args: string[]) => runCommandBeside(folder, args, OWNER.password);

it('every route that may change something says what', () => {
  const changing = listRoutes().filter((route) => /^(POST|PUT|PATCH|DELETE) \/(app\/api|api\/v1)\//.test(route));
  expect(Object.keys(ACT_OF_ROUTE).toSorted()).toEqual(changing.toSorted());
});

describe('the log', () => {
  it('has what people change on the pages', async () => {
    const { email: who } = OWNER;
    await change('POST', 'sites', { domain: SITE });
    await change('POST', `sites/${SITE}/settings`, { hosts: 'a.example', retention: '13mo' });
    await change('POST', `sites/${SITE}/goals`, { event: 'Sign up' });
    await change('DELETE', `sites/${SITE}/goals?name=Sign%20up`);
    await change('POST', 'people/invitations', { email: 'grace@example.org', role: 'viewer' });
    await change('POST', 'keys', { name: '=Report', scopes: ['stats:read'] });
    expect(await newest(7)).toEqual([
      { who, act: 'key_issued', site: null, about: '=Report' },
      { who, act: 'person_invited', site: null, about: 'grace@example.org' },
      { who, act: 'goal_removed', site: SITE, about: 'Sign up' },
      { who, act: 'goal_added', site: SITE, about: 'Sign up' },
      { who, act: 'site_changed', site: SITE, about: 'hosts, retention' },
      { who, act: 'site_added', site: null, about: SITE },
      { who, act: 'signed_in', site: null, about: '' },
    ]);
  });

  it('has nothing of what was refused, and of questions', async () => {
    const before = await newest(1);
    expect((await change('POST', 'sites', { domain: SITE })).status).toBe(409);
    expect((await change('POST', `sites/${SITE}/goals`, {})).status).toBe(400);
    expect((await change('POST', 'v2/query', { site_id: SITE, metrics: ['visits'], date_range: '7d' })).status).toBe(
      200,
    );
    expect(await newest(1)).toEqual(before);
  });

  it('has what commands change, as done on the server', async () => {
    await run('site', 'set', SITE, '--signals', 'exclude');
    await run('user', 'add', 'hedy@example.org', '--role', 'viewer');
    await run('erase', SITE, 'V1StGXR8_Z5jdHi6B-myT');
    await run('site', 'list');
    const log = await newest(3);
    expect(log).toContainEqual({ who: '', act: 'person_added', site: null, about: 'hedy@example.org' });
    expect(log).toContainEqual({ who: '', act: 'site_changed', site: SITE, about: 'signals' });
    expect(JSON.stringify(log)).not.toContain('V1StGXR8');
    const { stdout } = await run('changes', '--limit', '2', '--json');
    expect((JSON.parse(stdout) as Change[]).map(({ act }) => act)).toEqual(log.slice(0, 2).map(({ act }) => act));
  });

  it('is a file for a spreadsheet that runs nothing', async () => {
    const answer = await change('GET', 'changes.csv');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const text = await answer.text();
    expect(text.split('\n')[0]).toBe('time,who,act,site,about,count');
    expect(text).toContain("'=Report");
  });

  it('cannot be changed, by nobody', () => {
    const db = new Database(join(folder, 'app.db'));
    expect(() => db.exec("UPDATE changes SET who = 'nobody'")).toThrow('only added to');
    expect(() => db.exec('DELETE FROM changes')).toThrow('only added to');
    db.close();
  });
});
