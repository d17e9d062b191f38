/** Every setting of the service: its names, its default, what it means, and how its text becomes a value. */
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import type { Config } from './config.ts';
import { domainRoles, issuer, label } from './oidc-settings.ts';
import { mailFrom, smtp } from './read-mail.ts';
import type { Reading } from './reading.ts';

export interface Setting {
  /** Environment variable. The flag and the key of `passant.toml` follow from it: PASSANT_DATA_DIR, --data-dir, data_dir. */
  name: `PASSANT_${string}`;
  key: keyof Config | null;
  fallback: string | null;
  meaning: string;
  isSecret: boolean;
  read: (text: string) => Reading<unknown>;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
const LOOPBACK = '127.0.0.0/8,::1/128';

export const SETTINGS: readonly Setting[] = [
  setting('PASSANT_HOST', 'host', '127.0.0.1', 'address to listen on', anyText),
  setting(
    'PASSANT_PORT',
    'port',
    '8090',
    'port to listen on; 0 picks a free one and prints it',
    wholeNumber(0, 65_535),
  ),
  setting('PASSANT_DATA_DIR', 'dataDir', './data', 'the only folder written to', (text) => ({ value: resolve(text) })),
  setting(
    'PASSANT_BASE_URL',
    'baseUrl',
    null,
    'public address, used in links and cookies; http://localhost:<port> when not set',
    baseUrl,
  ),
  setting('PASSANT_PREFIX', 'prefix', 'count', 'path prefix of what measured pages load and post to', prefix),
  setting(
    'PASSANT_KEYS_DIR',
    'keysDir',
    null,
    'RAM-backed folder (tmpfs) that lets a day survive a restart or a crash',
    path,
  ),
  setting(
    'PASSANT_GEO_DB',
    'geoDb',
    null,
    'an operator’s .mmdb for country, region and city; the bundled country file when not set',
    path,
  ),
  setting(
    'PASSANT_SYNCHRONOUS',
    'synchronous',
    'full',
    'full or normal: whether each commit waits for the disk',
    oneOf(['full', 'normal']),
  ),
  setting('PASSANT_CACHE_MB', 'cacheMb', '128', 'MiB of columns that queries keep in memory', wholeNumber(1, 65_536)),
  setting(
    'PASSANT_RATE_LIMIT',
    'rateLimit',
    '50',
    'beacons per address and second; 0 switches the limit off',
    wholeNumber(0, 1_000_000),
  ),
  setting('PASSANT_METRICS_ALLOW', 'metricsAllow', LOOPBACK, 'addresses (CIDR list) that may read /metrics', networks),
  {
    ...setting('PASSANT_SMTP_URL', 'smtp', null, 'mail server, such as smtp://user:password@mail.example.org', smtp),
    isSecret: true,
  },
  setting('PASSANT_MAIL_FROM', 'mailFrom', null, 'who e-mails come from: an address, or Name <address>', mailFrom),
  setting('PASSANT_TRUSTED_PROXIES', 'trustedProxies', '', 'CIDR list whose X-Forwarded-For is believed', networks),
  setting('PASSANT_STORE', null, 'sqlite', 'where events are kept', store),
  setting('PASSANT_ADMIN_EMAIL', 'adminEmail', null, 'creates the first owner without the set-up page', email),
  {
    ...setting(
      'PASSANT_ADMIN_PASSWORD',
      'adminPassword',
      null,
      'password of that owner, at least 12 characters',
      password,
    ),
    isSecret: true,
  },
  setting(
    'PASSANT_OIDC_ISSUER',
    'oidcIssuer',
    null,
    'provider of OpenID Connect that people may sign in with (docs/sign-in-with-openid.md)',
    issuer,
  ),
  setting('PASSANT_OIDC_CLIENT_ID', 'oidcClientId', null, 'what that provider calls this service', anyText),
  {
    ...setting('PASSANT_OIDC_CLIENT_SECRET', 'oidcClientSecret', null, 'the secret that it gave for that', anyText),
    isSecret: true,
  },
  setting('PASSANT_OIDC_NAME', 'oidcName', null, 'its name on the button; the host of the issuer when not set', label),
  setting(
    'PASSANT_OIDC_DOMAINS',
    'oidcDomains',
    '',
    'domains whose people get an account when they first come, with their role there: example.org=viewer',
    domainRoles,
  ),
  setting(
    'PASSANT_OIDC_BUTTON',
    'oidcButton',
    'below',
    'where the button stands on the sign-in page: above or below the password',
    oneOf(['above', 'below']),
  ),
  setting('PASSANT_LOG', 'log', 'info', `log level: ${LOG_LEVELS.join(', ')}`, oneOf(LOG_LEVELS)),
];

export function flagOf({ name }: Setting): string {
  return name.slice('PASSANT_'.length).toLowerCase().replaceAll('_', '-');
}

export function tomlKeyOf({ name }: Setting): string {
  return name.slice('PASSANT_'.length).toLowerCase();
}

function setting(
  name: Setting['name'],
  key: Setting['key'],
  fallback: string | null,
  meaning: string,
  read: Setting['read'],
): Setting {
  return { name, key, fallback, meaning, isSecret: false, read };
}

function anyText(text: string): Reading<string> {
  return text.trim() === '' ? { mistake: 'must not be empty' } : { value: text.trim() };
}

function path(text: string): Reading<string> {
  return text === '' ? { mistake: 'must name a file or folder' } : { value: resolve(text) };
}

function wholeNumber(least: number, most: number): Setting['read'] {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return { value };
    return { mistake: `must be a whole number from ${least} to ${most}` };
  };
}

function oneOf(words: readonly string[]): Setting['read'] {
  return (text) => (words.includes(text) ? { value: text } : { mistake: `must be one of ${words.join(', ')}` });
}

function baseUrl(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return { mistake: 'must be an address such as https://count.example.org' };
  if (url.search !== '' || url.hash !== '' || url.pathname !== '/')
    return { mistake: 'must be an origin alone, without a path' };
  return { value: url.origin };
}

function prefix(text: string): Reading<string> {
  const name = text.replace(/^\/|\/$/g, '');
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(name) && !['app', 'api', 'demo'].includes(name)) return { value: name };
  return { mistake: 'must be 1 to 40 of a-z, 0-9 and -, and none of app, api, demo' };
}

function networks(text: string): Reading<readonly string[]> {
  const list = text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const wrong = list.find((each) => !ipaddr.isValid(each) && !ipaddr.isValidCIDR(each));
  return wrong === undefined
    ? { value: list }
    : { mistake: 'must be a list of addresses or networks such as 10.0.0.0/8' };
}

function store(text: string): Reading<string> {
  return text === 'sqlite' ? { value: text } : { mistake: 'only sqlite is supported by this version' };
}

function email(text: string): Reading<string> {
  return /^[^\s@]+@[^\s@]+$/.test(text) ? { value: text } : { mistake: 'must be an e-mail address' };
}

function password(text: string): Reading<string> {
  return text.length >= 12 ? { value: text } : { mistake: 'must have at least 12 characters' };
}
