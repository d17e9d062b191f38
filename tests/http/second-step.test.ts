/** Signing in in two steps over HTTP: what the password alone opens, codes that are good once, and what strangers learn. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { CHROME } from '../support/beacons.ts';
import { type Caller, openSignInService, type SignInService } from '../support/sign-in-service.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'some words of hers';
const OTHER = 'other words of hers';
const HOME = '192.0.2.10';
const ELSEWHERE = '198.51.100.7';
const STEP_MS = 30_000;
const MINUTE_MS = 60_000;
const WRONG = { status: 400, body: expect.objectContaining({ details: [expect.objectContaining({ path: 'code' })] }) };

let service: SignInService;
let desk: Caller;
let secret: string;
let recovery: string[];

beforeEach(async () => {
  service = await openSignInService('https://count.example.org');
  await service.accounts.add(EMAIL, PASSWORD);
  await service.accounts.add('grace@example.org', OTHER);
  desk = service.call(HOME);
  expect((await desk.signIn(EMAIL, PASSWORD)).body).toEqual({ secondStep: null });
  ({ secret, recovery } = await setUpApp(desk, PASSWORD));
});
afterEach(() => service.close());

async function setUpApp(caller: Caller, current: string): Promise<{ secret: string; recovery: string[] }> {
  const begun = await caller.ask('POST', '/app/api/account/code-app', { current });
  const made = String(begun.body.secret);
  const confirmed = await caller.ask('POST', '/app/api/account/code-app/confirm', { code: await codeOf(made) });
  expect([begun.status, confirmed.status]).toEqual([200, 200]);
  service.clock.at += STEP_MS;
  return { secret: made, recovery: confirmed.body.recoveryCodes as string[] };
}
/** The code that an app shows, some steps from now. */
async function codeOf(of: string, steps = 0): Promise<string> {
  return generate({ secret: of, epoch: (service.clock.at + steps * STEP_MS) / 1000 });
}
const giveCode = (caller: Caller, code: string) => caller.ask('POST', '/app/api/sign-in/code', { code });
/** A new browser in which the password was right. */
async function halfway(address = ELSEWHERE): Promise<Caller> {
  const caller = service.call(address, CHROME);
  expect((await caller.signIn(EMAIL, PASSWORD)).status).toBe(200);
  return caller;
}

