/** What a site keeps a list of and the dashboard changes: its goals, and the funnels that were given a name. */
import type Router from '@koa/router';
import type { GoalOptions } from '../../admin/parse-goal.ts';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { presentFunnel, presentGoal } from '../present/present-goal.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 64 * 1024;

interface SiteList {
  list: (siteId: number) => object[];
  add: (siteId: number, body: unknown) => { name: string };
  remove: (siteId: number, name: string) => void;
}

export function addSiteListRoutes(
  router: Router,
  office: BackOffice,
  { goals, funnels }: Pick<HttpServices, 'goals' | 'funnels'>,
): void {
  const lists: Readonly<Record<string, SiteList>> = {
    goals: {
      list: (siteId) => goals.list(siteId).map(presentGoal),
      add: (siteId, body) => presentGoal(goals.add(siteId, readGoalOptions(body))),
      remove: (siteId, name) => goals.remove(siteId, name),
    },
    funnels: {
      list: (siteId) => funnels.list(siteId).map(presentFunnel),
      add: (siteId, body) => presentFunnel(funnels.add(siteId, body)),
      remove: (siteId, name) => funnels.remove(siteId, name),
    },
  };
  for (const [word, { list, add, remove }] of Object.entries(lists)) {
    const path = `/app/api/sites/:domain/${word}`;
    router.get(path, (ctx) => {
      ctx.body = { [word]: list(office.siteOfAddress(ctx, 'read').id) };
    });
    router.post(path, async (ctx) => {
      const site = office.siteToChange(ctx, 'write');
      const added = add(site.id, parseJson(await readBody(ctx.req, LONGEST_FORM)));
      sayAbout(ctx, added.name);
      ctx.body = added;
      ctx.status = 201;
    });
    // The name stands in the query: as a part of the path a proxy may read it as folders.
    router.delete(path, (ctx) => {
      const name = String(ctx.query.name ?? '');
      remove(office.siteToChange(ctx, 'write').id, name);
      sayAbout(ctx, name);
      ctx.body = {};
    });
  }
}

/** The texts of a goal; an empty one is one that was not given. @throws AppError `invalid` */
function readGoalOptions(body: unknown): GoalOptions {
  if (typeof body !== 'object' || body === null) throw new AppError('invalid', 'Send a JSON object.');
  const fields = body as Readonly<Record<string, unknown>>;
  const texts = (['event', 'page', 'scroll', 'name'] as const).flatMap((key) => {
    const value = fields[key];
    return (typeof value === 'string' || typeof value === 'number') && value !== '' ? [[key, String(value)]] : [];
  });
  const props = Array.isArray(fields.prop) ? (fields.prop as unknown[]).filter((each) => typeof each === 'string') : [];
  return { ...Object.fromEntries(texts), ...(props.length > 0 && { prop: props }) };
}
