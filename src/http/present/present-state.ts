/** What the dashboard is told when it opens: who is signed in, and which sites there are. */
import type { Context } from 'koa';
import type { Site } from '../../domain/site.ts';
import { renderSnippet } from '../../snippet/render-snippet.ts';
import type { BackOffice } from '../back-office.ts';
import type { HttpOptions, HttpServices } from '../services.ts';

export interface StateAnswer {
  signedIn: boolean;
  needsSetup: boolean;
  user: { email: string; role: string } | null;
  language: 'en' | 'fr';
  version: string;
  demoUrl: string | null;
  /** Nearly all visitors come without their own address: the proxy in front does not pass it on, or is not believed. */
  addressesMissing: boolean;
  sites: SiteAnswer[];
}

export interface SiteAnswer {
  domain: string;
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
  const sites = user === null ? [] : office.sitesOf(user);
  return {
    signedIn: user !== null,
    needsSetup: services.accounts.needsSetup,
    user: user && { email: user.email, role: user.role },
    language: office.languageOf(ctx),
    version: options.version,
    demoUrl: options.demoUrl(),
    addressesMissing: user !== null && options.isAddressMissing,
    sites: await Promise.all(sites.map((site) => presentSite(site, services, options))),
  };
}

async function presentSite(site: Site, { executor }: HttpServices, options: HttpOptions): Promise<SiteAnswer> {
  const { domain, timezone, demo, anonymous, profile } = site;
  return {
    ...{ domain, timezone, demo, anonymous, profile },
    hasEvents: (await executor.firstDay(site.id)) !== null,
    snippet: renderSnippet(site, `${options.baseUrl()}/${options.prefix}`),
  };
}
