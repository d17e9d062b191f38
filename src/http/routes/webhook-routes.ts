/** Webhooks of a site, for its admins: `/app/api/sites/<domain>/webhooks`. The secret is in the answer that adds one, and nowhere else. */
import type Router from '@koa/router';
import { hostOfWebhook } from '../../reports/webhooks.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;

export function addWebhookRoutes(
  router: Router,
  office: BackOffice,
  { webhooks, deliveries }: Pick<HttpServices, 'webhooks' | 'deliveries'>,
): void {
  router.get('/app/api/sites/:domain/webhooks', (ctx) => {
    const site = office.siteOfAddress(ctx, 'manage');
    ctx.body = {
      webhooks: webhooks.listOf(site.id).map((each) => ({
        ...{ id: each.id, host: hostOfWebhook(each), createdAt: each.createdAt },
        deliveries: deliveries.listOf(each),
      })),
    };
  });

  router.post('/app/api/sites/:domain/webhooks', async (ctx) => {
    const site = office.siteToChange(ctx, 'manage');
    const { url } = await readJsonObject(ctx.req, LONGEST_FORM);
    const { webhook, secret } = webhooks.add(site.id, url);
    sayAbout(ctx, hostOfWebhook(webhook));
    ctx.body = { id: webhook.id, secret };
    ctx.status = 201;
  });

  router.delete('/app/api/sites/:domain/webhooks/:id', (ctx) => {
    const site = office.siteToChange(ctx, 'manage');
    sayAbout(ctx, hostOfWebhook(webhooks.remove(site.id, readId(ctx))));
    ctx.body = {};
  });

  router.post('/app/api/sites/:domain/webhooks/:id/test', (ctx) => {
    const site = office.siteToChange(ctx, 'manage');
    deliveries.sendTest(webhooks.get(site.id, readId(ctx)), site.domain);
    ctx.body = {};
    ctx.status = 202;
  });
}
