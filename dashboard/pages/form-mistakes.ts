/** What can be wrong with an address and a password, by the names of the sentences that say so. */
import type { ErrorDetail } from '../api/api-error.ts';

/** The server has the same rule. */
export const FEWEST_CHARACTERS = 12;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** By the code that the server gives a password that it refuses for more than its length. */
const REFUSED = { usual_password: 'usualPassword', known_word: 'knownWord' } as const;

export type PasswordMistake = 'missingPassword' | 'shortPassword' | (typeof REFUSED)[keyof typeof REFUSED];

export interface Mistakes {
  email?: 'missingEmail';
  password?: PasswordMistake;
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
  const password = readPasswordMistake(details);
  return {
    ...(details.some(({ path }) => path === 'email') && { email: 'missingEmail' }),
    ...(password !== null && { password }),
  };
}

/** What the server has against a password that was chosen; null when it has named another field. */
export function readPasswordMistake(details: readonly ErrorDetail[]): PasswordMistake | null {
  const found = details.find(({ path }) => path === 'password');
  if (found === undefined) return null;
  const known: Readonly<Partial<Record<string, PasswordMistake>>> = REFUSED;
  return known[found.code ?? ''] ?? 'shortPassword';
}
