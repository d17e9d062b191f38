/** The owner's shared links of a site: `/app/api/sites/<domain>/links`. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { SharedLinkOptions } from '../../auth/parse-shared-link.ts';
import type { SharedLink } from '../../domain/shared-link.ts';
import type { Site } from '../../domain/site.ts';
import type { BackOffice } from '../back-office.ts';
import { presentLink } from '../present/present-link.ts';
import { readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;

export function addLinkRoutes(
  router: Router,
  office: BackOffice,
  { sharedLinks, now }: HttpServices,
  { baseUrl }: HttpOptions,
): void {
  const present = (link: SharedLink, site: Site) => presentLink(link, site, baseUrl(), now());

  router.get('/app/api/sites/:domain/links', (ctx) => {
    const site = office.siteOfAddress(ctx, 'manage');
    ctx.body = { links: sharedLinks.list(site.id).map((link) => present(link, site)) };
  });

  router.post('/app/api/sites/:domain/links', async (ctx) => {
    const { site, options } = await readChange(ctx, office);
    ctx.body = { link: present(await sharedLinks.add(site, options), site) };
    ctx.status = 201;
  });

  router.post('/app/api/sites/:domain/links/:id', async (ctx) => {
    const { site, options } = await readChange(ctx, office);
    ctx.body = { link: present(await sharedLinks.change(site, readId(ctx), options), site) };
  });

  router.post('/app/api/sites/:domain/links/:id/revoke', async (ctx) => {
    const { site } = await readChange(ctx, office);
    sharedLinks.revoke(site.id, readId(ctx));
    ctx.body = {};
  });
}

async function readChange(ctx: Context, office: BackOffice): Promise<{ site: Site; options: SharedLinkOptions }> {
  const site = office.siteToChange(ctx, 'manage');
  return { site, options: await readJsonObject(ctx.req, LONGEST_FORM) };
}
