/** Mails with the link for a new password. Whether or not there is an account, the same is done while somebody waits for the answer. */
import { randomUUID } from 'node:crypto';
import { isOfPassword } from '../auth/passwords.ts';
import type { User, UserStore } from '../auth/ports.ts';
import { RESET_MS, type Resets } from '../auth/resets.ts';
import { AppError } from '../domain/errors.ts';
import { writeReset } from '../mail/letters.ts';
import { MAIL_LANGUAGES, type MailLanguage } from '../mail/ports.ts';
import type { PostOffice } from '../mail/post-office.ts';
import type { Carrier, Outbox } from './outbox.ts';
import type { Errand } from './ports.ts';

/** Requests that wait to be answered by a mail; more come from no server of people. */
const MOST_WAITING = 500;

export interface ResetMailsOptions {
  users: Pick<UserStore, 'findByEmail' | 'find'>;
  resets: Pick<Resets, 'open'>;
  post: Pick<PostOffice, 'isOpen' | 'host' | 'send'>;
  /** Of the page that takes the link's secret. */
  pageUrl: () => string;
}

export class ResetMails implements Carrier {
  readonly mayRepeat = false;
  /** After that the link would be over, if it had been made at once. */
  readonly patienceMs = RESET_MS;
  readonly #options: ResetMailsOptions;

  constructor(options: ResetMailsOptions) {
    this.#options = options;
  }

  /** One row is written, of an account or of nobody: the mail is made later. @throws AppError `unavailable` when mail is not set up */
  ask(outbox: Pick<Outbox, 'add' | 'countWaiting'>, email: string, language: MailLanguage): void {
    const { users, post } = this.#options;
    if (!post.isOpen)
      throw new AppError(
        'unavailable',
        'This server sends no e-mail: ask an administrator for a new password, or run `passant user password` on the server.',
      );
    if (outbox.countWaiting('reset') >= MOST_WAITING)
      throw new AppError('unavailable', 'Too many e-mails wait to be sent; try again later.');
    const user = users.findByEmail(email);
    // Whoever comes by the provider alone has no password to forget: a mail would be a way in that was never given.
    const userId = user !== null && isOfPassword(user.passwordHash) ? user.id : null;
    outbox.add({ key: `reset ${randomUUID()}`, kind: 'reset', userId, siteId: null, about: { language } });
  }

  async carry({ userId, about }: Errand): Promise<void> {
    const user: User | null = userId === null ? null : this.#options.users.find(userId);
    if (user === null) return;
    const { resets, post, pageUrl } = this.#options;
    const url = `${pageUrl()}#${resets.open(user)}`;
    const language = MAIL_LANGUAGES.find((each) => each === about.language) ?? 'en';
    await post.send(user.email, writeReset({ host: post.host, url, email: user.email }, language));
  }
}
