/** Headers that keep pages of ours from being framed, sniffed, shared or made to run what they did not ship. */
import type { Context, Middleware } from 'koa';

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];
/** A year (s). */
const TLS_FOR_S = 31_536_000;

/** @param baseUrl public address: where it is https, browsers are told to stay with it */
export function createSecureHeaders(baseUrl: () => string): Middleware {
  return async (ctx, next) => {
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'same-origin');
    ctx.set('x-frame-options', 'DENY');
    ctx.set('content-security-policy', policyFor("'none'"));
    ctx.set('permissions-policy', 'browsing-topics=()');
    ctx.set('cross-origin-opener-policy', 'same-origin');
    ctx.set('cross-origin-resource-policy', 'same-origin');
    // Under a host of a measured site it is not for us to say.
    if (baseUrl() === `https://${ctx.host}`) ctx.set('strict-transport-security', `max-age=${TLS_FOR_S}`);
    await next();
  };
}

/** Lets pages of others hold this answer in a frame. @param ancestors sources of `frame-ancestors` */
export function allowFraming(ctx: Context, ancestors: string): void {
  // The older header knows no list.
  ctx.remove('x-frame-options');
  ctx.set('content-security-policy', policyFor(ancestors));
}

function policyFor(ancestors: string): string {
  return [...POLICY, `frame-ancestors ${ancestors}`].join('; ');
}
