/** Mails over real SMTP, read back; what nobody can put into their heads; and what is known of those that were not taken. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { DeliveryFault } from '../../src/domain/delivery.ts';
import { composeMail, type Letter } from '../../src/mail/compose-mail.ts';
import type { Mail } from '../../src/mail/ports.ts';
import { Outbound } from '../../src/observe/outbound.ts';
import { SmtpSender, type SmtpServer } from '../../src/outside/smtp-sender.ts';
import { openMailServer } from '../support/mail-server.ts';

const LETTER: Letter = {
  subject: 'Les chiffres d’août — café 👩‍💻',
  language: 'fr',
  parts: [
    { kind: 'heading', text: 'Été' },
    { kind: 'text', text: 'Visiteurs : 1 234 <b>&amp;</b>' },
    { kind: 'link', text: 'Voir', url: 'https://count.example.org/app/shop.example?a=1&b=2' },
    {
      kind: 'table',
      head: ['Page', 'Visites'],
      rows: [
        ['/<script>alert(1)</script>', '12'],
        ['/é', '3'],
      ],
    },
  ],
  unsubscribeUrl: 'https://count.example.org/unsubscribe/abc',
};
const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function senderTo(port: number, more: Partial<SmtpServer> = {}): SmtpSender {
  return new SmtpSender({
    server: { host: '127.0.0.1', port, security: 'none', user: null, password: null, ...more },
    from: { name: 'Audience de l’été', address: 'stats@example.org' },
    name: () => 'count.example.org',
    during: (work) => work(),
  });
}
async function serve(options: Parameters<typeof openMailServer>[0] = {}) {
  const server = await openMailServer(options);
  open.push(server);
  return server;
}
/** What became of it. */
const fail = (sender: SmtpSender, mail: Mail) =>
  sender.send(mail).then(
    () => null,
    (fault: DeliveryFault) => fault,
  );

describe('a mail', () => {
  it('arrives as text and as HTML, in UTF-8, with a head that says how to end it', async () => {
    const server = await serve();
    await senderTo(server.port).send(composeMail('ada@example.org', LETTER));
    const [mail] = server.mails;
    expect(mail?.from).toBe('stats@example.org');
    expect(mail?.to).toEqual(['ada@example.org']);
    const head = (name: string) => mail?.headers.get(name);
    expect(head('subject')).toBe(LETTER.subject);
    expect(head('from')).toContain('Audience de l’été');
    expect(head('list-unsubscribe')).toBe('<https://count.example.org/unsubscribe/abc>');
    expect(head('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(head('auto-submitted')).toBe('auto-generated');
    const [text = '', html = ''] = ['text/plain', 'text/html'].map((type) => mail?.parts.get(type));
    expect(text).toContain('Visiteurs : 1 234 <b>&amp;</b>');
    expect(text).toContain('https://count.example.org/app/shop.example?a=1&b=2');
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('&#60;script&#62;');
    expect(html).not.toContain('<script>');
    // Whoever reads it is not told on: no picture, no style, no font from anywhere.
    expect(html).not.toMatch(/<(img|link|iframe|style|object)\b|url\(|src=/i);
  });

  it.each([
    ['an address with a second line', { to: 'ada@example.org\r\nBcc: eve@example.org' }],
    ['two addresses', { to: 'ada,eve@example.org' }],
    ['an address inside a name', { to: '"eve@example.net x"@example.org' }],
    ['a subject with a second line', { subject: 'Figures\r\nBcc: eve@example.org' }],
    ['an end that breaks its line', { unsubscribeUrl: 'https://example.org/\r\nBcc: eve@example.org' }],
  ])('with %s is not sent', async (_what, change) => {
    const server = await serve();
    const fault = await fail(senderTo(server.port), { ...composeMail('ada@example.org', LETTER), ...change });
    expect(fault).toMatchObject({ name: 'DeliveryFault', outcome: 'refused' });
    expect(server.mails).toEqual([]);
  });

  it('whose subject is made of the name of a page has one line', () => {
    const { subject } = composeMail('ada@example.org', { ...LETTER, subject: 'a\r\nBcc: eve@example.org\u202egnp' });
    expect(subject).toBe('a Bcc: eve@example.org gnp');
  });

  it('is given away after a sign-in, where there is one', async () => {
    let credentials: unknown;
    const server = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        credentials = [username, password];
        done(null, { user: username });
      },
    });
    await senderTo(server.port, { user: 'stats', password: 'a % b' }).send(composeMail('ada@example.org', LETTER));
    expect([credentials, server.mails.length]).toEqual([['stats', 'a % b'], 1]);
  });

  it('is not given away unencrypted where it should be encrypted', async () => {
    const server = await serve();
    const fault = await fail(senderTo(server.port, { security: 'starttls' }), composeMail('ada@example.org', LETTER));
    expect(fault?.outcome).toBe('later');
    expect(server.mails).toEqual([]);
  });
});

describe('a mail that is not taken', () => {
  const answer = (responseCode: number) => Object.assign(new Error('no such box: ada@example.org'), { responseCode });

  it.each([
    ['refused', 550],
    ['later', 451],
  ] as const)('is %s when the server answers %d, and its address is not told', async (outcome, code) => {
    const server = await serve({ onRcptTo: (_address, _session, done) => done(answer(code)) });
    const fault = await fail(senderTo(server.port), composeMail('ada@example.org', LETTER));
    expect(fault?.outcome).toBe(outcome);
    expect(fault?.message).not.toContain('ada');
  });

  it('waits for a password that is right', async () => {
    const server = await serve({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(answer(535)) });
    const fault = await fail(senderTo(server.port, { user: 'a', password: 'b' }), composeMail('a@example.org', LETTER));
    expect(fault?.outcome).toBe('later');
  });

  it('waits for a server that is not there', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    expect((await fail(senderTo(port), composeMail('a@example.org', LETTER)))?.outcome).toBe('later');
  });

  it('may have been taken when the connection ends after the message', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 here\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (text.endsWith('\r\n.\r\n')) socket.destroy();
        else if (text.startsWith('DATA')) socket.write('354 go on\r\n');
        else if (/^(EHLO|MAIL|RCPT)/.test(text)) socket.write('250 ok\r\n');
      });
    }).listen(0, '127.0.0.1');
    open.push({ close: async () => void server.close() });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect((await fail(senderTo(port), composeMail('a@example.org', LETTER)))?.outcome).toBe('unknown');
  });
});

it('what is opened to send mail is counted as that', async () => {
  const server = await serve();
  const outbound = new Outbound().watch();
  const sender = new SmtpSender({
    server: { host: '127.0.0.1', port: server.port, security: 'none', user: null, password: null },
    ...{ from: { name: '', address: 'stats@example.org' }, name: () => 'localhost' },
    during: (work) => outbound.during('mail', work),
  });
  await sender.send(composeMail('ada@example.org', LETTER));
  expect([...outbound.counts()]).toEqual([['for="mail"', 1]]);
});
