/** The way to the provider of OpenID Connect and back: to sign in, to link one's account, or to come by an invitation. */

import { randomBytes } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Entry, EntryRefusal } from '../../auth/identities.ts';
import type { ProvenIdentity } from '../../auth/ports.ts';
import { ProviderError, type ProviderErrorKind } from '../../auth/provider-error.ts';
import { type Act, STRANGER } from '../../domain/change.ts';
import { AppError } from '../../domain/errors.ts';
import type { BackOffice } from '../back-office.ts';
import { BEGUN_MS, type Begun, BegunSignIns, type Purpose } from '../begun-sign-ins.ts';
import type { AddressOf } from '../client-address.ts';
import { createRateLimit } from '../rate-limit.ts';
import { readField, readJsonObject } from '../read-body.ts';
import { FIRST_PAGE, toReturnPath } from '../return-path.ts';
import type { HttpOptions, HttpServices, SignInProvider } from '../services.ts';

const LONGEST_FORM = 8 * 1024;
/** Sign-ins that one address may begin within a quarter of an hour: people of an office share one. */
const [BEGINNINGS, WINDOW_S] = [200, 15 * 60];
const ACCOUNT_PAGE = '/app/-/account';

/** Why somebody comes back without being signed in or linked; the page that they land on says it in their language. */
type TurnedBack = EntryRefusal | ProviderErrorKind | 'stale' | 'rate_limited';

/** Nobody was stopped: somebody has thought better of it, or the provider is away. */
const NO_REFUSALS: readonly TurnedBack[] = ['cancelled', 'unavailable'];

