/** Saved segments: `/app/api/sites/<domain>/segments` for the signed-in dashboard; a key may list those of its site. */
import type Router from '@koa/router';
import type { Site } from '../../domain/site.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { presentSegment } from '../present/present-segment.ts';
import { readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a segment. */
const LONGEST_SEGMENT = 32 * 1024;
const PATH = '/app/api/sites/:domain/segments';

export function addSegmentRoutes(router: Router, office: BackOffice, { segments }: HttpServices): void {
  const present = (site: Site) => ({ segments: segments.list(site.id).map(presentSegment) });

  router.get(PATH, (ctx) => {
    ctx.body = present(office.siteOfAddress(ctx, 'read'));
  });
  router.get('/api/v2/segments', (ctx) => {
    ctx.set('cache-control', 'no-store');
    ctx.body = present(office.siteForKey(ctx, readSiteId(ctx.query)));
  });
  router.post(PATH, async (ctx) => {
    const site = office.siteToChange(ctx, 'write');
    const { name, filters } = await readJsonObject(ctx.req, LONGEST_SEGMENT);
    const added = segments.add(site.id, { name, filters });
    sayAbout(ctx, added.name);
    ctx.body = presentSegment(added);
  });
  router.put(`${PATH}/:id`, async (ctx) => {
    const site = office.siteToChange(ctx, 'write');
    const { name, filters } = await readJsonObject(ctx.req, LONGEST_SEGMENT);
    const changed = segments.change(site.id, readId(ctx), { name, filters });
    sayAbout(ctx, changed.name);
    ctx.body = presentSegment(changed);
  });
  router.delete(`${PATH}/:id`, (ctx) => {
    const site = office.siteToChange(ctx, 'write');
    segments.remove(site.id, readId(ctx));
    ctx.body = {};
  });
}
