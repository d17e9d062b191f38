/** `/charter/<site>`: what a site keeps on the devices of its visitors, for people and for programs. No cookie is set by looking. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { createCharter } from '../../consent/charter.ts';
import { charterBody, charterHead } from '../pages/charter/charter-page.ts';
import { charterTexts } from '../pages/charter/texts.ts';
import { html } from '../pages/html.ts';
import { sendNoSite } from '../pages/no-site-page.ts';
import { readView, sendPage, spaced } from '../pages/page-frame.ts';
import { FRAGMENT_STYLES } from '../pages/styles.ts';
import { presentCharter } from '../present/present-charter.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

const CACHE = 'public, max-age=300';

export function addCharterRoutes(
  router: Router,
  { sites, cookies, now }: HttpServices,
  { prefix, baseUrl }: HttpOptions,
): void {
  // Below the prefix too, so that one rule of a proxy is enough.
  router.get(['/charter/:site', `/${prefix}/charter/:site`], (ctx) => {
    const wanted = String(ctx.params.site);
    const isJson = wanted.endsWith('.json') || ctx.accepts('html', 'json') === 'json';
    const site = sites.find(wanted.replace(/\.json$/, ''));
    if (site === null) return isJson ? undefined : sendNoSite(ctx);
    ctx.set('cache-control', CACHE);
    ctx.vary('accept');
    ctx.set('access-control-allow-origin', '*');
    const charter = createCharter(site, cookies.list(site.id));
    if (isJson) {
      ctx.body = presentCharter(charter, now());
      return;
    }
    const view = readView(ctx);
    const { language } = view;
    const isOnSite = ctx.query.fragment === '1';
    // A piece of another page needs whole addresses.
    const base = isOnSite ? baseUrl() : '';
    const from = ctx.path.slice(0, ctx.path.lastIndexOf('/charter/'));
    const body = charterBody(charter, {
      ...{ language, isOnSite, now: now() },
      rightsUrl: `${base}${from}/privacy/${site.domain}?lang=${language}`,
      jsonUrl: `${base}${from}/charter/${site.domain}.json`,
    });
    if (isOnSite) {
      ctx.vary('accept-language');
      ctx.type = 'text/html; charset=utf-8';
      const piece = html`<div class="passant-page" lang="${language}">${body}</div>\n`;
      ctx.body = spaced(piece.text, language);
      return;
    }
    const { title } = charterTexts(language);
    sendPage(ctx, view, site, { title: `${title} · ${site.domain}`, head: charterHead(charter, language), body });
  });

  router.get(`/${prefix}/pages.css`, (ctx: Context) => {
    ctx.set('cache-control', 'public, max-age=3600');
    ctx.set('access-control-allow-origin', '*');
    ctx.set('cross-origin-resource-policy', 'cross-origin');
    ctx.type = 'text/css; charset=utf-8';
    ctx.body = FRAGMENT_STYLES;
  });
}
