/** Password rules and hashes: Argon2id with OWASP's parameters of 19 MiB and two passes, library defaults otherwise. */
import { AppError } from '../domain/errors.ts';

const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 256;
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @throws AppError `invalid` when the password is too short or absurdly long */
export function checkPassword(password: string): void {
  if (password.length >= FEWEST_CHARACTERS && password.length <= MOST_CHARACTERS) return;
  throw new AppError('invalid', `A password has ${FEWEST_CHARACTERS} to ${MOST_CHARACTERS} characters.`, [
    { path: 'password', message: `Use ${FEWEST_CHARACTERS} characters or more; a few words in a row are good.` },
  ]);
}

// The library is loaded when it is first needed: an idle service should not pay for it.
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(password, OPTIONS);
}

export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  if (password.length > MOST_CHARACTERS) return false;
  const { verify } = await import('@node-rs/argon2');
  return verify(stored, password);
}
