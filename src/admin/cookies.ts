/** Adding and removing the cookies that a site declares for its charter. */
import type { DeclaredCookie } from '../domain/cookie.ts';
import { AppError } from '../domain/errors.ts';
import { type CookieOptions, parseCookie } from './parse-cookie.ts';
import type { CookieStore } from './ports.ts';

/** A charter that nobody could read would be none. */
const MOST_COOKIES = 300;
/** Ours follow from the settings of the site: nobody declares them. */
const OWN = /^(passant_(id|date|optout)|cookies_preferences)$/;

export class Cookies {
  readonly #store: CookieStore;
  readonly #now: () => number;

  /** @param now UTC ms */
  constructor(store: CookieStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** In the order in which they were declared. */
  list(siteId: number): DeclaredCookie[] {
    return this.#store.list(siteId);
  }

  /** @throws AppError `invalid`, or `conflict` when the name is taken */
  add(siteId: number, options: CookieOptions): DeclaredCookie {
    const cookie = parseCookie(options);
    if (OWN.test(cookie.name))
      throw new AppError('conflict', `${cookie.name} is one of Passant’s own: the charter lists it by itself.`);
    if (this.list(siteId).length >= MOST_COOKIES)
      throw new AppError('conflict', `A charter has at most ${MOST_COOKIES} entries; remove one first.`);
    if (this.#store.insert(siteId, cookie, this.#now())) return cookie;
    throw new AppError('conflict', `The charter has ${cookie.name}; remove it first to declare it anew.`);
  }

  /** @throws AppError `not_found` */
  remove(siteId: number, name: string): void {
    if (this.#store.remove(siteId, name)) return;
    throw new AppError('not_found', 'The site has declared no cookie of that name; `passant cookie list` shows them.');
  }
}
