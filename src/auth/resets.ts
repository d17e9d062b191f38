/** A new password for whoever reads the mail of an account: one link, once, for an hour. */
import { AppError } from '../domain/errors.ts';
import type { Logins } from './logins.ts';
import type { PasswordQueue } from './password-queue.ts';
import type { PasswordRules } from './password-rules.ts';
import type { ResetStore, User, UserStore } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

/** From the moment the mail is made. */
export const RESET_MS = 3_600_000;

export interface ResetsOptions {
  store: ResetStore;
  users: Pick<UserStore, 'setPassword'>;
  logins: Pick<Logins, 'endAll'>;
  passwords: Pick<PasswordQueue, 'hash'>;
  rules: Pick<PasswordRules, 'check'>;
  /** UTC ms. */
  now: () => number;
}

export class Resets {
  readonly #options: ResetsOptions;

  constructor(options: ResetsOptions) {
    this.#options = options;
  }

  /** @returns the secret of a new link, which is nowhere else; an earlier one ends */
  open({ id }: Pick<User, 'id'>): string {
    const token = createToken();
    this.#options.store.replace(id, hashToken(token), this.#options.now() + RESET_MS);
    return token;
  }

  /** Whose link it is. @throws AppError `not_found` when it was used, replaced, or is over */
  find(token: string): User {
    const user = this.#options.store.find(hashToken(token), this.#options.now());
    if (user === null)
      throw new AppError(
        'not_found',
        'This link has been used, replaced by a later one, or is over; ask for another.',
        [],
        { refusal: 'link_refused' },
      );
    return user;
  }

  /**
   * Uses the link up, and ends every login of the account. Nobody is signed in by it: what else a sign-in asks for is asked for.
   * @throws AppError `not_found`, `invalid`; `unavailable` when too many wait
   */
  async accept(token: string, password: string): Promise<User> {
    const { store, users, logins, passwords, rules, now } = this.#options;
    const user = this.find(token);
    await rules.check(password, user);
    const hash = await passwords.hash(password, 'known');
    // Only now: another request may have used it meanwhile, and a password that is refused leaves it open.
    if (!store.take(hashToken(token), now())) return this.find(token);
    users.setPassword(user.id, hash);
    logins.endAll(user);
    return user;
  }
}
