/** Sites by program: `/api/v1/sites`, with a key of the scopes `sites:read` and `sites:write`. */
import type Router from '@koa/router';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import * as operations from '../api/operations/site-operations.ts';
import { OperationRoutes } from '../api/serve-operations.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { inWordsOfApi, presentSite, settingsOf } from '../present/present-site.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

export function addSiteApiRoutes(
  router: Router,
  office: BackOffice,
  { sites }: Pick<HttpServices, 'sites'>,
  { baseUrl, prefix }: Pick<HttpOptions, 'baseUrl' | 'prefix'>,
): void {
  const routes = new OperationRoutes(router, office);
  const present = (site: Site) => presentSite(site, `${baseUrl()}/${prefix}`);

  routes.serve(operations.LIST_SITES, ({ key }) => ({
    sites: sites
      .list()
      .filter(({ id }) => key.siteId === null || key.siteId === id)
      .map(present),
  }));

  routes.serve(operations.CREATE_SITE, ({ ctx, body: { domain, ...settings } }) => {
    const added = inWordsOfApi(() => sites.add(domain, settingsOf(settings)));
    sayAbout(ctx, added.domain);
    return present(added);
  });

  routes.serveSite(operations.READ_SITE, ({ site }) => present(site));

  routes.serveSite(operations.CHANGE_SITE, ({ ctx, site, body }) => {
    sayAbout(ctx, Object.keys(body).join(', '));
    return present(inWordsOfApi(() => sites.set(site.domain, settingsOf(body))));
  });

  routes.serveSite(operations.REMOVE_SITE, async ({ site, query }) => {
    if (query.confirm !== site.domain)
      throw new AppError('invalid', 'Write the name of the site to remove it.', [
        { path: 'confirm', message: `Write ${site.domain}.` },
      ]);
    sites.remove(site.domain);
    return undefined;
  });
}
