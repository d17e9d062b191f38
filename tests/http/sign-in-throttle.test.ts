/** Who may try how many passwords: strangers by address and by name, known devices by themselves. */
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/domain/errors.ts';
import { type Forgive, SignInThrottle, type ThrottleWindows } from '../../src/http/sign-in-throttle.ts';

const SECRET = Buffer.alloc(32, 7);
const NAME = 'ada@example.org';

/** @returns the seconds to wait, or 0 */
const waitOf = (attempt: Promise<Forgive>) =>
  attempt.then(
    () => 0,
    (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'rate_limited') throw error;
      return error.retryAfterS;
    },
  );
const addressOf = (index: number) => `198.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
/** How many are let through. */
async function count(times: number, attempt: (index: number) => Promise<Forgive>): Promise<number> {
  let admitted = 0;
  for (let index = 0; index < times; index++) if ((await waitOf(attempt(index))) === 0) admitted += 1;
  return admitted;
}

describe('strangers', () => {
  it('have twenty attempts an address in a quarter of an hour, whatever name they try', async () => {
    const throttle = new SignInThrottle(SECRET);
    expect(await count(50, (index) => throttle.admitStranger('192.0.2.1', `${index}@example.org`))).toBe(20);
    const wait = (await waitOf(throttle.admitStranger('192.0.2.1', NAME))) ?? 0;
    expect([wait > 800, wait <= 900]).toEqual([true, true]);
    expect(await waitOf(throttle.admitStranger('192.0.2.2', NAME))).toBe(0);
  });

  it('have thirty a name from wherever they come, in capitals or not, and no address closes a name by itself', async () => {
    const throttle = new SignInThrottle(SECRET);
    expect(await count(100, () => throttle.admitStranger('192.0.2.1', NAME))).toBe(20);
    const spelled = (index: number) => (index % 2 === 0 ? NAME : NAME.toUpperCase());
    expect(await count(100, (index) => throttle.admitStranger(addressOf(index), spelled(index)))).toBe(10);
    expect(await waitOf(throttle.admitStranger('192.0.2.9', 'grace@example.org'))).toBe(0);
  });

  it('are one by their network when they have addresses of IPv6', async () => {
    const throttle = new SignInThrottle(SECRET);
    const inOneNetwork = (index: number) => throttle.admitStranger(`2001:db8:1:2::${index}`, `${index}@example.org`);
    expect(await count(50, inOneNetwork)).toBe(20);
    expect(await waitOf(throttle.admitStranger('2001:db8:1:3::1', NAME))).toBe(0);
    expect(await waitOf(throttle.admitStranger('::ffff:192.0.2.1', NAME))).toBe(0);
  });

  it('wait longer when they go on', async () => {
    const windows: ThrottleWindows = {
      ofAddress: [
        { points: 2, durationS: 1 },
        { points: 3, durationS: 3600 },
      ],
      ofName: [{ points: 100, durationS: 3600 }],
      ofKnown: [],
    };
    const throttle = new SignInThrottle(SECRET, windows);
    const attempt = () => waitOf(throttle.admitStranger('192.0.2.1', NAME));
    expect([await attempt(), await attempt(), await attempt()]).toEqual([0, 0, 1]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await attempt()).toBe(0);
    expect(await attempt()).toBeGreaterThan(3000);
  });

  it('get back what was right', async () => {
    const throttle = new SignInThrottle(SECRET);
    for (let index = 0; index < 200; index++) await (await throttle.admitStranger('192.0.2.1', NAME))();
    expect(await count(50, () => throttle.admitStranger('192.0.2.1', NAME))).toBe(20);
  });
});

describe('a known device', () => {
  it('comes in however many strangers try, and has an end of its own', async () => {
    const throttle = new SignInThrottle(SECRET);
    await count(10_000, (index) => throttle.admitStranger(addressOf(index), NAME));
    expect(await waitOf(throttle.admitStranger('192.0.2.1', NAME))).toBeGreaterThan(0);
    expect(await count(50, () => throttle.admitKnown('her browser'))).toBe(20);
    expect(await waitOf(throttle.admitKnown('her telephone'))).toBe(0);
  });
});

it('has room for so many addresses and no more', async () => {
  const wide = [{ points: 1000, durationS: 900 }];
  const throttle = new SignInThrottle(SECRET, {
    ...{ ofAddress: [{ points: 1, durationS: 900 }], ofName: wide, ofKnown: wide },
  });
  const admitted = await count(40_000, (index) => throttle.admitStranger(addressOf(index), NAME + index));
  expect([admitted > 8000, admitted <= 8192]).toEqual([true, true]);
});