export function addOidcRoutes(
  router: Router,
  office: BackOffice,
  services: HttpServices,
  { baseUrl, addressOf }: Pick<HttpOptions, 'baseUrl'> & { addressOf: AddressOf },
): void {
  const { accounts, changes, log, now, people, refusals, secondStep, signInThrottle } = services;
  const begunSignIns = new BegunSignIns(randomBytes(32), now);
  const beginnings = createRateLimit(BEGINNINGS, WINDOW_S);
  const callback = () => `${baseUrl()}/app/api/oidc/callback`;

  router.get('/app/api/oidc/start', async (ctx) => {
    ctx.set('cache-control', 'no-store');
    const returnTo = toReturnPath(ctx.query.to);
    // A page of somebody else may show the way in, not send anybody through it.
    if (ctx.get('sec-fetch-site') === 'cross-site') {
      redirect(ctx, returnTo);
      return;
    }
    try {
      redirect(ctx, await begin(ctx, { kind: 'sign-in' }, returnTo));
    } catch (error) {
      turnBack(ctx, returnTo, readFault(error));
    }
  });

  router.get('/app/api/oidc/callback', async (ctx) => {
    ctx.set('cache-control', 'no-store');
    const { provider, identities } = getProvider();
    const begun = begunSignIns.take(office.begunOf(ctx), typeof ctx.query.state === 'string' ? ctx.query.state : null);
    office.keepBegun(ctx, '', 0);
    if (begun === null) {
      turnBack(ctx, office.userOf(ctx) === null ? FIRST_PAGE : ACCOUNT_PAGE, 'stale');
      return;
    }
    try {
      const proven = await provider.finish(new URL(callback() + ctx.search), begun.expected);
      const { purpose } = begun;
      if (purpose.kind === 'link') link(ctx, begun, proven, purpose.userId);
      else if (purpose.kind === 'join') enter(ctx, begun, identities.join(purpose.token, proven), 'person_joined');
      else enter(ctx, begun, await identities.signIn(proven), 'person_admitted');
    } catch (error) {
      turnBack(ctx, begun.returnTo, readFault(error));
    }
  });

  router.post('/app/api/oidc/join', async (ctx) => {
    office.checkCsrf(ctx);
    ctx.set('cache-control', 'no-store');
    const token = readField(await readJsonObject(ctx.req, LONGEST_FORM), 'token');
    await admit(ctx);
    people.findInvitation(token);
    ctx.body = { url: await begin(ctx, { kind: 'join', token }, FIRST_PAGE) };
  });

  router.get('/app/api/account/oidc', (ctx) => {
    const { user } = office.getLogin(ctx);
    const { provider, identities, name } = getProvider();
    ctx.body = {
      name,
      linkedAt: identities.linkedAt(user, provider.issuer),
      hasPassword: identities.hasPassword(user),
    };
  });

  // A link is a way in for good, so that an open browser alone shall not make one.
  router.post('/app/api/account/oidc', async (ctx) => {
    const { user } = office.loginToChange(ctx);
    const current = readField(await readJsonObject(ctx.req, LONGEST_FORM), 'current');
    const forgive = await signInThrottle.admitKnown(`user ${user.id}`);
    await accounts.provePassword(user, current);
    await forgive();
    ctx.body = { url: await begin(ctx, { kind: 'link', userId: user.id }, ACCOUNT_PAGE) };
  });

  router.delete('/app/api/account/oidc', (ctx) => {
    const { user } = office.loginToChange(ctx);
    getProvider().identities.unlink(user);
    ctx.body = {};
  });

  /** @returns where to send the browser, which is given what it must bring back */
  async function begin(ctx: Context, purpose: Purpose, returnTo: string): Promise<string> {
    const { provider } = getProvider();
    if (purpose.kind === 'sign-in') await admit(ctx);
    try {
      const { url, expected } = await provider.begin(callback(), office.languageOf(ctx));
      office.keepBegun(ctx, begunSignIns.seal({ expected, purpose, returnTo }), BEGUN_MS);
      return url;
    } catch (error) {
      if (purpose.kind === 'sign-in' || !(error instanceof ProviderError)) throw error;
      noteFault(error);
      throw new AppError('unavailable', 'The provider of sign-in does not answer as it should; try again later.');
    }
  }

  function link(ctx: Context, { returnTo }: Begun, proven: ProvenIdentity, userId: number): void {
    const { identities, name } = getProvider();
    // Whoever has signed out, or in as somebody else meanwhile, has not asked for this.
    const user = office.userOf(ctx);
    const isTheirs = user?.id === userId && !secondStep.steps.isMissing(user);
    const refusal = isTheirs ? identities.link(user, proven) : 'stale';
    if (user === null || refusal !== null) {
      turnBack(ctx, returnTo, refusal ?? 'stale', user?.email);
      return;
    }
    changes.note({ who: user.email, act: 'identity_linked', about: name });
    redirect(ctx, returnTo);
  }

  function enter(ctx: Context, { returnTo }: Begun, entry: Entry, whenNew: Act): void {
    if ('refusal' in entry) {
      turnBack(ctx, returnTo, entry.refusal);
      return;
    }
    if (secondStep.steps.waysOf(entry.user) !== null) {
      // Whoever was signed in here, perhaps as another, would not be shown the question.
      office.signOut(ctx);
      office.startPending(ctx, secondStep.pending.open(entry.user, getProvider().name));
      redirect(ctx, returnTo);
      return;
    }
    office.signIn(ctx, entry.user);
    changes.note({ who: entry.user.email, act: entry.isNew ? whenNew : 'signed_in', about: getProvider().name });
    redirect(ctx, returnTo);
  }

  /** To a page of ours, which reads the reason after `#`: no log and no history of a proxy has it. */
  function turnBack(ctx: Context, returnTo: string, why: TurnedBack, who = STRANGER): void {
    if (!NO_REFUSALS.includes(why)) refusals.note({ who, act: 'sign_in_refused' });
    redirect(ctx, `${returnTo}#sign-in=${why}`);
  }

  async function admit(ctx: Context): Promise<void> {
    if (await beginnings.admit(addressOf(ctx.req))) return;
    throw new AppError('rate_limited', 'Too many attempts; wait a quarter of an hour.', [], { retryAfterS: WINDOW_S });
  }

  /** @throws AppError `not_found` */
  function getProvider(): SignInProvider {
    if (services.signInProvider !== null) return services.signInProvider;
    throw new AppError('not_found', 'No provider of OpenID Connect is set: docs/sign-in-with-openid.md says how.');
  }

  /** @throws whatever is none of the provider's faults */
  function readFault(error: unknown): TurnedBack {
    if (error instanceof AppError && error.code === 'rate_limited') return 'rate_limited';
    if (!(error instanceof ProviderError)) throw error;
    noteFault(error);
    return error.kind;
  }

  function noteFault({ kind, reason }: ProviderError): void {
    if (kind !== 'cancelled') log.warn({ reason }, 'a sign-in by the provider of OpenID Connect did not succeed');
  }
}

/** As one that is asked for by GET, whatever led here. */
function redirect(ctx: Context, to: string): void {
  ctx.status = 303;
  ctx.set('location', to);
  ctx.body = '';
}
