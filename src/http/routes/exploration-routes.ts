/** Funnels, retention, journeys and current visitors: `/api/v2/...` with a key, `/app/api/v2/...` for the signed-in dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { answerFunnel } from '../../stats/explorations/funnel.ts';
import { answerJourneys } from '../../stats/explorations/journeys.ts';
import type { ExplorationContext } from '../../stats/explorations/read-body.ts';
import { answerRealtime } from '../../stats/explorations/realtime.ts';
import { answerRetention } from '../../stats/explorations/retention.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import type { BackOffice } from '../back-office.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a question. */
const LONGEST_QUERY = 64 * 1024;

type Answer = (body: unknown, context: ExplorationContext) => Promise<object>;
const ASKED_BY_BODY: Readonly<Record<string, Answer>> = {
  funnel: answerFunnel,
  retention: answerRetention,
  journeys: answerJourneys,
};
type FindSite = (ctx: Context, domain: string) => Site;

export function addExplorationRoutes(router: Router, office: BackOffice, { goals, executor, now }: HttpServices): void {
  const reply = async (ctx: Context, body: unknown, findSite: FindSite, answer: Answer) => {
    const site = findSite(ctx, readSiteId(body));
    ctx.set('cache-control', 'no-store');
    ctx.body = await answer(body, { site, goals: goals.list(site.id), executor, now: now() });
  };
  const byKey: FindSite = (ctx, domain) => office.siteForKey(ctx, domain);
  const byUser: FindSite = (ctx, domain) => office.siteForUser(ctx, domain);

  for (const [name, answer] of Object.entries(ASKED_BY_BODY)) {
    router.post(`/api/v2/${name}`, async (ctx) =>
      reply(ctx, parseJson(await readBody(ctx.req, LONGEST_QUERY)), byKey, answer),
    );
    router.post(`/app/api/v2/${name}`, async (ctx) => {
      office.checkCsrf(ctx);
      await reply(ctx, parseJson(await readBody(ctx.req, LONGEST_QUERY)), byUser, answer);
    });
  }
  const current: Answer = (_body, context) => answerRealtime(context);
  router.get('/api/v2/realtime', (ctx) => reply(ctx, ctx.query, byKey, current));
  router.get('/app/api/v2/realtime', (ctx) => reply(ctx, ctx.query, byUser, current));
}
