/** What the dashboard is told when it opens: who is signed in, and which sites there are. */
import type { Context } from 'koa';
import { roleOn } from '../../auth/permissions.ts';
import type { Role } from '../../auth/ports.ts';
import type { Ways } from '../../auth/second-step/second-steps.ts';
import type { Site } from '../../domain/site.ts';
import { renderSnippet } from '../../snippet/render-snippet.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

export interface StateAnswer {
  signedIn: boolean;
  needsSetup: boolean;
  /** What is still asked of somebody whose first step was right in this browser; null for nothing. */
  secondStep: Ways | null;
  /** Who is signed in has to set up a second step, and is told nothing else before. */
  secondStepMissing: boolean;
  /** `role` on every site; null for somebody who has one on some sites only. */
  user: { email: string; role: Role | null } | null;
  /** Where else people may sign in; null where only here. */
  provider: { name: string; isFirst: boolean } | null;
  version: string;
  demoUrl: string | null;
  /** Whether mail is set up. */
  mail: boolean;
  /** Nearly all visitors come without their own address: the proxy in front does not pass it on, or is not believed. */
  addressesMissing: boolean;
  /** Where browsers can show passkeys: scheme, host and port of the public address; null where they cannot. */
  passkeyOrigin: string | null;
  sites: SiteAnswer[];
}

export interface SiteAnswer {
  domain: string;
  /** What the signed-in user is there. */
  role: Role;
  timezone: string;
  demo: boolean;
  anonymous: string;
  profile: string;
  hasEvents: boolean;
  snippet: string;
}

export async function presentState(
  ctx: Context,
  office: BackOffice,
  services: HttpServices,
  options: HttpOptions & { isAddressMissing: boolean },
): Promise<StateAnswer> {
  const user = office.userOf(ctx);
  const isStepMissing = user !== null && services.secondStep.steps.isMissing(user);
  const sites = user === null || isStepMissing ? [] : office.sitesOf(user);
  return {
    signedIn: user !== null,
    needsSetup: services.accounts.needsSetup,
    secondStep: user === null ? waysOfPending(office.pendingOf(ctx), services) : null,
    secondStepMissing: isStepMissing,
    user: user && { email: user.email, role: user.role },
    provider: presentProvider(services),
    version: options.version,
    demoUrl: options.demoUrl(),
    passkeyOrigin: services.secondStep.passkeys.origin,
    mail: services.post.isOpen,
    addressesMissing: user !== null && options.isAddressMissing,
    sites: await Promise.all(
      sites.map(async (site) => ({
        ...(await presentSite(site, services, options)),
        role: (user && roleOn(user, site.id)) ?? 'viewer',
      })),
    ),
  };
}

function waysOfPending(token: string | undefined, { secondStep }: Pick<HttpServices, 'secondStep'>): Ways | null {
  const user = secondStep.pending.find(token);
  return user && secondStep.steps.waysOf(user);
}

function presentProvider({ signInProvider }: Pick<HttpServices, 'signInProvider'>): StateAnswer['provider'] {
  return signInProvider && { name: signInProvider.name, isFirst: signInProvider.isFirst };
}

async function presentSite(
  site: Site,
  { executor }: HttpServices,
  options: HttpOptions,
): Promise<Omit<SiteAnswer, 'role'>> {
  const { domain, timezone, demo, anonymous, profile } = site;
  return {
    ...{ domain, timezone, demo, anonymous, profile },
    hasEvents: (await executor.firstDay(site.id)) !== null,
    snippet: renderSnippet(site, `${options.baseUrl()}/${options.prefix}`),
  };
}
