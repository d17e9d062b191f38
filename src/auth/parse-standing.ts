/** Reads what somebody is to be in the back office; every mistake at once, each with its path. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import type { Site } from '../domain/site.ts';
import { ROLES, type Role, type SiteRole, type Standing } from './ports.ts';

export interface StandingOptions {
  /** On every site; null or left out: on those of `sites` alone. */
  role?: unknown;
  /** `[{ "site": "example.org", "role": "editor" }]`. */
  sites?: unknown;
}

/** @throws AppError `invalid` with one detail per mistake */
export function parseStanding(
  { role = null, sites = [] }: StandingOptions,
  findSite: (domain: string) => Pick<Site, 'id'> | null,
): Standing {
  const mistakes: ErrorDetail[] = [];
  const siteRoles = new Map<number, SiteRole>();
  if (role !== null && !isRole(role)) mistakes.push({ path: 'role', message: `Use ${ROLES.join(', ')}.` });
  if (!Array.isArray(sites)) mistakes.push({ path: 'sites', message: 'Give a list of sites, each with a role.' });
  for (const [index, each] of (Array.isArray(sites) ? (sites as unknown[]) : []).entries()) {
    const { site: domain, role: here } = (each ?? {}) as { site?: unknown; role?: unknown };
    const site = typeof domain === 'string' ? findSite(domain) : null;
    if (site === null) mistakes.push({ path: `sites[${index}].site`, message: 'There is no site of that name.' });
    if (!isRole(here)) mistakes.push({ path: `sites[${index}].role`, message: `Use ${ROLES.join(', ')}.` });
    else if (site !== null) siteRoles.set(site.id, { siteId: site.id, role: here });
  }
  if (mistakes.length > 0) throw new AppError('invalid', 'The role is not understood.', mistakes);
  const inOrder = [...siteRoles.values()].toSorted((one, other) => one.siteId - other.siteId);
  return { role: isRole(role) ? role : null, siteRoles: inOrder };
}

export function isRole(value: unknown): value is Role {
  return ROLES.some((each) => each === value);
}

/** What somebody may keep on a site that they give away. */
export const KEPT_ROLES = ['admin', 'editor', 'viewer', 'none'] as const;

/** What somebody keeps on a site that they give away. @throws AppError `invalid` */
export function parseKeptRole(value: unknown): Role | null {
  if (value === 'none') return null;
  if (isRole(value) && value !== 'owner') return value;
  throw new AppError('invalid', 'What is kept is not understood.', [
    { path: 'keep', message: 'Use admin, editor, viewer, or none.' },
  ]);
}
