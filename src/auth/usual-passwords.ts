/** Passwords that are tried first, or stand in a manual: nobody may have one. */
import type { PasswordQueue } from './password-queue.ts';
import { isOfPassword } from './passwords.ts';
import type { UserStore, UsualPasswords } from './ports.ts';

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

/** Digits and signs at the end that are looked past one by one: `123456789012!` is as usual without them. */
const LONGEST_ENDING = 6;
/** What is left then; of a word between digits and signs on both sides. */
const [FEWEST_LEFT, FEWEST_OF_WORD] = [8, 4];

/** As it is, without its ending, or without all digits and signs around it. @param list what is known beside ours */
export async function isUsualPassword(password: string, list: UsualPasswords): Promise<boolean> {
  const texts = withoutTrimmings(password.toLowerCase());
  return texts.some((text) => USUAL.includes(text)) || list.includeAny(texts);
}

function withoutTrimmings(password: string): readonly string[] {
  const ending = /\P{L}*$/u.exec(password)?.[0].length ?? 0;
  const most = Math.min(ending, LONGEST_ENDING, password.length - FEWEST_LEFT);
  const shorter = Array.from({ length: Math.max(0, most) }, (_, index) => password.slice(0, -index - 1));
  const word = password.replace(/^\P{L}+|\P{L}+$/gu, '');
  return [password, ...shorter, ...(word.length < FEWEST_OF_WORD ? [] : [word])];
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
