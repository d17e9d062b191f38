/** Sends letters about accounts, where the operator has named a mail server; everywhere else the way without mail is offered. */

import { DeliveryFault } from '../domain/delivery.ts';
import type { Log } from '../observe/create-log.ts';
import { composeMail, type Letter } from './compose-mail.ts';
import { writeInvitation } from './letters.ts';
import type { MailLanguage, MailSender } from './ports.ts';

export interface PostOfficeOptions {
  /** null: mail is not set up. */
  sender: MailSender | null;
  /** Public address without a trailing slash. */
  baseUrl: () => string;
  log: Pick<Log, 'warn'>;
}

export class PostOffice {
  readonly #options: PostOfficeOptions;

  constructor(options: PostOfficeOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#options.sender !== null;
  }

  /** Of the public address, as letters name the service. */
  get host(): string {
    return new URL(this.#options.baseUrl()).host;
  }

  /** Resolves when the mail server has taken it. @throws DeliveryFault */
  async send(to: string, letter: Letter): Promise<void> {
    const { sender } = this.#options;
    if (sender === null)
      throw new DeliveryFault('later', 'E-mail is not set up: PASSANT_SMTP_URL names no mail server.');
    await sender.send(composeMail(to, letter));
  }

  /**
   * Tries once: the link is shown to whoever invites, who can hand it over in another way.
   * @param url the link @returns whether the mail server has taken it
   */
  async sendInvitation(
    to: string,
    { url, invitedBy }: { url: string; invitedBy: string | null },
    language: MailLanguage,
  ): Promise<boolean> {
    if (!this.isOpen) return false;
    try {
      await this.send(to, writeInvitation({ host: this.host, url, invitedBy }, language));
      return true;
    } catch (error) {
      if (!(error instanceof DeliveryFault)) throw error;
      this.#options.log.warn({ outcome: error.outcome, fault: error.message }, 'an invitation was not mailed');
      return false;
    }
  }
}
