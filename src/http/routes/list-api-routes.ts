/** What a site keeps, by program: goals, funnels, segments, notes and shared links below `/api/v1/sites/<domain>`. */
import type Router from '@koa/router';
import type { SharedLink } from '../../domain/shared-link.ts';
import type { Site } from '../../domain/site.ts';
import * as operations from '../api/operations/list-operations.ts';
import { OperationRoutes } from '../api/serve-operations.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { presentAnnotation } from '../present/present-annotation.ts';
import { presentFunnel } from '../present/present-goal.ts';
import { goalOptionsOf, presentKeptGoal, presentKeptLink } from '../present/present-kept.ts';
import { presentLink } from '../present/present-link.ts';
import { presentSegment } from '../present/present-segment.ts';
import { inWordsOfApi } from '../present/present-site.ts';
import { readId } from '../read-id.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

export function addListApiRoutes(
  router: Router,
  office: BackOffice,
  services: HttpServices,
  options: Pick<HttpOptions, 'baseUrl'>,
): void {
  const routes = new OperationRoutes(router, office);
  addGoalRoutes(routes, services);
  addFunnelRoutes(routes, services);
  addSegmentRoutes(routes, services);
  addNoteRoutes(routes, services);
  addLinkRoutes(routes, services, options);
}

function addGoalRoutes(routes: OperationRoutes, { goals }: Pick<HttpServices, 'goals'>): void {
  routes.serveSite(operations.LIST_GOALS, ({ site }) => ({ goals: goals.list(site.id).map(presentKeptGoal) }));
  routes.serveSite(operations.ADD_GOAL, ({ ctx, site, body }) => {
    const added = inWordsOfApi(() => goals.add(site.id, goalOptionsOf(body)));
    sayAbout(ctx, added.name);
    return presentKeptGoal(added);
  });
  routes.serveSite(operations.CHANGE_GOAL, ({ ctx, site, query, body }) => {
    const changed = inWordsOfApi(() => goals.change(site.id, query.name, goalOptionsOf(body)));
    sayAbout(ctx, changed.name);
    return presentKeptGoal(changed);
  });
  routes.serveSite(operations.REMOVE_GOAL, ({ ctx, site, query }) => {
    goals.remove(site.id, query.name);
    sayAbout(ctx, query.name);
    return undefined;
  });
}

function addFunnelRoutes(routes: OperationRoutes, { funnels }: Pick<HttpServices, 'funnels'>): void {
  routes.serveSite(operations.LIST_FUNNELS, ({ site }) => ({ funnels: funnels.list(site.id).map(presentFunnel) }));
  routes.serveSite(operations.ADD_FUNNEL, ({ ctx, site, body }) => {
    const added = funnels.add(site.id, body);
    sayAbout(ctx, added.name);
    return presentFunnel(added);
  });
  routes.serveSite(operations.CHANGE_FUNNEL, ({ ctx, site, query, body }) => {
    const changed = funnels.change(site.id, query.name, body);
    sayAbout(ctx, changed.name);
    return presentFunnel(changed);
  });
  routes.serveSite(operations.REMOVE_FUNNEL, ({ ctx, site, query }) => {
    funnels.remove(site.id, query.name);
    sayAbout(ctx, query.name);
    return undefined;
  });
}

function addSegmentRoutes(routes: OperationRoutes, { segments }: Pick<HttpServices, 'segments'>): void {
  routes.serveSite(operations.LIST_SEGMENTS, ({ site }) => ({ segments: segments.list(site.id).map(presentSegment) }));
  routes.serveSite(operations.ADD_SEGMENT, ({ ctx, site, body }) => {
    const added = segments.add(site.id, body);
    sayAbout(ctx, added.name);
    return presentSegment(added);
  });
  routes.serveSite(operations.CHANGE_SEGMENT, ({ ctx, site, body }) => {
    const changed = segments.change(site.id, readId(ctx), body);
    sayAbout(ctx, changed.name);
    return presentSegment(changed);
  });
  routes.serveSite(operations.REMOVE_SEGMENT, ({ ctx, site }) => {
    segments.remove(site.id, readId(ctx));
    return undefined;
  });
}

function addNoteRoutes(routes: OperationRoutes, { annotations }: Pick<HttpServices, 'annotations'>): void {
  routes.serveSite(operations.LIST_NOTES, ({ site, query }) => ({
    annotations: annotations.list(site.id, query).map(presentAnnotation),
  }));
  routes.serveSite(operations.ADD_NOTE, ({ site, body }) => presentAnnotation(annotations.add(site.id, body)));
  routes.serveSite(operations.CHANGE_NOTE, ({ ctx, site, body }) =>
    presentAnnotation(annotations.change(site.id, readId(ctx), body)),
  );
  routes.serveSite(operations.REMOVE_NOTE, ({ ctx, site }) => {
    annotations.remove(site.id, readId(ctx));
    return undefined;
  });
}

function addLinkRoutes(
  routes: OperationRoutes,
  { sharedLinks, now }: Pick<HttpServices, 'sharedLinks' | 'now'>,
  { baseUrl }: Pick<HttpOptions, 'baseUrl'>,
): void {
  const present = (link: SharedLink, site: Site) => presentKeptLink(presentLink(link, site, baseUrl(), now()));
  routes.serveSite(operations.LIST_LINKS, ({ site }) => ({
    links: sharedLinks.list(site.id).map((link) => present(link, site)),
  }));
  routes.serveSite(operations.ADD_LINK, async ({ site, body }) => present(await sharedLinks.add(site, body), site));
  routes.serveSite(operations.CHANGE_LINK, async ({ ctx, site, body }) =>
    present(await sharedLinks.change(site, readId(ctx), body), site),
  );
  routes.serveSite(operations.REVOKE_LINK, ({ ctx, site }) => {
    sharedLinks.revoke(site.id, readId(ctx));
    return undefined;
  });
}
