/** Who is calling: the login cookie or a bearer key; and the proof that a change was asked by our own pages. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import type { Sites } from '../admin/sites.ts';
import type { Accounts } from '../auth/accounts.ts';
import { LOGIN_MS } from '../auth/accounts.ts';
import type { ApiKeys } from '../auth/api-keys.ts';
import type { User } from '../auth/ports.ts';
import { createToken } from '../auth/tokens.ts';
import { AppError } from '../domain/errors.ts';
import type { Site } from '../domain/site.ts';

const LOGIN_COOKIE = 'sessionid';
const CSRF_COOKIE = 'csrftoken';
const LANGUAGE_COOKIE = 'language';
/** All of ours stay below /app, out of sight of the pages that are measured. */
const PATH = '/app';

export interface BackOfficeOptions {
  accounts: Accounts;
  apiKeys: ApiKeys;
  sites: Sites;
  /** Public address: its scheme decides whether cookies are Secure. */
  baseUrl: () => string;
}

export class BackOffice {
  readonly #options: BackOfficeOptions;

  constructor(options: BackOfficeOptions) {
    this.#options = options;
  }

  userOf(ctx: Context): User | null {
    return this.#options.accounts.userOf(ctx.cookies.get(LOGIN_COOKIE));
  }

  signIn(ctx: Context, login: string): void {
    this.#setCookie(ctx, LOGIN_COOKIE, login, true, LOGIN_MS);
  }

  signOut(ctx: Context): void {
    const login = ctx.cookies.get(LOGIN_COOKIE);
    if (login !== undefined) this.#options.accounts.signOut(login);
    this.#setCookie(ctx, LOGIN_COOKIE, '', true, 0);
  }

  /** Gives the page the token that it must show with every change. */
  giveCsrfToken(ctx: Context): void {
    if (ctx.cookies.get(CSRF_COOKIE) === undefined) this.#setCookie(ctx, CSRF_COOKIE, createToken(), false, LOGIN_MS);
  }

  /** @throws AppError `forbidden` unless the request comes from our own page and shows the cookie's token */
  checkCsrf(ctx: Context): void {
    const site = ctx.get('sec-fetch-site');
    const origin = ctx.get('origin');
    const isForeign =
      (site !== '' && site !== 'same-origin') ||
      (origin !== '' && ![ctx.host, hostOf(this.#options.baseUrl())].includes(hostOf(origin)));
    const cookie = Buffer.from(ctx.cookies.get(CSRF_COOKIE) ?? '');
    const header = Buffer.from(ctx.get('x-csrf-token'));
    const isShown = cookie.length > 0 && cookie.length === header.length && timingSafeEqual(cookie, header);
    if (isForeign || !isShown)
      throw new AppError('forbidden', 'This request did not come from our own page; reload it and try again.');
  }

  /** English or French: the remembered choice, else what the browser prefers. */
  languageOf(ctx: Context): 'en' | 'fr' {
    const chosen = ctx.cookies.get(LANGUAGE_COOKIE);
    if (chosen === 'en' || chosen === 'fr') return chosen;
    return ctx.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
  }

  /** The sites that a signed-in user may see. */
  sitesOf(_user: User): Site[] {
    return this.#options.sites.list(); // one owner sees all; further roles come with their accounts
  }

  /** The site that a signed-in user asks about. @throws AppError `unauthenticated`, `not_found` */
  siteForUser(ctx: Context, domain: string): Site {
    if (this.userOf(ctx) === null) throw new AppError('unauthenticated', 'Sign in first.');
    return this.#options.sites.get(domain);
  }

  /** The site that a key may ask about. @throws AppError `unauthenticated`, `forbidden`, `not_found` */
  siteForKey(ctx: Context, domain: string): Site {
    const secret = /^Bearer (.+)$/i.exec(ctx.get('authorization'))?.[1];
    const key = secret === undefined ? null : this.#options.apiKeys.find(secret);
    if (key === null)
      throw new AppError('unauthenticated', 'Send `Authorization: Bearer <API key>`; `passant key issue` makes one.');
    if (!key.scopes.includes('stats:read')) throw new AppError('forbidden', 'This key has no scope stats:read.');
    const site = this.#options.sites.get(domain);
    if (key.siteId !== null && key.siteId !== site.id)
      throw new AppError('not_found', 'There is no site of that name.');
    return site;
  }

  #setCookie(ctx: Context, name: string, value: string, httpOnly: boolean, maxAgeMs: number): void {
    const secure = this.#options.baseUrl().startsWith('https:');
    const parts = [`${name}=${value}`, `Path=${PATH}`, `Max-Age=${Math.floor(maxAgeMs / 1000)}`, 'SameSite=Lax'];
    if (httpOnly) parts.push('HttpOnly');
    if (secure) parts.push('Secure');
    ctx.append('set-cookie', parts.join('; '));
  }
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
