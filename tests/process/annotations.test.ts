/** Notes on days: by command, by API, and written by those who are signed in. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const SITE = 'example.org';
const PASSWORD = 'quiet words in a long row';
let folder: string;
let service: Service;
let cookies = '';
let token = '';
let secret = '';

const run = async (...args: string[]) => {
  const { status, stdout, stderr } = await runCommandBeside(folder, args);
  return { status, stdout, stderr };
};

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_ADMIN_EMAIL: 'ada@example.org', PASSANT_ADMIN_PASSWORD: PASSWORD });
  await run('site', 'add', SITE, '--timezone', 'UTC');
  await run('site', 'add', 'other.example', '--timezone', 'UTC');
  secret = JSON.parse((await run('key', 'issue', 'tests', '--site', SITE, '--json')).stdout).secret;
  const first = await fetch(`${service.url}/app/api/state`);
  token = /csrftoken=([^;]+)/.exec(first.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const answer = await fetch(`${service.url}/app/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token, cookie: `csrftoken=${token}` },
    body: JSON.stringify({ email: 'ada@example.org', password: PASSWORD }),
  });
  const login = /sessionid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
  cookies = `csrftoken=${token}; sessionid=${login}`;
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${service.url}${path}`, {
    method,
    headers: { cookie: cookies, 'x-csrf-token': token, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}
const NOTES = `/app/api/sites/${SITE}/annotations`;

describe('notes on days', () => {
  it('are added, listed and removed by command', async () => {
    const added = await run('annotation', 'add', SITE, 'The new shop', '--day', '2026-03-01');
    expect(added).toMatchObject({ status: 0, stdout: 'Added note 1 on 2026-03-01: The new shop\n' });
    await run('annotation', 'add', SITE, 'A mistake', '--day', '2026-03-02');
    expect(JSON.parse((await run('annotation', 'list', SITE, '--to', '2026-03-01', '--json')).stdout)).toEqual([
      { id: 1, day: '2026-03-01', text: 'The new shop' },
    ]);
    expect((await run('annotation', 'remove', SITE, '2')).stdout).toBe('Removed note 2.\n');
    expect(await run('annotation', 'remove', SITE, '2')).toMatchObject({ status: 1 });
    expect(await run('annotation', 'remove', SITE, 'two')).toMatchObject({ status: 2 });
    const wrong = await run('annotation', 'add', SITE, ' ', '--day', 'yesterday');
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringMatching(/day: [\s\S]*text: /)]);
    expect((await run('annotation', 'list', 'other.example')).stdout).toContain('no note in this time');
  });

  it('are written, changed and removed by those who are signed in', async () => {
    const { status, body } = await send('POST', NOTES, { day: '2026-03-05', text: 'News\nletter <b>' });
    expect([status, body]).toEqual([201, { id: 3, day: '2026-03-05', text: 'News letter <b>' }]);
    expect(await send('PUT', `${NOTES}/3`, { day: '2026-03-06', text: 'Letter' })).toMatchObject({ status: 200 });
    const listed = await send('GET', `${NOTES}?from=2026-03-02&to=2026-03-06`);
    expect(listed.body).toEqual({ results: [{ id: 3, day: '2026-03-06', text: 'Letter' }] });
    expect(await send('DELETE', `${NOTES}/3`)).toMatchObject({ status: 200, body: {} });
    expect(await send('DELETE', `${NOTES}/3`)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it.each([
    ['POST', NOTES, { day: 'x', text: '' }, {}, 400],
    ['POST', NOTES, '{', {}, 400],
    ['POST', NOTES, 'x'.repeat(5000), {}, 413],
    ['POST', NOTES, { day: '2026-03-01', text: 'a' }, { 'x-csrf-token': 'wrong' }, 403],
    ['PUT', `${NOTES}/1`, { day: '2026-03-01', text: 'a' }, { 'x-csrf-token': 'wrong' }, 403],
    ['DELETE', `${NOTES}/1`, undefined, { 'x-csrf-token': 'wrong' }, 403],
    ['POST', NOTES, { day: '2026-03-01', text: 'a' }, { 'sec-fetch-site': 'cross-site' }, 403],
    ['POST', NOTES, { day: '2026-03-01', text: 'a' }, { cookie: 'anonymous' }, 403],
    ['GET', NOTES, undefined, { cookie: 'anonymous' }, 401],
    ['GET', `${NOTES}?from=then`, undefined, {}, 400],
    ['GET', '/app/api/sites/nobody.example/annotations', undefined, {}, 404],
    // The number belongs to another site.
    ['PUT', '/app/api/sites/other.example/annotations/1', { day: '2026-03-01', text: 'a' }, {}, 404],
    ['DELETE', '/app/api/sites/other.example/annotations/1', undefined, {}, 404],
    ['DELETE', `${NOTES}/one`, undefined, {}, 404],
    ['PATCH', `${NOTES}/1`, { day: '2026-03-01', text: 'a' }, {}, 405],
  ] as const)('%s %s with %j and %j is answered by %d', async (method, path, body, headers, status) => {
    expect((await send(method, path, body, headers)).status).toBe(status);
  });

  it('are read with a key of their site, and with no other', async () => {
    const read = async (site: string, key: string) => {
      const answer = await fetch(`${service.url}/api/v2/annotations?site_id=${site}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return [answer.status, await answer.json()];
    };
    expect(await read(SITE, secret)).toEqual([200, { results: [{ id: 1, day: '2026-03-01', text: 'The new shop' }] }]);
    const refused = [await read('other.example', secret), await read(SITE, 'no key'), await read('', secret)];
    expect(refused.map(([status]) => status)).toEqual([404, 401, 400]);
  });
});
