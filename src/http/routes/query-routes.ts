/** Questions: `/api/v2/query` with a key, `/app/api/v2/query` for the signed-in dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { answerQuery } from '../../stats/answer-query.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import type { BackOffice } from '../back-office.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a question. */
const LONGEST_QUERY = 64 * 1024;

export function addQueryRoutes(router: Router, office: BackOffice, { goals, executor, now }: HttpServices): void {
  const answer = (ctx: Context, body: unknown, site: Site) => {
    ctx.set('cache-control', 'no-store');
    // Whoever times questions wants them worked out.
    const isAnew = ctx.get('cache-control') === 'no-cache';
    return answerQuery(body, { site, goals: goals.list(site.id), executor, now: now(), isAnew });
  };
  router.post('/api/v2/query', async (ctx) => {
    const body = parseJson(await readBody(ctx.req, LONGEST_QUERY));
    const site = office.siteForKey(ctx, readSiteId(body));
    ctx.body = await answer(ctx, body, site);
  });

  router.post('/app/api/v2/query', async (ctx) => {
    office.checkCsrf(ctx);
    const body = parseJson(await readBody(ctx.req, LONGEST_QUERY));
    const site = office.siteForUser(ctx, readSiteId(body));
    ctx.body = await answer(ctx, body, site);
  });
}
