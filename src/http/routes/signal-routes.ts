/** `/.well-known/gpc.json`: whether sites under this host honour Global Privacy Control. */
import type Router from '@koa/router';
import { ownsHost } from '../../domain/site.ts';
import type { HttpServices } from '../services.ts';

/** The day on which what this file says was last changed; the specification asks for it. */
const LAST_UPDATE = '2026-11-24';

export function addSignalRoutes(router: Router, { sites }: HttpServices): void {
  router.get('/.well-known/gpc.json', (ctx) => {
    const all = sites.list();
    const here = all.filter((site) => ownsHost(site, ctx.hostname));
    // Under a host that belongs to no site the file speaks for all of them.
    const asked = here.length > 0 ? here : all;
    ctx.set('cache-control', 'public, max-age=3600');
    ctx.set('access-control-allow-origin', '*');
    ctx.body = { gpc: asked.every(({ signals }) => signals !== 'ignore'), lastUpdate: LAST_UPDATE };
  });
}
