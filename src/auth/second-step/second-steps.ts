/** What somebody is asked beside the password: a code of an app, a passkey, or one of the recovery codes that come with the first of these. */
import { AppError } from '../../domain/errors.ts';
import type { Logins } from '../logins.ts';
import type { User } from '../ports.ts';
import { type CodeApps, wrongCode } from './code-apps.ts';
import type { DemandStore, Passkey, PasskeyStore } from './ports.ts';
import type { RecoveryCodes } from './recovery-codes.ts';

export interface SecondStepsOptions {
  apps: CodeApps;
  recovery: RecoveryCodes;
  passkeys: Pick<PasskeyStore, 'listOf' | 'remove' | 'removeOf'>;
  logins: Pick<Logins, 'endAll'>;
  demand: DemandStore;
  /** UTC ms. */
  now: () => number;
}

/** What may take the place of the second step; recovery codes always may. */
export interface Ways {
  app: boolean;
  passkey: boolean;
}

type Somebody = Pick<User, 'id'>;

export class SecondSteps {
  readonly #options: SecondStepsOptions;

  constructor(options: SecondStepsOptions) {
    this.#options = options;
  }

  /** null for somebody whose password is enough. */
  waysOf(user: Somebody): Ways | null {
    const { apps, passkeys } = this.#options;
    const ways = { app: apps.since(user) !== null, passkey: passkeys.listOf(user.id).length > 0 };
    return ways.app || ways.passkey ? ways : null;
  }

  /** Whether everybody has to have one. */
  get isDemanded(): boolean {
    return this.#options.demand.isMade();
  }

  /** @param isDemanded of everybody, from now on; no login ends */
  demand(isDemanded: boolean): void {
    const { demand, now } = this.#options;
    if (isDemanded) demand.make(now());
    else demand.end();
  }

  /** Whether somebody has to set one up before anything else. */
  isMissing(user: Somebody): boolean {
    return this.isDemanded && this.waysOf(user) === null;
  }

  /** @returns since when there is an app (UTC ms), the passkeys, and how many recovery codes are left */
  describe(user: Somebody): { appSince: number | null; passkeys: readonly Passkey[]; recoveryLeft: number } {
    const { apps, passkeys, recovery } = this.#options;
    return {
      appSince: apps.since(user),
      passkeys: passkeys.listOf(user.id),
      recoveryLeft: recovery.left(user.id),
    };
  }

  /** Uses up a code of the app or a recovery code. @throws AppError `invalid` with the path `code` */
  async takeCode(user: Somebody, code: string): Promise<void> {
    const { apps, recovery } = this.#options;
    // Recovery codes first: they help too when the key of the apps' secrets is lost.
    if (recovery.take(user.id, code) || (await apps.take(user, code))) return;
    throw wrongCode('second_step_refused');
  }

  /** For whoever has just got an app or a passkey. @returns recovery codes where there was none; null where there are some */
  giveRecoveryCodes({ id }: Somebody): string[] | null {
    const { recovery } = this.#options;
    return recovery.left(id) > 0 ? null : recovery.renew(id);
  }

  /** @throws AppError `conflict` when there is nothing that they could stand in for */
  renewRecoveryCodes(user: Somebody): string[] {
    if (this.waysOf(user) === null) throw new AppError('conflict', 'Set up an app or a passkey first.');
    return this.#options.recovery.renew(user.id);
  }

  /** With a code, since the password alone must not be enough. @throws AppError `not_found`, or `invalid` with the path `code` */
  async removeApp(user: Somebody, code: string): Promise<void> {
    if (this.#options.apps.since(user) === null) throw new AppError('not_found', 'There is no app to turn off.');
    await this.takeCode(user, code);
    this.#options.apps.remove(user);
    this.#tidy(user);
  }

  /** @throws AppError `not_found` when they have no such passkey */
  removePasskey(user: Somebody, id: number): void {
    if (!this.#options.passkeys.remove(user.id, id))
      throw new AppError('not_found', 'There is no such passkey, or it has been removed already.');
    this.#tidy(user);
  }

  /** For somebody who has lost everything: the password is enough again, and every login ends. @throws AppError `conflict` when it was */
  removeAll(user: Somebody): void {
    const { apps, passkeys, logins } = this.#options;
    if (this.waysOf(user) === null) throw new AppError('conflict', 'No second step is set up for this account.');
    apps.remove(user);
    passkeys.removeOf(user.id);
    this.#tidy(user);
    logins.endAll(user);
  }

  /** Recovery codes alone open nothing, and are for nothing. */
  #tidy(user: Somebody): void {
    if (this.waysOf(user) === null) this.#options.recovery.remove(user.id);
  }
}
