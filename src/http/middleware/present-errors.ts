/** Turns whatever is thrown into the one error shape, and logs faults without quoting the request. */
import type { Middleware } from 'koa';
import { AppError } from '../../domain/errors.ts';
import { describeFault, type Log } from '../../observe/create-log.ts';
import { presentError } from '../present/present-error.ts';

export function createPresentErrors(log: Log): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined)
        throw new AppError('not_found', 'There is nothing at this address.');
    } catch (error) {
      if (!(error instanceof AppError)) log.error(describeFault(error), 'a request failed');
      const { status, headers, body } = presentError(error);
      ctx.status = status;
      ctx.set(headers);
      ctx.set('cache-control', 'no-store');
      ctx.body = body;
    }
  };
}
