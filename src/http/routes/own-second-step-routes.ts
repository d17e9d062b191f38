/** What somebody who is signed in sets up beside the password: an app that shows codes, passkeys, recovery codes. The password is asked again; of whoever has none, a sign-in just now. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Login, User } from '../../auth/ports.ts';
import { readPasskeyName } from '../../auth/second-step/passkeys.ts';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import { sayAbout } from '../note-changes.ts';
import { drawQrCode, presentSecondStep } from '../present/present-second-step.ts';
import { readField, readJsonObject } from '../read-body.ts';
import { readId } from '../read-id.ts';
import type { HttpOptions, HttpServices } from '../services.ts';
import type { Forgive } from '../sign-in-throttle.ts';

/** What a browser makes of a passkey is some kilobytes. */
const LONGEST_FORM = 32 * 1024;
/** How long a sign-in stands for the password of an account that has none. */
const FRESH_MS = 10 * 60_000;

export function addOwnSecondStepRoutes(
  router: Router,
  office: BackOffice,
  services: Pick<HttpServices, 'accounts' | 'logins' | 'now' | 'secondStep' | 'signInProvider' | 'signInThrottle'>,
  { baseUrl }: Pick<HttpOptions, 'baseUrl'>,
): void {
  const { accounts, logins, now, signInProvider, signInThrottle } = services;
  const hasPassword = (user: User) => signInProvider?.identities.hasPassword(user) ?? true;
  const { steps, apps, passkeys } = services.secondStep;

  router.get('/app/api/account/second-step', (ctx) => {
    const { user } = office.loginToSetUp(ctx);
    ctx.body = { ...presentSecondStep(steps.describe(user)), hasPassword: hasPassword(user) };
  });

  router.post('/app/api/account/code-app', async (ctx) => {
    const { user } = await readProven(ctx);
    const { secret, uri } = await apps.begin(user, `Passant ${new URL(baseUrl()).hostname}`);
    ctx.body = { secret, picture: await drawQrCode(uri) };
  });

  router.post('/app/api/account/code-app/confirm', async (ctx) => {
    const { user, login } = office.loginToSetUp(ctx);
    const form = await readJsonObject(ctx.req, LONGEST_FORM);
    await apps.confirm(user, readField(form, 'code'));
    ctx.body = added(user, login);
  });

  router.post('/app/api/account/code-app/remove', async (ctx) => {
    const { user, login, form, forgive } = await readProven(ctx, 'code');
    await steps.removeApp(user, readField(form, 'code'));
    await forgive();
    logins.endOthers(user, login);
    ctx.body = {};
  });

  router.post('/app/api/account/passkeys/options', async (ctx) => {
    const { user, login, form } = await readProven(ctx, 'name');
    readPasskeyName(readField(form, 'name'));
    ctx.body = await passkeys.describeNew(user, `login ${login.id}`);
  });

  router.post('/app/api/account/passkeys', async (ctx) => {
    const { user, login } = office.loginToSetUp(ctx);
    const form = await readJsonObject(ctx.req, LONGEST_FORM);
    sayAbout(ctx, await passkeys.add(user, readField(form, 'name'), form.response, `login ${login.id}`));
    ctx.body = added(user, login);
  });

  router.post('/app/api/account/passkeys/:id/remove', async (ctx) => {
    const { user, login } = await readProven(ctx);
    steps.removePasskey(user, readId(ctx));
    logins.endOthers(user, login);
    ctx.body = {};
  });

  router.post('/app/api/account/recovery-codes', async (ctx) => {
    const { user } = await readProven(ctx);
    ctx.body = { recoveryCodes: steps.renewRecoveryCodes(user) };
  });

  /** The logins of before had less to show. */
  function added(user: User, login: Login): { recoveryCodes: string[] | null } {
    logins.endOthers(user, login);
    return { recoveryCodes: steps.giveRecoveryCodes(user) };
  }

  /** A form with the present password: whoever has found an open browser should not be able to lock its owner out. */
  async function readProven(
    ctx: Context,
    more?: 'code' | 'name',
  ): Promise<{ user: User; login: Login; form: Record<string, unknown>; forgive: Forgive }> {
    const { user, login } = office.loginToSetUp(ctx);
    const form = await readJsonObject(ctx.req, LONGEST_FORM);
    const current = hasPassword(user) ? readField(form, 'current') : null;
    if (more !== undefined) readField(form, more);
    const forgive = await signInThrottle.admitKnown(`user ${user.id}`);
    if (current !== null) await accounts.provePassword(user, current);
    else if (login.createdAt <= now() - FRESH_MS) throw notFresh();
    // A code is guessed as a password is: that is forgiven once it is right.
    if (more !== 'code') await forgive();
    return { user, login, form, forgive };
  }
}

function notFresh(): AppError {
  const message = 'Sign out, and in again: that takes the place of the password that this account does not have.';
  return new AppError('invalid', 'Sign in again first.', [{ path: 'current', message, code: 'sign_in_again' }]);
}
