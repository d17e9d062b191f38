/** Whether somebody may try to sign in as somebody: decided before anything that they give is looked at. */
import type { Context } from 'koa';
import type { Lane } from '../auth/password-queue.ts';
import type { BackOffice } from './back-office.ts';
import type { AddressOf } from './client-address.ts';
import { sayMeant } from './note-refusals.ts';
import type { HttpServices } from './services.ts';
import type { Forgive } from './sign-in-throttle.ts';

export interface Admitted {
  /** Where the password waits for its turn. */
  lane: Lane;
  /** Once what was given is right. */
  forgive: Forgive;
}

/** @returns a function that counts one try; it throws AppError `rate_limited`, and says which account is meant, should the try be refused */
export function createAdmitSignIn(
  office: BackOffice,
  { accounts, logins, signInThrottle }: Pick<HttpServices, 'accounts' | 'logins' | 'signInThrottle'>,
  addressOf: AddressOf,
): (ctx: Context, email: string) => Promise<Admitted> {
  return async (ctx, email) => {
    const [known, account] = [office.knownDeviceOf(ctx), accounts.find(email)];
    sayMeant(ctx, account);
    return known !== undefined && account !== null && logins.isKnown(account, known)
      ? { lane: 'known', forgive: await signInThrottle.admitKnown(known) }
      : { lane: 'stranger', forgive: await signInThrottle.admitStranger(addressOf(ctx.req), email) };
  };
}
