/** Funnels, retention, journeys and current visitors: `/api/v2/...` with a key, `/app/api/v2/...` for the signed-in dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type * as z from 'zod';
import type { Site } from '../../domain/site.ts';
import { answerFunnel } from '../../stats/explorations/funnel.ts';
import { answerJourneys } from '../../stats/explorations/journeys.ts';
import type { ExplorationContext } from '../../stats/explorations/read-body.ts';
import { answerRealtime } from '../../stats/explorations/realtime.ts';
import { answerRetention } from '../../stats/explorations/retention.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { answerShape } from '../api/check-shape.ts';
import { readPlainJson } from '../api/read-plain-json.ts';
import { OF_SITE } from '../api/schemas/counters.ts';
import { FUNNEL_QUESTION, JOURNEYS_QUESTION, RETENTION_QUESTION } from '../api/schemas/explorations.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a question. */
const LONGEST_QUERY = 64 * 1024;

type Answer = (body: unknown, context: ExplorationContext) => Promise<object>;
interface Asked {
  shape: z.ZodType;
  answer: Answer;
}
const ASKED_BY_BODY: Readonly<Record<string, Asked>> = {
  funnel: { shape: FUNNEL_QUESTION, answer: answerFunnel },
  retention: { shape: RETENTION_QUESTION, answer: answerRetention },
  journeys: { shape: JOURNEYS_QUESTION, answer: answerJourneys },
};
type FindSite = (ctx: Context, domain: string) => Site;

export function addExplorationRoutes(router: Router, office: BackOffice, services: HttpServices): void {
  const { goals, segments, executor, now } = services;
  const reply = async (ctx: Context, body: unknown, findSite: FindSite, { shape, answer }: Asked) => {
    const site = findSite(ctx, readSiteId(body));
    ctx.set('cache-control', 'no-store');
    const kept = { goals: goals.list(site.id), segments: segments.list(site.id) };
    const context = { site, ...kept, executor, now: now() };
    ctx.body = await answerShape(shape, body, () => answer(body, context));
  };
  const byKey: FindSite = (ctx, domain) => office.siteForKey(ctx, domain);
  const byUser: FindSite = (ctx, domain) => office.siteForUser(ctx, domain, 'read');

  for (const [name, asked] of Object.entries(ASKED_BY_BODY)) {
    router.post(`/api/v2/${name}`, async (ctx) =>
      reply(ctx, await readPlainJson(ctx.req, LONGEST_QUERY), byKey, asked),
    );
    router.post(`/app/api/v2/${name}`, async (ctx) => {
      office.checkCsrf(ctx);
      await reply(ctx, await readPlainJson(ctx.req, LONGEST_QUERY), byUser, asked);
    });
  }
  const current: Asked = { shape: OF_SITE, answer: (_body, context) => answerRealtime(context) };
  router.get('/api/v2/realtime', (ctx) => reply(ctx, { ...ctx.query }, byKey, current));
  router.get('/app/api/v2/realtime', (ctx) => reply(ctx, { ...ctx.query }, byUser, current));
}
