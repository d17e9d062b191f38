/** Every way to another machine over real TLS: one that cannot show who it is, is told nothing. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import tlsOptions from 'smtp-server/lib/tls-options.js';
import { composeMail } from '../../src/mail/compose-mail.ts';
import { ProviderFetch } from '../../src/oidc/provider-fetch.ts';
import { SmtpSender } from '../../src/outside/smtp-sender.ts';
import { HttpsSender } from '../../src/outside/webhook-sender.ts';
import { openMailServer } from '../support/mail-server.ts';

/** Signed by itself, and over: the one that comes with the mail server of the tests. */
const FAULT = /SELF_SIGNED|CERT_HAS_EXPIRED/;
const UNTRUSTED = tlsOptions({});
const during = <T>(work: () => Promise<T>) => work();
let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  server = createServer({ key: UNTRUSTED.key, cert: UNTRUSTED.cert }, (_request, response) => {
    asked += 1;
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

describe('a machine whose certificate nobody vouches for', () => {
  it.each([
    ['starttls', false],
    ['tls', true],
  ] as const)('is given no mail by %s, and no password', async (security, secure) => {
    let passwords = 0;
    const mails = await openMailServer({
      ...{ secure, disabledCommands: [], authOptional: true },
      onAuth: (_auth, _session, done) => {
        passwords += 1;
        done(null, { user: 'tests' });
      },
    });
    const sender = new SmtpSender({
      server: { host: '127.0.0.1', port: mails.port, security, user: 'stats', password: 'a password' },
      ...{ from: { name: '', address: 'stats@example.org' }, name: () => 'localhost', during },
    });
    const parts = [{ kind: 'text', text: 'Figures' }] as const;
    const letter = { subject: 'Figures', language: 'en', parts } as const;
    await expect(sender.send(composeMail('ada@example.org', letter))).rejects.toMatchObject({ outcome: 'later' });
    expect([passwords, mails.mails.length]).toEqual([0, 0]);
    await mails.close();
  });

  it('is sent no message of a webhook', async () => {
    const sender = new HttpsSender({ during, now: () => 0, userAgent: 'Passant/test', allowsLoopback: true });
    const message = { url: `https://127.0.0.1:${port}/`, secret: Buffer.alloc(32), id: 'a', body: '{}' };
    await expect(sender.post(message)).rejects.toThrow(FAULT);
    expect(asked).toBe(0);
  });

  it('is no provider of sign-in, and is asked for nothing', async () => {
    const issuer = `https://127.0.0.1:${port}/`;
    const fault = await new ProviderFetch(new URL(issuer), during)
      .ask(issuer, { method: 'GET', headers: {} })
      .catch((error: { code: string; cause: { code: string } }) => error);
    expect(fault).toMatchObject({ code: 'no_answer' });
    expect((fault as { cause: { code: string } }).cause.code).toMatch(FAULT);
    expect(asked).toBe(0);
  });
});
