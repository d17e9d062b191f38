/** What lies in the data folder after everything that makes a secret: nothing that others on the machine may read, and no secret as it is. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SITE } from '../support/access-table.ts';
import { type AttackedService, startAttacked } from '../support/attacked-service.ts';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { createFolder, removeFolder, startService } from '../support/service.ts';

const RAM = '/dev/shm';
const ram = existsSync(RAM) ? mkdtempSync(join(RAM, 'passant-test-')) : null;
const PASSWORD = 'other words in a row';
let attacked: AttackedService;
/** As others would find them, were they careless: files that anybody makes here may be read by all. */
const umask = process.umask(0);
beforeAll(async () => {
  attacked = await startAttacked(ram === null ? {} : { PASSANT_KEYS_DIR: ram });
}, 60_000);
afterAll(async () => {
  process.umask(umask);
  await attacked.close();
  if (ram !== null) rmSync(ram, { recursive: true });
});

/** All but its hash, which is what is kept. */
const shapesOf = (secret: string) => needlesFor(secret).filter(({ name }) => !name.includes('SHA-256'));

/** Names and modes of all that others may read or write. */
function openTo(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)
    .map((name) => `${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`);
}

describe('after all that makes a secret', () => {
  const secrets = new Map<string, string>();
  const places = new Map<string, Buffer>();

  it('every file is for its owner alone, while it runs and when it has ended', async () => {
    const beacon = { n: 'pageview', u: `https://${SITE}/`, d: SITE, c: 'granted', id: 'V1StGXR8_Z5jdHi6B-myT' };
    expect((await attacked.ask('POST', '/api/event', { 'sec-fetch-site': 'same-site' }, beacon)).status).toBe(202);
    const post = async (path: string, body: object) => {
      const answer = await attacked.ask('POST', path, attacked.owner, body);
      expect([path, answer.status < 300]).toEqual([path, true]);
      return JSON.parse(answer.body) as Record<string, string>;
    };
    secrets.set('key of the command', attacked.program.authorization?.slice('Bearer '.length) ?? '');
    secrets.set('key', (await post('/app/api/keys', { name: 'x', scopes: ['stats:read'] })).secret ?? '');
    const invited = await post('/app/api/people/invitations', { email: 'eve@example.org', role: 'viewer' });
    secrets.set('invitation', invited.link?.split('#')[1] ?? '');
    await post(`/app/api/sites/${SITE}/links`, { kind: 'secret', name: 'x', password: PASSWORD });
    secrets.set('password of a link', PASSWORD);
    secrets.set('password of the owner', 'quiet words in a long row');
    for (const [, name = '', value = ''] of attacked.owner.cookie?.matchAll(/(sessionid|known)=([^;]+)/g) ?? [])
      secrets.set(name, value);
    expect(readdirSync(attacked.folder)).toEqual(
      expect.arrayContaining(['app.db', 'control.sock', 'events.db', 'lock']),
    );
    expect(openTo(attacked.folder)).toEqual([]);
    if (ram !== null) expect(openTo(ram)).toEqual([]);
    await attacked.service.stop();
    expect(openTo(attacked.folder)).toEqual([]);
  });

  it('none of them can be read there, nor in what the service has printed', () => {
    expect([...secrets.values()].map((secret) => secret.length >= 20)).toEqual([...secrets].map(() => true));
    expect(secrets.size).toBe(7);
    readFiles(attacked.folder, places);
    places.set('output', Buffer.from(attacked.service.output()));
    const needles = [...secrets].flatMap(([name, secret]) => shapesOf(secret).map((each) => ({ ...each, name })));
    expect(search(places, needles)).toEqual([]);
    expect(places.size).toBeGreaterThan(3);
  });
});

it('a folder that the service makes is closed to others, and the set-up link is not in it', async () => {
  const outer = createFolder();
  const folder = join(outer, 'data');
  const service = await startService(folder);
  const token = service.setupUrl?.split('#')[1] ?? '';
  expect([(statSync(folder).mode & 0o777).toString(8), openTo(folder)]).toEqual(['700', []]);
  await service.stop();
  expect([token.length, search(readFiles(folder), shapesOf(token))]).toEqual([32, []]);
  removeFolder(outer);
});
