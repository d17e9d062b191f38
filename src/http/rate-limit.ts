/** How often somebody may come. Who it was stays in memory for the window and goes nowhere else. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../domain/errors.ts';
import { networkOf } from './client-address.ts';

export interface RateLimit {
  /** Counts one request. @returns whether it is within the limit */
  admit(who: string): boolean | Promise<boolean>;
  /** Counts one request. @throws AppError `rate_limited` with the time to wait */
  take(who: string, sentence: string): Promise<void>;
}

const NONE: RateLimit = { admit: () => true, take: async () => {} };

/**
 * Of somebody's own name, or of an address: whoever has one of IPv6 has the whole of its network, and is counted by that.
 * @param points requests per window of `durationS` seconds; 0 for no limit
 */
export function createRateLimit(points: number, durationS: number): RateLimit {
  if (points === 0) return NONE;
  const limiter = new RateLimiterMemory({ points, duration: durationS });
  return {
    admit: (who) =>
      limiter.consume(networkOf(who)).then(
        () => true,
        () => false,
      ),
    take: (who, sentence) => takePoint(limiter, networkOf(who), sentence),
  };
}

/** @throws AppError `rate_limited` with the time to wait */
export async function takePoint(limiter: RateLimiterMemory, who: string, sentence: string): Promise<void> {
  try {
    await limiter.consume(who);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new AppError('rate_limited', sentence, [], { retryAfterS: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}
