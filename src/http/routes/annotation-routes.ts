/** Notes on days: read with a key at `/api/v2/annotations`, read and written below `/app/api/sites/` by those who are signed in. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import { readSiteId } from '../../stats/parse-query.ts';
import { answerShape } from '../api/check-shape.ts';
import { SOME_DAYS } from '../api/schemas/counters.ts';
import type { BackOffice } from '../back-office.ts';
import { presentAnnotation } from '../present/present-annotation.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

/** Bytes of a note with what is around it. */
const LONGEST_BODY = 4 * 1024;
const OF_SITE = '/app/api/sites/:domain/annotations';

export function addAnnotationRoutes(router: Router, office: BackOffice, { annotations }: HttpServices): void {
  const list = async (ctx: Context, { id, domain }: Site) => {
    const { from, to } = ctx.query;
    ctx.set('cache-control', 'no-store');
    const notes = await answerShape(SOME_DAYS, { site_id: domain, from, to }, async () =>
      annotations.list(id, { from, to }),
    );
    ctx.body = { results: notes.map(presentAnnotation) };
  };
  router.get('/api/v2/annotations', (ctx) => list(ctx, office.siteForKey(ctx, readSiteId(ctx.query))));
  router.get(OF_SITE, (ctx) => list(ctx, office.siteOfAddress(ctx, 'read')));
  router.post(OF_SITE, async (ctx) => {
    const { id: siteId } = office.siteToChange(ctx, 'write');
    ctx.body = presentAnnotation(annotations.add(siteId, parseJson(await readBody(ctx.req, LONGEST_BODY))));
    ctx.status = 201;
  });
  router.put(`${OF_SITE}/:id`, async (ctx) => {
    const { id: siteId } = office.siteToChange(ctx, 'write');
    const note = parseJson(await readBody(ctx.req, LONGEST_BODY));
    ctx.body = presentAnnotation(annotations.change(siteId, readId(ctx.params.id), note));
  });
  router.delete(`${OF_SITE}/:id`, (ctx) => {
    annotations.remove(office.siteToChange(ctx, 'write').id, readId(ctx.params.id));
    ctx.body = {};
  });
}

function readId(text = ''): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new AppError('not_found', 'A note is named by its number.');
}
