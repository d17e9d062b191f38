/** Apps that show codes: set up with a secret that is confirmed by a first code; each code is taken once. */
import type { Refusal } from '../../domain/change.ts';
import { AppError } from '../../domain/errors.ts';
import type { User } from '../ports.ts';
import type { CodeAppStore, SecretBox } from './ports.ts';
import { createCodeSecret, describeSecret, findStep } from './time-codes.ts';

/** For an app to be found, and its first code to be typed. */
const SET_UP_MS = 15 * 60_000;

export interface CodeAppsOptions {
  store: CodeAppStore;
  secrets: SecretBox;
  /** UTC ms. */
  now: () => number;
}

export class CodeApps {
  readonly #options: CodeAppsOptions;
  /** Secrets that no code has confirmed yet, by whose they are: one of each person, and none on disk. */
  readonly #begun = new Map<number, { secret: string; until: number }>();

  constructor(options: CodeAppsOptions) {
    this.#options = options;
  }

  /** @returns since when (UTC ms), or null */
  since({ id }: Pick<User, 'id'>): number | null {
    return this.#options.store.find(id)?.createdAt ?? null;
  }

  /**
   * @param service whose codes these are, shown by the app
   * @returns the secret as text, and the address that an app reads from a picture
   * @throws AppError `conflict` when there is an app already
   */
  async begin({ id, email }: Pick<User, 'id' | 'email'>, service: string): Promise<{ secret: string; uri: string }> {
    if (this.since({ id }) !== null)
      throw new AppError('conflict', 'There is an app already; turn it off before you set up another one.');
    const secret = await createCodeSecret();
    this.#begun.set(id, { secret, until: this.#options.now() + SET_UP_MS });
    return { secret, uri: await describeSecret(secret, service, email) };
  }

  /** Keeps what was begun, once the app shows a right code. @throws AppError `conflict`, or `invalid` with the path `code` */
  async confirm({ id }: Pick<User, 'id'>, code: string): Promise<void> {
    const { store, secrets, now } = this.#options;
    const begun = this.#begun.get(id);
    if (begun === undefined || begun.until <= now())
      throw new AppError('conflict', 'This took too long; begin again with a new picture.');
    const step = await findStep(begun.secret, readDigits(code), now());
    if (step === null) throw wrongCode();
    this.#begun.delete(id);
    store.save({
      ...{ userId: id, sealedSecret: secrets.seal(begun.secret, aboutOf(id)) },
      ...{ lastStep: step, createdAt: now() },
    });
  }

  /** Uses a code up. @returns whether it was right, and new @throws AppError `unavailable` without the key of the secrets */
  async take({ id }: Pick<User, 'id'>, code: string): Promise<boolean> {
    const { store, secrets, now } = this.#options;
    const app = store.find(id);
    if (app === null) return false;
    const step = await findStep(secrets.open(app.sealedSecret, aboutOf(id)), readDigits(code), now());
    return step !== null && store.takeStep(id, step);
  }

  remove({ id }: Pick<User, 'id'>): void {
    this.#begun.delete(id);
    this.#options.store.remove(id);
  }
}

/** @param refusal what the log counts it as; nothing where an app is set up */
export function wrongCode(refusal?: Refusal): AppError {
  const details = [{ path: 'code', message: 'Each code is good once; wait for the next one.' }];
  return new AppError('invalid', 'The code is not right.', details, refusal && { refusal });
}

function aboutOf(userId: number): string {
  return `code app of user ${userId}`;
}

/** Apps show them in groups. */
function readDigits(code: string): string {
  return code.replace(/\s/g, '');
}
