/** How the settings of OpenID Connect are read: which provider, what it is called, and whom it may bring. */
import type { Reading } from './reading.ts';

/** Roles that somebody may get by an address alone: what the higher ones may do is given to persons, not to domains. */
const ROLES = ['viewer', 'editor'] as const;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;
const LONGEST_LABEL = 40;

export type DomainRole = Readonly<Record<string, (typeof ROLES)[number]>>;

/** Https, since what comes from there opens accounts; plain http only on this machine. */
export function issuer(text: string): Reading<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !isHere))
    return { mistake: 'must be an address such as https://login.example.org/realms/city, over https' };
  if (url.search !== '' || url.hash !== '' || url.username !== '' || text.includes('/.well-known/'))
    return { mistake: 'must be the issuer alone, without ?, #, a user or /.well-known/…' };
  return { value: text };
}

export function label(text: string): Reading<string> {
  const name = text.trim();
  return name !== '' && name.length <= LONGEST_LABEL
    ? { value: name }
    : { mistake: `must have 1 to ${LONGEST_LABEL} characters` };
}

/** `example.org=viewer,city.example=editor` */
export function domainRoles(text: string): Reading<DomainRole> {
  const value: Record<string, (typeof ROLES)[number]> = {};
  const parts = text.split(',').map((each) => each.trim().toLowerCase());
  for (const part of parts.filter((each) => each !== '')) {
    const [domain = '', word, ...rest] = part.split('=').map((each) => each.trim());
    const role = ROLES.find((each) => each === word);
    if (!DOMAIN.test(domain) || role === undefined || rest.length > 0)
      return { mistake: `must be a list such as example.org=viewer, with one of the roles ${ROLES.join(', ')}` };
    value[domain] = role;
  }
  return { value };
}
