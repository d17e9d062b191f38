/** What the dashboard knows at start, and the ways in and out: set-up, sign-in, sign-out. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { AddressWatch } from '../address-watch.ts';
import { createAdmitSignIn } from '../admit-sign-in.ts';
import type { BackOffice } from '../back-office.ts';
import type { AddressOf } from '../client-address.ts';
import { presentState } from '../present/present-state.ts';
import { createRateLimit } from '../rate-limit.ts';
import { readField, readJsonObject } from '../read-body.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;
/** Set-up links that one address may try within a quarter of an hour. */
const SET_UPS = 20;
const SET_UP_WINDOW_S = 15 * 60;

export function addAccountRoutes(
  router: Router,
  office: BackOffice,
  services: HttpServices,
  options: HttpOptions,
  { addressOf, addressWatch }: { addressOf: AddressOf; addressWatch: AddressWatch },
): void {
  const attempts = createRateLimit(SET_UPS, SET_UP_WINDOW_S);
  const { accounts, secondStep } = services;
  const admit = createAdmitSignIn(office, services, addressOf);

  router.get('/app/api/state', async (ctx) => {
    office.giveCsrfToken(ctx);
    ctx.set('cache-control', 'no-store');
    ctx.body = await presentState(ctx, office, services, { ...options, isAddressMissing: addressWatch.isMissing });
  });

  router.post('/app/api/setup', async (ctx) => {
    const form = await readForm(ctx, office);
    await attempts.take(addressOf(ctx.req), 'Too many attempts; wait a quarter of an hour.');
    const user = await accounts.setUp(readField(form, 'token'), readField(form, 'email'), readField(form, 'password'));
    office.signIn(ctx, user);
    ctx.body = {};
  });

  router.post('/app/api/sign-in', async (ctx) => {
    const form = await readForm(ctx, office);
    const [email, password] = [readField(form, 'email'), readField(form, 'password')];
    // Before the password is looked at: that costs a core and 19 MiB.
    const { lane, forgive } = await admit(ctx, email);
    const user = await accounts.signIn(email, password, lane);
    await forgive();
    const ways = secondStep.steps.waysOf(user);
    if (ways === null) office.signIn(ctx, user);
    else office.startPending(ctx, secondStep.pending.open(user));
    ctx.body = { secondStep: ways };
  });

  router.post('/app/api/sign-out', async (ctx) => {
    office.checkCsrf(ctx);
    office.signOut(ctx);
    ctx.body = {};
  });
}

async function readForm(ctx: Context, office: BackOffice): Promise<Record<string, unknown>> {
  office.checkCsrf(ctx);
  ctx.set('cache-control', 'no-store');
  return readJsonObject(ctx.req, LONGEST_FORM);
}
