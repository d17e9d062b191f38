/** A route's pattern as an address that can be asked, about one site. */

/** @param route such as `GET /app/api/sites/:domain/goals` */
export function addressOfRoute(route: string, site: string, query?: string): { method: string; path: string } {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern
    .replace(':domain', site)
    .replace(':site', site)
    .replace(':key', site)
    .replace(':id', '999999')
    .replace(':version', '1')
    .replace(/\{?\/\*path\}?/, '/');
  return { method, path: `${path}${query === undefined ? '' : `?${query}`}` };
}
