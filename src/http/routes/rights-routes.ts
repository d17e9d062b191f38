/** What the script of a page may ask for its visitor: everything that is stored, and to be counted no more. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import { describeAccess } from '../../privacy/describe-access.ts';
import type { RateLimit } from '../rate-limit.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpOptions, HttpServices } from '../services.ts';
import { markObjection, readIdentifier, rememberWithdrawal } from '../visitor-cookies.ts';

const LONGEST_BODY = 4 * 1024;

export interface RightsLimits {
  /** Counts a request of this address. @throws AppError `rate_limited` */
  admit: (ctx: Context) => Promise<void>;
}

export function createRightsLimits(limit: RateLimit, addressOf: (request: Context['req']) => string): RightsLimits {
  return {
    admit: (ctx) => limit.take(addressOf(ctx.req), 'Too many requests from this address; wait a minute.'),
  };
}

export function addRightsRoutes(
  router: Router,
  { rights, sites, now }: HttpServices,
  { prefix }: HttpOptions,
  { admit }: RightsLimits,
): void {
  const access = ['/api/access', `/${prefix}/a`];
  const object = ['/api/object', `/${prefix}/o`];

  router.options([...access, ...object], (ctx) => {
    openToPages(ctx);
    ctx.set({ 'access-control-allow-methods': 'POST, OPTIONS', 'access-control-allow-headers': 'content-type' });
    ctx.status = 204;
  });

  router.post(access, async (ctx) => {
    openToPages(ctx);
    await admit(ctx);
    const { site, identifier } = await readAsked(ctx);
    if (identifier === null) throw missing('id', 'Give the identifier as `id`.');
    ctx.body = describeAccess(site, await rights.access(site, identifier), now());
  });

  router.post(object, async (ctx) => {
    openToPages(ctx);
    await admit(ctx);
    const { site, identifier } = await readAsked(ctx);
    sites.getKept(site);
    if (identifier !== null) await rights.withdraw(site, identifier, 'objection');
    // Reaches the browser where page and service share a host; elsewhere the page keeps the mark itself.
    markObjection(ctx);
    rememberWithdrawal(ctx, now());
    ctx.body = { objected: true };
  });
}

/** Any page may ask: the identifier is the only key, and what no cookie decides needs no origin. */
function openToPages(ctx: Context): void {
  ctx.set('access-control-allow-origin', '*');
  ctx.set('cache-control', 'no-store');
  ctx.set('cross-origin-resource-policy', 'cross-origin');
}

async function readAsked(ctx: Context): Promise<{ site: string; identifier: string | null }> {
  const body = parseJson(await readBody(ctx.req, LONGEST_BODY));
  const { d, domain, id, visitor } = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const [site, identifier] = [d ?? domain, id ?? visitor];
  if (typeof site !== 'string') throw missing('d', 'Give the site as `d`.');
  // An identifier that scripts cannot read comes as a cookie, from a page under our own host only.
  const own = ctx.get('sec-fetch-site') === 'same-origin' ? readIdentifier(ctx) : null;
  return { site, identifier: typeof identifier === 'string' ? identifier : own };
}

function missing(path: string, message: string): AppError {
  return new AppError('invalid', 'Say which site and which identifier.', [{ path, message }]);
}
