/** The cookie charter of a site as data: ours by its settings, the others as it has declared them. */
import { COOKIE_CATEGORIES, type CookieCategory, type DeclaredCookie } from '../domain/cookie.ts';
import type { Site } from '../domain/site.ts';
import { listOwnCookies, type OwnCookie } from './own-cookies.ts';

export type CharterEntry = { own: OwnCookie } | { declared: DeclaredCookie };

export interface Charter {
  site: Site;
  /** In the order in which they are shown; categories without an entry too. */
  groups: readonly { category: CookieCategory; entries: readonly CharterEntry[] }[];
}

export function createCharter(site: Site, declared: readonly DeclaredCookie[]): Charter {
  const entries: CharterEntry[] = [
    ...declared.map((each) => ({ declared: each })),
    ...listOwnCookies(site).map((each) => ({ own: each })),
  ];
  return {
    site,
    groups: COOKIE_CATEGORIES.map((category) => ({
      category,
      entries: entries.filter((entry) => cookieOf(entry).category === category),
    })),
  };
}

export function cookieOf(entry: CharterEntry): OwnCookie | DeclaredCookie {
  return 'own' in entry ? entry.own : entry.declared;
}

/** Whether it may be there without anybody's yes. */
export function needsConsent(entry: CharterEntry): boolean {
  return 'own' in entry ? entry.own.when === 'consent' : entry.declared.category !== 'necessary';
}
