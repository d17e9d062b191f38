/** Reduces the address of a page to host and path, with the query parameters that the site has listed. */
import { ownsHost } from '../../domain/site.ts';
import type { Step } from '../draft.ts';

/** Characters of a page's path that are kept. */
const LONGEST_PATH = 1000;

export const normalizePage: Step = (draft) => {
  const { beacon, site } = draft;
  const { url, referrer } = beacon;
  if (!ownsHost(site, url.hostname)) return 'foreign-host';
  draft.host = url.hostname;
  const route = site.features.includes('hash') ? routeOf(url.hash) : '';
  draft.path = `${url.pathname}${keptQuery(url.searchParams, site.queryParameters)}${route}`.slice(0, LONGEST_PATH);
  draft.isInternal = referrer !== null && ownsHost(site, referrer.hostname);
  return null;
};

/** Of a fragment that holds the route of an application (`#/about`, `#!/about`) what stands before a question mark. */
function routeOf(fragment: string): string {
  return /^#!?\/[^?]*/.exec(fragment)?.[0] ?? '';
}

function keptQuery(query: URLSearchParams, names: readonly string[]): string {
  if (names.length === 0) return '';
  const kept = new URLSearchParams();
  for (const name of names) for (const value of query.getAll(name)) kept.append(name, value);
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}
