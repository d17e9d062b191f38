/** What sending mail needs from outside. */

export const MAIL_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** One mail to one person. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where whoever gets it can end it, by a page or by one click of their mail program; null where there is nothing to end. */
  unsubscribeUrl: string | null;
}

export interface MailSender {
  /** Resolves when the mail server has taken it. @throws DeliveryFault */
  send(mail: Mail): Promise<void>;
}
