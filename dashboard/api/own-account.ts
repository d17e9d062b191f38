/** One's own account: who one is, the password, and where one is signed in. */
import { asFields, asFlag, asList, asNumberOrNull, asText } from './decode.ts';
import { decodePerson, type Person } from './people.ts';
import { changeJson, getJson, postJson } from './request.ts';

const PATH = '/app/api/account';

export interface Login {
  id: number;
  /** A name such as Firefox; '' when unknown. */
  browser: string;
  /** A name such as Linux; '' when unknown. */
  os: string;
  /** UTC ms. */
  createdAt: number;
  /** Last used, to some minutes. */
  seenAt: number;
  /** Whether it is the one in use here. */
  isThis: boolean;
}

export interface OwnAccount {
  person: Person;
  /** Whoever came by the provider of sign-in may have none. */
  hasPassword: boolean;
  /** The one used last first. */
  logins: readonly Login[];
}

/** @throws ApiError */
export async function fetchAccount(_own: 'own', signal: AbortSignal): Promise<OwnAccount> {
  const { person, hasPassword, logins } = asFields(await getJson(PATH, signal));
  return {
    person: decodePerson(person),
    hasPassword: hasPassword !== false,
    logins: asList(logins).map((each) => {
      const { id, browser, os, createdAt, seenAt, isThis } = asFields(each);
      return {
        ...{ id: asNumberOrNull(id) ?? 0, browser: asText(browser), os: asText(os), isThis: asFlag(isThis) },
        ...{ createdAt: asNumberOrNull(createdAt) ?? 0, seenAt: asNumberOrNull(seenAt) ?? 0 },
      };
    }),
  };
}

/** All other logins end. @throws ApiError `invalid` with the path `current` or `password` */
export async function changePassword(current: string, password: string): Promise<void> {
  await postJson(`${PATH}/password`, { current, password });
}

/** @throws ApiError */
export async function endLogin(id: number): Promise<void> {
  await changeJson('DELETE', `${PATH}/logins/${id}`);
}

/** All but the one in use here. @throws ApiError */
export async function endOtherLogins(): Promise<void> {
  await changeJson('DELETE', `${PATH}/logins`);
}
