/** How often programs may ask and pages for visitors be opened, decided before anything is read or worked out. */
import type { Context, Middleware } from 'koa';
import type { ApiKeys } from '../../auth/api-keys.ts';
import { bearerOf } from '../bearer.ts';
import type { RateLimit } from '../rate-limit.ts';

export interface AskerLimits {
  /** Of the API by keys, from one address, whichever keys it shows. */
  apiOfAddress: RateLimit;
  apiOfKey: RateLimit;
  /** Charter and privacy pages, from one address. */
  pages: RateLimit;
}

type AddressOfContext = (ctx: Context) => string;

/** To stand before the routes of the API. @throws AppError `rate_limited` */
export function limitApi(
  { apiOfAddress, apiOfKey }: AskerLimits,
  apiKeys: Pick<ApiKeys, 'find'>,
  addressOf: AddressOfContext,
): Middleware {
  return async (ctx, next) => {
    await apiOfAddress.take(addressOf(ctx), 'Too many questions from this address; wait a minute.');
    const secret = bearerOf(ctx.get('authorization'));
    // Only keys that are live are counted by themselves: made-up ones would fill the memory.
    const key = secret === undefined ? null : apiKeys.find(secret);
    if (key !== null) await apiOfKey.take(String(key.id), 'Too many questions with this key; wait a minute.');
    await next();
  };
}

/** To stand before the pages that visitors read. @throws AppError `rate_limited` */
export function limitPages({ pages }: AskerLimits, addressOf: AddressOfContext): Middleware {
  return async (ctx, next) => {
    await pages.take(addressOf(ctx), 'Too many pages for this address; wait a minute.');
    await next();
  };
}
