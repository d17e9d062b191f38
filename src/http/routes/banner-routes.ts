/** The banner, in one language per answer, and the texts that were ever asked with: proof of what somebody has agreed to. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { type Asset, sendAsset } from '../assets.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

/** The same for everybody, so a shared cache may keep it; short, so that a new version arrives within the hour. */
const CACHE = 'public, max-age=3600';
/** What was asked with once is never changed. */
const TEXT_CACHE = 'public, max-age=31536000, immutable';
const OTHERWISE = 'en';

export function addBannerRoutes(
  router: Router,
  { client }: Pick<HttpServices, 'client'>,
  { prefix }: Pick<HttpOptions, 'prefix'>,
): void {
  const send = (ctx: Context, asset: Asset | undefined, cache: string) => {
    ctx.set('access-control-allow-origin', '*');
    ctx.set('cross-origin-resource-policy', 'cross-origin');
    if (asset !== undefined) sendAsset(ctx, asset, cache);
  };

  router.get(`/${prefix}/choice.js`, (ctx) => {
    const { lang } = ctx.query;
    // Without a language: the script that finds that of the page and asks again.
    if (typeof lang !== 'string') return send(ctx, client.find('choice.js'), CACHE);
    const language = /^[a-z]{2,3}(?![a-z])/i.exec(lang)?.[0].toLowerCase() ?? OTHERWISE;
    send(ctx, client.find(`choice.${language}.js`) ?? client.find(`choice.${OTHERWISE}.js`), CACHE);
  });

  // Below the prefix too, so that one rule of a proxy is enough.
  router.get(['/consent-texts/:version.json', `/${prefix}/consent-texts/:version.json`], (ctx) => {
    // `2.spring-fr`: what stands between is the site's own edition.
    const [, text, language] = /^(\d+)(?:\..*)?-([a-z]+)$/.exec(String(ctx.params.version)) ?? [];
    send(ctx, client.find(`texts/${text}-${language}.json`), TEXT_CACHE);
  });
}
