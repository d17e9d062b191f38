/** Questions: `/api/v2/query` with a key, `/app/api/v2/query` for the signed-in dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { answerQuery } from '../../stats/answer-query.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { answerShape } from '../api/check-shape.ts';
import { readPlainJson } from '../api/read-plain-json.ts';
import { QUERY } from '../api/schemas/query.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a question. */
const LONGEST_QUERY = 64 * 1024;

export function addQueryRoutes(
  router: Router,
  office: BackOffice,
  { goals, segments, executor, now }: HttpServices,
): void {
  const answer = async (ctx: Context, body: unknown, site: Site, isAnew: boolean) => {
    ctx.set('cache-control', 'no-store');
    const start = now();
    const kept = { goals: goals.list(site.id), segments: segments.list(site.id) };
    const context = { site, ...kept, executor, now: start, isAnew };
    const answered = await answerShape(QUERY, body, () => answerQuery(body, context));
    ctx.set('server-timing', `answer;dur=${now() - start}`);
    return answered;
  };
  router.post('/api/v2/query', async (ctx) => {
    const body = await readPlainJson(ctx.req, LONGEST_QUERY);
    const site = office.siteForKey(ctx, readSiteId(body));
    // Whoever times questions wants them worked out.
    ctx.body = await answer(ctx, body, site, ctx.get('cache-control') === 'no-cache');
  });

  router.post('/app/api/v2/query', async (ctx) => {
    office.checkCsrf(ctx);
    const body = await readPlainJson(ctx.req, LONGEST_QUERY);
    const site = office.siteForUser(ctx, readSiteId(body), 'read');
    // Browsers send the same for whatever they are not to keep themselves, which is not what was asked here.
    ctx.body = await answer(ctx, body, site, false);
  });
}
