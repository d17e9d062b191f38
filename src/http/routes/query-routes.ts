/** Questions: `/api/v2/query` with a key, `/app/api/v2/query` for the signed-in dashboard. */
import type Router from '@koa/router';
import { answerQuery } from '../../stats/answer-query.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import type { BackOffice } from '../back-office.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a question. */
const LONGEST_QUERY = 64 * 1024;

export function addQueryRoutes(router: Router, office: BackOffice, { goals, executor, now }: HttpServices): void {
  router.post('/api/v2/query', async (ctx) => {
    const body = parseJson(await readBody(ctx.req, LONGEST_QUERY));
    const site = office.siteForKey(ctx, readSiteId(body));
    ctx.set('cache-control', 'no-store');
    ctx.body = await answerQuery(body, { site, goals: goals.list(site.id), executor, now: now() });
  });

  router.post('/app/api/v2/query', async (ctx) => {
    office.checkCsrf(ctx);
    const body = parseJson(await readBody(ctx.req, LONGEST_QUERY));
    const site = office.siteForUser(ctx, readSiteId(body));
    ctx.set('cache-control', 'no-store');
    ctx.body = await answerQuery(body, { site, goals: goals.list(site.id), executor, now: now() });
  });
}
