/** The number in an address such as `/app/api/people/:id`; NaN for what is none, which nothing is found by. */
import type { Context } from 'koa';

export function readId(ctx: Context): number {
  return Number((ctx.params as Record<string, unknown>).id);
}
