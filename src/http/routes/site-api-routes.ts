/** Sites by program: `/api/v1/sites`, with a key of the scopes `sites:read` and `sites:write`. */
import type Router from '@koa/router';
import { dayOfErasure } from '../../admin/sites.ts';
import { parseKeptRole } from '../../auth/parse-standing.ts';
import type { ApiKey } from '../../auth/ports.ts';
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
  { sites, people }: Pick<HttpServices, 'sites' | 'people'>,
  { baseUrl, prefix }: Pick<HttpOptions, 'baseUrl' | 'prefix'>,
): void {
  const routes = new OperationRoutes(router, office);
  const present = (site: Site) => presentSite(site, `${baseUrl()}/${prefix}`);

  routes.serve(operations.LIST_SITES, ({ key }) => ({
    sites: ofKey(key, sites.list()).map(present),
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

  routes.serveSite(operations.REMOVE_SITE, ({ site: { domain }, query }) => {
    checkConfirmed(query, domain);
    sites.remove(domain);
    return undefined;
  });

  routes.serve(operations.LIST_REMOVED_SITES, ({ key }) => ({
    sites: ofKey(key, sites.listRemoved()).map((site) => ({ domain: site.domain, until: dayOfErasure(site) })),
  }));

  routes.serveKeptSite(operations.RESTORE_SITE, ({ site }) => present(sites.restore(site.domain)));

  routes.serveSite(operations.EMPTY_SITE, async ({ site: { domain }, body }) => {
    checkConfirmed(body, domain);
    await sites.empty(domain);
    return undefined;
  });

  routes.serveSite(operations.GIVE_SITE, ({ ctx, site: { id, domain }, body: { to, from, keep, ...form } }) => {
    checkConfirmed(form, domain);
    if (from === undefined && keep !== undefined)
      throw new AppError('invalid', 'Say who gives it.', [{ path: 'from', message: 'Say who keeps that role.' }]);
    const giver = from === undefined ? null : people.get(from);
    const { email: owner } = people.giveSite(giver, id, to, parseKeptRole(keep ?? 'none'));
    sayAbout(ctx, owner);
    return { owner };
  });

  routes.serveKeptSite(operations.ERASE_SITE, async ({ site, body }) => {
    checkConfirmed(body, site.domain);
    await sites.erase(sites.getRemoved(site.domain).domain);
    return undefined;
  });
}

/** To a key of one site there are no others. */
function ofKey<Kept extends Site>(key: ApiKey, sites: readonly Kept[]): Kept[] {
  return sites.filter(({ id }) => key.siteId === null || key.siteId === id);
}

/** What ends something is asked with the site's name. @throws AppError `invalid` */
function checkConfirmed({ confirm }: { confirm: string }, domain: string): void {
  if (confirm === domain) return;
  throw new AppError('invalid', 'Write the name of the site to confirm.', [
    { path: 'confirm', message: `Write ${domain}.` },
  ]);
}
