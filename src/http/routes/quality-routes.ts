/** How good a site's data is, and which properties its events have: with a key below `/api/v2`, for the signed-in page below `/app/api`. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { answerQuality } from '../../stats/quality/answer-quality.ts';
import type { AddressWatch } from '../address-watch.ts';
import { answerShape } from '../api/check-shape.ts';
import { OF_DAYS } from '../api/schemas/counters.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpServices } from '../services.ts';

export function addQualityRoutes(
  router: Router,
  office: BackOffice,
  { executor, now }: Pick<HttpServices, 'executor' | 'now'>,
  addressWatch: Pick<AddressWatch, 'lostShare'>,
): void {
  const quality = async (ctx: Context, site: Site) => {
    ctx.set('cache-control', 'no-store');
    const { from, to } = ctx.query;
    const asked = { site_id: site.domain, from, to };
    const context = { site, executor, now: now(), lostAddresses: addressWatch.lostShare };
    ctx.body = await answerShape(OF_DAYS, asked, () => answerQuality(asked, context));
  };
  const properties = async (ctx: Context, site: Site) => {
    ctx.set('cache-control', 'no-store');
    ctx.body = { results: await executor.listProperties(site.id) };
  };
  router.get('/api/v2/quality', (ctx) => quality(ctx, office.siteForKey(ctx, readSiteId(ctx.query))));
  router.get('/app/api/sites/:domain/quality', (ctx) => quality(ctx, office.siteOfAddress(ctx, 'read')));
  router.get('/api/v2/properties', (ctx) => properties(ctx, office.siteForKey(ctx, readSiteId(ctx.query))));
  router.get('/app/api/v2/properties', (ctx) =>
    properties(ctx, office.siteForUser(ctx, readSiteId(ctx.query), 'read')),
  );
}
