/** API keys: what programs show instead of a login. Only their hash is stored; the key itself is shown once. */
import { AppError } from '../domain/errors.ts';
import { type ApiKey, type KeyStore, SCOPES, type Scope } from './ports.ts';
import { createToken, hashToken } from './tokens.ts';

const PREFIX = 'psk_';

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

  /** @param siteId null for all sites. @throws AppError `invalid` for an unknown scope */
  issue(name: string, scopes: readonly string[], siteId: number | null): { key: ApiKey; secret: string } {
    const known = scopes.filter((scope): scope is Scope => SCOPES.some((each) => each === scope));
    if (known.length !== scopes.length || known.length === 0) {
      throw new AppError('invalid', 'A key needs scopes.', [
        { path: '--scope', message: `Use ${SCOPES.join(' or ')}.` },
      ]);
    }
    const secret = PREFIX + createToken();
    const key = this.#store.insert({ name, scopes: known, siteId, createdAt: this.#now() }, hashToken(secret));
    return { key, secret };
  }

  /** @throws AppError `not_found` */
  revoke(id: number): void {
    if (this.#store.revoke(id, this.#now())) return;
    throw new AppError('not_found', 'There is no such key, or it is revoked already; `passant key list` shows them.');
  }

  /** The live key behind a bearer token, or null. */
  find(secret: string): ApiKey | null {
    const key = this.#store.findByHash(hashToken(secret));
    return key === null || key.revokedAt !== null ? null : key;
  }
}
