/** Lays the routes of operations: who shows which key, what was sent, and then the work. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { ApiKey } from '../../auth/ports.ts';
import { AppError } from '../../domain/errors.ts';
import type { Site } from '../../domain/site.ts';
import type { BackOffice } from '../back-office.ts';
import { readShape } from './check-shape.ts';
import type { Operation } from './operation.ts';
import { readPlainJson } from './read-plain-json.ts';

/** Bytes of a body. */
const LONGEST_BODY = 64 * 1024;

export interface Asked<Body, Query> {
  ctx: Context;
  key: ApiKey;
  body: Body;
  query: Query;
}
export interface AskedOfSite<Body, Query> extends Asked<Body, Query> {
  site: Site;
}
/** What is answered; undefined for an answer without a body. */
type Handle<Given> = (asked: Given) => object | undefined | Promise<object | undefined>;

export class OperationRoutes {
  readonly #router: Router;
  readonly #office: BackOffice;

  constructor(router: Router, office: BackOffice) {
    this.#router = router;
    this.#office = office;
  }

  /** Of the whole service. */
  serve<Body, Query>(operation: Operation<Body, Query>, handle: Handle<Asked<Body, Query>>): void {
    this.#lay(operation, async (ctx) => {
      const key = this.#keyFor(ctx, operation);
      return handle({ ctx, key, ...(await readSent(ctx, operation)) });
    });
  }

  /** Of the site in the path. */
  serveSite<Body, Query>(operation: Operation<Body, Query>, handle: Handle<AskedOfSite<Body, Query>>): void {
    this.#serveFound(operation, (ctx, domain) => this.#office.siteForKey(ctx, domain, scopeOf(operation)), handle);
  }

  /** The same, also of a site that was removed and can be had back. */
  serveKeptSite<Body, Query>(operation: Operation<Body, Query>, handle: Handle<AskedOfSite<Body, Query>>): void {
    this.#serveFound(operation, (ctx, domain) => this.#office.keptSiteForKey(ctx, domain, scopeOf(operation)), handle);
  }

  #serveFound<Body, Query>(
    operation: Operation<Body, Query>,
    find: (ctx: Context, domain: string) => Site,
    handle: Handle<AskedOfSite<Body, Query>>,
  ): void {
    this.#lay(operation, async (ctx) => {
      const site = find(ctx, String((ctx.params as Record<string, unknown>).site));
      const key = this.#keyFor(ctx, operation);
      return handle({ ctx, key, site, ...(await readSent(ctx, operation)) });
    });
  }

  #lay<Body, Query>(
    { method, path, answers }: Operation<Body, Query>,
    answer: (ctx: Context) => Promise<unknown>,
  ): void {
    const [status = 200] = Object.keys(answers).map(Number);
    this.#router[method](path, async (ctx: Context) => {
      ctx.set('cache-control', 'no-store');
      const body = await answer(ctx);
      if (body !== undefined) ctx.body = body;
      ctx.status = status;
    });
  }

  #keyFor<Body, Query>(ctx: Context, operation: Operation<Body, Query>): ApiKey {
    const key = this.#office.keyWith(ctx, scopeOf(operation));
    if (operation.everySite && key.siteId !== null)
      throw new AppError(
        'forbidden',
        'This key is of one site: what makes, ends or gives away sites takes a key of every site.',
      );
    return key;
  }
}

function scopeOf<Body, Query>({ needs, path }: Operation<Body, Query>) {
  if (needs === null) throw new Error(`${path} takes no key`);
  return needs;
}

async function readSent<Body, Query>(
  ctx: Context,
  { body, query }: Operation<Body, Query>,
): Promise<{ body: Body; query: Query }> {
  return {
    query: (query && readShape(query, { ...ctx.query })) as Query,
    body: (body && readShape(body, await readPlainJson(ctx.req, LONGEST_BODY))) as Body,
  };
}
