/** A password that others try first, or that rests on a word which they know, is refused wherever one is chosen in the service as it ships. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  createFolder,
  removeFolder,
  runCommand,
  runCommandBeside,
  type Service,
  startService,
} from '../support/service.ts';

const USUAL = 'Administrator1!';
const OWN = 'quiet words in a long row';
const EMAIL = 'ada@example.org';
const KNOWN = 'Example-2026-ada!';
const SENTENCE = 'It is among the first that others try; take a few words that are your own.';
let folder: string;
let service: Service;
let login = '';

beforeAll(async () => {
  folder = createFolder();
  service = await startService(folder, { PASSANT_BASE_URL: 'http://count.mairie.test' });
});
afterAll(async () => {
  await service.stop();
  removeFolder(folder);
});

/** What it prints is the public address, which is none of this machine. */
const here = () => `http://127.0.0.1:${/"port":(\d+)/.exec(service.output())?.[1]}`;

async function post(path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${here()}/app/api/${path}`, {
    method: 'POST',
    headers: { cookie: `csrftoken=abc; sessionid=${login}`, 'x-csrf-token': 'abc' },
    body: JSON.stringify(body),
  });
  login = /sessionid=([^;]+)/.exec(answer.headers.getSetCookie().join('\n'))?.[1] ?? login;
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const refused = {
  status: 400,
  body: { code: 'invalid', details: [{ path: 'password', message: SENTENCE, code: 'usual_password' }] },
};
const known = { status: 400, body: { details: [{ path: 'password', code: 'known_word' }] } };

it('at the set-up, whose link stays good', async () => {
  const form = { token: service.setupUrl?.split('#')[1], email: EMAIL };
  expect(await post('setup', { ...form, password: USUAL })).toMatchObject(refused);
  expect(await post('setup', { ...form, password: KNOWN })).toMatchObject(known);
  expect((await post('setup', { ...form, password: OWN })).status).toBe(200);
});

it('at a change', async () => {
  expect(await post('account/password', { current: OWN, password: USUAL })).toMatchObject(refused);
  expect(await post('account/password', { current: OWN, password: KNOWN })).toMatchObject(known);
  await runCommandBeside(folder, ['site', 'add', 'velo-tours.test']);
  for (const password of ['velo.tours.2026', 'count.mairie.2026'])
    expect(await post('account/password', { current: OWN, password })).toMatchObject(known);
});

it('behind an invitation, which stays good', async () => {
  const { body } = await post('people/invitations', { email: 'grace@example.org', role: 'viewer' });
  const token = String(body.link).split('#')[1];
  expect(await post('invitation/accept', { token, password: USUAL })).toMatchObject(refused);
  expect(await post('invitation/accept', { token, password: 'Grace.Example.1906' })).toMatchObject(known);
  expect((await post('invitation/accept', { token, password: OWN })).status).toBe(200);
});

it.each(['add', 'password'])('by the command user %s, which says so', async (command) => {
  const email = command === 'add' ? 'eve@example.org' : EMAIL;
  for (const [password, sentence] of [
    [USUAL, SENTENCE],
    [KNOWN, 'It rests on a word that others know'],
  ]) {
    const { status, stderr } = await runCommandBeside(folder, ['user', command, email], `${password}\n`);
    expect([status, stderr]).toEqual([2, expect.stringContaining(String(sentence))]);
  }
});

it('in the settings for automation: the service says so, and does not start', () => {
  const other = createFolder();
  const settings = { PASSANT_PORT: '0', PASSANT_ADMIN_EMAIL: EMAIL, PASSANT_ADMIN_PASSWORD: USUAL };
  const { status, stderr } = runCommand(other, ['serve'], '', settings);
  removeFolder(other);
  expect([status, stderr]).toEqual([2, expect.stringContaining(SENTENCE)]);
});
