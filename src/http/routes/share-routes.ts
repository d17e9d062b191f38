/** Shared pages, for people without an account: `/share/<domain or token>`, the same to be held in a frame, and what they may ask. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import { answerQuery } from '../../stats/answer-query.ts';
import { checkPublicQuery } from '../../stats/check-public-query.ts';
import { answerConsent } from '../../stats/consent/answer-consent.ts';
import { answerRealtime } from '../../stats/explorations/realtime.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { sendAsset } from '../assets.ts';
import { type BackOffice, OFFICE_LANGUAGES } from '../back-office.ts';
import { allowFraming } from '../middleware/secure-headers.ts';
import { checkOwnForm } from '../own-form.ts';
import { presentShared } from '../present/present-link.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpOptions, HttpServices } from '../services.ts';
import { ancestorsOf, type SharedPages } from '../shared-pages.ts';

/** Bytes of a question. */
const LONGEST_QUERY = 16 * 1024;
const STATUS = { open: 200, locked: 200, expired: 410, revoked: 410, missing: 404 } as const;

export function addShareRoutes(
  router: Router,
  office: BackOffice,
  pages: SharedPages,
  { goals, executor, dashboard, sharedLinks, now }: HttpServices,
  { baseUrl, version }: HttpOptions,
): void {
  const show = (ctx: Context, isEmbedded: boolean) => {
    keepQuiet(ctx);
    const { access, opened } = pages.look(ctx);
    const embedding = opened?.link.embedding ?? 'none';
    if (isEmbedded && embedding !== 'none') allowFraming(ctx, ancestorsOf(embedding));
    // Only what its owner has made public, and only once, is for search engines.
    if (isEmbedded || access !== 'open' || opened?.link.token !== null) ctx.set('x-robots-tag', 'noindex');
    const asked = OFFICE_LANGUAGES.find((language) => language === ctx.query.lang);
    const page = dashboard.find(`index.${asked ?? office.languageOf(ctx)}.html`);
    if (page === undefined) return;
    sendAsset(ctx, page, 'no-store');
    if (ctx.status === 200) ctx.status = STATUS[access];
  };
  router.get('/share/:key', (ctx) => show(ctx, false));
  router.get('/share/:key/embed', (ctx) => show(ctx, true));

  router.get('/share/:key/api/state', async (ctx) => {
    keepQuiet(ctx);
    await pages.countQuestion(ctx);
    const { access, opened } = pages.look(ctx);
    const hasEvents = access === 'open' && opened !== null && (await executor.firstDay(opened.site.id)) !== null;
    if (access === 'open' && opened !== null) sharedLinks.markUsed(opened.link);
    ctx.body = presentShared(access, opened, { version, hasEvents });
  });

  router.post('/share/:key/api/password', async (ctx) => {
    keepQuiet(ctx);
    checkOwnForm(ctx, baseUrl());
    const { password } = (parseJson(await readBody(ctx.req, LONGEST_QUERY)) ?? {}) as { password?: unknown };
    if (typeof password !== 'string' || password === '')
      throw new AppError('invalid', 'Give the password.', [{ path: 'password', message: 'This field is empty.' }]);
    await pages.unlock(ctx, password);
    ctx.body = {};
  });

  router.post('/share/:key/api/v2/query', async (ctx) => {
    const { site, body, details } = await readQuestion(ctx);
    checkPublicQuery(body, { details });
    ctx.body = await answerQuery(body, { site, goals: goals.list(site.id), executor, now: now(), audience: 'public' });
  });

  router.post('/share/:key/api/v2/consent', async (ctx) => {
    const { site, body } = await readQuestion(ctx);
    ctx.body = await answerConsent(body, { site, executor, now: now(), audience: 'public' });
  });

  router.get('/share/:key/api/v2/realtime', async (ctx) => {
    keepQuiet(ctx);
    const { site } = await pages.enter(ctx);
    checkSite(site, ctx.query);
    const context = { site, goals: [], executor, now: now(), audience: 'public' } as const;
    const { results, ...more } = await answerRealtime(context);
    // Who reads what at this very moment is nobody else's business.
    ctx.body = { results: { ...results, pages: [], sources: [] }, ...more };
  });

  async function readQuestion(ctx: Context): Promise<{ site: Site; body: unknown; details: boolean }> {
    keepQuiet(ctx);
    const { site, link } = await pages.enter(ctx);
    const body = parseJson(await readBody(ctx.req, LONGEST_QUERY));
    checkSite(site, body);
    return { site, body, details: link.details };
  }
}

/** Nothing of the address goes elsewhere, and no answer into a cache. */
function keepQuiet(ctx: Context): void {
  ctx.set('cache-control', 'no-store');
  ctx.set('referrer-policy', 'no-referrer');
}

/** @throws AppError `not_found` when the question is about another site than the link's */
function checkSite(site: Site, body: unknown): void {
  if (readSiteId(body) !== site.domain) throw new AppError('not_found', 'There is no site of that name.');
}
