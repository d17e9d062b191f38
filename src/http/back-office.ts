/** Who is calling: the login cookie or a bearer key; and the proof that a change was asked by our own pages. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import type { Sites } from '../admin/sites.ts';
import type { ApiKeys } from '../auth/api-keys.ts';
import { KNOWN_MS, LOGIN_MS, type Logins } from '../auth/logins.ts';
import { mayOnService, mayOnSite, roleOn, type ServiceAct, type SiteAct } from '../auth/permissions.ts';
import type { ApiKey, DeviceWords, Login, Scope, User } from '../auth/ports.ts';
import { PENDING_MS } from '../auth/second-step/pending-sign-ins.ts';
import type { SecondSteps } from '../auth/second-step/second-steps.ts';
import { createToken } from '../auth/tokens.ts';
import { AppError } from '../domain/errors.ts';
import type { RemovedSite, Site } from '../domain/site.ts';
import { bearerOf } from './bearer.ts';

const LOGIN_COOKIE = 'sessionid';
/** Of a browser that has signed in before: it opens nothing, but is not counted among strangers who try passwords. */
const KNOWN_COOKIE = 'known';
/** Of a sign-in whose first step was right: it opens nothing, and is for the second. */
const PENDING_COOKIE = 'second-step';
const CSRF_COOKIE = 'csrftoken';
/** Sealed, of a sign-in that has begun and goes on elsewhere. */
const BEGUN_COOKIE = 'begun';
const LANGUAGE_COOKIE = 'language';
/** The same words whether there is none, or none that the asker may know of. */
const NO_SITE = 'There is no site of that name.';
/** Those of `dashboard/i18n/languages.ts`. */
export const OFFICE_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'nl'] as const;
export type OfficeLanguage = (typeof OFFICE_LANGUAGES)[number];
/** All of ours stay below /app, out of sight of the pages that are measured. */
const PATH = '/app';

export interface BackOfficeOptions {
  logins: Logins;
  apiKeys: ApiKeys;
  secondStep: { steps: Pick<SecondSteps, 'isMissing'> };
  sites: Sites;
  /** Reduces a User-Agent, which goes no further. */
  describeDevice: (userAgent: string) => DeviceWords;
  /** Public address: its scheme decides whether cookies are Secure. */
  baseUrl: () => string;
}

export class BackOffice {
  readonly #options: BackOfficeOptions;

  constructor(options: BackOfficeOptions) {
    this.#options = options;
  }

  /** Who is signed in, whatever they have still to set up; null for nobody. */
  userOf(ctx: Context): User | null {
    return this.#options.logins.find(ctx.cookies.get(LOGIN_COOKIE))?.user ?? null;
  }

  /** Opens a login for somebody who has just proven who they are; the one that the browser had before ends. */
  signIn(ctx: Context, user: User): void {
    const { logins, describeDevice } = this.#options;
    const { login, known } = logins.open(user, {
      device: describeDevice(ctx.get('user-agent')),
      before: ctx.cookies.get(LOGIN_COOKIE),
      known: this.knownDeviceOf(ctx),
    });
    ctx.state.login = login;
    this.#setCookie(ctx, LOGIN_COOKIE, login, true, LOGIN_MS);
    this.#setCookie(ctx, KNOWN_COOKIE, known, true, KNOWN_MS);
  }

  /** Keeps in the browser that the first step was right, for the second. */
  startPending(ctx: Context, token: string): void {
    this.#setCookie(ctx, PENDING_COOKIE, token, true, PENDING_MS);
  }

  /** What the browser shows of a sign-in whose first step was right. */
  pendingOf(ctx: Context): string | undefined {
    return ctx.cookies.get(PENDING_COOKIE);
  }

  endPending(ctx: Context): void {
    this.#setCookie(ctx, PENDING_COOKIE, '', true, 0);
  }

  /** The browser in which a page of ours is open; only after `checkCsrf`. */
  browserOf(ctx: Context): string {
    return ctx.cookies.get(CSRF_COOKIE) ?? '';
  }

