/** Headers that keep pages of ours from being framed, sniffed or made to run what they did not ship. */
import type { Middleware } from 'koa';

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const secureHeaders: Middleware = async (ctx, next) => {
  ctx.set('x-content-type-options', 'nosniff');
  ctx.set('referrer-policy', 'same-origin');
  ctx.set('x-frame-options', 'DENY');
  ctx.set('content-security-policy', POLICY);
  ctx.set('permissions-policy', 'browsing-topics=()');
  await next();
};
