/** People and invitations as the dashboard reads them: sites by their names. */
import type { Invitation, Role, Standing, User } from '../../auth/ports.ts';

export interface StandingAnswer {
  /** On every site; null: on those of `sites` alone. */
  role: Role | null;
  sites: { site: string; role: Role }[];
}
export interface PersonAnswer extends StandingAnswer {
  id: number;
  email: string;
  /** UTC ms. */
  createdAt: number;
}
export interface InvitationAnswer extends PersonAnswer {
  invitedBy: string | null;
  /** UTC ms. */
  expiresAt: number;
}

type DomainOf = (siteId: number) => string | undefined;

/** @param domainOf undefined for a site that is not to be told */
export function presentPerson({ id, email, createdAt, ...standing }: User, domainOf: DomainOf): PersonAnswer {
  return { id, email, createdAt, ...presentStanding(standing, domainOf) };
}

export function presentInvitation(invitation: Invitation, domainOf: DomainOf): InvitationAnswer {
  const { id, email, createdAt, expiresAt, invitedBy } = invitation;
  return { id, email, createdAt, expiresAt, invitedBy, ...presentStanding(invitation, domainOf) };
}

function presentStanding({ role, siteRoles }: Standing, domainOf: DomainOf): StandingAnswer {
  const sites = siteRoles.flatMap(({ siteId, role: here }) => {
    const site = domainOf(siteId);
    return site === undefined ? [] : [{ site, role: here }];
  });
  return { role, sites };
}
