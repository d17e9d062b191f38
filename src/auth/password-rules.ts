/** What a password of the back office has to be, whoever chooses it and wherever: long enough, and not among the first that others try. */
import { AppError } from '../domain/errors.ts';
import { checkPassword } from './passwords.ts';
import type { UsualPasswords } from './ports.ts';
import { isUsualPassword } from './usual-passwords.ts';

export interface PasswordRulesOptions {
  usual: UsualPasswords;
}

export class PasswordRules {
  readonly #options: PasswordRulesOptions;

  constructor(options: PasswordRulesOptions) {
    this.#options = options;
  }

  /** @throws AppError `invalid` with the path `password`; its code says more than that it is too short */
  async check(password: string): Promise<void> {
    checkPassword(password);
    if (!(await isUsualPassword(password, this.#options.usual))) return;
    throw refuse('usual_password', 'It is among the first that others try; take a few words that are your own.');
  }
}

function refuse(code: string, message: string): AppError {
  return new AppError('invalid', 'This password is too easy to guess.', [{ path: 'password', message, code }]);
}
