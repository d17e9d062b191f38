/** Passkeys over HTTP: added with the password, shown alone or after it, and everything about them that may be wrong. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { relyingPartyOf } from '../../src/auth/second-step/relying-party.ts';
import { CHROME } from '../support/beacons.ts';
import { type Answer, type Caller, openSignInService, type SignInService } from '../support/sign-in-service.ts';
import { type Said, SoftAuthenticator } from '../support/soft-authenticator.ts';

const ADA = { email: 'ada@example.org', password: 'some words of hers' };
const GRACE = { email: 'grace@example.org', password: 'other words of hers' };
const ORIGIN = 'https://count.example.org';
const SAID: Said = { origin: ORIGIN, rpId: 'count.example.org', counter: 1, isVerified: true };
const HOME = '192.0.2.10';
const MINUTE_MS = 60_000;
const OWN = '/app/api/account/passkeys';

let service: SignInService;
let desk: Caller;
let phone: SoftAuthenticator;

beforeEach(async () => {
  service = await openSignInService(ORIGIN);
  for (const { email, password } of [ADA, GRACE]) await service.accounts.add(email, password);
  desk = await signedIn(ADA);
  phone = new SoftAuthenticator(SAID);
});
afterEach(() => service.close());

async function signedIn({ email, password }: typeof ADA): Promise<Caller> {
  const caller = service.call(HOME);
  expect((await caller.signIn(email, password)).status).toBe(200);
  return caller;
}
async function ready(caller: Caller, password: string): Promise<Record<string, unknown>> {
  return (await caller.ask('POST', `${OWN}/options`, { current: password, name: 'phone' })).body;
}
async function add(caller: Caller, { password }: typeof ADA, passkey: SoftAuthenticator, said: Partial<Said> = {}) {
  const response = passkey.create(await ready(caller, password), said);
  return caller.ask('POST', OWN, { name: 'phone', response });
}
async function asked(caller: Caller, alone: boolean): Promise<Record<string, unknown>> {
  return (await caller.ask('POST', '/app/api/sign-in/passkey/options', { alone })).body;
}
const show = (caller: Caller, alone: boolean, response: object) =>
  caller.ask('POST', '/app/api/sign-in/passkey', { alone, response });
const list = async (caller: Caller) => (await caller.ask('GET', '/app/api/account/second-step')).body.passkeys;
const whoIs = async (caller: Caller) => (await caller.ask('GET', '/app/api/account')).body.person;

describe('a passkey', () => {
  it('is added with the password and a name, with recovery codes, and ends the other logins', async () => {
    const elsewhere = await signedIn(ADA);
    const refused = await desk.ask('POST', `${OWN}/options`, { current: 'wrong', name: 'phone' });
    expect(refused.body).toMatchObject({ details: [{ path: 'current' }] });
    const options = await ready(desk, ADA.password);
    expect(options).toMatchObject({
      rp: { id: 'count.example.org' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      // Ed25519, ECDSA on P-256, RSA: with SHA-256, and no older ones.
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
    });
    // An authenticator learns neither number nor address from the handle.
    expect(Buffer.from((options.user as { id: string }).id, 'base64url')).toHaveLength(32);
    const { status, body } = await add(desk, ADA, phone);
    expect([status, (body.recoveryCodes as string[]).length]).toEqual([200, 10]);
    const now = service.clock.at;
    expect(await list(desk)).toEqual([{ id: 1, name: 'phone', createdAt: now, lastUsed: null }]);
    expect(await elsewhere.logins()).toBeNull();
  });

  it.each<[string, Partial<Said>]>([
    ['of another page', { origin: 'https://evil.example' }],
    ['of another host', { rpId: 'evil.example' }],
    ['that asked nobody who is there', { isVerified: false }],
  ])('%s is not added', async (_what, said) => {
    expect((await add(desk, ADA, phone, said)).status).toBe(400);
    expect(await list(desk)).toEqual([]);
  });

  it.each([[' '], ['\u202e'], ['x'.repeat(61)]])('has no name such as %j', async (name) => {
    const { status, body } = await desk.ask('POST', `${OWN}/options`, { current: ADA.password, name });
    expect([status, body.details]).toEqual([400, [expect.objectContaining({ path: 'name' })]]);
  });

  it('may say who has made it, which is not looked at', async () => {
    const response = phone.create(await ready(desk, ADA.password), {}, Buffer.from('no certificate at all'));
    expect((await desk.ask('POST', OWN, { name: 'phone', response })).status).toBe(200);
  });

  it.each([[{}], [{ response: {} }], [{ response: { attestationObject: 'AAAA' } }]])(
    'that is none is refused: %j',
    async (response) => {
      expect((await desk.ask('POST', OWN, { name: 'phone', response })).status).toBe(400);
      expect((await desk.ask('POST', OWN, { name: 'phone' })).status).toBe(400);
    },
  );

  it('is added once, in time, and by the login that asked', async () => {
    const options = await ready(desk, ADA.password);
    const grace = await signedIn(GRACE);
    const response = phone.create(options);
    expect((await grace.ask('POST', OWN, { name: 'phone', response })).status).toBe(400);
    expect((await desk.ask('POST', OWN, { name: 'phone', response })).status).toBe(200);
    expect((await desk.ask('POST', OWN, { name: 'phone', response })).status).toBe(400);
    expect((await add(desk, ADA, phone)).status).toBe(409);
    expect((await add(grace, GRACE, phone)).status).toBe(409);
    const late = await ready(desk, ADA.password);
    service.clock.at += 5 * MINUTE_MS;
    const tooLate = new SoftAuthenticator(SAID).create(late);
    expect((await desk.ask('POST', OWN, { name: 'late', response: tooLate })).status).toBe(400);
    expect(await list(desk)).toHaveLength(1);
  });

  it('is removed with the password, by its owner, and the last one takes the recovery codes along', async () => {
    await add(desk, ADA, phone);
    const elsewhere = service.call(HOME, CHROME);
    await show(elsewhere, true, phone.get(await asked(elsewhere, true), { counter: 2 }));
    const grace = await signedIn(GRACE);
    const remove = (caller: Caller, current: string) => caller.ask('POST', `${OWN}/1/remove`, { current });
    expect((await remove(grace, GRACE.password)).status).toBe(404);
    expect((await remove(desk, 'wrong')).status).toBe(400);
    expect((await remove(desk, ADA.password)).status).toBe(200);
    expect([await elsewhere.logins(), (await desk.logins())?.length]).toEqual([null, 1]);
    expect((await desk.ask('GET', '/app/api/account/second-step')).body).toMatchObject({ recoveryLeft: 0 });
    expect((await elsewhere.signIn(ADA.email, ADA.password)).body).toEqual({ secondStep: null });
  });
});

describe('a passkey at a sign-in', () => {
  let stranger: Caller;

  beforeEach(async () => {
    await add(desk, ADA, phone);
    stranger = service.call('198.51.100.7', CHROME);
  });

  it('opens alone, and is known to have been used today', async () => {
    const { status, cookies } = await show(stranger, true, phone.get(await asked(stranger, true), { counter: 2 }));
    expect([status, cookies.has('sessionid'), cookies.has('known')]).toEqual([200, true, true]);
    expect(await whoIs(stranger)).toMatchObject({ email: ADA.email });
    const today = new Date(service.clock.at).toISOString().slice(0, 10);
    expect(await list(stranger)).toEqual([expect.objectContaining({ lastUsed: today })]);
  });

  it.each<[string, Partial<Said>]>([
    ['of another page', { origin: 'https://evil.example' }],
    ['of another host', { rpId: 'evil.example' }],
    ['that asked nobody who is there', { isVerified: false }],
    ['whose counter stands still', { counter: 1 }],
    ['whose counter went back', { counter: 0 }],
  ])('%s opens nothing', async (_what, said) => {
    const answer = await show(stranger, true, phone.get(await asked(stranger, true), { counter: 2, ...said }));
    expectRefused(answer);
    expect(await whoIs(stranger)).toBeUndefined();
  });

  it('that does not count is taken, as most do not', async () => {
    const other = new SoftAuthenticator({ ...SAID, counter: 0 });
    await add(desk, ADA, other);
    for (let time = 0; time < 2; time++)
      expect((await show(stranger, true, other.get(await asked(stranger, true)))).status).toBe(200);
  });

  it('answers a challenge once, in time, in the browser that asked, and none of its own', async () => {
    const response = phone.get(await asked(stranger, true), { counter: 2 });
    const thief = service.call('203.0.113.9', CHROME);
    thief.jar.set('csrftoken', 'a-token-of-another-page');
    expectRefused(await show(thief, true, response));
    expect((await show(stranger, true, response)).status).toBe(200);
    expectRefused(await show(stranger, true, phone.get({ challenge: challengeOf(response) }, { counter: 3 })));
    const late = await asked(stranger, true);
    service.clock.at += 5 * MINUTE_MS;
    expectRefused(await show(stranger, true, phone.get(late, { counter: 4 })));
    const made = Buffer.alloc(54, 1).toString('base64url');
    expectRefused(await show(stranger, true, phone.get({ challenge: made }, { counter: 5 })));
    // One that was asked for to add a passkey signs nobody in.
    expectRefused(await show(desk, true, phone.get(await ready(desk, ADA.password), { counter: 6 })));
  });

  it('of nobody, and of somebody else than it says, is refused in the same words', async () => {
    const unknown = new SoftAuthenticator(SAID);
    expectRefused(await show(stranger, true, unknown.get(await asked(stranger, true))));
    const handle = Buffer.alloc(32, 5).toString('base64url');
    expectRefused(await show(stranger, true, phone.get(await asked(stranger, true), { counter: 2 }, handle)));
    expectRefused(await show(stranger, true, phone.get(await asked(stranger, true), { counter: 2 }, '')));
    for (const response of [{}, { id: 5 }, { id: 'none' }]) expectRefused(await show(stranger, true, response));
  });

  it('takes the place of the second step, for whoever gave the password', async () => {
    const before = await stranger.ask('POST', '/app/api/sign-in/passkey/options', { alone: false });
    expect(before.status).toBe(401);
    expect((await stranger.signIn(ADA.email, ADA.password)).body).toEqual({
      secondStep: { app: false, passkey: true },
    });
    const options = await asked(stranger, false);
    expect(options.allowCredentials).toEqual([
      expect.objectContaining({ type: 'public-key', transports: ['internal'] }),
    ]);
    // Where it is known whose it has to be, browsers may leave the owner out.
    expect((await show(stranger, false, phone.get(options, { counter: 2 }, ''))).status).toBe(200);

    const key = new SoftAuthenticator(SAID);
    const grace = await signedIn(GRACE);
    await add(grace, GRACE, key);
    const other = service.call('203.0.113.9', CHROME);
    await other.signIn(ADA.email, ADA.password);
    expectRefused(await show(other, false, key.get(await asked(other, false), { counter: 2 })));
    for (let attempt = 0; attempt < 4; attempt++) expectRefused(await show(other, false, {}));
    expect((await other.ask('POST', '/app/api/sign-in/passkey/options', { alone: false })).status).toBe(401);
  });

  it('is looked at sixty times in a quarter of an hour at most, of one address', async () => {
    let refused = 0;
    for (let attempt = 0; attempt < 62; attempt++)
      if ((await show(stranger, true, { id: 'none' })).status === 429) refused += 1;
    expect(refused).toBe(2);
  });
});

describe('passkeys', () => {
  it.each([
    ['https://count.example.org', 'count.example.org'],
    ['https://count.example.org:8443/', 'count.example.org'],
    ['http://localhost:8090', 'localhost'],
    ['http://count.example.org', null],
    ['http://127.0.0.1:8090', null],
    ['https://192.0.2.1', null],
    ['https://[2001:db8::1]', null],
  ])('are made for %s as %s', (baseUrl, id) => {
    expect(relyingPartyOf(baseUrl)?.id ?? null).toBe(id);
  });

  it('are refused with what to do where browsers make none', async () => {
    const other = await openSignInService('http://192.0.2.1');
    await other.accounts.add(ADA.email, ADA.password);
    const caller = other.call(HOME);
    await caller.signIn(ADA.email, ADA.password);
    const { status, body } = await caller.ask('POST', `${OWN}/options`, { current: ADA.password, name: 'phone' });
    expect([status, body.error]).toEqual([409, expect.stringContaining('PASSANT_BASE_URL')]);
    await other.close();
  });
});

function expectRefused({ status, body }: Answer): void {
  expect([status, body.error]).toEqual([401, 'This passkey is not known here, or was not shown in time.']);
}

function challengeOf(response: object): string {
  const { clientDataJSON } = (response as { response: { clientDataJSON: string } }).response;
  return String((JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge: string }).challenge);
}
