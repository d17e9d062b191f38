/** Files: the scripts that measured pages load, the demo site, the dashboard. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { type Asset, type Assets, sendAsset } from '../assets.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

/** The same for everybody, so a shared cache may keep it; short, so that a new version arrives within the hour. */
const SCRIPT_CACHE = 'public, max-age=3600';
const HASHED_CACHE = 'public, max-age=31536000, immutable';
const PAGE_CACHE = 'no-cache';

export function addAssetRoutes(
  router: Router,
  office: BackOffice,
  { client, dashboard, scripts }: HttpServices,
  { prefix, demoUrl }: HttpOptions,
): void {
  const forAnyPage = (ctx: Context) => {
    ctx.set('access-control-allow-origin', '*');
    ctx.set('cross-origin-resource-policy', 'cross-origin');
  };
  const script = (name: string) => (ctx: Context) => {
    forAnyPage(ctx);
    send(ctx, client.find(name), SCRIPT_CACHE);
  };
  const tracker = async (ctx: Context) => {
    forAnyPage(ctx);
    sendAsset(ctx, await scripts.find(new URLSearchParams(ctx.querystring)), SCRIPT_CACHE);
  };
  router.get(`/${prefix}/s.js`, tracker);
  router.get('/passant.js', tracker);
  router.get(`/${prefix}/sd.js`, script('sd.js'));
  router.get(`/${prefix}/rights.js`, script('rights.js'));

  router.get('/demo{/*path}', (ctx) => {
    if (demoUrl() === null) return;
    if (!ctx.path.endsWith('/') && !/\.[a-z]+$/.test(ctx.path)) {
      ctx.redirect(`${ctx.path}/${ctx.search}`);
      return;
    }
    send(ctx, findPage(client, ctx.path.slice(1)), PAGE_CACHE);
  });

  router.get('/app/assets/*path', (ctx) => send(ctx, dashboard.find(ctx.path.slice('/app/'.length)), HASHED_CACHE));
  // Only `npm run dev` builds it; without it the address is a site's.
  if (dashboard.find('gallery.en.html') !== undefined)
    router.get('/app/gallery', (ctx) =>
      send(ctx, dashboard.find(`gallery.${office.languageOf(ctx)}.html`), 'no-store'),
    );
  router.get('/app{/*path}', (ctx) => {
    office.giveCsrfToken(ctx);
    ctx.set('x-robots-tag', 'noindex');
    send(ctx, dashboard.find(`index.${office.languageOf(ctx)}.html`), 'no-store');
  });
  router.get('/', (ctx) => ctx.redirect('/app/'));
}

/** A folder's page; below the single-page part every address is that page. */
function findPage(assets: Assets, path: string): Asset | undefined {
  const found = assets.find(path.endsWith('/') ? `${path}index.html` : path);
  const single = /^demo\/(?:en|fr)\/explorer\//.exec(path)?.[0];
  return found ?? (single === undefined ? undefined : assets.find(`${single}index.html`));
}

function send(ctx: Context, asset: Asset | undefined, cacheControl: string): void {
  if (asset) sendAsset(ctx, asset, cacheControl);
}
