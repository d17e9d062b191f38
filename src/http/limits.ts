/** How often who may ask what, in one place: docs/configuration.md has the same table. Windows in seconds. */
import type { AskerLimits } from './middleware/limit-askers.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';

const [MINUTE_S, QUARTER_S] = [60, 15 * 60];

export interface Limits extends AskerLimits {
  beacons: RateLimit;
  /** What one address may ask about visitors: enough for people, too little to try identifiers. */
  rights: RateLimit;
  /** Questions that one address may put to shared pages: a page asks some fifteen, and many people may share an address. */
  shared: RateLimit;
  /** Passwords of shared pages that one address may try, and that may be tried of one link. */
  passwords: RateLimit;
  passwordsOfLink: RateLimit;
}

/** @param beaconsPerS beacons per address and second; 0 switches all of them off but those of passwords */
export function createLimits(beaconsPerS: number): Limits {
  const perMinute = (points: number) => createRateLimit(beaconsPerS === 0 ? 0 : points, MINUTE_S);
  return {
    beacons: createRateLimit(beaconsPerS, 1),
    apiOfAddress: perMinute(1200),
    apiOfKey: perMinute(600),
    pages: perMinute(300),
    rights: perMinute(30),
    shared: perMinute(600),
    passwords: createRateLimit(20, QUARTER_S),
    passwordsOfLink: createRateLimit(100, QUARTER_S),
  };
}
