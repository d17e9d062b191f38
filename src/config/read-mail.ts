/** Reads the settings of mail: where it is given to, and who it comes from. */
import type { SmtpSettings } from './config.ts';
import type { Reading } from './reading.ts';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** `smtp://` is encrypted before anything is told, but on this machine or with `?tls=none`; `smtps://` from the first byte. */
export function smtp(text: string): Reading<SmtpSettings> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || !/^\/?$/.test(url.pathname))
    return { mistake: 'must be an address such as smtp://user:password@mail.example.org:587' };
  const tls = url.searchParams.get('tls');
  if ((tls !== null && tls !== 'none') || (tls === 'none' && url.protocol === 'smtps:'))
    return { mistake: 'takes ?tls=none after smtp:// alone: it sends passwords and e-mails unencrypted' };
  const security =
    url.protocol === 'smtps:' ? 'tls' : tls === 'none' || LOOPBACK.test(url.hostname) ? 'none' : 'starttls';
  const port = url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port);
  try {
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    const host = url.hostname.replace(/^\[|\]$/g, '');
    return { value: { host, port, security, user: user || null, password: password || null } };
  } catch {
    return { mistake: 'has a % in its user or password that stands for nothing; write %25 for the sign itself' };
  }
}

/** `stats@example.org` or `Passant <stats@example.org>`. */
export function mailFrom(text: string): Reading<{ name: string; address: string }> {
  const [, name = '', bracketed] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = (bracketed ?? text).trim();
  if (!/^[^\s\p{C}"(),:;<>@]+@[^\s\p{C}"(),:;<>@]+$/u.test(address))
    return { mistake: 'must be an address, or a name and an address such as Passant <stats@example.org>' };
  return { value: { name: name.trim().replaceAll('"', ''), address } };
}
