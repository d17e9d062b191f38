/** Shared pages: the same dashboard under the address of a link, which also says language, colours and ground of a frame. */
const ROOT = '/share/';
const OFFICE = '/app/';
/** What belongs to the reader, or to the page around a frame, and so stays whatever is shown. */
const KEPT = ['lang', 'theme', 'background'] as const;

export interface SharedPlace {
  /** The site's domain or the link's token, as it stands in the address. */
  key: string;
  /** Shown in a frame on somebody else's page. */
  isEmbedded: boolean;
}

/** @returns null for a page of the back office */
export function readSharedPlace(pathname: string): SharedPlace | null {
  if (!pathname.startsWith(ROOT)) return null;
  const [key = '', more] = pathname.slice(ROOT.length).split('/');
  return { key, isEmbedded: more === 'embed' };
}

/** Where a question goes: those of a shared page go to its link, which answers for its site alone. */
export function routeRequest(path: string, pathname: string): string {
  const place = readSharedPlace(pathname);
  if (place === null || !path.startsWith(`${OFFICE}api/`)) return path;
  return `${ROOT}${place.key}/${path.slice(OFFICE.length)}`;
}

/** The address of a view of the back office, as one of a shared page. @param search of the page now on show */
export function toSharedHref(href: string, { key, isEmbedded }: SharedPlace, search: string): string {
  const params = new URLSearchParams(search);
  const kept = KEPT.flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const [, asked = ''] = href.split('?');
  return `${ROOT}${key}${isEmbedded ? '/embed' : ''}?${[asked, ...kept].filter((part) => part !== '').join('&')}`;
}

/** Sheets that change something: they are not for readers. */
const OWNERS_SHEET = /^(share|note)/;

/** The address of a shared page as `readView` knows it. */
export function toOfficeAddress(domain: string, search: string): { pathname: string; search: string } {
  const params = new URLSearchParams(search);
  for (const name of KEPT) params.delete(name);
  if (OWNERS_SHEET.test(params.get('open') ?? '')) params.delete('open');
  return { pathname: `${OFFICE}${encodeURIComponent(domain)}`, search: params.toString() };
}

/** The same address in another language. */
export function withLanguage({ pathname, search }: { pathname: string; search: string }, language: string): string {
  const params = new URLSearchParams(search);
  params.set('lang', language);
  return `${pathname}?${params}`;
}
