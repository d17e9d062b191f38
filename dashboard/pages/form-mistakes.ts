/** What can be wrong with an address and a password, by the names of the sentences that say so. */
import type { ErrorDetail } from '../api/api-error.ts';

/** The server has the same rule. */
export const FEWEST_CHARACTERS = 12;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

export interface Mistakes {
  email?: 'missingEmail';
  password?: 'missingPassword' | 'shortPassword';
}

export function isEmail(text: string): boolean {
  return EMAIL.test(text.trim());
}

export function findMistakes(email: string, password: string, isNew: boolean): Mistakes {
  return {
    ...(!isEmail(email) && { email: 'missingEmail' }),
    ...(password === ''
      ? { password: 'missingPassword' }
      : isNew && password.length < FEWEST_CHARACTERS && { password: 'shortPassword' }),
  };
}

/** The fields that the server has named; it says why in English, so that our own sentence stands in its place. */
export function readDetails(details: readonly ErrorDetail[]): Mistakes {
  const paths = new Set(details.map(({ path }) => path));
  return {
    ...(paths.has('email') && { email: 'missingEmail' }),
    ...(paths.has('password') && { password: 'shortPassword' }),
  };
}
