/** Signing in over HTTP: cookies, what ends a login, one's own password, and what strangers can and cannot do. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MOST_WAITING } from '../../src/auth/password-queue.ts';
import { CHROME } from '../support/beacons.ts';
import { openSignInService, type SignInService } from '../support/sign-in-service.ts';

const EMAIL = 'ada@example.org';
const PASSWORD = 'some words of hers';
const OTHER = 'other words of hers';
const HOME = '192.0.2.10';
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let service: SignInService;

beforeEach(async () => {
  service = await openSignInService('https://count.example.org');
  await service.accounts.add(EMAIL, PASSWORD);
  await service.accounts.add('grace@example.org', OTHER);
});
afterEach(() => service.close());

async function signedIn(address = HOME, userAgent?: string) {
  const caller = service.call(address, userAgent);
  expect((await caller.signIn(EMAIL, PASSWORD)).status).toBe(200);
  return caller;
}
const addressOf = (index: number) => `198.51.${index >> 8}.${index & 255}`;

describe('a sign-in', () => {
  it('sets its cookies for this path, out of reach of scripts, and Secure on https', async () => {
    const { cookies, headers } = await service.call(HOME).signIn(EMAIL, PASSWORD);
    expect([...cookies.keys()].toSorted()).toEqual(['known', 'sessionid']);
    for (const [name, days] of [
      ['sessionid', 30],
      ['known', 180],
    ] as const)
      expect(cookies.get(name)).toMatch(
        new RegExp(`^${name}=[\\w-]{32}; Path=/app; Max-Age=${days * 86_400}; SameSite=Lax; HttpOnly; Secure$`),
      );
    expect(headers.get('cache-control')).toBe('no-store');
    const plain = await openSignInService('http://localhost:1');
    await plain.accounts.add(EMAIL, PASSWORD);
    const other = await plain.call(HOME).signIn(EMAIL, PASSWORD);
    expect(other.cookies.get('sessionid')).not.toContain('Secure');
    await plain.close();
  });

  it('takes no token that was there before, and ends the login that the browser had', async () => {
    const caller = service.call(HOME);
    for (const name of ['sessionid', 'known']) caller.jar.set(name, 'planted-by-somebody-else');
    await caller.signIn(EMAIL, PASSWORD);
    expect([caller.jar.get('sessionid'), caller.jar.get('known')]).not.toContain('planted-by-somebody-else');
    expect(service.logins.logins).toHaveLength(1);
    const first = service.call(HOME);
    for (const [name, value] of caller.jar) first.jar.set(name, value);
    await caller.signIn('grace@example.org', OTHER);
    expect([await first.logins(), (await caller.logins())?.length]).toEqual([null, 1]);
  });

  it('keeps two words of the browser, and neither its User-Agent nor its address', async () => {
    const caller = await signedIn(HOME, `${CHROME} Kanarienvogel/4711`);
    expect((await caller.logins())?.[0]).toMatch(/^Chrome \w+ \*$/);
    const kept = JSON.stringify([service.logins.logins, service.devices.devices]);
    for (const trace of ['Mozilla', 'Kanarienvogel', '4711', HOME, '192.0.2']) expect(kept).not.toContain(trace);
  });

  it('ends after a week without use, and after 30 days whatever', async () => {
    const caller = await signedIn();
    service.clock.at += 7 * DAY_MS - MINUTE_MS;
    expect(await caller.logins()).toHaveLength(1);
    service.clock.at += 7 * DAY_MS;
    expect(await caller.logins()).toBeNull();
    const other = await signedIn();
    for (let day = 0; day < 29; day++) {
      service.clock.at += DAY_MS;
      expect(await other.logins()).toHaveLength(1);
    }
    service.clock.at += DAY_MS;
    expect(await other.logins()).toBeNull();
  });
});

describe('one’s logins', () => {
  it('are listed, ended one by one, and all others at once', async () => {
    const desk = await signedIn();
    service.clock.at += MINUTE_MS;
    const phone = await signedIn(HOME, CHROME);
    service.clock.at += MINUTE_MS;
    const third = await signedIn();
    const grace = service.call(HOME);
    await grace.signIn('grace@example.org', OTHER);
    expect(await phone.logins()).toEqual(['Firefox Linux', expect.stringMatching(/^Chrome .*\*$/), 'Firefox Linux']);

    const idOf = (index: number) => service.logins.logins[index]?.id ?? 0;
    expect((await grace.ask('DELETE', `/app/api/account/logins/${idOf(0)}`)).status).toBe(404);
    expect((await phone.ask('DELETE', `/app/api/account/logins/${idOf(0)}`)).status).toBe(200);
    expect((await phone.ask('DELETE', '/app/api/account/logins/none')).status).toBe(404);
    expect([await desk.logins(), (await third.logins())?.length]).toEqual([null, 2]);
    expect((await phone.ask('DELETE', '/app/api/account/logins')).status).toBe(200);
    expect([await third.logins(), (await phone.logins())?.length]).toEqual([null, 1]);
    expect(await grace.logins()).toHaveLength(1);
  });
});

describe('one’s password', () => {
  const change = (caller: Awaited<ReturnType<typeof signedIn>>, current: string, password: string) =>
    caller.ask('POST', '/app/api/account/password', { current, password });

  it('is changed with the present one; all other logins end, and this one is another', async () => {
    const [desk, phone] = [await signedIn(), await signedIn(HOME, CHROME)];
    const before = desk.jar.get('sessionid');
    const wrong = await change(desk, 'wrong', OTHER);
    expect([wrong.status, wrong.body.details]).toEqual([400, [expect.objectContaining({ path: 'current' })]]);
    expect((await change(desk, PASSWORD, 'short')).body.details).toEqual([
      expect.objectContaining({ path: 'password' }),
    ]);
    expect(await phone.logins()).toHaveLength(2);
    const changed = await change(desk, PASSWORD, OTHER);
    expect([changed.status, [...changed.cookies.keys()].toSorted()]).toEqual([200, ['known', 'sessionid']]);
    expect([await phone.logins(), await desk.logins()]).toEqual([null, ['Firefox Linux *']]);
    const old = service.call(HOME);
    old.jar.set('sessionid', before ?? '');
    expect(await old.logins()).toBeNull();
    expect((await old.signIn(EMAIL, PASSWORD)).status).toBe(401);
    expect((await old.signIn(EMAIL, OTHER)).status).toBe(200);
  });

  it('is not guessed by whoever finds an open browser', async () => {
    const caller = await signedIn();
    service.hasher.verified.length = 0;
    const answers = [];
    for (let index = 0; index < 25; index++) answers.push((await change(caller, `guess ${index}`, OTHER)).status);
    expect([answers.filter((each) => each === 400).length, answers.at(-1)]).toEqual([20, 429]);
    expect(service.hasher.verified).toHaveLength(20);
  });
});

describe('strangers', () => {
  it('are refused before a password is looked at, with the same answers for accounts that are and that are not', async () => {
    const seen = new Map<string, string[]>();
    for (const [index, email] of [EMAIL, 'nobody@example.org'].entries()) {
      service.hasher.verified.length = 0;
      const answers: string[] = [];
      for (let attempt = 0; attempt < 25; attempt++) {
        const { status, headers, body } = await service.call(`203.0.113.${index}`).signIn(email, `guess ${attempt}`);
        answers.push(`${status} ${body.code} ${body.error} ${headers.get('retry-after') === null ? '' : 'later'}`);
      }
      expect(service.hasher.verified).toHaveLength(20);
      seen.set(email, answers);
    }
    expect(seen.get(EMAIL)).toEqual(seen.get('nobody@example.org'));
    expect(seen.get(EMAIL)?.at(-1)).toMatch(/^429 rate_limited .* later$/);
    expect(service.hasher.hashed).toEqual([PASSWORD, OTHER]);
  });

  it('say when to come again', async () => {
    let wait = 0;
    for (let attempt = 0; attempt < 21; attempt++)
      wait = Number((await service.call(HOME).signIn(EMAIL, 'guess')).headers.get('retry-after'));
    expect([wait > 800, wait <= 900]).toEqual([true, true]);
  });

  it('never lock anybody out of a browser in which they have signed in before', async () => {
    const desk = await signedIn();
    await desk.ask('POST', '/app/api/sign-out', {});
    service.hasher.verified.length = 0;
    for (let attempt = 0; attempt < 300; attempt++) await service.call(addressOf(attempt)).signIn(EMAIL, 'guess');
    // From the same address too, which has used up its own.
    for (let attempt = 0; attempt < 25; attempt++) await service.call(HOME).signIn('x@example.org', 'guess');
    expect(service.hasher.verified).toHaveLength(30 + 20);
    expect((await service.call(HOME).signIn(EMAIL, PASSWORD)).status).toBe(429);
    expect((await service.call('203.0.113.77').signIn(EMAIL, PASSWORD)).status).toBe(429);
    expect((await desk.signIn(EMAIL, PASSWORD)).status).toBe(200);
    expect(await desk.logins()).toHaveLength(1);
  });

  it('have no more of a known device of somebody else', async () => {
    const grace = service.call(HOME);
    await grace.signIn('grace@example.org', OTHER);
    for (let attempt = 0; attempt < 40; attempt++) await service.call(addressOf(attempt)).signIn(EMAIL, 'guess');
    expect((await grace.signIn(EMAIL, PASSWORD)).status).toBe(429);
  });

  it('take one core at most, and leave the first turn to the known', async () => {
    const desk = await signedIn();
    service.hasher.tookMs = 50;
    const flood = Array.from({ length: 3 * MOST_WAITING }, (_, index) =>
      service.call(addressOf(index)).signIn(`${index}@example.org`, 'guess'),
    );
    const refused = flood.map((each) => each.then(({ status }) => (status === 503 ? status : Promise.reject(status))));
    expect(await Promise.any(refused)).toBe(503);
    expect((await desk.signIn(EMAIL, PASSWORD)).status).toBe(200);
    const statuses = new Set((await Promise.all(flood)).map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([401, 503]);
    expect(service.hasher.most).toBe(1);
  });
});
