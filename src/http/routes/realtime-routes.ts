/** Current visitors as they come and go: `/api/v2/realtime/stream` with a key, `/app/api/v2/realtime/stream` for the dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpServices } from '../services.ts';

export function addRealtimeRoutes(
  router: Router,
  office: BackOffice,
  { realtimeStreams }: Pick<HttpServices, 'realtimeStreams'>,
): void {
  const reply = (ctx: Context, findSite: (domain: string) => Site) => {
    const domain = readSiteId(ctx.query);
    const stream = realtimeStreams.open(findSite(domain), () => isAllowed(findSite, domain));
    ctx.set('content-type', 'text/event-stream; charset=utf-8');
    // Proxies pass each event on as it comes: unchanged, and not when a buffer is full.
    ctx.set({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
    // Whoever asks for the head alone reads no body, and goes at once.
    ctx.res.once('close', () => stream.destroy());
    ctx.body = stream;
  };
  router.get('/api/v2/realtime/stream', (ctx) => reply(ctx, (domain) => office.siteForKey(ctx, domain)));
  router.get('/app/api/v2/realtime/stream', (ctx) => reply(ctx, (domain) => office.siteForUser(ctx, domain, 'read')));
}

/** Asked again before every event: the login may have ended, the key been revoked. */
function isAllowed(findSite: (domain: string) => Site, domain: string): boolean {
  try {
    findSite(domain);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
