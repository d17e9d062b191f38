/** Owners and users of the back office: the first one by a set-up link or by settings; who somebody is by address and password. */
import type { Refusal } from '../domain/change.ts';
import { AppError } from '../domain/errors.ts';
import type { Lane, PasswordQueue } from './password-queue.ts';
import type { PasswordRules } from './password-rules.ts';
import type { SetupTokenStore, Standing, User, UserStore } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

const SETUP_MS = 86_400_000;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;
const OWNER: Standing = { role: 'owner', siteRoles: [] };

export interface AccountsOptions {
  users: UserStore;
  setupTokens: SetupTokenStore;
  passwords: PasswordQueue;
  rules: Pick<PasswordRules, 'check'>;
  /** UTC ms. */
  now: () => number;
}

export class Accounts {
  readonly #options: AccountsOptions;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  get needsSetup(): boolean {
    return this.#options.users.count() === 0;
  }

  /** A fresh one-time token for the set-up page, good for a day; earlier ones end. */
  createSetupToken(): string {
    const token = createToken();
    const now = this.#options.now();
    this.#options.setupTokens.replace(hashToken(token), now, now + SETUP_MS);
    return token;
  }

  /** Creates the first owner. @throws AppError `invalid`, `forbidden` for a used or wrong token, `conflict` */
  async setUp(token: string, email: string, password: string): Promise<User> {
    checkEmail(email);
    this.#checkNeedsSetup(); // nobody has a list of passwords read for nothing
    await this.#options.rules.check(password, { email, ...OWNER }); // a password that is refused leaves the link open
    this.#checkNeedsSetup();
    if (!this.#options.setupTokens.take(hashToken(token), this.#options.now())) {
      throw new AppError(
        'forbidden',
        'This set-up link has been used or has expired; restart the service to get a new one.',
        [],
        { refusal: 'link_refused' },
      );
    }
    return this.#insert(email, password, OWNER);
  }

  /** @throws AppError `invalid`, or `conflict` when the address is taken */
  async add(email: string, password: string, standing: Standing = OWNER): Promise<User> {
    checkEmail(email);
    await this.#options.rules.check(password, { email, ...standing });
    return this.#insert(email, password, standing);
  }

  #checkNeedsSetup(): void {
    if (!this.needsSetup) throw new AppError('conflict', 'The set-up is done already; sign in.');
  }

  async #insert(email: string, password: string, standing: Standing): Promise<User> {
    const hash = await this.#options.passwords.hash(password, 'known');
    const user = this.#options.users.insert(email, hash, standing, this.#options.now());
    if (user === null) throw new AppError('conflict', 'There is a user with this address already.');
    return user;
  }

  /** The account of an address, for deciding what else is known of whoever wants to be it; nobody is told of it. */
  find(email: string): Pick<User, 'id' | 'email'> | null {
    return this.#options.users.findByEmail(email);
  }

  /**
   * Costs one hash, whether or not there is such an account.
   * @param lane where it waits for its turn
   * @throws AppError `unauthenticated`, whose sentence does not tell which of the two was wrong; `unavailable` when too many wait
   */
  async signIn(email: string, password: string, lane: Lane): Promise<User> {
    const { users, passwords } = this.#options;
    const before = users.findByEmail(email);
    const isRight = await passwords.verify(before?.passwordHash ?? passwords.decoy, password, lane);
    // Looked at again: it may have got another password while this one waited for its turn.
    const user = users.findByEmail(email);
    if (!isRight || before === null || user?.passwordHash !== before.passwordHash)
      throw new AppError('unauthenticated', 'The address or the password is wrong.', [], {
        refusal: 'sign_in_refused',
      });
    const { passwordHash, ...known } = user;
    if (passwords.needsRehash(passwordHash)) await this.#rehash(known, passwordHash, password);
    return known;
  }

  /** @throws AppError `invalid` with the field that is wrong; `unavailable` when too many wait */
  async changePassword(user: User, current: string, password: string): Promise<void> {
    const { users, passwords, rules } = this.#options;
    if (password === current) throw refuse('password', 'This is the password that you have already.');
    await rules.check(password, user);
    await this.provePassword(user, current);
    users.setPassword(user.id, await passwords.hash(password, 'known'));
  }

  /** Of somebody who is signed in, before what only they may change. @throws AppError `invalid` with the path `current`; `unavailable` */
  async provePassword({ id, email }: User, current: string): Promise<void> {
    const { users, passwords } = this.#options;
    const stored = users.findByEmail(email);
    if (stored?.id !== id || !(await passwords.verify(stored.passwordHash, current, 'known')))
      throw refuse('current', 'This is not your present password.', 'password_refused');
  }

  /** With today's parameters, now that the password is at hand; when too many wait, the next time will do. */
  async #rehash({ id }: User, stored: string, password: string): Promise<void> {
    const { users, passwords } = this.#options;
    try {
      users.replaceHash(id, stored, await passwords.hash(password, 'known'));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
}

function refuse(path: 'current' | 'password', message: string, refusal?: Refusal): AppError {
  return new AppError('invalid', 'Nothing was changed.', [{ path, message }], refusal && { refusal });
}

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** @throws AppError `invalid` */
export function checkEmail(email: string): void {
  if (isEmail(email)) return;
  throw new AppError('invalid', 'The e-mail address is not one.', [
    { path: 'email', message: 'Give an address such as ada@example.org.' },
  ]);
}
