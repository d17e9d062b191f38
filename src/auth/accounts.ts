/** Owners and users of the back office: the first one by a set-up link or by settings, login sessions by a cookie's token. */
import { AppError } from '../domain/errors.ts';
import { checkPassword, hashPassword, verifyPassword } from './passwords.ts';
import type { LoginStore, Role, SetupTokenStore, User, UserStore } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

const DAY_MS = 86_400_000;
export const LOGIN_MS = 30 * DAY_MS;
const SETUP_MS = DAY_MS;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

export interface AccountsOptions {
  users: UserStore;
  logins: LoginStore;
  setupTokens: SetupTokenStore;
  /** UTC ms. */
  now: () => number;
}

export class Accounts {
  readonly #options: AccountsOptions;
  /** Compared with when there is no such user, so that the answer takes as long. */
  #decoy: Promise<string> | null = null;

  constructor(options: AccountsOptions) {
    this.#options = options;
  }

  get needsSetup(): boolean {
    return this.#options.users.count() === 0;
  }

  list(): User[] {
    return this.#options.users.list();
  }

  /** A fresh one-time token for the set-up page, good for a day; earlier ones end. */
  createSetupToken(): string {
    const token = createToken();
    const now = this.#options.now();
    this.#options.setupTokens.replace(hashToken(token), now, now + SETUP_MS);
    return token;
  }

  /** Creates the first owner and signs in. @throws AppError `invalid`, `forbidden` for a used or wrong token, `conflict` */
  async setUp(token: string, email: string, password: string): Promise<{ user: User; login: string }> {
    checkEmail(email);
    checkPassword(password);
    if (!this.needsSetup) throw new AppError('conflict', 'The set-up is done already; sign in.');
    if (!this.#options.setupTokens.take(hashToken(token), this.#options.now())) {
      throw new AppError(
        'forbidden',
        'This set-up link has been used or has expired; restart the service to get a new one.',
      );
    }
    const user = await this.add(email, password, 'owner');
    return { user, login: this.#openLogin(user) };
  }

  /** @throws AppError `invalid`, or `conflict` when the address is taken */
  async add(email: string, password: string, role: Role): Promise<User> {
    checkEmail(email);
    checkPassword(password);
    const user = this.#options.users.insert(email, await hashPassword(password), role, this.#options.now());
    if (user === null) throw new AppError('conflict', 'There is a user with this address already.');
    return user;
  }

  /** @throws AppError `unauthenticated`; the sentence does not tell which of the two was wrong */
  async signIn(email: string, password: string): Promise<{ user: User; login: string }> {
    const user = this.#options.users.findByEmail(email);
    this.#decoy ??= hashPassword(createToken());
    const isRight = await verifyPassword(user?.passwordHash ?? (await this.#decoy), password);
    if (user === null || !isRight) throw new AppError('unauthenticated', 'The address or the password is wrong.');
    this.#options.logins.removeExpired(this.#options.now());
    const { passwordHash: _, ...known } = user;
    return { user: known, login: this.#openLogin(known) };
  }

  /** The user of a login token, or null. */
  userOf(login: string | undefined): User | null {
    return login === undefined ? null : this.#options.logins.findUser(hashToken(login), this.#options.now());
  }

  signOut(login: string): void {
    this.#options.logins.remove(hashToken(login));
  }

  #openLogin(user: User): string {
    const token = createToken();
    const now = this.#options.now();
    this.#options.logins.insert(hashToken(token), user.id, now, now + LOGIN_MS);
    return token;
  }
}

function checkEmail(email: string): void {
  if (EMAIL.test(email)) return;
  throw new AppError('invalid', 'The e-mail address is not one.', [
    { path: 'email', message: 'Give an address such as ada@example.org.' },
  ]);
}
