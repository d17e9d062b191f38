/** The cookies of a measured site as they reach a service under its own host; a visitor's own form changes them, nothing else. */
import type { Context } from 'koa';
import { CHOICE_SECONDS, withdrawChoice } from '../consent/choice-cookie.ts';
import { CHOICE_COOKIE, DATE_COOKIE, IDENTIFIER_COOKIE } from '../consent/own-cookies.ts';
import { IDENTIFIER_PATTERN, OBJECTION_COOKIE } from '../domain/consent.ts';

/** 13 months at their shortest, so that it is never longer (s). */
const OBJECTION_SECONDS = 393 * 86_400;

export function readIdentifier(ctx: Context): string | null {
  const value = ctx.cookies.get(IDENTIFIER_COOKIE);
  return value !== undefined && IDENTIFIER_PATTERN.test(value) ? value : null;
}

/** Host-only and the same for everybody. Scripts may read it: the tracker must find it. */
export function markObjection(ctx: Context): void {
  setCookie(ctx, OBJECTION_COOKIE, '1', OBJECTION_SECONDS);
}

export function unmarkObjection(ctx: Context): void {
  setCookie(ctx, OBJECTION_COOKIE, '', 0);
}

export function dropIdentifier(ctx: Context): void {
  if (ctx.cookies.get(IDENTIFIER_COOKIE) !== undefined) setCookie(ctx, IDENTIFIER_COOKIE, '', 0);
}

/** Writes down that consent was taken back, as the banner would, and deletes what is kept with it. @param now UTC ms */
export function rememberWithdrawal(ctx: Context, now: number): void {
  dropIdentifier(ctx);
  if (ctx.cookies.get(DATE_COOKIE) !== undefined) setCookie(ctx, DATE_COOKIE, '', 0);
  const choice = withdrawChoice(ctx.cookies.get(CHOICE_COOKIE), now);
  if (choice !== null) setCookie(ctx, CHOICE_COOKIE, choice, CHOICE_SECONDS);
}

function setCookie(ctx: Context, name: string, value: string, maxAgeSeconds: number): void {
  // The page says by its origin how it was loaded, whatever proxy stands between.
  const secure = /^https:/i.test(ctx.get('origin')) ? '; Secure' : '';
  ctx.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${secure}`);
}
