/** Mails about sites: what somebody has asked for, and the page behind the link that ends it without signing in. */
import type Router from '@koa/router';
import { AppError } from '../../domain/errors.ts';
import { readSubscriptionKind } from '../../reports/subscriptions.ts';
import type { BackOffice } from '../back-office.ts';
import { sendUnsubscribePage } from '../pages/unsubscribe-page.ts';
import { readJsonObject } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;
const TOKEN = /^[\w-]{32}$/;

export function addSubscriptionRoutes(
  router: Router,
  office: BackOffice,
  { subscriptions, sites, findSiteById }: Pick<HttpServices, 'subscriptions' | 'sites' | 'findSiteById'>,
): void {
  router.get('/app/api/subscriptions', (ctx) => {
    const { user } = office.getLogin(ctx);
    const domainOf = sites.domains();
    ctx.body = {
      subscriptions: subscriptions.listOf(user).flatMap(({ siteId, kind }) => {
        const site = domainOf(siteId);
        return site === undefined ? [] : [{ site, kind }];
      }),
    };
  });

  router.post('/app/api/sites/:domain/subscriptions', async (ctx) => {
    office.checkCsrf(ctx);
    const site = office.siteOfAddress(ctx, 'read');
    const { kind, on } = await readJsonObject(ctx.req, LONGEST_FORM);
    const choice = { isOn: on === true, language: office.languageOf(ctx) };
    subscriptions.set(office.getUser(ctx), site.id, readSubscriptionKind(kind), choice);
    ctx.body = {};
  });

  // The token is the proof: whoever has the mail may end it, from wherever, also a mail program by one click (RFC 8058).
  router.get('/app/unsubscribe/:token', (ctx) => {
    const found = subscriptions.findByToken(readToken(ctx.params));
    sendUnsubscribePage(ctx, found === null ? null : (findSiteById(found.siteId)?.domain ?? null));
  });

  router.post('/app/unsubscribe/:token', (ctx) => {
    subscriptions.endByToken(readToken(ctx.params));
    sendUnsubscribePage(ctx, null);
  });
}

function readToken(params: unknown): string {
  const { token } = params as { token?: unknown };
  if (typeof token === 'string' && TOKEN.test(token)) return token;
  throw new AppError('not_found', 'This link is none of ours; copy the whole of it.');
}
