/** Where the server keeps what belongs to a site. */

/** @param more such as `segments/3` or `goals?name=a` */
export function sitePath(domain: string, more: string): string {
  return `/app/api/sites/${encodeURIComponent(domain)}/${more}`;
}
