/** Who may do what: one order of roles, and the least role for each kind of act. Routes, commands and pages follow this table. */
import type { SiteRole, Standing } from './ports.ts';
import { ROLES, type Role } from './ports.ts';

/** What is done to one site, and the least role there that may. */
const ON_SITE = {
  /** Look at figures and at what the site keeps beside them. */
  read: 'viewer',
  /** Goals, funnels, segments, notes. */
  write: 'editor',
  /** Settings, shared links, keys and people of the site. */
  manage: 'admin',
  /** Empty, remove or give away. */
  own: 'owner',
} as const satisfies Record<string, Role>;
export type SiteAct = keyof typeof ON_SITE;

/** What is done to the whole service: by whoever has the role on every site. */
const ON_SERVICE = {
  /** Add sites; people, keys, and the log of what people did. */
  manage: 'admin',
  /** Appoint owners. */
  own: 'owner',
} as const satisfies Record<string, Role>;
export type ServiceAct = keyof typeof ON_SERVICE;

/** @returns the higher of somebody's role everywhere and on this site; null where the site is none of their business */
export function roleOn({ role, siteRoles }: Standing, siteId: number): Role | null {
  const here = siteRoles.find((each) => each.siteId === siteId)?.role ?? null;
  return isAtLeast(here, role) ? here : role;
}

export function mayOnSite(standing: Standing, act: SiteAct, siteId: number): boolean {
  return isAtLeast(roleOn(standing, siteId), ON_SITE[act]);
}

export function mayOnService({ role }: Pick<Standing, 'role'>, act: ServiceAct): boolean {
  return isAtLeast(role, ON_SERVICE[act]);
}

/** Whether nothing in `other` is above what `standing` has: nobody gives or takes more than they have themselves. */
export function covers(standing: Standing, other: { role: Role | null; siteRoles: readonly SiteRole[] }): boolean {
  return (
    isAtLeast(standing.role, other.role) &&
    other.siteRoles.every(({ siteId, role }) => isAtLeast(roleOn(standing, siteId), role))
  );
}

/** null is below every role. */
export function isAtLeast(role: Role | null, least: Role | null): boolean {
  return rank(role) <= rank(least);
}

function rank(role: Role | null): number {
  return role === null ? ROLES.length : ROLES.indexOf(role);
}
