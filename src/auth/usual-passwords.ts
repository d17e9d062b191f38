/** Passwords that are tried first, or stand in a manual: nobody may have one. */
import { verifyPassword } from './passwords.ts';
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

/** @returns how many people of the back office have one */
export async function findUsualPasswords(users: Pick<UserStore, 'list' | 'findByEmail'>): Promise<number> {
  let found = 0;
  for (const { email } of users.list().slice(0, MOST_PEOPLE)) {
    const hash = users.findByEmail(email)?.passwordHash;
    for (const password of hash === undefined ? [] : USUAL) {
      if (!(await verifyPassword(hash ?? '', password))) continue;
      found += 1;
      break;
    }
  }
  return found;
}
