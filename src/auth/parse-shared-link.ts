/** Reads what somebody wants of a shared link; every mistake at once, each with its path. */
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import {
  type Embedding,
  LICENCES,
  type Licence,
  type SharedLink,
  type SharedLinkSettings,
} from '../domain/shared-link.ts';
import { dayOfDate, startOfDay } from '../lib/calendar.ts';
import { cleanText } from '../lib/clean-text.ts';

const LONGEST_NAME = 80;
const MOST_ORIGINS = 20;
/** What may stand in a header as it is. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/;

export interface SharedLinkOptions {
  /** `public` or `secret`. Only when it is made. */
  kind?: unknown;
  name?: unknown;
  /** A text sets it, null takes it away, nothing leaves it. */
  password?: unknown;
  /** The last day, as `YYYY-MM-DD` in the site's time zone; null: for good. */
  expires?: unknown;
  /** `none`, `any`, or a list of origins. */
  embedding?: unknown;
  details?: unknown;
  licence?: unknown;
}

export interface ParsedLink {
  settings: SharedLinkSettings;
  /** undefined: as it was. */
  password: string | null | undefined;
}

/**
 * @param known the link that is changed; null for a new one
 * @throws AppError `invalid` with one detail per mistake
 */
export function parseSharedLink(
  options: SharedLinkOptions,
  known: SharedLink | null,
  { isPublic, timezone }: { isPublic: boolean; timezone: string },
): ParsedLink {
  const mistakes: ErrorDetail[] = [];
  const refuse = (path: string, message: string) => mistakes.push({ path, message });
  const settings: SharedLinkSettings = {
    name: options.name === undefined && known ? known.name : readName(options.name, isPublic, refuse),
    expiresAt:
      options.expires === undefined ? (known?.expiresAt ?? null) : readExpiry(options.expires, timezone, refuse),
    embedding:
      options.embedding === undefined ? (known?.embedding ?? 'none') : readEmbedding(options.embedding, refuse),
    details: options.details === undefined ? (known?.details ?? false) : options.details === true,
    licence: options.licence === undefined ? (known?.licence ?? null) : readLicence(options.licence, refuse),
  };
  const password = readPassword(options.password, refuse);
  const hasPassword = password === undefined ? known?.hasPassword === true : password !== null;
  if (isPublic && (hasPassword || settings.expiresAt !== null))
    refuse('password', 'A public page has neither password nor end; make a secret link.');
  if (!isPublic && settings.licence !== null) refuse('licence', 'Only the public page offers open data.');
  // A password would be typed into a page of somebody else's, and its cookie would not be sent from there.
  if (hasPassword && settings.embedding !== 'none')
    refuse('embedding', 'A link with a password cannot be embedded; leave one of the two out.');
  if (mistakes.length > 0) throw new AppError('invalid', 'The link cannot be made like this; see details.', mistakes);
  return { settings, password };
}

type Refuse = (path: string, message: string) => void;

function readName(given: unknown, isPublic: boolean, refuse: Refuse): string {
  if (isPublic) return '';
  const name = typeof given === 'string' ? cleanText(given).trim() : '';
  if (name === '' || name.length > LONGEST_NAME)
    refuse('name', `Say whom the link is for, in at most ${LONGEST_NAME} characters.`);
  return name;
}

function readExpiry(given: unknown, timezone: string, refuse: Refuse): number | null {
  if (given === null) return null;
  try {
    if (typeof given === 'string') return startOfDay(dayOfDate(given) + 1, timezone);
  } catch {
    // said below
  }
  refuse('expires', 'Give the last day as a date such as 2027-03-31, or null.');
  return null;
}

function readEmbedding(given: unknown, refuse: Refuse): Embedding {
  if (given === 'none' || given === 'any') return given;
  const list = Array.isArray(given) ? (given as unknown[]) : [];
  const origins = list.map(readOrigin);
  if (list.length === 0 || list.length > MOST_ORIGINS)
    refuse('embedding', `Use none, any, or a list of 1 to ${MOST_ORIGINS} origins such as https://www.example.org.`);
  origins.forEach((origin, index) => {
    if (origin === null) refuse(`embedding[${index}]`, 'Give scheme and host, such as https://www.example.org.');
  });
  return [...new Set(origins.filter((origin) => origin !== null))];
}

function readOrigin(given: unknown): string | null {
  if (typeof given !== 'string' || !URL.canParse(given)) return null;
  const { origin, pathname, search, hash } = new URL(given);
  return ORIGIN.test(origin) && pathname === '/' && search === '' && hash === '' ? origin : null;
}

function readLicence(given: unknown, refuse: Refuse): Licence | null {
  if (given === null) return null;
  const known = (Object.keys(LICENCES) as Licence[]).find((each) => each === given);
  if (known === undefined) refuse('licence', `Use one of ${Object.keys(LICENCES).join(', ')}, or null.`);
  return known ?? null;
}

function readPassword(given: unknown, refuse: Refuse): string | null | undefined {
  if (given === undefined || given === null) return given;
  if (typeof given === 'string' && given !== '') return given;
  refuse('password', 'Give a text, or null for none.');
  return undefined;
}
