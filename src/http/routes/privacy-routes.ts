/** `/privacy/<site>`: what is measured, and what is known about me. Every right works by a plain form; the identifier is in no address. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import { describeAccess } from '../../privacy/describe-access.ts';
import { findSetUp } from '../../privacy/set-up.ts';
import { hasObjected } from '../objection.ts';
import { checkOwnForm } from '../own-form.ts';
import { sendNoSite } from '../pages/no-site-page.ts';
import { readView, sendPage } from '../pages/page-frame.ts';
import { type PrivacyState, privacyBody, privacyHead } from '../pages/privacy/privacy-page.ts';
import { type NoticeName, privacyTexts } from '../pages/privacy/texts.ts';
import { readBody } from '../read-body.ts';
import type { HttpOptions, HttpServices } from '../services.ts';
import {
  dropIdentifier,
  markObjection,
  readIdentifier,
  rememberWithdrawal,
  unmarkObjection,
} from '../visitor-cookies.ts';
import type { RightsLimits } from './rights-routes.ts';

const LONGEST_FORM = 4 * 1024;

export function addPrivacyRoutes(
  router: Router,
  { sites, rights, now }: HttpServices,
  { prefix, baseUrl }: HttpOptions,
  { admit }: RightsLimits,
): void {
  const addresses = ['/privacy/:site', `/${prefix}/privacy/:site`];

  router.get(addresses, (ctx) => {
    const site = sites.findKept(String(ctx.params.site));
    if (site === null) sendNoSite(ctx);
    else show(ctx, site, {});
  });

  router.post(addresses, async (ctx) => {
    const site = sites.getKept(String(ctx.params.site));
    checkOwnForm(ctx, baseUrl());
    await admit(ctx);
    const form = new URLSearchParams(await readBody(ctx.req, LONGEST_FORM));
    const pasted = form.get('id')?.trim() || null;
    const identifier = pasted ?? readIdentifier(ctx);
    try {
      await act(ctx, site, form.get('do') ?? '', identifier, pasted);
    } catch (error) {
      // A slip of the pen is answered on the page; anything else is a fault or a refusal like any other.
      if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
      ctx.status = 400;
      show(ctx, site, { pasted, notice: 'invalid' });
    }
  });

  /** @param pasted the identifier when it did not come as a cookie */
  async function act(ctx: Context, site: Site, what: string, identifier: string | null, pasted: string | null) {
    const done = (notice: NoticeName, state: Partial<PrivacyState> = {}) =>
      show(ctx, site, { identifier: null, ...state, notice });
    if (what === 'object') {
      if (identifier !== null) await rights.withdraw(site.domain, identifier, 'objection');
      markObjection(ctx);
      rememberWithdrawal(ctx, now());
      return done('objected', { hasObjected: true });
    }
    if (what === 'count') {
      unmarkObjection(ctx);
      return show(ctx, site, { notice: 'counted', hasObjected: false });
    }
    if (what === 'withdraw' && identifier === null) {
      rememberWithdrawal(ctx, now());
      return done('withdrawn');
    }
    if (identifier === null) return show(ctx, site, { notice: 'nobody' });
    if (what === 'withdraw') {
      await rights.withdraw(site.domain, identifier, 'privacy-page');
      rememberWithdrawal(ctx, now());
      return done(pasted === null ? 'withdrawn' : 'withdrawnPasted');
    }
    if (what === 'erase') {
      const wasKnown = await rights.erase(site.domain, identifier);
      if (pasted === null) dropIdentifier(ctx);
      return done(wasKnown ? (pasted === null ? 'erased' : 'erasedPasted') : 'nothing');
    }
    const found = describeAccess(site.domain, await rights.access(site.domain, identifier), now());
    if (what !== 'download') return show(ctx, site, { pasted, found });
    ctx.set('cache-control', 'no-store');
    ctx.attachment(`${site.domain}.json`);
    ctx.type = 'application/json; charset=utf-8';
    ctx.body = `${JSON.stringify(found, null, 2)}\n`;
  }

  function show(ctx: Context, site: Site, known: Partial<PrivacyState>): void {
    const view = readView(ctx);
    const { language } = view;
    const from = ctx.path.slice(0, ctx.path.lastIndexOf('/privacy/'));
    const state: PrivacyState = {
      setUp: findSetUp(site, ctx.hostname),
      identifier: readIdentifier(ctx),
      hasObjected: hasObjected(ctx.get('cookie')),
      ...{ pasted: null, notice: null, found: null },
      charterUrl: `${from}/charter/${site.domain}?lang=${language}`,
      // Forms keep language and frame: the answer is the same page.
      formUrl: `?${new URLSearchParams(ctx.querystring)}`,
      ...known,
    };
    ctx.set('cache-control', 'no-store');
    sendPage(ctx, view, site, {
      title: `${privacyTexts(language).title} · ${site.domain}`,
      head: privacyHead(site, language),
      body: privacyBody(site, state, language),
    });
  }
}
