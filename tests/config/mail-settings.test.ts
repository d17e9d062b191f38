/** The settings of mail: what they are read as, and what is refused with a sentence that says what to do. */
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../../src/config/load-config.ts';

const FROM = 'Passant <stats@example.org>';
const load = (url: string | undefined, from: string | undefined) =>
  loadConfig({
    flags: { 'data-dir': '/nonexistent' },
    env: { PASSANT_SMTP_URL: url, PASSANT_MAIL_FROM: from },
  });
const mistakeOf = (url: string | undefined, from: string | undefined) => {
  try {
    load(url, from);
  } catch (error) {
    return error instanceof ConfigError ? error.mistakes.join('\n') : String(error);
  }
  return null;
};

describe('the settings of mail', () => {
  it.each([
    ['smtp://mail.example.org', 'mail.example.org', 587, 'starttls', null, null],
    ['smtp://ada:a%40b%25@mail.example.org:2525/', 'mail.example.org', 2525, 'starttls', 'ada', 'a@b%'],
    ['smtps://ada@mail.example.org', 'mail.example.org', 465, 'tls', 'ada', null],
    ['smtp://localhost:25', 'localhost', 25, 'none', null, null],
    ['smtp://[::1]:25', '::1', 25, 'none', null, null],
    ['smtp://mail.example.org?tls=none', 'mail.example.org', 587, 'none', null, null],
  ])('%s is understood', (url, host, port, security, user, password) => {
    const { config, settings } = load(url, FROM);
    expect(config.smtp).toEqual({ host, port, security, user, password });
    expect(config.mailFrom).toEqual({ name: 'Passant', address: 'stats@example.org' });
    expect(settings.find(({ name }) => name === 'PASSANT_SMTP_URL')?.value).toBe('(set)');
  });

  it.each([
    ['mail.example.org', FROM, 'PASSANT_SMTP_URL must be an address such as'],
    ['https://mail.example.org', FROM, 'PASSANT_SMTP_URL must be an address such as'],
    ['smtp://mail.example.org/box', FROM, 'PASSANT_SMTP_URL must be an address such as'],
    ['smtps://mail.example.org?tls=none', FROM, 'takes ?tls=none after smtp:// alone'],
    ['smtp://a:100%@mail.example.org', FROM, 'write %25 for the sign itself'],
    ['smtp://mail.example.org', undefined, 'set both or neither'],
    [undefined, FROM, 'set both or neither'],
    ['smtp://mail.example.org', 'nobody', 'PASSANT_MAIL_FROM must be an address'],
    ['smtp://mail.example.org', 'a@example.org, b@example.org', 'PASSANT_MAIL_FROM must be an address'],
    ['smtp://mail.example.org', 'A\r\nBcc: b@example.org <a@example.org>', 'PASSANT_MAIL_FROM must be an address'],
  ])('%s from %j is refused', (url, from, sentence) => {
    expect(mistakeOf(url, from)).toContain(sentence);
  });
});
