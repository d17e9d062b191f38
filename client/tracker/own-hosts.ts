/** Which hosts belong to the site, as far as a page can know. */
import { site } from './settings.ts';

/** Whether an address is of this host, the site's domain or a subdomain of it. */
export const isOurs = (url: string): boolean => {
  const { hostname } = new URL(url);
  return hostname === location.hostname || `.${hostname}`.endsWith(`.${site}`);
};