  /** Who has come in with this very request. */
  userWhoCame(ctx: Context): User | null {
    return typeof ctx.state.login === 'string' ? (this.#options.logins.find(ctx.state.login)?.user ?? null) : null;
  }

  signOut(ctx: Context): void {
    const login = ctx.cookies.get(LOGIN_COOKIE);
    if (login !== undefined) this.#options.logins.signOut(login);
    this.#setCookie(ctx, LOGIN_COOKIE, '', true, 0);
    // Pages that one could step back to are gone too. Not cookies or storage: a measured page may share the host.
    ctx.set('clear-site-data', '"cache"');
  }

  /** What the browser shows to say that somebody has signed in there before. */
  knownDeviceOf(ctx: Context): string | undefined {
    return ctx.cookies.get(KNOWN_COOKIE);
  }

  begunOf(ctx: Context): string | undefined {
    return ctx.cookies.get(BEGUN_COOKIE);
  }

  /** @param sealed '' takes it away @param maxAgeMs 0 with it */
  keepBegun(ctx: Context, sealed: string, maxAgeMs: number): void {
    this.#setCookie(ctx, BEGUN_COOKIE, sealed, true, maxAgeMs);
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
      throw new AppError('forbidden', 'This request did not come from our own page; reload it and try again.', [], {
        refusal: 'foreign_request_refused',
      });
  }

  /** The remembered choice, else what the browser prefers, else English. */
  languageOf(ctx: Context): OfficeLanguage {
    const chosen = ctx.cookies.get(LANGUAGE_COOKIE);
    const preferred = ctx.acceptsLanguages(...OFFICE_LANGUAGES);
    return (
      OFFICE_LANGUAGES.find((each) => each === chosen) ?? OFFICE_LANGUAGES.find((each) => each === preferred) ?? 'en'
    );
  }

  /** The sites that a signed-in user may see. */
  sitesOf(user: User): Site[] {
    return this.#options.sites.list().filter(({ id }) => mayOnSite(user, 'read', id));
  }

  /** Who is signed in. @throws AppError `unauthenticated` */
  getUser(ctx: Context): User {
    return this.#find(ctx).user;
  }

  /** Who is signed in, and by which login; the answer stays out of caches. @throws AppError `unauthenticated` */
  getLogin(ctx: Context): { user: User; login: Login } {
    ctx.set('cache-control', 'no-store');
    return this.#find(ctx);
  }

  /** The same for a change. @throws AppError also `forbidden`, unless our own page has asked for it */
  loginToChange(ctx: Context): { user: User; login: Login } {
    this.checkCsrf(ctx);
    return this.getLogin(ctx);
  }

  /** The same of the few routes by which a second step is set up, for those who have to do so first as well. @throws AppError as `getLogin`, `loginToChange` */
  loginToSetUp(ctx: Context): { user: User; login: Login } {
    if (ctx.method !== 'GET') this.checkCsrf(ctx);
    ctx.set('cache-control', 'no-store');
    return this.#findAnyhow(ctx);
  }

  /** Who is signed in, and may do this to the whole service; the answer stays out of caches. @throws AppError `unauthenticated`, `forbidden` */
  userWhoMay(ctx: Context, act: ServiceAct): User {
    ctx.set('cache-control', 'no-store');
    const user = this.getUser(ctx);
    if (!mayOnService(user, act)) throw new AppError('forbidden', 'Your role on this server does not allow this.');
    return user;
  }

  /** The same for a change. @throws AppError also `forbidden`, unless our own page has asked for it */
  userToChange(ctx: Context, act: ServiceAct): User {
    this.checkCsrf(ctx);
    return this.userWhoMay(ctx, act);
  }

  /**
   * The site that a signed-in user asks about, or does something to.
   * @throws AppError `unauthenticated`; `not_found` when it is none of theirs, as if there were none; `forbidden` when their role there is too low
   */
  siteForUser(ctx: Context, domain: string, act: SiteAct): Site {
    const user = this.getUser(ctx);
    return siteWhere(user, act, this.#options.sites.find(domain));
  }

  /** The site in the address `/app/api/sites/<domain>/…`; what is answered about it stays out of caches. @throws AppError as `siteForUser` */
  siteOfAddress(ctx: Context, act: SiteAct): Site {
    ctx.set('cache-control', 'no-store');
    return this.siteForUser(ctx, domainOf(ctx), act);
  }

  /** The same for a change of it. @throws AppError also `forbidden`, unless our own page has asked for it */
  siteToChange(ctx: Context, act: Exclude<SiteAct, 'read'>): Site {
    this.checkCsrf(ctx);
    return this.siteOfAddress(ctx, act);
  }

  /** The removed sites that a signed-in user may have back. */
  removedSitesOf(user: User): RemovedSite[] {
    return this.#options.sites.listRemoved().filter(({ id }) => mayOnSite(user, 'own', id));
  }

  /** As `siteToChange`, also of a site that was removed and can be had back. @throws AppError as `siteToChange` */
  keptSiteToChange(ctx: Context, act: SiteAct): Site {
    this.checkCsrf(ctx);
    ctx.set('cache-control', 'no-store');
    const user = this.getUser(ctx);
    return siteWhere(user, act, this.#options.sites.findKept(domainOf(ctx)));
  }

  /** The key that is shown, when it has the scope; changes are noted in its name. @throws AppError `unauthenticated`, `forbidden` */
  keyWith(ctx: Context, scope: Scope): ApiKey {
    const secret = bearerOf(ctx.get('authorization'));
    const key = secret === undefined ? null : this.#options.apiKeys.find(secret);
    if (key === null)
      throw new AppError(
        'unauthenticated',
        'Send `Authorization: Bearer <API key>`; `passant key issue` makes one.',
        [],
        secret === undefined ? {} : { refusal: 'key_refused' },
      );
    ctx.state.key = key;
    if (!key.scopes.includes(scope)) throw new AppError('forbidden', `This key has no scope ${scope}.`);
    return key;
  }

  /** The site that a key may ask about. @throws AppError `unauthenticated`, `forbidden`, `not_found` */
  siteForKey(ctx: Context, domain: string, scope: Scope = 'stats:read'): Site {
    return siteOf(this.keyWith(ctx, scope), this.#options.sites.find(domain));
  }

  /** As `siteForKey`, also of a site that was removed and can be had back. @throws AppError as `siteForKey` */
  keptSiteForKey(ctx: Context, domain: string, scope: Scope): Site {
    return siteOf(this.keyWith(ctx, scope), this.#options.sites.findKept(domain));
  }

  /** @throws AppError `unauthenticated`, or `second_step_needed` for somebody who has to set one up first */
  #find(ctx: Context): { user: User; login: Login } {
    const found = this.#findAnyhow(ctx);
    if (this.#options.secondStep.steps.isMissing(found.user))
      throw new AppError(
        'second_step_needed',
        'A second step at sign-in is demanded of everybody here: set one up first.',
      );
    return found;
  }

  #findAnyhow(ctx: Context): { user: User; login: Login } {
    const found = this.#options.logins.find(ctx.cookies.get(LOGIN_COOKIE));
    if (found === null) throw new AppError('unauthenticated', 'Sign in first.');
    return found;
  }

  #setCookie(ctx: Context, name: string, value: string, httpOnly: boolean, maxAgeMs: number): void {
    const secure = this.#options.baseUrl().startsWith('https:');
    const parts = [`${name}=${value}`, `Path=${PATH}`, `Max-Age=${Math.floor(maxAgeMs / 1000)}`, 'SameSite=Lax'];
    if (httpOnly) parts.push('HttpOnly');
    if (secure) parts.push('Secure');
    ctx.append('set-cookie', parts.join('; '));
  }
}

/** @throws AppError `not_found`, `forbidden` */
function siteWhere(user: User, act: SiteAct, site: Site | null): Site {
  if (site === null || roleOn(user, site.id) === null) throw noSite(site);
  if (!mayOnSite(user, act, site.id)) throw new AppError('forbidden', 'Your role on this site does not allow this.');
  return site;
}

/** @throws AppError `not_found` */
function siteOf(key: ApiKey, site: Site | null): Site {
  if (site === null || (key.siteId !== null && key.siteId !== site.id)) throw noSite(site);
  return site;
}

/** @param site that the asker may not know of; null when there is none, which is no matter of rights */
function noSite(site: Site | null): AppError {
  return new AppError('not_found', NO_SITE, [], site === null ? {} : { refusal: 'right_refused' });
}

function domainOf(ctx: Context): string {
  return String((ctx.params as Record<string, unknown>).domain);
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
