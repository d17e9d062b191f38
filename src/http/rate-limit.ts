/** How often an address may come. It stays in memory for the window and goes nowhere else. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface RateLimit {
  /** Counts one request. @returns whether it is within the limit */
  admit(address: string): boolean | Promise<boolean>;
}

/** @param points requests per window of `durationS` seconds; 0 for no limit */
export function createRateLimit(points: number, durationS: number): RateLimit {
  if (points === 0) return { admit: () => true };
  const limiter = new RateLimiterMemory({ points, duration: durationS });
  return {
    admit: (address) =>
      limiter.consume(address).then(
        () => true,
        () => false,
      ),
  };
}
