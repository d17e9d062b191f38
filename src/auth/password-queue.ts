/**
 * Passwords are hashed one at a time, so that a flood of sign-ins takes one core and 19 MiB and never more. Whoever is known goes
 * first, and strangers cannot fill the places of the known.
 */
import { AppError } from '../domain/errors.ts';
import type { PasswordHasher } from './ports.ts';

/** Of each lane; a hash takes some twentieth of a second. */
export const MOST_WAITING = 16;
const RETRY_AFTER_S = 5;

/** `known`: of somebody signed in, on a device they have signed in with, or with a link or a shell; `stranger`: of anybody else. */
export type Lane = 'known' | 'stranger';

export class PasswordQueue {
  readonly #hasher: PasswordHasher;
  readonly #waiting: Record<Lane, (() => void)[]> = { known: [], stranger: [] };
  #isBusy = false;

  constructor(hasher: PasswordHasher) {
    this.#hasher = hasher;
  }

  /** Verified in the place of a hash that is not there, so that the answer takes as long. */
  get decoy(): string {
    return this.#hasher.decoy;
  }

  /** @throws AppError `unavailable` when too many wait */
  hash(password: string, lane: Lane): Promise<string> {
    return this.#take(lane, () => this.#hasher.hash(password));
  }

  /** @throws AppError `unavailable` when too many wait */
  verify(stored: string, password: string, lane: Lane): Promise<boolean> {
    return this.#take(lane, () => this.#hasher.verify(stored, password));
  }

  needsRehash(stored: string): boolean {
    return this.#hasher.needsRehash(stored);
  }

  async #take<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
    if (this.#isBusy) await this.#wait(lane);
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      const next = this.#waiting.known.shift() ?? this.#waiting.stranger.shift();
      // It stays busy for the next one: nobody slips in between.
      if (next === undefined) this.#isBusy = false;
      else next();
    }
  }

  #wait(lane: Lane): Promise<void> {
    const waiting = this.#waiting[lane];
    if (waiting.length >= MOST_WAITING)
      throw new AppError('unavailable', 'Too many passwords are being looked at; try again in a moment.', [], {
        retryAfterS: RETRY_AFTER_S,
      });
    return new Promise((resolve) => waiting.push(resolve));
  }
}
