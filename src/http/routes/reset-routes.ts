/** For those who have forgotten their password: asking for a mail, and the page that its link opens. */
import type Router from '@koa/router';
import type { Context } from 'koa';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import type { AddressOf } from '../client-address.ts';
import { sayAbout, sayWho } from '../note-changes.ts';
import { createRateLimit } from '../rate-limit.ts';
import { readField, readJsonObject } from '../read-body.ts';
import type { HttpServices } from '../services.ts';

const LONGEST_FORM = 8 * 1024;
/** Links that one address may try within a quarter of an hour. */
const [LINKS, LINKS_WINDOW_S] = [30, 15 * 60];

export function addResetRoutes(
  router: Router,
  office: BackOffice,
  { resets, askForReset, resetThrottle }: Pick<HttpServices, 'resets' | 'askForReset' | 'resetThrottle'>,
  addressOf: AddressOf,
): void {
  const attempts = createRateLimit(LINKS, LINKS_WINDOW_S);

  router.post('/app/api/forgotten', async (ctx) => {
    const email = readField(await readForm(ctx), 'email');
    // Before anybody looks whether there is such an account; what is asked for here is never given back.
    await resetThrottle.admitStranger(addressOf(ctx.req), email);
    askForReset(email, office.languageOf(ctx));
    ctx.status = 202;
    ctx.body = {};
  });

  // Whoever has the link shows it in a body: addresses are kept in histories and logs.
  router.post('/app/api/reset', async (ctx) => {
    const { email } = resets.find(await readToken(ctx));
    ctx.body = { email };
  });

  router.post('/app/api/reset/accept', async (ctx) => {
    const form = await readForm(ctx);
    await limit(ctx);
    const { email } = await resets.accept(readField(form, 'token'), readField(form, 'password'));
    sayWho(ctx, email);
    sayAbout(ctx, email);
    ctx.body = {};
  });

  async function readToken(ctx: Context): Promise<string> {
    const form = await readForm(ctx);
    await limit(ctx);
    return readField(form, 'token');
  }

  function readForm(ctx: Context): Promise<Record<string, unknown>> {
    office.checkCsrf(ctx);
    ctx.set('cache-control', 'no-store');
    return readJsonObject(ctx.req, LONGEST_FORM);
  }

  async function limit(ctx: Context): Promise<void> {
    if (await attempts.admit(addressOf(ctx.req))) return;
    throw new AppError('rate_limited', 'Too many attempts; wait a quarter of an hour.');
  }
}
