/** Counts in the log who was refused, whichever route or service refused it: what it was stands in the refusal itself. */
import type { Context, Middleware } from 'koa';
import type { Refusals } from '../admin/refusals.ts';
import type { ApiKey, User } from '../auth/ports.ts';
import { STRANGER } from '../domain/change.ts';
import { AppError } from '../domain/errors.ts';
import type { BackOffice } from './back-office.ts';
import { nameOfKey } from './note-changes.ts';

/** Says as whom somebody tries to come in, who is a stranger until then. @param account null where there is none, or none that is known */
export function sayMeant(ctx: Context, account: Pick<User, 'email'> | null): void {
  ctx.state.meant = account?.email ?? '';
}

/** To stand around a router. */
export function noteRefusals(office: BackOffice, refusals: Pick<Refusals, 'note'>): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const { meant } = ctx.state as { meant?: string };
      const isTooMany = meant !== undefined && error instanceof AppError && error.code === 'rate_limited';
      const act = error instanceof AppError ? (error.refusal ?? (isTooMany ? 'sign_in_refused' : null)) : null;
      if (act !== null)
        refusals.note({ act, who: meant === undefined ? whoIs(ctx, office) : STRANGER, about: meant ?? '' });
      throw error;
    }
  };
}

function whoIs(ctx: Context, office: BackOffice): string {
  const { key } = ctx.state as { key?: ApiKey };
  return key === undefined ? (office.userOf(ctx)?.email ?? STRANGER) : nameOfKey(key);
}
