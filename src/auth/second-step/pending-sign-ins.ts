/** Sign-ins whose first step was right, a password or a provider, and whose second is still to come: in memory, for some minutes and some tries. */
import { AppError } from '../../domain/errors.ts';
import type { User, UserStore } from '../ports.ts';
import { createToken, hashToken } from '../tokens.ts';

export const PENDING_MS = 5 * 60_000;
const TRIES = 5;
/** Of one person; the oldest go. */
const MOST_OF_ONE = 20;

interface Pending {
  email: string;
  userId: number;
  /** The password of the account then: with another one, or without the account, it is over. */
  passwordHash: string;
  /** What the log of changes says of the first step. */
  about: string;
  until: number;
  triesLeft: number;
}

export interface PendingSignInsOptions {
  users: Pick<UserStore, 'findByEmail'>;
  /** UTC ms. */
  now: () => number;
}

export class PendingSignIns {
  readonly #options: PendingSignInsOptions;
  /** By the hash of their token, the oldest first. Only who has done a first step adds to them. */
  readonly #pending = new Map<string, Pending>();

  constructor(options: PendingSignInsOptions) {
    this.#options = options;
  }

  /**
   * @param user whose first step was right just now
   * @param about the name of the provider; '' after a password
   * @returns the token of the browser where it was
   */
  open({ id, email }: Pick<User, 'id' | 'email'>, about = ''): string {
    const { users, now } = this.#options;
    this.#removeOver();
    const own = [...this.#pending].filter(([, { userId }]) => userId === id);
    for (const [key] of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) this.#pending.delete(key);
    const token = createToken();
    const passwordHash = users.findByEmail(email)?.passwordHash ?? '';
    const until = now() + PENDING_MS;
    this.#pending.set(keyOf(token), { email, userId: id, passwordHash, about, until, triesLeft: TRIES });
    return token;
  }

  /** Whose it is. @throws AppError `unauthenticated` when there is none, or none any more */
  get(token: string | undefined): User {
    const user = this.find(token);
    if (user === null) throw over();
    return user;
  }

  /** The same, and null when there is none, or none any more. */
  find(token: string | undefined): User | null {
    const pending = token === undefined ? undefined : this.#pending.get(keyOf(token));
    const user = pending === undefined ? null : this.#options.users.findByEmail(pending.email);
    const isOpen =
      pending !== undefined &&
      pending.until > this.#options.now() &&
      user?.id === pending.userId &&
      user.passwordHash === pending.passwordHash;
    if (!isOpen || user === null) return null;
    const { passwordHash: _, ...known } = user;
    return known;
  }

  /** What `open` was told of the first step; '' when there is none. */
  aboutOf(token: string | undefined): string {
    return token === undefined ? '' : (this.#pending.get(keyOf(token))?.about ?? '');
  }

  /** Counts a try, before anything is compared; the last one ends it. @returns whose it is @throws AppError `unauthenticated` */
  spendTry(token: string | undefined): User {
    const user = this.get(token);
    const pending = token === undefined ? undefined : this.#pending.get(keyOf(token));
    if (token === undefined || pending === undefined) throw over();
    pending.triesLeft -= 1;
    if (pending.triesLeft === 0) this.#pending.delete(keyOf(token));
    return user;
  }

  end(token: string | undefined): void {
    if (token !== undefined) this.#pending.delete(keyOf(token));
  }

  #removeOver(): void {
    for (const [key, { until }] of this.#pending) if (until <= this.#options.now()) this.#pending.delete(key);
  }
}

function keyOf(token: string): string {
  return hashToken(token).toString('base64');
}

function over(): AppError {
  return new AppError('unauthenticated', 'This took too long or too many tries; begin the sign-in again.');
}
