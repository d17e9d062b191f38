/** Words that others know of somebody who chooses a password: it may have one of them in it, and may not rest on it. */
import { domainToUnicode } from 'node:url';

const PRODUCT = 'passant';
/** Shorter runs of letters are in too many words by chance. */
const FEWEST_OF_WORD = 3;
/** Letters that a password needs beside such a word. Digits and signs count for nothing then: they are what is put around it. */
export const FEWEST_BESIDE = 8;

/**
 * In lower case: the product's name, the parts of the e-mail address, the labels of hosts.
 * @param hosts as they are written in addresses
 */
export function listKnownWords(email: string, hosts: readonly string[]): readonly string[] {
  const texts = [PRODUCT, email, ...hosts.map((host) => domainToUnicode(host))];
  const words = texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return [...new Set(words)].filter((word) => word.length >= FEWEST_OF_WORD);
}

/** Whether a password has one of the words in it, and fewer than eight letters beside all of them. */
export function restsOnWord(password: string, words: readonly string[]): boolean {
  const whole = password.toLowerCase();
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  // A space in its place: what was around a word makes no other word.
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), whole);
  return rest !== whole && (rest.match(/\p{L}/gu) ?? []).length < FEWEST_BESIDE;
}
