/** A measured site and the settings that decide what may be known about its visitors. */
import type { DeclaredFacts } from './declared-facts.ts';
import type { DisclosureSettings } from './disclosure.ts';
import type { ExclusionSettings } from './exclusions.ts';
import type { AnonymousLevel } from './levels.ts';

export const PROFILES = ['consented', 'exempt'] as const;
export type Profile = (typeof PROFILES)[number];

/** What a refusal means: count on anonymously, count pageviews only, or count nothing. */
export const ON_REFUSAL = ['anonymous', 'pageviews', 'none'] as const;
export type OnRefusal = (typeof ON_REFUSAL)[number];

/** What Global Privacy Control and Do Not Track mean on this site. */
export const SIGNAL_POLICIES = ['anonymous', 'exclude', 'ignore'] as const;
export type SignalPolicy = (typeof SIGNAL_POLICIES)[number];

/** Where the random identifier lives on the device after consent. */
export const IDENTIFIER_PLACES = ['cookie', 'storage', 'server'] as const;
export type IdentifierPlace = (typeof IDENTIFIER_PLACES)[number];

/** What the script can do beside pageviews, consent and custom events; docs/client.md explains each. */
export const SCRIPT_FEATURES = [
  'engagement',
  'links',
  'downloads',
  'forms',
  'not-found',
  'tagged',
  'search',
  'props',
  'sections',
  'hash',
  'exclude',
  'opt-out',
] as const;
export type ScriptFeature = (typeof SCRIPT_FEATURES)[number];
/** What a site has that has chosen nothing: an objection is heard whatever snippet is used. */
export const USUAL_FEATURES: readonly ScriptFeature[] = ['engagement', 'opt-out'];

/** Who asks visitors for consent: our banner or the site's own call, another consent tool, or nobody (then nobody is identified). */
export const ASKED_BY = ['passant', 'other', 'nobody'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

export interface SiteSettings extends DeclaredFacts, DisclosureSettings, ExclusionSettings {
  /** IANA name; days, buckets and retention follow it. */
  timezone: string;
  /** ISO 3166-1 alpha-2, or null when nobody has stated one. */
  jurisdiction: string | null;
  profile: Profile;
  anonymous: AnonymousLevel;
  /** The device keeps the date of its last visit, and nothing else, to say which page is the first of a day, week or month. */
  dateFlag: boolean;
  onRefusal: OnRefusal;
  signals: SignalPolicy;
  identifier: IdentifierPlace;
  /** What the script of this site can do. */
  features: readonly ScriptFeature[];
  /** Months that events are kept; null keeps them for good. */
  retentionMonths: number | null;
  /** Hosts whose pages belong to this site, beside the domain itself and its subdomains. */
  hosts: readonly string[];
  /** Names of URL query parameters that stay part of the page. */
  queryParameters: readonly string[];
  askedBy: AskedBy;
}

export interface Site extends SiteSettings {
  id: number;
  domain: string;
  /** The demo site of a first start: outside the audit, no rounding. */
  demo: boolean;
  /** UTC ms. */
  createdAt: number;
}

/** How long a site that was removed can be had back (ms). */
export const REMOVED_KEPT_MS = 7 * 86_400_000;

/** A site out of sight, for which nothing is counted, with everything that was counted before. */
export interface RemovedSite extends Site {
  /** UTC ms. */
  removedAt: number;
}

/** When a site that was removed is erased, at the earliest (UTC ms). */
export function goesAt({ removedAt }: Pick<RemovedSite, 'removedAt'>): number {
  return removedAt + REMOVED_KEPT_MS;
}

/** How a site is named, whichever way its domain was written: lower case, without `www.`. */
export function siteName(domain: string): string {
  return domain.toLowerCase().replace(/^www\./, '');
}

/** Whether a host name is one of the site's own: the domain, a subdomain of it, or a host listed in its settings. */
export function ownsHost(site: Pick<Site, 'domain' | 'hosts'>, host: string): boolean {
  const name = host.toLowerCase();
  return name === site.domain || name.endsWith(`.${site.domain}`) || site.hosts.includes(name);
}
