/** What the dashboard knows at start, and the ways in and out: set-up, sign-in, sign-out. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import type { AddressWatch } from '../address-watch.ts';
import type { BackOffice } from '../back-office.ts';
import type { AddressOf } from '../client-address.ts';
import { presentState } from '../present/present-state.ts';
import { createRateLimit, type RateLimit } from '../rate-limit.ts';
import { parseJson, readBody } from '../read-body.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;
/** Sign-ins that one address may try within a quarter of an hour. */
const SIGN_INS = 20;
const SIGN_IN_WINDOW_S = 15 * 60;

export function addAccountRoutes(
  router: Router,
  office: BackOffice,
  services: HttpServices,
  options: HttpOptions,
  { addressOf, addressWatch }: { addressOf: AddressOf; addressWatch: AddressWatch },
): void {
  const attempts = createRateLimit(SIGN_INS, SIGN_IN_WINDOW_S);
  const { accounts } = services;

  router.get('/app/api/state', async (ctx) => {
    office.giveCsrfToken(ctx);
    ctx.set('cache-control', 'no-store');
    ctx.body = await presentState(ctx, office, services, { ...options, isAddressMissing: addressWatch.isMissing });
  });

  router.post('/app/api/setup', async (ctx) => {
    const form = await readForm(ctx, office);
    await limit(attempts, addressOf(ctx.req));
    const { login } = await accounts.setUp(text(form, 'token'), text(form, 'email'), text(form, 'password'));
    office.signIn(ctx, login);
    ctx.body = {};
  });

  router.post('/app/api/sign-in', async (ctx) => {
    const form = await readForm(ctx, office);
    await limit(attempts, addressOf(ctx.req));
    const { login } = await accounts.signIn(text(form, 'email'), text(form, 'password'));
    office.signIn(ctx, login);
    ctx.body = {};
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
  const body = parseJson(await readBody(ctx.req, LONGEST_FORM));
  if (typeof body !== 'object' || body === null) throw new AppError('invalid', 'Send a JSON object.');
  return body as Record<string, unknown>;
}

async function limit(attempts: RateLimit, address: string): Promise<void> {
  if (await attempts.admit(address)) return;
  throw new AppError('rate_limited', 'Too many attempts; wait a quarter of an hour.');
}

function text(form: Record<string, unknown>, field: string): string {
  const value = form[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new AppError('invalid', 'Fill in every field.', [{ path: field, message: 'This field is empty.' }]);
}
