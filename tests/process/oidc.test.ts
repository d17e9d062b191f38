/** Signing in with a real provider of OpenID Connect, over real HTTP: who comes in, who does not, and what is not believed. */

import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { generate } from 'otplib';
import { needlesFor, readFiles, search } from '../support/canaries.ts';
import { openTestProvider, type Person, type TestProvider, Wanderer } from '../support/oidc-provider.ts';
import { createFolder, removeFolder, runCommandBeside, type Service, startService } from '../support/service.ts';

const OWNER = { email: 'ada@example.org', password: 'some words of hers' };
let folder: string;
let provider: TestProvider;
let service: Service;

const start = (settings: Record<string, string> = {}) =>
  startService(folder, {
    ...provider.settings,
    ...{ PASSANT_LOG: 'debug', PASSANT_ADMIN_EMAIL: OWNER.email, PASSANT_ADMIN_PASSWORD: OWNER.password },
    ...settings,
  });
beforeAll(async () => {
  folder = createFolder();
  provider = await openTestProvider();
  service = await start();
}, 60_000);
afterAll(async () => {
  await service.stop();
  await provider.stop();
  removeFolder(folder);
});
afterEach(() => provider.changes.clear());

/** Of a browser in which somebody has signed in at the provider, or will. */
function as(person: Person | null): Wanderer {
  provider.person = person;
  return new Wanderer(service.url);
}
const inCity = (name: string): Person => ({ sub: name, email: `${name}@city.example`, email_verified: true });
async function run(args: string[], input = ''): Promise<string> {
  const { status, stdout, stderr } = await runCommandBeside(folder, args, input);
  if (status !== 0) throw new Error(stderr + stdout);
  return stdout;
}
async function signInByPassword(browser: Wanderer, { email, password } = OWNER): Promise<void> {
  await browser.go('/app/');
  expect((await browser.go('/app/api/sign-in', 'POST', { email, password })).status).toBe(200);
}
/** Links the account of whoever is signed in. @returns where that ends */
async function link(browser: Wanderer, password = OWNER.password): Promise<string> {
  const { text } = await browser.go('/app/api/account/oidc', 'POST', { current: password });
  return browser.land(await browser.signInThere((JSON.parse(text) as { url: string }).url));
}
/** What is still asked for in a browser; null for nothing. */
async function askedOf(browser: Wanderer): Promise<object | null> {
  const { text } = await browser.go('/app/api/state');
  return (JSON.parse(text) as { secondStep: object | null }).secondStep;
}
const giveCode = (browser: Wanderer, code: string) => browser.go('/app/api/sign-in/code', 'POST', { code });
/** Of whoever is signed in. @returns one of the recovery codes: it is good at once, while the app's next code is not */
async function setUpApp(browser: Wanderer, current: string): Promise<{ recovery: string }> {
  const begun = await browser.go('/app/api/account/code-app', 'POST', { current });
  const { secret } = JSON.parse(begun.text) as { secret: string };
  const code = await generate({ secret });
  const confirmed = await browser.go('/app/api/account/code-app/confirm', 'POST', { code });
  const { recoveryCodes } = JSON.parse(confirmed.text) as { recoveryCodes: string[] };
  return { recovery: recoveryCodes[0] ?? '' };
}
async function changesOf(act: string): Promise<string[]> {
  const changes = JSON.parse(await run(['changes', '--json'])) as { act: string; who: string; about: string }[];
  return changes.filter((each) => each.act === act).map(({ who, about }) => `${who}: ${about}`);
}
async function refusedSignIns(): Promise<number> {
  const lines = JSON.parse(await run(['changes', '--only', 'refusals', '--json'])) as Record<string, string | number>[];
  // Nobody is named: not even the account whose address the provider has told.
  expect(lines.filter(({ act, who, about }) => act === 'sign_in_refused' && `${who}${about}` !== 'stranger')).toEqual(
    [],
  );
  return lines.reduce((sum, { count }) => sum + Number(count), 0);
}

