/** The people of the back office, and invitations to it. */
import { ROLES, type Role } from '../state/roles.ts';
import { asFields, asFlag, asList, asNumberOrNull, asText, asTextOrNull } from './decode.ts';
import { changeJson, getJson, postJson } from './request.ts';

const PATH = '/app/api/people';

export interface SiteRole {
  site: string;
  role: Role;
}

export interface Standing {
  /** On every site; null: on those of `sites` alone. */
  role: Role | null;
  sites: readonly SiteRole[];
}

export interface Person extends Standing {
  id: number;
  email: string;
  /** UTC ms. */
  createdAt: number;
}

export interface ListedPerson extends Person {
  /** Whether the password, or the provider, is not enough. */
  hasSecondStep: boolean;
}

export interface Invitation extends Person {
  invitedBy: string | null;
  /** UTC ms. */
  expiresAt: number;
}

export interface People {
  people: readonly ListedPerson[];
  invitations: readonly Invitation[];
  /** Everybody has to have a second step. */
  isSecondStepDemanded: boolean;
}

/** @throws ApiError */
export async function fetchPeople(_all: 'all', signal: AbortSignal): Promise<People> {
  const { people, invitations, secondStepDemanded } = asFields(await getJson(PATH, signal));
  return {
    isSecondStepDemanded: asFlag(secondStepDemanded),
    people: asList(people).map((each) => ({
      ...decodePerson(each),
      hasSecondStep: asFlag(asFields(each).hasSecondStep),
    })),
    invitations: asList(invitations).map((each) => {
      const { invitedBy, expiresAt } = asFields(each);
      return { ...decodePerson(each), invitedBy: asTextOrNull(invitedBy), expiresAt: asNumberOrNull(expiresAt) ?? 0 };
    }),
  };
}

/** @returns the link, and whether it was mailed; else it is to be sent in another way @throws ApiError */
export async function invite(email: string, standing: Standing): Promise<{ link: string; isMailed: boolean }> {
  const { link, mailed } = asFields(await postJson(`${PATH}/invitations`, { email, ...standing }));
  return { link: asText(link), isMailed: asFlag(mailed) };
}

/** @throws ApiError */
export async function takeBack(id: number): Promise<void> {
  await changeJson('DELETE', `${PATH}/invitations/${id}`);
}

/** @throws ApiError */
export async function changeStanding(id: number, standing: Standing): Promise<void> {
  await postJson(`${PATH}/${id}`, standing);
}

/** @throws ApiError */
export async function removePerson(id: number): Promise<void> {
  await changeJson('DELETE', `${PATH}/${id}`);
}

/** @throws ApiError */
export async function demandSecondStep(isDemanded: boolean): Promise<void> {
  const path = '/app/api/second-step-demand';
  await (isDemanded ? changeJson('PUT', path, { demanded: true }) : changeJson('DELETE', path));
}

/** Ends every login of somebody else. @throws ApiError */
export async function endLoginsOf(id: number): Promise<void> {
  await changeJson('DELETE', `${PATH}/${id}/logins`);
}

/** What the link of an invitation says. @throws ApiError `not_found` when it has been used, taken back, or is over */
export async function readInvitation(
  token: string,
  signal: AbortSignal,
): Promise<{ email: string; invitedBy: string | null }> {
  const { email, invitedBy } = asFields(await postJson('/app/api/invitation', { token }, signal));
  return { email: asText(email), invitedBy: asTextOrNull(invitedBy) };
}

/** Makes the account, and signs in. @throws ApiError */
export async function acceptInvitation(token: string, password: string): Promise<void> {
  await postJson('/app/api/invitation/accept', { token, password });
}

export function decodePerson(value: unknown): Person {
  const { id, email, role, sites, createdAt } = asFields(value);
  return {
    id: asNumberOrNull(id) ?? 0,
    email: asText(email),
    createdAt: asNumberOrNull(createdAt) ?? 0,
    role: roleOf(role),
    sites: asList(sites).flatMap((each) => {
      const { site, role: there } = asFields(each);
      const known = roleOf(there);
      return known === null ? [] : [{ site: asText(site), role: known }];
    }),
  };
}

function roleOf(value: unknown): Role | null {
  return ROLES.find((each) => each === value) ?? null;
}
