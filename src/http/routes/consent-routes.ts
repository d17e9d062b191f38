/** What visitors answered to the question for consent: `/api/v2/consent` with a key, `/app/api/v2/consent` for the dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { answerConsent } from '../../stats/consent/answer-consent.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { answerShape } from '../api/check-shape.ts';
import { readPlainJson } from '../api/read-plain-json.ts';
import { CONSENT_QUESTION } from '../api/schemas/counters.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a question. */
const LONGEST_QUESTION = 16 * 1024;

export function addConsentRoutes(
  router: Router,
  office: BackOffice,
  { executor, now }: Pick<HttpServices, 'executor' | 'now'>,
): void {
  const reply = async (ctx: Context, findSite: (domain: string) => Site) => {
    const body = await readPlainJson(ctx.req, LONGEST_QUESTION);
    const site = findSite(readSiteId(body));
    ctx.set('cache-control', 'no-store');
    ctx.body = await answerShape(CONSENT_QUESTION, body, () => answerConsent(body, { site, executor, now: now() }));
  };
  router.post('/api/v2/consent', (ctx) => reply(ctx, (domain) => office.siteForKey(ctx, domain)));
  router.post('/app/api/v2/consent', (ctx) => {
    office.checkCsrf(ctx);
    return reply(ctx, (domain) => office.siteForUser(ctx, domain, 'read'));
  });
}
