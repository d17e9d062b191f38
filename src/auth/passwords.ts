/** Password rules and hashes: Argon2id with OWASP's parameters of 19 MiB and two passes, library defaults otherwise. */
import { AppError } from '../domain/errors.ts';
import type { PasswordHasher } from './ports.ts';

const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 256;
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** How every hash of today begins. */
const HEAD = `$argon2id$v=19$m=${OPTIONS.memoryCost},t=${OPTIONS.timeCost},p=${OPTIONS.parallelism}$`;

/** How the hash ends that no password has, whatever the parameters: 16 zero bytes of salt and 32 of a hash that nobody can make. */
const NOBODYS = `${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** @throws AppError `invalid` when the password is too short or absurdly long */
export function checkPassword(password: string): void {
  if (password.length >= FEWEST_CHARACTERS && password.length <= MOST_CHARACTERS) return;
  throw new AppError('invalid', `A password has ${FEWEST_CHARACTERS} to ${MOST_CHARACTERS} characters.`, [
    { path: 'password', message: `Use ${FEWEST_CHARACTERS} characters or more; a few words in a row are good.` },
  ]);
}

/** Costs a core and 19 MiB each time: asked through `PasswordQueue` alone. */
export const ARGON2: PasswordHasher = {
  // The library is loaded when it is first needed: an idle service should not pay for it.
  async hash(password) {
    const { hash } = await import('@node-rs/argon2');
    return hash(password, OPTIONS);
  },
  async verify(stored, password) {
    if (password.length > MOST_CHARACTERS) return false;
    const { verify } = await import('@node-rs/argon2');
    return verify(stored, password);
  },
  needsRehash: (stored) => !stored.startsWith(HEAD),
  decoy: `${HEAD}${NOBODYS}`,
};

/** Whether a stored hash can be of a password; whoever comes by a provider alone has none. */
export function isOfPassword(stored: string): boolean {
  return !stored.endsWith(NOBODYS);
}
