/** Passwords that are tried first, or stand in a manual: nobody may have one. */
import type { PasswordQueue } from './password-queue.ts';
import { isOfPassword } from './passwords.ts';
import type { UserStore } from './ports.ts';

/** Of the length that is asked for at least; the last ones are ours. */
const USUAL = [
  ...[
    '123456789012',
    'password1234',
    'passwordpassword',
    'administrator',
    'motdepasse123',
    'correct horse battery staple',
  ],
  ...['passantpassant', 'passant12345', 'a few words in a row', 'change me, please'],
];
/** Each trial costs as much as a sign-in. */
const MOST_PEOPLE = 20;

export function isUsualPassword(password: string): boolean {
  return USUAL.includes(password.toLowerCase());
}

/** @returns how many people of the back office have one */
export async function findUsualPasswords(
  users: Pick<UserStore, 'list' | 'findByEmail'>,
  passwords: PasswordQueue,
): Promise<number> {
  let found = 0;
  const hashes = users.list().map(({ email }) => users.findByEmail(email)?.passwordHash);
  const ofPasswords = hashes.filter((hash) => hash !== undefined).filter(isOfPassword);
  for (const hash of ofPasswords.slice(0, MOST_PEOPLE)) {
    for (const password of USUAL) {
      if (!(await passwords.verify(hash, password, 'known'))) continue;
      found += 1;
      break;
    }
  }
  return found;
}
