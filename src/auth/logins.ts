/** Login sessions: opened by a sign-in, listed and ended by their owner, over after a time; and the browsers that have signed in before. */
import { AppError } from '../domain/errors.ts';
import type { DeviceWords, KnownDeviceStore, Login, LoginStore, User } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** From the sign-in on, however much it is used. */
export const LOGIN_MS = 30 * DAY_MS;
/** Without being used. */
export const IDLE_MS = 7 * DAY_MS;
/** How exactly the last use is known: a page asks some twenty questions, and none of them should wait for a disk. */
export const SEEN_EVERY_MS = 5 * MINUTE_MS;
/** From the last sign-in there. */
export const KNOWN_MS = 180 * DAY_MS;
/** Of one person; the ones not used for longest go. */
const MOST_LOGINS = 50;
const MOST_DEVICES = 20;

export interface LoginsOptions {
  store: LoginStore;
  devices: KnownDeviceStore;
  /** UTC ms. */
  now: () => number;
}

/** What the browser showed when it signed in. */
export interface SigningIn {
  device: DeviceWords;
  /** The login cookie that it had, of whomever: it ends. */
  before: string | undefined;
  /** The cookie of a known device that it had. */
  known: string | undefined;
}

export class Logins {
  readonly #options: LoginsOptions;

  constructor(options: LoginsOptions) {
    this.#options = options;
  }

  /**
   * Of somebody who has just proven who they are. Both tokens are new: one that was planted in the browser before opens nothing.
   * @returns values for two cookies: of the login, and of the device that is known from now on
   */
  open({ id }: Pick<User, 'id'>, { device, before, known }: SigningIn): { login: string; known: string } {
    const { store, devices, now } = this.#options;
    const [at, tokens] = [now(), { login: createToken(), known: createToken() }];
    store.removeOver(at, at - IDLE_MS);
    if (before !== undefined) store.remove(hashToken(before));
    const { browser, os } = device;
    store.insert(
      { userId: id, createdAt: at, seenAt: at, expiresAt: at + LOGIN_MS, browser, os },
      hashToken(tokens.login),
    );
    store.keepNewest(id, MOST_LOGINS);
    devices.removeOlder(at - KNOWN_MS);
    // Of all who sign in there: an office's browser is known to each of them.
    if (known !== undefined) devices.rename(hashToken(known), hashToken(tokens.known));
    devices.insert(hashToken(tokens.known), id, at);
    devices.keepNewest(id, MOST_DEVICES);
    return tokens;
  }

  /** The open login of a token with its user, or null; that it was used is remembered. */
  find(token: string | undefined): { login: Login; user: User } | null {
    if (token === undefined) return null;
    const { store, now } = this.#options;
    const [found, at] = [store.find(hashToken(token)), now()];
    if (found === null || isOver(found.login, at)) return null;
    if (at - found.login.seenAt >= SEEN_EVERY_MS) store.markSeen(found.login.id, at);
    return found;
  }

  /** The open ones of somebody; the one used last first. */
  list({ id }: Pick<User, 'id'>): Login[] {
    const at = this.#options.now();
    return this.#options.store.listOf(id).filter((each) => !isOver(each, at));
  }

  /** @throws AppError `not_found` when they have no such login */
  end({ id }: Pick<User, 'id'>, loginId: number): void {
    if (this.#options.store.removeOne(id, loginId)) return;
    throw new AppError('not_found', 'There is no such login, or it has ended already.');
  }

  /** @param but the one that goes on */
  endOthers({ id }: Pick<User, 'id'>, but: Login): void {
    this.#options.store.removeOf(id, but.id);
  }

  /** All of them, and no device is known any more: for when the password is another one. */
  endAll({ id }: Pick<User, 'id'>): void {
    this.#options.store.removeOf(id, null);
    this.#options.devices.removeOf(id);
  }

  signOut(token: string): void {
    this.#options.store.remove(hashToken(token));
  }

  /** Whether somebody has signed in before on the device that shows this. */
  isKnown({ id }: Pick<User, 'id'>, known: string): boolean {
    const seenAt = this.#options.devices.findSeenAt(hashToken(known), id);
    return seenAt !== null && seenAt > this.#options.now() - KNOWN_MS;
  }
}

function isOver({ expiresAt, seenAt }: Login, at: number): boolean {
  return expiresAt <= at || seenAt <= at - IDLE_MS;
}
