/** Sites of the back office: added, and their settings read and changed: `/app/api/sites`. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { describeSiteSettings } from '../../admin/describe-site-settings.ts';
import { SITE_OPTIONS, type SiteOptions } from '../../admin/parse-site-settings.ts';
import { dayOfErasure } from '../../admin/sites.ts';
import { parseKeptRole } from '../../auth/parse-standing.ts';
import { roleOn } from '../../auth/permissions.ts';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { readField, readJsonObject } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 64 * 1024;

export function addSiteRoutes(
  router: Router,
  office: BackOffice,
  { sites, people }: Pick<HttpServices, 'sites' | 'people'>,
): void {
  router.post('/app/api/sites', async (ctx) => {
    office.userToChange(ctx, 'manage');
    const { domain, ...options } = await readJsonObject(ctx.req, LONGEST_FORM);
    const added = sites.add(readField({ domain }, 'domain'), readOptions(options));
    sayAbout(ctx, added.domain);
    ctx.body = { domain: added.domain };
    ctx.status = 201;
  });

  router.get('/app/api/sites/:domain/settings', (ctx) => {
    ctx.body = { settings: describeSiteSettings(office.siteOfAddress(ctx, 'manage')) };
  });

  // What is left out stays as it is.
  router.post('/app/api/sites/:domain/settings', async (ctx) => {
    const { domain } = office.siteToChange(ctx, 'manage');
    const options = readOptions(await readJsonObject(ctx.req, LONGEST_FORM));
    ctx.body = { settings: describeSiteSettings(sites.set(domain, options)) };
    sayAbout(ctx, Object.keys(options).join(', '));
  });

  // What stops the counting, or cannot be taken back, is asked for with the site's name.
  router.post('/app/api/sites/:domain/remove', async (ctx) => {
    const { domain } = office.siteToChange(ctx, 'own');
    await readConfirmed(ctx, domain);
    ctx.body = { until: dayOfErasure(sites.remove(domain)) };
  });

  router.post('/app/api/sites/:domain/empty', async (ctx) => {
    const { domain } = office.siteToChange(ctx, 'own');
    await readConfirmed(ctx, domain);
    await sites.empty(domain);
    ctx.body = {};
  });

  // The giver is told what they are there now: a role on every site stays.
  router.post('/app/api/sites/:domain/give', async (ctx) => {
    const { id, domain } = office.siteToChange(ctx, 'own');
    const form = await readConfirmed(ctx, domain);
    const owner = people.giveSite(office.getUser(ctx), id, readField(form, 'to'), parseKeptRole(form.keep));
    sayAbout(ctx, owner.email);
    ctx.body = { role: roleOn(office.getUser(ctx), id) };
  });

  router.get('/app/api/removed-sites', (ctx) => {
    const { user } = office.getLogin(ctx);
    ctx.body = {
      sites: office.removedSitesOf(user).map((site) => ({ domain: site.domain, until: dayOfErasure(site) })),
    };
  });

  router.post('/app/api/sites/:domain/restore', (ctx) => {
    sites.restore(office.keptSiteToChange(ctx, 'own').domain);
    ctx.body = {};
  });

  router.post('/app/api/sites/:domain/erase', async (ctx) => {
    const { domain } = office.keptSiteToChange(ctx, 'own');
    await readConfirmed(ctx, domain);
    await sites.erase(domain);
    ctx.body = {};
  });
}

/** @throws AppError `invalid` unless the form has the site's name, as somebody has written it */
async function readConfirmed(ctx: Context, domain: string): Promise<Record<string, unknown>> {
  const form = await readJsonObject(ctx.req, LONGEST_FORM);
  if (form.confirm === domain) return form;
  throw new AppError('invalid', 'Write the name of the site to confirm.', [
    { path: 'confirm', message: `Write ${domain}.` },
  ]);
}

/** The texts of the options, named as on the command line. @throws AppError `invalid` for another name, or no text */
function readOptions(fields: Readonly<Record<string, unknown>>): SiteOptions {
  const wrong = Object.entries(fields).filter(
    ([name, value]) => !Object.hasOwn(SITE_OPTIONS, name) || typeof value !== 'string',
  );
  if (wrong.length === 0) return fields as SiteOptions;
  throw new AppError(
    'invalid',
    'The settings are not understood.',
    wrong.map(([name]) => ({ path: `--${name}`, message: 'There is no such setting, or its value is no text.' })),
  );
}
