/** The second step of a sign-in, after the password or the provider: a code or a passkey. And a passkey in the place of both. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { User } from '../../auth/ports.ts';
import { AppError } from '../../domain/errors.ts';
import { createAdmitSignIn } from '../admit-sign-in.ts';
import type { BackOffice } from '../back-office.ts';
import type { AddressOf } from '../client-address.ts';
import { sayAbout } from '../note-changes.ts';
import { sayMeant } from '../note-refusals.ts';
import { createRateLimit } from '../rate-limit.ts';
import { readField, readJsonObject } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

/** What a browser makes of a passkey is some kilobytes. */
const LONGEST_FORM = 32 * 1024;
/** Passkeys that one address may show within a quarter of an hour: none can be guessed, but each costs a signature. */
const [PASSKEYS, PASSKEYS_WINDOW_S] = [60, 15 * 60];

export function addSecondStepRoutes(
  router: Router,
  office: BackOffice,
  services: Pick<HttpServices, 'accounts' | 'logins' | 'secondStep' | 'signInThrottle'>,
  addressOf: AddressOf,
): void {
  const { steps, passkeys, pending } = services.secondStep;
  const admit = createAdmitSignIn(office, services, addressOf);
  const shown = createRateLimit(PASSKEYS, PASSKEYS_WINDOW_S);
  const signIn = (ctx: Context, user: User, about = '') => {
    const token = office.pendingOf(ctx);
    if (about !== '') sayAbout(ctx, about);
    pending.end(token);
    office.endPending(ctx);
    office.signIn(ctx, user);
    ctx.body = {};
  };
  /** Whose passkey is asked for, and for whom the challenge is: whoever has done the first step, or else anybody in this browser. */
  const askedOf = (ctx: Context, { alone }: Record<string, unknown>): { user: User | null; of: string } => {
    if (alone === true) return { user: null, of: `browser ${office.browserOf(ctx)}` };
    const token = office.pendingOf(ctx);
    return { user: pending.get(token), of: `sign-in ${token}` };
  };

  router.post('/app/api/sign-in/code', async (ctx) => {
    const code = readField(await readForm(ctx, office), 'code');
    const token = office.pendingOf(ctx);
    const { email } = pending.get(token);
    // Counted as passwords are, so that whoever has the password gains no more tries by giving it again.
    const { forgive } = await admit(ctx, email);
    const about = pending.aboutOf(token);
    const user = pending.spendTry(token);
    await steps.takeCode(user, code);
    await forgive();
    signIn(ctx, user, about);
  });

  router.post('/app/api/sign-in/passkey/options', async (ctx) => {
    const { user, of } = askedOf(ctx, await readForm(ctx, office));
    ctx.body = await passkeys.describeSignIn(user, of);
  });

  router.post('/app/api/sign-in/passkey', async (ctx) => {
    const form = await readForm(ctx, office);
    if (!(await shown.admit(addressOf(ctx.req))))
      throw new AppError('rate_limited', 'Too many attempts; wait a quarter of an hour.', [], {
        ...{ retryAfterS: PASSKEYS_WINDOW_S, refusal: 'sign_in_refused' },
      });
    const { user, of } = askedOf(ctx, form);
    const about = user === null ? '' : pending.aboutOf(office.pendingOf(ctx));
    sayMeant(ctx, user);
    if (user !== null) pending.spendTry(office.pendingOf(ctx));
    signIn(ctx, await passkeys.signIn(form.response, user, of), about);
  });
}

async function readForm(ctx: Context, office: BackOffice): Promise<Record<string, unknown>> {
  office.checkCsrf(ctx);
  ctx.set('cache-control', 'no-store');
  return readJsonObject(ctx.req, LONGEST_FORM);
}