describe('before it is used', () => {
  it('the provider is asked for nothing, and the page is told of the button', async () => {
    const { text } = await new Wanderer(service.url).go('/app/api/state');
    expect(JSON.parse(text)).toMatchObject({ provider: { name: 'City login', isFirst: false } });
    expect(provider.asked).toEqual([]);
  });

  it.each([
    ['is down', () => provider.stop(), 'unavailable'],
    ['says that it is another', async () => undefined, 'failed'],
  ])('nobody is sent to one that %s', async (_what, before, why) => {
    await before();
    const isDown = why === 'unavailable';
    if (!isDown) {
      // It is asked again only after a while.
      await service.stop();
      service = await start();
      await provider.start();
      provider.changes.set('/.well-known/openid-configuration', (document) => ({
        ...{ ...document, issuer: 'https://evil.example' },
      }));
    }
    const browser = as(inCity('grace'));
    expect(await browser.land('/app/api/oidc/start?to=/app/-/account')).toBe(`/app/-/account#sign-in=${why}`);
    expect(service.output()).toMatch(isDown ? /no_answer, ECONNREFUSED/ : /"reason":"OAUTH_JSON_ATTRIBUTE_COMPARISON/);
    if (!isDown) {
      await service.stop();
      service = await start();
    }
  });
});

describe('somebody of an admitted domain', () => {
  it('gets an account when they first come, and is known by the subject afterwards', async () => {
    const grace = as(inCity('grace'));
    expect(await grace.wander('/app/shop.example?period=7d')).toBe('/app/shop.example?period=7d');
    expect(await grace.who()).toBe('grace@city.example');
    // Another address makes nobody else of her, verified or not.
    const elsewhere = as({ sub: 'grace', email: OWNER.email, email_verified: false });
    await elsewhere.wander();
    expect(await elsewhere.who()).toBe('grace@city.example');
    expect([await changesOf('person_admitted'), await changesOf('signed_in')]).toEqual([
      ['grace@city.example: City login'],
      ['grace@city.example: City login'],
    ]);
    const [, graces] = JSON.parse(await run(['user', 'list', '--json'])) as object[];
    expect(graces).toMatchObject({ email: 'grace@city.example', role: 'viewer' });
  });

  it('gets a login as after a password: another token, out of reach of scripts, on a device that is known', async () => {
    const grace = as(inCity('grace'));
    grace.jar.set('sessionid', 'planted');
    const { cookies } = await grace.go(await grace.signInThere(await grace.start()));
    expect(cookies.map((each) => each.replace(/=[^;]*/, ''))).toEqual([
      'begun; Path=/app; Max-Age=0; SameSite=Lax; HttpOnly',
      'sessionid; Path=/app; Max-Age=2592000; SameSite=Lax; HttpOnly',
      'known; Path=/app; Max-Age=15552000; SameSite=Lax; HttpOnly',
    ]);
    expect(grace.jar.get('sessionid')).not.toBe('planted');
  });

  it('has no password, and cannot take away the only way in', async () => {
    const grace = as(inCity('grace'));
    await grace.wander();
    await grace.go('/app/');
    expect(JSON.parse((await grace.go('/app/api/account/oidc')).text)).toMatchObject({ hasPassword: false });
    expect((await grace.go('/app/api/account/oidc', 'DELETE')).status).toBe(409);
    for (const current of ['', 'a guess at a password'])
      expect((await grace.go('/app/api/account/oidc', 'POST', { current })).status).toBe(400);
  });

  it('sets up a second step after a sign-in just now, and has to where it is demanded', async () => {
    await run(['user', 'demand-second-step', 'on']);
    const lin = as(inCity('lin'));
    expect(await lin.wander()).toBe('/app/');
    const { text } = await lin.go('/app/api/state');
    expect(JSON.parse(text)).toMatchObject({ secondStepMissing: true, sites: [] });
    expect((await lin.go('/app/api/account/oidc', 'DELETE')).text).toContain('second_step_needed');
    expect(JSON.parse((await lin.go('/app/api/account/second-step')).text)).toMatchObject({ hasPassword: false });

    const begin = () => lin.go('/app/api/account/code-app', 'POST', {});
    const db = new Database(join(folder, 'app.db'));
    db.exec(`UPDATE login_sessions SET created_at = ${Date.now() - 10 * 60_000}`);
    expect([(await begin()).status, (await begin()).text]).toEqual([400, expect.stringContaining('"sign_in_again"')]);
    db.exec(`UPDATE login_sessions SET created_at = ${Date.now() - 9 * 60_000}`);
    db.close();
    const { recovery } = await setUpApp(lin, '');
    expect((await lin.go('/app/api/account')).status).toBe(200);
    const again = as(inCity('lin'));
    await again.wander();
    expect([await again.who(), await askedOf(again)]).toEqual([null, { app: true, passkey: false }]);
    expect((await giveCode(again, recovery)).status).toBe(200);
    expect(await again.who()).toBe('lin@city.example');
    await run(['user', 'demand-second-step', 'off']);
  });

  it('stays out once removed, by the subject and by the address, until somebody invites them', async () => {
    await as(inCity('bob')).wander();
    await run(['user', 'remove', 'bob@city.example']);
    const bob = as(inCity('bob'));
    expect(await bob.wander()).toBe('/app/#sign-in=removed');
    expect(await as({ ...inCity('bob'), sub: 'bob again' }).wander()).toBe('/app/#sign-in=removed');
    expect(await as({ ...inCity('robert'), sub: 'bob' }).wander()).toBe('/app/#sign-in=removed');
    const link = await run(['user', 'invite', 'bob@city.example', '--role', 'editor']);
    provider.person = inCity('bob');
    await bob.go('/app/');
    const token = /#([\w-]+)/.exec(link)?.[1] ?? '';
    const { text } = await bob.go('/app/api/oidc/join', 'POST', { token });
    expect(await bob.land(await bob.signInThere((JSON.parse(text) as { url: string }).url))).toBe('/app/');
    expect(await bob.who()).toBe('bob@city.example');
    expect((await bob.go('/app/api/oidc/join', 'POST', { token })).status).toBe(404);
  });

  it('does not come a second time by an invitation, which stays as it is', async () => {
    const invited = await run(['user', 'invite', 'dan@city.example', '--role', 'admin']);
    const token = /#([\w-]+)/.exec(invited)?.[1] ?? '';
    const grace = as(inCity('grace'));
    await grace.go('/app/');
    const { text } = await grace.go('/app/api/oidc/join', 'POST', { token });
    const back = await grace.signInThere((JSON.parse(text) as { url: string }).url);
    expect(await grace.land(back)).toBe('/app/#sign-in=taken');
    expect(await run(['user', 'list'])).toContain('dan@city.example');
  });
});

describe('nobody else', () => {
  it.each([
    ['is unknown', { sub: 'eve', email: 'eve@elsewhere.example', email_verified: true }, 'unknown'],
    ['has no address', { sub: 'eve' }, 'unknown'],
    ['has an address that is not verified', { ...inCity('eve'), email_verified: false }, 'unverified'],
    ['has one of which nothing is said', { sub: 'eve', email: 'eve@city.example' }, 'unverified'],
    ['has one with a text for a yes', { ...inCity('eve'), email_verified: 'true' }, 'unverified'],
    ['has the address of an account', { sub: 'eve', email: OWNER.email, email_verified: true }, 'exists'],
    ['claims it', { sub: 'eve', email: OWNER.email, email_verified: false }, 'unknown'],
    ['refuses there', null, 'cancelled'],
  ] as const)('comes in who %s', async (_who, person, why) => {
    const eve = as(person);
    const before = await refusedSignIns();
    expect(await eve.wander()).toBe(`/app/#sign-in=${why}`);
    expect((await refusedSignIns()) - before).toBe(why === 'cancelled' ? 0 : 1);
    expect(await eve.who()).toBeNull();
  });
});

describe('the way back', () => {
  it('is for the browser that went, with the state that it took, once', async () => {
    const [grace, mallory] = [as(inCity('grace')), new Wanderer(service.url)];
    const back = await grace.signInThere(await grace.start());
    // Somebody else's way back: whoever follows it would be signed in as another.
    expect(await mallory.land(back)).toBe('/app/#sign-in=stale');
    await mallory.start();
    expect(await mallory.land(back)).toBe('/app/#sign-in=stale');
    const begun = grace.jar.get('begun') ?? '';
    const altered = new URL(back);
    altered.searchParams.set('state', 'another');
    expect(await grace.land(altered.href)).toBe('/app/#sign-in=stale');
    grace.jar.set('begun', begun);
    expect(await grace.land(back)).toBe('/app/');
    await grace.go('/app/');
    await grace.go('/app/api/sign-out', 'POST', {});
    // The same once more, with the cookie that was taken away put back.
    grace.jar.set('begun', begun);
    expect(await grace.land(back)).toBe('/app/#sign-in=stale');
    grace.jar.set('begun', `${begun.slice(0, -4)}AAAA`);
    expect(await grace.land(back)).toBe('/app/#sign-in=stale');
  });

  it('brings no code that was used before, nor one of another sign-in', async () => {
    const grace = as(inCity('grace'));
    const first = new URL(await grace.signInThere(await grace.start()));
    expect(await grace.land(first.href)).toBe('/app/');
    const code = first.searchParams.get('code') ?? '';
    const second = new URL(await grace.signInThere(await grace.start()));
    second.searchParams.set('code', code);
    expect(await grace.land(second.href)).toBe('/app/#sign-in=failed');
    expect(service.output()).toContain('invalid_grant');

    const [victim, mallory] = [as(inCity('grace')), as(inCity('mallory'))];
    const stolen = new URL(await mallory.signInThere(await mallory.start())).searchParams.get('code') ?? '';
    const theirs = new URL(await victim.signInThere(await victim.start()));
    theirs.searchParams.set('code', stolen);
    expect(await victim.land(theirs.href)).toBe('/app/#sign-in=failed');
  });

  it('is not believed with another nonce', async () => {
    const grace = as(inCity('grace'));
    const there = new URL(await grace.start());
    there.searchParams.set('nonce', 'another');
    expect(await grace.land(await grace.signInThere(there.href))).toBe('/app/#sign-in=failed');
  });

  /** Of three parts, as JSON where they are. */
  const retell = (token: unknown, change: (claims: Record<string, unknown>) => object, signature?: string) => {
    const [head = '', body = '', signed = ''] = String(token).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    return [head, Buffer.from(JSON.stringify(change(claims))).toString('base64url'), signature ?? signed].join('.');
  };
  const NOT_SIGNED = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  it.each([
    [
      'that names somebody else',
      'INVALID_RESPONSE',
      (token: unknown) => retell(token, (claims) => ({ ...claims, sub: 'grace' })),
    ],
    ['that nobody has signed', 'INVALID_RESPONSE', (token: unknown) => `${NOT_SIGNED}.${String(token).split('.')[1]}.`],
    [
      'of another issuer',
      'JWT_CLAIM_COMPARISON_FAILED',
      (token: unknown) => retell(token, (claims) => ({ ...claims, iss: 'https://evil.example' })),
    ],
    [
      'for another service',
      'JWT_CLAIM_COMPARISON_FAILED',
      (token: unknown) => retell(token, (claims) => ({ ...claims, aud: 'another' })),
    ],
    [
      'that is over',
      'JWT_TIMESTAMP_CHECK_FAILED',
      (token: unknown) => retell(token, (claims) => ({ ...claims, exp: 1_700_000_000 })),
    ],
    ['that is missing', 'INVALID_RESPONSE', () => undefined],
  ])('is not believed with a token %s', async (_what, reason, change) => {
    provider.changes.set('/token', (answer) => ({ ...answer, id_token: change(answer.id_token) }));
    const mallory = as(inCity('mallory'));
    expect(await mallory.wander()).toBe('/app/#sign-in=failed');
    expect(await mallory.who()).toBeNull();
    expect(service.output().trim().split('\n').at(-1)).toContain(`"reason":"OAUTH_${reason}"`);
  });

  it('says so when the provider is down meanwhile, and passwords go on working', async () => {
    const grace = as(inCity('grace'));
    const back = await grace.signInThere(await grace.start());
    await provider.stop();
    expect(await grace.land(back)).toBe('/app/#sign-in=unavailable');
    await signInByPassword(grace);
    expect(await grace.who()).toBe(OWNER.email);
    await provider.start();
  });

  it.each([
    ['https://evil.example/app/', '/app/'],
    ['//evil.example/app/', '/app/'],
    ['/\\evil.example/app/', '/app/'],
    ['/app/../../evil', '/app/'],
    ['/app/api/sign-out', '/app/'],
    ['javascript:alert(1)', '/app/'],
    ['/app/\\evil.example', '/app//evil.example'],
    ['/app/shop.example?period=day', '/app/shop.example?period=day'],
  ])('leads from %s to our own pages only', async (asked, expected) => {
    expect(await as(inCity('grace')).wander(asked)).toBe(expected);
  });
});

it('nobody is sent to the provider by a page of another site', async () => {
  const ask = (from: string) =>
    fetch(`${service.url}/app/api/oidc/start?to=/app/-/account`, {
      redirect: 'manual',
      headers: { 'sec-fetch-site': from },
    }).then(({ headers }) => headers.get('location'));
  expect(await ask('cross-site')).toBe('/app/-/account');
  expect(await ask('same-origin')).toContain(new URL(String(provider.settings.PASSANT_OIDC_ISSUER)).host);
});

describe('a link', () => {
  it('is made by whoever is signed in and gives the password, and ended by them', async () => {
    const ada = as({ sub: 'ada of the city' });
    await signInByPassword(ada);
    expect((await ada.go('/app/api/account/oidc', 'POST', { current: 'a guess' })).status).toBe(400);
    expect(await link(ada)).toBe('/app/-/account');
    expect(JSON.parse((await ada.go('/app/api/account/oidc')).text)).toMatchObject({
      ...{ name: 'City login', hasPassword: true, linkedAt: expect.any(Number) },
    });
    const elsewhere = as({ sub: 'ada of the city' });
    await elsewhere.wander();
    expect(await elsewhere.who()).toBe(OWNER.email);
    expect((await ada.go('/app/api/account/oidc', 'DELETE')).status).toBe(200);
    expect(await as({ sub: 'ada of the city' }).wander()).toBe('/app/#sign-in=unknown');
    expect([await changesOf('identity_linked'), await changesOf('identity_unlinked')]).toEqual([
      [`${OWNER.email}: City login`],
      [`${OWNER.email}: `],
    ]);
  });

  it('is no way around a second step, whichever of both was first: it is asked for as after a password', async () => {
    const eve = { email: 'eve@example.org', password: 'some words of hers' };
    await run(['user', 'add', eve.email, '--role', 'viewer'], eve.password);
    const desk = as({ sub: 'eve of the city' });
    await signInByPassword(desk, eve);
    expect(await link(desk, eve.password)).toBe('/app/-/account');
    const app = await setUpApp(desk, eve.password);

    const eves = as({ sub: 'eve of the city' });
    eves.jar.set('sessionid', desk.jar.get('sessionid') ?? '');
    const { cookies } = await eves.go(await eves.signInThere(await eves.start('/app/-/account')));
    expect(cookies.map((each) => each.replace(/=[^;]*/, ''))).toEqual([
      'begun; Path=/app; Max-Age=0; SameSite=Lax; HttpOnly',
      'sessionid; Path=/app; Max-Age=0; SameSite=Lax; HttpOnly',
      'second-step; Path=/app; Max-Age=300; SameSite=Lax; HttpOnly',
    ]);
    expect(await eves.who()).toBeNull();
    expect(await askedOf(eves)).toEqual({ app: true, passkey: false });
    expect((await eves.go('/app/api/account')).status).toBe(401);
    expect((await giveCode(eves, '000000')).status).toBe(400);
    expect(await eves.who()).toBeNull();
    const entered = await giveCode(eves, app.recovery);
    expect([entered.status, await eves.who(), await askedOf(eves)]).toEqual([200, eve.email, null]);
    expect((await changesOf('signed_in')).filter((each) => each.startsWith(eve.email))).toEqual([
      `${eve.email}: City login`,
      `${eve.email}: `,
    ]);

    // The other way round: an account that has a second step is linked.
    expect((await eves.go('/app/api/account/oidc', 'DELETE')).status).toBe(200);
    expect(await link(eves, eve.password)).toBe('/app/-/account');
    const again = as({ sub: 'eve of the city' });
    await again.wander();
    expect([await again.who(), await askedOf(again)]).toEqual([null, { app: true, passkey: false }]);
    // A browser that nobody has come in with is asked for nothing.
    expect(await askedOf(new Wanderer(service.url))).toBeNull();
  });

  it('opens nothing that waits for a second step once the password is another one, or after five wrong codes', async () => {
    const kim = { email: 'kim@example.org', password: 'some words of hers' };
    await run(['user', 'add', kim.email, '--role', 'viewer'], kim.password);
    const desk = as({ sub: 'kim of the city' });
    await signInByPassword(desk, kim);
    await link(desk, kim.password);
    const app = await setUpApp(desk, kim.password);
    const outdated = as({ sub: 'kim of the city' });
    await outdated.wander();
    expect(await askedOf(outdated)).not.toBeNull();
    await run(['user', 'password', kim.email], 'other words of hers');
    expect((await giveCode(outdated, app.recovery)).status).toBe(401);

    const guessing = as({ sub: 'kim of the city' });
    await guessing.wander();
    expect(await askedOf(guessing)).not.toBeNull();
    for (let attempt = 0; attempt < 5; attempt++) expect((await giveCode(guessing, '000000')).status).toBe(400);
    expect((await giveCode(guessing, app.recovery)).status).toBe(401);
    expect(await askedOf(guessing)).toBeNull();
  });

  it('is not made to an identity of somebody else, nor for somebody who has signed out, or in as another, meanwhile', async () => {
    const ada = as(inCity('grace'));
    await signInByPassword(ada);
    expect(await link(ada)).toBe('/app/-/account#sign-in=taken');
    provider.person = { sub: 'ada of the city' };
    const { text } = await ada.go('/app/api/account/oidc', 'POST', { current: OWNER.password });
    const back = await ada.signInThere((JSON.parse(text) as { url: string }).url);
    await ada.go('/app/api/sign-out', 'POST', {});
    expect(await ada.land(back)).toBe('/app/-/account#sign-in=stale');
    expect(await as({ sub: 'ada of the city' }).wander()).toBe('/app/#sign-in=unknown');

    provider.person = { sub: 'ada of the city' };
    await signInByPassword(ada);
    const begun = await ada.go('/app/api/account/oidc', 'POST', { current: OWNER.password });
    const fred = { email: 'fred@example.org', password: 'some words of his' };
    await run(['user', 'add', fred.email, '--role', 'viewer'], fred.password);
    await signInByPassword(ada, fred);
    const late = await ada.signInThere((JSON.parse(begun.text) as { url: string }).url);
    expect(await ada.land(late)).toBe('/app/-/account#sign-in=stale');
    expect(await as({ sub: 'ada of the city' }).wander()).toBe('/app/#sign-in=unknown');
  });
});

it('nothing of what the provider tells is kept but a hash and the address of who was admitted', async () => {
  const carol = as({ ...inCity('carol'), sub: 'subject-of-carol-4711' });
  const back = await carol.signInThere(await carol.start());
  const { searchParams } = new URL(back);
  expect(await carol.land(back)).toBe('/app/');
  const db = new Database(join(folder, 'app.db'), { readonly: true });
  expect(db.prepare('SELECT count(*) FROM identities').pluck().get()).toBeGreaterThan(1);
  db.close();
  const needles = ['subject-of-carol-4711', searchParams.get('code') ?? '', searchParams.get('state') ?? ''];
  expect(needles.every((each) => each.length > 10)).toBe(true);
  await service.stop();
  const places = readFiles(folder);
  places.set('output of the service', Buffer.from(service.output()));
  expect(
    search(
      places,
      needles.flatMap((each) => needlesFor(each)),
    ),
  ).toEqual([]);
  service = await start();
});

it('nobody is made a user before there is an owner, whose link would be void', async () => {
  const other = createFolder();
  const fresh = await startService(other, provider.settings);
  try {
    provider.person = inCity('grace');
    const grace = new Wanderer(fresh.url);
    expect(await grace.wander()).toBe('/app/#sign-in=unknown');
    expect(fresh.setupUrl).toContain('/app/setup#');
    // Here, where nobody else wants to begin: so many from one address, and no more.
    let [begun, last] = [1, ''];
    for (; begun < 300 && !last.includes('#'); begun++) last = await grace.start();
    expect([begun, last]).toEqual([201, `${fresh.url}/app/#sign-in=rate_limited`]);
  } finally {
    await fresh.stop();
    removeFolder(other);
  }
});