describe('the right password', () => {
  it('opens nothing any more, and leaves a short mark out of reach of scripts', async () => {
    const caller = service.call(ELSEWHERE);
    const { status, body, cookies, headers } = await caller.signIn(EMAIL, PASSWORD);
    expect([status, body]).toEqual([200, { secondStep: { app: true, passkey: false } }]);
    expect([...cookies.keys()]).toEqual(['second-step']);
    expect(cookies.get('second-step')).toMatch(
      /^second-step=[\w-]{32}; Path=\/app; Max-Age=300; SameSite=Lax; HttpOnly; Secure$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(await caller.logins()).toBeNull();
    caller.jar.set('sessionid', caller.jar.get('second-step') ?? '');
    expect(await caller.logins()).toBeNull();
  });

  it('and a code sign in, in a browser that is known from then on', async () => {
    const caller = await halfway();
    const { status, cookies } = await giveCode(caller, await codeOf(secret));
    expect([status, [...cookies.keys()].toSorted()]).toEqual([200, ['known', 'second-step', 'sessionid']]);
    expect(cookies.get('second-step')).toContain('Max-Age=0');
    expect(await caller.logins()).toHaveLength(2);
  });

  it('is asked for again after five minutes, five tries, another password, and one login', async () => {
    const late = await halfway();
    service.clock.at += 5 * MINUTE_MS;
    expect((await giveCode(late, await codeOf(secret))).status).toBe(401);

    const guessing = await halfway();
    for (let attempt = 0; attempt < 5; attempt++) expect(await giveCode(guessing, '000000')).toMatchObject(WRONG);
    expect((await giveCode(guessing, await codeOf(secret))).status).toBe(401);

    const outdated = await halfway();
    await service.accounts.changePassword({ ...user(), id: 1 }, PASSWORD, OTHER);
    expect((await giveCode(outdated, await codeOf(secret))).status).toBe(401);

    const again = service.call(ELSEWHERE);
    await again.signIn(EMAIL, OTHER);
    const mark = again.jar.get('second-step') ?? '';
    expect((await giveCode(again, await codeOf(secret))).status).toBe(200);
    again.jar.set('second-step', mark);
    service.clock.at += STEP_MS;
    expect((await giveCode(again, await codeOf(secret))).status).toBe(401);
  });

  it('of one person takes no code of another', async () => {
    const grace = service.call(ELSEWHERE);
    await grace.signIn('grace@example.org', OTHER);
    const hers = await setUpApp(grace, OTHER);
    const caller = await halfway('203.0.113.1');
    expect(await giveCode(caller, await codeOf(hers.secret))).toMatchObject(WRONG);
    expect(await giveCode(caller, hers.recovery[0] ?? '')).toMatchObject(WRONG);
    expect((await giveCode(caller, await codeOf(secret))).status).toBe(200);
    expect((await caller.ask('GET', '/app/api/account')).body).toMatchObject({ person: { email: EMAIL } });
  });

  it('is needed: without the mark no code is looked at', async () => {
    const caller = service.call(ELSEWHERE);
    expect((await giveCode(caller, await codeOf(secret))).status).toBe(401);
    caller.jar.set('second-step', 'planted-by-somebody-else');
    expect((await giveCode(caller, await codeOf(secret))).status).toBe(401);
  });

  it('is not told from a wrong one before it is right', async () => {
    const answers = [];
    for (const email of [EMAIL, 'grace@example.org', 'nobody@example.org']) {
      const { status, body, cookies } = await service.call(ELSEWHERE).signIn(email, 'wrong');
      answers.push([status, body, [...cookies.keys()]]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual(answers[2]);
  });
});

describe('a code of the app', () => {
  it('is good once, and none before it is good after it', async () => {
    const [before, code] = [await codeOf(secret, -1), await codeOf(secret)];
    const first = await halfway();
    expect((await giveCode(first, code)).status).toBe(200);
    const second = await halfway();
    expect(await giveCode(second, code)).toMatchObject(WRONG);
    expect(await giveCode(second, before)).toMatchObject(WRONG);
    expect((await giveCode(second, await codeOf(secret, 1))).status).toBe(200);
  });

  it('is good once for two who give it at the same time', async () => {
    const [one, other] = [await halfway(), await halfway('203.0.113.1')];
    const code = await codeOf(secret);
    const both = await Promise.all([giveCode(one, code), giveCode(other, code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it('is one step early or late at most', async () => {
    const caller = await halfway();
    service.clock.at += STEP_MS;
    for (const steps of [-2, 2]) expect(await giveCode(caller, await codeOf(secret, steps))).toMatchObject(WRONG);
    expect((await giveCode(caller, `${(await codeOf(secret, 1)).replace(/(...)/, '$1 ')}`)).status).toBe(200);
  });

  it('that has confirmed the app signs nobody in', async () => {
    const caller = await halfway();
    expect(await giveCode(caller, await codeOf(secret, -1))).toMatchObject(WRONG);
  });

  it('is guessed no more often than a password, however often the password is given', async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 24; attempt++) {
      const caller = await halfway(ELSEWHERE).catch(() => null);
      statuses.push(caller === null ? 429 : (await giveCode(caller, '000000')).status);
    }
    expect([statuses.filter((each) => each === 400).length, statuses.at(-1)]).toEqual([20, 429]);
    await desk.ask('POST', '/app/api/sign-out', {});
    await desk.signIn(EMAIL, PASSWORD);
    expect((await giveCode(desk, await codeOf(secret))).status).toBe(200);
  });
});

describe('a recovery code', () => {
  it('is one of ten that are shown once and kept as hashes', async () => {
    expect(recovery).toHaveLength(10);
    expect(new Set(recovery).size).toBe(10);
    for (const code of recovery) expect(code).toMatch(/^([0-9a-z]{4}-){5}[0-9a-z]{4}$/);
    const kept = JSON.stringify(service.db.prepare('SELECT hex(code_hash) AS hash FROM recovery_codes').all());
    for (const code of recovery)
      expect(kept).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex').toUpperCase());
  });

  it('has the 112 random bits from which on a plain hash may keep it', async () => {
    const signs = new Set<string>();
    let length = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 10; round++) {
      const { body } = await desk.ask('POST', '/app/api/account/recovery-codes', { current: PASSWORD });
      for (const code of (body.recoveryCodes as string[]).map((each) => each.replaceAll('-', ''))) {
        length = Math.min(length, code.length);
        for (const sign of code) signs.add(sign);
      }
    }
    expect(length * Math.log2(signs.size)).toBeGreaterThanOrEqual(112);
  });

  it('of the sixteen signs that were given out once is still good, once', async () => {
    const old = '3f7k-9m2p-x0ce-4tvw';
    const hash = createHash('sha256').update(old.replaceAll('-', '')).digest();
    service.db
      .prepare('UPDATE recovery_codes SET code_hash = ? WHERE code_hash = (SELECT min(code_hash) FROM recovery_codes)')
      .run(hash);
    expect((await giveCode(await halfway(), old)).status).toBe(200);
    expect(await giveCode(await halfway(), old)).toMatchObject(WRONG);
    expect(await giveCode(await halfway(), `${old}-8h1n`)).toMatchObject(WRONG);
  });

  it('is good once, however it is written, and counted', async () => {
    const [first = '', second = ''] = recovery;
    const caller = await halfway();
    expect((await giveCode(caller, first)).status).toBe(200);
    const other = await halfway();
    expect(await giveCode(other, first)).toMatchObject(WRONG);
    const typed = ` ${second.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l')}`;
    expect((await giveCode(other, typed)).status).toBe(200);
    expect((await other.ask('GET', '/app/api/account/second-step')).body).toMatchObject({ recoveryLeft: 8 });
  });

  it('is made anew with the password, and those before are void', async () => {
    const renew = (current: string) => desk.ask('POST', '/app/api/account/recovery-codes', { current });
    expect((await renew('wrong')).status).toBe(400);
    const fresh = (await renew(PASSWORD)).body.recoveryCodes as string[];
    const caller = await halfway();
    expect(await giveCode(caller, recovery[0] ?? '')).toMatchObject(WRONG);
    expect((await giveCode(caller, fresh[0] ?? '')).status).toBe(200);
  });

  it('helps when the key of the secrets is lost', async () => {
    service.db.prepare('UPDATE code_apps SET sealed_secret = zeroblob(60)').run();
    const caller = await halfway();
    const refused = await giveCode(caller, await codeOf(secret));
    expect([refused.status, refused.body.error]).toEqual([503, expect.stringContaining('secrets.key')]);
    expect((await giveCode(caller, recovery[0] ?? '')).status).toBe(200);
  });
});

describe('the app', () => {
  const path = '/app/api/account/code-app';

  it('is kept so that the database alone does not tell its secret', () => {
    const [row] = service.db.prepare<[], { sealed_secret: Buffer }>('SELECT sealed_secret FROM code_apps').all();
    expect(row?.sealed_secret.toString('latin1')).not.toContain(secret);
    expect(row?.sealed_secret.length).toBe(12 + 16 + secret.length);
  });

  it('is begun with the password, shown as a picture, and there once a code is right', async () => {
    const grace = service.call(ELSEWHERE);
    await grace.signIn('grace@example.org', OTHER);
    expect((await grace.ask('POST', path, { current: 'wrong' })).body).toMatchObject({
      details: [{ path: 'current' }],
    });
    const begun = await grace.ask('POST', path, { current: OTHER });
    expect(begun.body.picture).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(await grace.ask('POST', `${path}/confirm`, { code: '000000' })).toMatchObject(WRONG);
    expect(service.steps.waysOf({ id: 2 })).toBeNull();
    service.clock.at += 15 * MINUTE_MS;
    const late = await grace.ask('POST', `${path}/confirm`, { code: await codeOf(String(begun.body.secret)) });
    expect(late.status).toBe(409);
    await setUpApp(grace, OTHER);
    expect((await grace.ask('POST', path, { current: OTHER })).status).toBe(409);
  });

  it('ends the logins that came in with the password alone, and so does its end', async () => {
    const grace = service.call(ELSEWHERE);
    const elsewhere = service.call(HOME, CHROME);
    for (const each of [grace, elsewhere]) await each.signIn('grace@example.org', OTHER);
    const hers = await setUpApp(grace, OTHER);
    expect([await elsewhere.logins(), (await grace.logins())?.length]).toEqual([null, 1]);
    await elsewhere.signIn('grace@example.org', OTHER);
    expect((await giveCode(elsewhere, await codeOf(hers.secret))).status).toBe(200);

    const remove = (body: object) => grace.ask('POST', `${path}/remove`, body);
    expect((await remove({ current: 'wrong', code: await codeOf(hers.secret, 1) })).status).toBe(400);
    expect(await remove({ current: OTHER, code: '000000' })).toMatchObject(WRONG);
    expect((await remove({ current: OTHER, code: await codeOf(hers.secret, 1) })).status).toBe(200);
    expect([await elsewhere.logins(), (await grace.logins())?.length]).toEqual([null, 1]);
    expect((await elsewhere.signIn('grace@example.org', OTHER)).body).toEqual({ secondStep: null });
    expect((await grace.ask('GET', '/app/api/account/second-step')).body).toEqual({
      ...{ appSince: null, passkeys: [], recoveryLeft: 0, hasPassword: true },
    });
  });

  it('is not turned off by guessing', async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 22; attempt++)
      statuses.push((await desk.ask('POST', `${path}/remove`, { current: PASSWORD, code: '000000' })).status);
    expect([statuses.filter((each) => each === 400).length, statuses.at(-1)]).toEqual([20, 429]);
  });

  it('is taken away, with every login, for somebody who has lost everything', async () => {
    service.steps.removeAll({ id: 1 });
    expect(await desk.logins()).toBeNull();
    expect((await desk.signIn(EMAIL, PASSWORD)).body).toEqual({ secondStep: null });
    expect(() => service.steps.removeAll({ id: 1 })).toThrow('No second step is set up');
  });
});

function user() {
  const found = service.users.find(1);
  if (found === null) throw new Error('nobody is there');
  return found;
}
