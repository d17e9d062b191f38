/** What a password of the back office has to be, whoever chooses it and wherever: long enough, not among the first that others try, and not one that follows from who one is here. */
import { AppError } from '../domain/errors.ts';
import { FEWEST_BESIDE, listKnownWords, restsOnWord } from './known-words.ts';
import { checkPassword } from './passwords.ts';
import { roleOn } from './permissions.ts';
import type { Standing, UsualPasswords } from './ports.ts';
import { isUsualPassword } from './usual-passwords.ts';

export interface PasswordRulesOptions {
  usual: UsualPasswords;
  /** Of the public address; null where none is set. */
  host: string | null;
  sites: () => readonly { id: number; domain: string }[];
}

/** Whose password it will be. */
export interface Chooser extends Standing {
  email: string;
}

export class PasswordRules {
  readonly #options: PasswordRulesOptions;

  constructor(options: PasswordRulesOptions) {
    this.#options = options;
  }

  /** @throws AppError `invalid` with the path `password`; its code says more than that it is too short */
  async check(password: string, chooser: Chooser): Promise<void> {
    checkPassword(password);
    if (await isUsualPassword(password, this.#options.usual))
      throw refuse('usual_password', 'It is among the first that others try; take a few words that are your own.');
    if (restsOnWord(password, listKnownWords(chooser.email, this.#hostsOf(chooser))))
      throw refuse(
        'known_word',
        `It rests on a word that others know: the name of this program, of its host or of a site, or a part of the e-mail address. Take other words, or ${FEWEST_BESIDE} letters or more beside it.`,
      );
  }

  /** Only sites that they may look at: a refusal would tell that there is another one. */
  #hostsOf(chooser: Chooser): readonly string[] {
    const { host, sites } = this.#options;
    const seen = sites().filter(({ id }) => roleOn(chooser, id) !== null);
    return [...(host === null ? [] : [host]), ...seen.map(({ domain }) => domain)];
  }
}

function refuse(code: string, message: string): AppError {
  return new AppError('invalid', 'This password is too easy to guess.', [{ path: 'password', message, code }]);
}
