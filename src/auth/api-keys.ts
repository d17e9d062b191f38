/** API keys: what programs show instead of a login. Only their hash is stored; the key itself is shown once. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import { dayOfDate } from '../lib/calendar.ts';
import { cleanText } from '../lib/clean-text.ts';
import { type ApiKey, type KeyStore, SCOPES } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

const PREFIX = 'psk_';
const DAY_MS = 86_400_000;
const LONGEST_NAME = 80;

export interface KeyOptions {
  /** What the key is for. */
  name?: unknown;
  /** `SCOPES`, one at least. */
  scopes?: unknown;
  /** The last day on which it works, as `YYYY-MM-DD` (UTC); null or left out: for good. */
  expires?: unknown;
}

export class ApiKeys {
  readonly #store: KeyStore;
  readonly #now: () => number;

  constructor(store: KeyStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  list(): ApiKey[] {
    return this.#store.list();
  }

  /** @param siteId null for all sites. @throws AppError `invalid` with one detail per mistake */
  issue(options: KeyOptions, siteId: number | null): { key: ApiKey; secret: string } {
    const now = this.#now();
    const wanted = readOptions(options, now);
    const secret = PREFIX + createToken();
    return { key: this.#store.insert({ ...wanted, siteId, createdAt: now }, hashToken(secret)), secret };
  }

  /** @returns which one it was @throws AppError `not_found` */
  revoke(id: number): ApiKey {
    const key = this.list().find((each) => each.id === id);
    if (key !== undefined && this.#store.revoke(id, this.#now())) return key;
    throw new AppError('not_found', 'There is no such key, or it is revoked already; `passant key list` shows them.');
  }

  /** The live key behind a bearer token, or null. That it was used on this day is remembered, and nothing else of it. */
  find(secret: string): ApiKey | null {
    const key = this.#store.findByHash(hashToken(secret));
    if (key === null || stateOfKey(key, this.#now()) !== 'live') return null;
    const today = Math.floor(this.#now() / DAY_MS);
    if (key.lastUsedDay !== today) this.#store.markUsed(key.id, today);
    return key;
  }
}

/** @param now UTC ms */
export function stateOfKey(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: number,
): 'live' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'live';
}

function readOptions(
  { name, scopes, expires = null }: KeyOptions,
  now: number,
): Pick<ApiKey, 'name' | 'scopes' | 'expiresAt'> {
  const mistakes: ErrorDetail[] = [];
  const called = typeof name === 'string' ? cleanText(name).trim() : '';
  if (called === '' || called.length > LONGEST_NAME)
    mistakes.push({ path: 'name', message: `Say what the key is for, in at most ${LONGEST_NAME} characters.` });
  const given = Array.isArray(scopes) ? (scopes as unknown[]) : [];
  const known = SCOPES.filter((scope) => given.includes(scope));
  if (known.length === 0 || given.some((each) => !SCOPES.some((scope) => scope === each)))
    mistakes.push({ path: 'scopes', message: `Use one or more of ${SCOPES.join(', ')}.` });
  const expiresAt = expires === null ? null : endOfDay(expires);
  if (expires !== null && (expiresAt === null || expiresAt <= now))
    mistakes.push({ path: 'expires', message: 'Give the last day as a date to come, such as 2027-03-31.' });
  if (mistakes.length > 0) throw new AppError('invalid', 'The key cannot be made.', mistakes);
  return { name: called, scopes: known, expiresAt };
}

/** @returns UTC ms of the midnight after a day, or null when it is none */
function endOfDay(date: unknown): number | null {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  try {
    return (dayOfDate(date) + 1) * DAY_MS;
  } catch {
    return null;
  }
}
