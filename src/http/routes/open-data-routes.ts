/** Open data of sites whose owner has made their figures public under a licence: files for portals and spreadsheets. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import type { OpenedLink } from '../../auth/shared-links.ts';
import { AppError } from '../../domain/errors.ts';
import type { Licence } from '../../domain/shared-link.ts';
import { readOpenTable } from '../../stats/open-data/read-open-table.ts';
import { OPEN_TABLES } from '../../stats/open-data/tables.ts';
import { describePackage, renderDictionary, renderTable } from '../present/present-open-data.ts';
import type { HttpOptions, HttpServices } from '../services.ts';
import type { SharedPages } from '../shared-pages.ts';

const HOUR_S = 3600;
/** Files kept ready: they change once a day, and are the dearest questions that anybody may ask. */
const KEPT_FILES = 100;
const CSV = 'text/csv; charset=utf-8; header=present';

export function addOpenDataRoutes(
  router: Router,
  pages: SharedPages,
  { goals, executor, now }: HttpServices,
  { baseUrl }: HttpOptions,
): void {
  const files = new LRUCache<string, string>({ max: KEPT_FILES, ttl: HOUR_S * 1000 });

  const enter = async (ctx: Context): Promise<OpenedLink & { licence: Licence }> => {
    ctx.set('access-control-allow-origin', '*');
    ctx.set('referrer-policy', 'no-referrer');
    const opened = await pages.enter(ctx);
    const { token, licence } = opened.link;
    if (token !== null || licence === null) throw new AppError('not_found', 'This page offers no open data.');
    ctx.set('cache-control', `public, max-age=${HOUR_S}`);
    ctx.set('cross-origin-resource-policy', 'cross-origin');
    return { ...opened, licence };
  };
  const sendCsv = (ctx: Context, name: string, text: string) => {
    ctx.type = CSV;
    ctx.set('content-disposition', `attachment; filename="${name}"`);
    ctx.body = text;
  };

  for (const table of OPEN_TABLES)
    router.get(`/share/:key/${table.path}`, async (ctx) => {
      const { site } = await enter(ctx);
      const key = `${site.id} ${table.name}`;
      const context = { site, goals: goals.list(site.id), executor, now: now() };
      const text = files.get(key) ?? renderTable(table, await readOpenTable(table, context));
      files.set(key, text);
      sendCsv(ctx, `${site.domain}-${table.name}.csv`, text);
    });

  router.get('/share/:key/open-data/dictionary.csv', async (ctx) => {
    const { site } = await enter(ctx);
    sendCsv(ctx, `${site.domain}-dictionary.csv`, renderDictionary());
  });

  router.get('/share/:key/datapackage.json', async (ctx) => {
    const { site, licence } = await enter(ctx);
    ctx.body = describePackage(site, licence, `${baseUrl()}/share/${encodeURIComponent(site.domain)}`);
  });
}
