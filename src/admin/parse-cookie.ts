/** Reads a declared cookie as texts, as a command or a form gives them; every mistake at once. */
import {
  COOKIE_CATEGORIES,
  type DeclaredCookie,
  LIFETIME_UNITS,
  type Lifetime,
  STORAGE_KINDS,
  type Words,
} from '../domain/cookie.ts';
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import { cleanText } from '../lib/clean-text.ts';

/** Option names as on the command line, without the dashes. */
export const COOKIE_OPTIONS = {
  name: 'as on the device; * stands for characters that differ',
  kind: `where it is kept: ${STORAGE_KINDS.join(', ')}`,
  category: `what it is for: ${COOKIE_CATEGORIES.join(', ')}; only necessary ones need no consent`,
  lifetime: 'session, persistent, or such as 30min, 12h, 14d, 2w, 13mo, 1y',
  countries: 'ISO countries where its data is processed, separated by commas',
} as const;
/** Options with a text for each language, such as `--purpose fr=… --purpose en=…`; without a language for all. */
export const COOKIE_TEXTS = {
  purpose: 'what it is for, in one sentence',
  provider: 'who sets it; default: the site itself',
  service: 'the service that it belongs to',
} as const;

export type CookieOptions = Partial<Record<keyof typeof COOKIE_OPTIONS, string>> &
  Partial<Record<keyof typeof COOKIE_TEXTS, readonly string[]>>;

const LONGEST_NAME = 200;
const LONGEST_TEXT = 600;
/** The words of `LIFETIME_UNITS` as they are written, in the same order. */
const UNITS = ['min', 'h', 'd', 'w', 'mo', 'y'];
const LANGUAGE = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=(.*)$/s;

/** @throws AppError `invalid` with one detail per mistake */
export function parseCookie(options: CookieOptions): DeclaredCookie {
  const mistakes: ErrorDetail[] = [];
  const refuse: Refuse = (option, message) => mistakes.push({ path: `--${option}`, message });
  const choose = <T extends string>(option: 'kind' | 'category', known: readonly T[], fallback: T): T => {
    const given = options[option];
    const value = given === undefined ? fallback : known.find((each) => each === given);
    if (value === undefined) refuse(option, `Use one of ${known.join(', ')}.`);
    return value ?? fallback;
  };
  const cookie: DeclaredCookie = {
    name: readName(options.name, refuse),
    kind: choose('kind', STORAGE_KINDS, 'cookie'),
    category: choose('category', COOKIE_CATEGORIES, 'necessary'),
    provider: readWords('provider', options.provider, refuse),
    service: readWords('service', options.service, refuse),
    countries: readCountries(options.countries, refuse),
    purpose: readWords('purpose', options.purpose, refuse),
    lifetime: readLifetime(options.lifetime, refuse),
  };
  if (Object.keys(cookie.purpose).length === 0)
    refuse(
      'purpose',
      'Say what it is for, such as --purpose "fr=Garde votre connexion" --purpose "en=Keeps you signed in".',
    );
  if (mistakes.length > 0) throw new AppError('invalid', 'The cookie cannot be listed; see details.', mistakes);
  return cookie;
}

type Refuse = (option: keyof CookieOptions, message: string) => void;

function readName(given: string | undefined, refuse: Refuse): string {
  const name = cleanText(given ?? '').trim();
  if (name === '' || name.length > LONGEST_NAME || /[\s;,=]/.test(name))
    refuse('name', `Give the name as the browser shows it, 1 to ${LONGEST_NAME} characters.`);
  return name;
}

function readWords(option: keyof typeof COOKIE_TEXTS, given: readonly string[] = [], refuse: Refuse): Words {
  const words = given.map((each): [string, string] => {
    const [, language = '*', text = each] = LANGUAGE.exec(each) ?? [];
    return [language.toLowerCase(), cleanText(text).trim()];
  });
  if (words.some(([, text]) => text === '' || text.length > LONGEST_TEXT))
    refuse(option, `A text has 1 to ${LONGEST_TEXT} characters.`);
  if (new Set(words.map(([language]) => language)).size < words.length)
    refuse(option, 'Give one text per language, such as fr=… and en=….');
  return Object.fromEntries(words);
}

function readCountries(given: string | undefined, refuse: Refuse): readonly string[] {
  const list = (given ?? '')
    .split(',')
    .map((each) => each.trim().toUpperCase())
    .filter((each) => each !== '');
  if (list.some((each) => !/^[A-Z]{2}$/.test(each))) refuse('countries', 'Use ISO country codes such as FR,DE.');
  return list;
}

function readLifetime(given: string | undefined, refuse: Refuse): Lifetime {
  if (given === 'session' || given === 'persistent') return given;
  const [, count, letters = ''] = /^(\d{1,4})([a-z]+)$/.exec(given ?? '') ?? [];
  const unit = LIFETIME_UNITS[UNITS.indexOf(letters)];
  if (unit !== undefined && Number(count) >= 1) return { count: Number(count), unit };
  refuse('lifetime', 'Use session, persistent, or a number with min, h, d, w, mo or y, such as 13mo.');
  return 'session';
}
