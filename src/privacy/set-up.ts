/** Where the service stands as a visitor's browser sees it: that decides which rights work by which way. */
import { getDomain } from 'tldts';
import type { Site } from '../domain/site.ts';

/**
 * `own-host`: under the site's own host, by a path of its proxy: identifier and mark reach the service. `same-domain`: another host of
 * the same registrable domain: the mark reaches it. `foreign`: neither does.
 */
export const SET_UPS = ['own-host', 'same-domain', 'foreign'] as const;
export type SetUp = (typeof SET_UPS)[number];

/** @param host name under which the service is asked, without a port */
export function findSetUp({ domain, hosts }: Pick<Site, 'domain' | 'hosts'>, host: string): SetUp {
  const name = host.toLowerCase();
  const own = [domain, `www.${domain}`, ...hosts];
  if (own.includes(name)) return 'own-host';
  const registrable = getDomain(name);
  return registrable !== null && own.some((each) => getDomain(each) === registrable) ? 'same-domain' : 'foreign';
}
