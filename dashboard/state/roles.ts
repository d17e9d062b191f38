/** What somebody is in the back office; the server decides, and the pages leave out what it would refuse. */

/** From the highest to the lowest, as the server knows them. */
export const ROLES = ['owner', 'admin', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** @param role null: none */
export function isAtLeast(role: Role | null, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) <= ROLES.indexOf(least);
}
