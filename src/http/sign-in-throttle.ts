/**
 * How many passwords may be tried, decided before one of them is hashed. Strangers are counted by address and by the name they try,
 * whether or not there is such an account; a device on which somebody has signed in before is counted by itself, so that no number
 * of strangers locks anybody out there. All of it is in memory, of bounded size, and none of it can be read back.
 */
import { createHmac } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from './client-address.ts';
import { takePoint } from './rate-limit.ts';

const QUARTER_S = 15 * 60;
const DAY_S = 86_400;
/** Addresses and names share this many places each, by a keyed hash: nobody can aim at another's place, nor fill the memory. */
const PLACES = 8192;

interface Window {
  points: number;
  durationS: number;
}

export interface ThrottleWindows {
  /** A short one, and a long one that makes whoever goes on wait longer. */
  ofAddress: readonly Window[];
  /** More than one address may have, so that no single one closes a name to others. */
  ofName: readonly Window[];
  ofKnown: readonly Window[];
}

const WINDOWS: ThrottleWindows = {
  ofAddress: [
    { points: 20, durationS: QUARTER_S },
    { points: 100, durationS: DAY_S },
  ],
  ofName: [
    { points: 30, durationS: QUARTER_S },
    { points: 150, durationS: DAY_S },
  ],
  ofKnown: [
    { points: 20, durationS: QUARTER_S },
    { points: 100, durationS: DAY_S },
  ],
};

/** Of mails with a link for a new password: who has one is not given back what it cost. */
const RESET_WINDOWS: ThrottleWindows = {
  ofAddress: [
    { points: 10, durationS: QUARTER_S },
    { points: 40, durationS: DAY_S },
  ],
  ofName: [
    { points: 3, durationS: QUARTER_S },
    { points: 10, durationS: DAY_S },
  ],
  ofKnown: [],
};
const TOO_MANY = 'Too many attempts; wait, or use a browser that has signed in before.';
const TOO_MANY_MAILS = 'Too many e-mails were asked for; wait, or ask an administrator for a new password.';

/** For those who ask for a new password by mail. @param secret 32 random bytes */
export function createResetThrottle(secret: Buffer): SignInThrottle {
  return new SignInThrottle(secret, RESET_WINDOWS, TOO_MANY_MAILS);
}

/** Gives back what an attempt has cost, once it turned out right. */
export type Forgive = () => Promise<void>;

export class SignInThrottle {
  readonly #secret: Buffer;
  readonly #addresses: Budget;
  readonly #names: Budget;
  readonly #known: Budget;

  /** @param secret 32 random bytes @param refusal the sentence for those who have none left */
  constructor(secret: Buffer, windows: ThrottleWindows = WINDOWS, refusal = TOO_MANY) {
    this.#secret = secret;
    this.#addresses = new Budget(windows.ofAddress, refusal);
    this.#names = new Budget(windows.ofName, refusal);
    this.#known = new Budget(windows.ofKnown, refusal);
  }

  /** @throws AppError `rate_limited` with the time to wait; the words are the same whichever of the two is used up */
  async admitStranger(address: string, name: string): Promise<Forgive> {
    const [from, as] = [this.#placeOf(networkOf(address)), this.#placeOf(name.toLowerCase())];
    // The address first: one that has none left takes nothing from the name.
    await this.#addresses.take(from);
    await this.#names.take(as);
    return async () => {
      await this.#addresses.giveBack(from);
      await this.#names.giveBack(as);
    };
  }

  /** @param who a device that is known, or somebody who is signed in @throws AppError `rate_limited` */
  async admitKnown(who: string): Promise<Forgive> {
    // There are no more of these than are stored, so that each has its own.
    const place = this.#hash(who).toString('base64');
    await this.#known.take(place);
    return () => this.#known.giveBack(place);
  }

  #placeOf(text: string): string {
    return String(this.#hash(text).readUInt32BE(0) % PLACES);
  }

  #hash(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(text).digest();
  }
}

class Budget {
  readonly #windows: readonly RateLimiterMemory[];
  readonly #refusal: string;

  constructor(windows: readonly Window[], refusal: string) {
    this.#refusal = refusal;
    this.#windows = windows.map(({ points, durationS }) => new RateLimiterMemory({ points, duration: durationS }));
  }

  /** @throws AppError `rate_limited` */
  async take(place: string): Promise<void> {
    for (const window of this.#windows) await takePoint(window, place, this.#refusal);
  }

  async giveBack(place: string): Promise<void> {
    for (const window of this.#windows) await window.reward(place);
  }
}
