/** Gives mails to the operator's mail server: one connection each, TLS unless it is on this machine, and certain about what became of them. */
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { DeliveryFault } from '../domain/delivery.ts';
import { checkMail } from '../mail/check-mail.ts';
import type { Mail, MailSender } from '../mail/ports.ts';

/** How long each stage may take (ms). */
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

export interface SmtpServer {
  host: string;
  port: number;
  /** `tls`: from the first byte; `starttls`: before anything is told; `none`: never, as on this machine. */
  security: 'tls' | 'starttls' | 'none';
  user: string | null;
  password: string | null;
}

export interface SmtpSenderOptions {
  server: SmtpServer;
  from: { name: string; address: string };
  /** How this machine calls itself: the host of the public address. */
  name: () => string;
  /** Marks what happens inside as the sending of mail, for the count of what leaves the server. */
  during: <T>(work: () => Promise<T>) => Promise<T>;
}

export class SmtpSender implements MailSender {
  readonly #options: SmtpSenderOptions;

  constructor(options: SmtpSenderOptions) {
    this.#options = options;
  }

  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    const message = await this.#compose(mail);
    await this.#options.during(() => this.#deliver(mail.to, message));
  }

  #compose({ to, subject, text, html, unsubscribeUrl }: Mail): Promise<Buffer> {
    const composer = new MailComposer({
      ...{ from: this.#options.from, to: { name: '', address: to }, subject, text, html },
      headers: {
        // No answer of an absence to it, please (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl !== null && {
          'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribeUrl}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    });
    return composer.compile().build();
  }

  async #deliver(to: string, message: Buffer): Promise<void> {
    const { server, from, name } = this.#options;
    const connection = new SMTPConnection({
      ...{ host: server.host, port: server.port, name: name(), secure: server.security === 'tls' },
      ...{ requireTLS: server.security === 'starttls', ignoreTLS: server.security === 'none' },
      ...{ connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
      tls: { minVersion: 'TLSv1.2' },
    });
    let fail: (error: Error) => void = () => {};
    const broken = new Promise<never>((_, reject) => {
      fail = reject;
    });
    broken.catch(() => {}); // it is raced with below, or over
    connection.on('error', (error) => fail(error));
    connection.on('end', () => fail(new Error('the connection ended')));
    const step = (begin: (done: (error?: Error | null) => void) => void) =>
      Promise.race([
        broken,
        new Promise<void>((resolve, reject) => begin((error) => (error ? reject(error) : resolve()))),
      ]);
    try {
      await step((done) => connection.connect(done));
      const { user, password } = server;
      if (user !== null) await step((done) => connection.login({ credentials: { user, pass: password ?? '' } }, done));
      await step((done) => connection.send({ from: from.address, to: [to] }, message, done));
      connection.quit();
    } catch (error) {
      const outcome = outcomeOf(error, connection.lastServerResponse);
      connection.close();
      throw outcome;
    }
  }
}

/** What became of a mail, without the words of the server: they may quote the address. */
function outcomeOf(error: unknown, lastResponse: string | false): DeliveryFault {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const said = [code ?? 'no code', command ?? '', responseCode ?? ''].join(' ').trim();
  // What else is refused, such as a password or the sender, is the operator's to mend, and the mail waits for it.
  if (responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA'))
    return new DeliveryFault('refused', `The mail server refused it: ${said}.`);
  if (responseCode !== undefined) return new DeliveryFault('later', `The mail server did not take it: ${said}.`);
  // It has asked for the message (354) and said nothing since.
  if (lastResponse !== false && lastResponse.startsWith('354'))
    return new DeliveryFault('unknown', `The connection ended after the mail was given away: ${said}.`);
  return new DeliveryFault('later', `The mail server was not reached: ${said}.`);
}
