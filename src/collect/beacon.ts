/** The wire format of a beacon: short and long names, checked once, every mistake named with its path. */
import {
  CONSENT_ACTIONS,
  CONSENT_STATES,
  type ConsentAction,
  type ConsentProof,
  type ConsentState,
  IDENTIFIER_PATTERN,
} from '../domain/consent.ts';
import { AppError, type ErrorDetail } from '../domain/errors.ts';
import { CONSENT, ENGAGEMENT } from '../domain/event.ts';
import { FIRSTS, type FirstOf } from '../domain/levels.ts';
import { siteName } from '../domain/site.ts';
import { cleanText } from '../lib/clean-text.ts';

/** A checked message. Texts are free of control characters and within their limits. */
export interface Beacon {
  name: string;
  url: URL;
  domain: string;
  referrer: URL | null;
  consent: ConsentState;
  identifier: string | null;
  props: Record<string, string> | null;
  revenue: { amount: number; currency: string } | null;
  engagedMs: number | null;
  scrollDepth: number | null;
  beganVisit: boolean;
  leftByLink: boolean;
  /** Which first page of the device this one is, by the date that the device keeps. */
  firstOf: FirstOf | null;
  consentAction: ConsentAction | null;
  /** With an action: which text and banner asked, and which consent tool told. */
  proof: ConsentProof | null;
  /** With a withdrawal: the identifier that was on the device, for the last time. */
  withdrawn: string | null;
  messageId: string | null;
  /** Only believed with an API key of scope `events:write`. */
  claimed: { ip: string | null; userAgent: string | null; time: number | null };
}

export const BEACON_LIMITS = {
  name: 120,
  url: 8192,
  properties: 30,
  propertyKey: 300,
  propertyValue: 2000,
  messageId: 64,
  proof: 60,
} as const;
/** A page left open for longer than a day says nothing about attention. */
const LONGEST_ENGAGEMENT_MS = 86_400_000;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * Reads a parsed JSON body.
 * @throws AppError `invalid` with one detail per mistake
 */
export function readBeacon(body: unknown): Beacon {
  const mistakes: ErrorDetail[] = [];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid([{ path: '', message: 'The body must be a JSON object.' }]);
  }
  const fields = body as Record<string, unknown>;
  const field = (short: string, long: string): [unknown, string] =>
    fields[short] === undefined && fields[long] !== undefined ? [fields[long], long] : [fields[short], short];
  const refuse = (path: string, message: string) => mistakes.push({ path, message });

  const name = readName(...field('n', 'name'), refuse);
  const url = readUrl(...field('u', 'url'), refuse);
  const consent = readChoice(...field('c', 'consent'), CONSENT_STATES, 'unset', refuse);
  const action = name === CONSENT ? readChoice(fields.action, 'action', CONSENT_ACTIONS, null, refuse) : null;
  if (name === CONSENT && fields.action === undefined) refuse('action', `Say one of ${CONSENT_ACTIONS.join(', ')}.`);
  const isEngagement = name === ENGAGEMENT;
  const beacon = {
    name,
    url,
    domain: readDomain(...field('d', 'domain'), url, refuse),
    referrer: readReferrer(...field('r', 'referrer'), refuse),
    consent,
    identifier: consent === 'granted' ? readIdentifier(...field('id', 'visitor'), refuse) : null,
    props: readProperties(...field('p', 'props'), refuse),
    revenue: readRevenue(...field('$', 'revenue'), refuse),
    engagedMs: isEngagement ? readNumber(fields.e, 'e', LONGEST_ENGAGEMENT_MS, refuse) : null,
    scrollDepth: isEngagement ? readNumber(fields.sd, 'sd', 100, refuse) : null,
    beganVisit: isTrue(fields.in),
    leftByLink: isTrue(fields.li),
    firstOf: readFirstOf(fields.df, refuse),
    consentAction: action,
    proof: action === null ? null : readProof(fields, refuse),
    withdrawn: action === 'withdrawn' ? readIdentifier(...field('id', 'visitor'), refuse) : null,
    messageId: readMessageId(fields.b, refuse),
    claimed: readClaims(fields, refuse),
  };
  if (mistakes.length > 0 || beacon.url === null) throw invalid(mistakes);
  return { ...beacon, url: beacon.url };
}

type Refuse = (path: string, message: string) => void;

function readName(value: unknown, path: string, refuse: Refuse): string {
  if (typeof value !== 'string') {
    refuse(path, 'Say `pageview`, `engagement`, `consent` or the name of a custom event.');
    return '';
  }
  const name = cleanText(value).trim();
  if (name === '') refuse(path, 'The name is empty.');
  if (name.length > BEACON_LIMITS.name) refuse(path, `The name is longer than ${BEACON_LIMITS.name} characters.`);
  return name;
}

function readUrl(value: unknown, path: string, refuse: Refuse): URL | null {
  if (typeof value !== 'string') {
    refuse(path, 'Give the full address of the page.');
    return null;
  }
  if (value.length > BEACON_LIMITS.url) {
    refuse(path, `The address is longer than ${BEACON_LIMITS.url} characters.`);
    return null;
  }
  const url = parseUrl(value);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') {
    refuse(path, 'Give a full address that begins with https:// or http://.');
    return null;
  }
  return url;
}

function readDomain(value: unknown, path: string, url: URL | null, refuse: Refuse): string {
  if (value === undefined || value === null) return siteName(url?.hostname ?? '');
  if (typeof value === 'string' && value !== '' && value.length <= 253) return siteName(value);
  refuse(path, 'Give the site’s domain, such as example.org.');
  return '';
}

/** A referrer that cannot be read is none: a page cannot help what brought its visitor. */
function readReferrer(value: unknown, path: string, refuse: Refuse): URL | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') {
    refuse(path, 'Give the full referrer or null.');
    return null;
  }
  return value.length > BEACON_LIMITS.url ? null : parseUrl(value);
}

function readChoice<T extends string, D extends T | null>(
  value: unknown,
  path: string,
  choices: readonly T[],
  fallback: D,
  refuse: Refuse,
): T | D {
  if (value === undefined || value === null) return fallback;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) refuse(path, `Say one of ${choices.join(', ')}.`);
  return choice ?? fallback;
}

function readIdentifier(value: unknown, path: string, refuse: Refuse): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && IDENTIFIER_PATTERN.test(value)) return value;
  refuse(path, 'An identifier has 21 characters of A-Z, a-z, 0-9, _ and -.');
  return null;
}

function readProperties(value: unknown, path: string, refuse: Refuse): Record<string, string> | null {
  if (value === undefined || value === null || value === '') return null;
  const given = typeof value === 'string' ? parseJson(value) : value;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    refuse(path, 'Give an object of texts, numbers and true or false.');
    return null;
  }
  const entries = Object.entries(given);
  if (entries.length > BEACON_LIMITS.properties)
    refuse(path, `At most ${BEACON_LIMITS.properties} properties are kept.`);
  const props: [string, string][] = [];
  for (const [key, raw] of entries.slice(0, BEACON_LIMITS.properties)) {
    if (raw === null || raw === undefined) continue;
    const text = cleanText(String(typeof raw === 'object' ? '' : raw));
    const name = cleanText(key);
    const at = `${path}.${name.slice(0, 40)}`;
    if (typeof raw === 'object') refuse(at, 'A property is a text, a number or true or false.');
    else if (name === '' || name.length > BEACON_LIMITS.propertyKey)
      refuse(at, `A name has 1 to ${BEACON_LIMITS.propertyKey} characters.`);
    else if (text.length > BEACON_LIMITS.propertyValue)
      refuse(at, `A value has at most ${BEACON_LIMITS.propertyValue} characters.`);
    else if (text !== '') props.push([name, text]);
  }
  return props.length > 0 ? Object.fromEntries(props) : null;
}

function readRevenue(value: unknown, path: string, refuse: Refuse): Beacon['revenue'] {
  if (value === undefined || value === null) return null;
  const given = typeof value === 'string' ? parseJson(value) : value;
  const { amount, currency } = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const figure = typeof amount === 'string' && amount.trim() !== '' ? Number(amount) : amount;
  if (typeof figure !== 'number' || !Number.isFinite(figure)) refuse(`${path}.amount`, 'Give a number.');
  else if (typeof currency !== 'string' || !CURRENCY.test(currency))
    refuse(`${path}.currency`, 'Give an ISO 4217 code such as EUR.');
  else return { amount: figure, currency };
  return null;
}

function readNumber(value: unknown, path: string, largest: number, refuse: Refuse): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && value >= 0) return Math.min(largest, Math.round(value));
  refuse(path, 'Give a number that is not negative.');
  return null;
}

function readFirstOf(value: unknown, refuse: Refuse): FirstOf | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && /^[dwm]{1,3}$/.test(value)) {
    // The first page of a week or a month is the first of its day.
    const letters = ['d', 'w', 'm'].filter((letter) => letter === 'd' || value.includes(letter)).join('');
    return FIRSTS.find((each) => each === letters) ?? null;
  }
  refuse('df', 'Say which first page it is with the letters d (day), w (week) and m (month), or leave it out.');
  return null;
}

function readMessageId(value: unknown, refuse: Refuse): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.length > 0 && value.length <= BEACON_LIMITS.messageId) return value;
  refuse('b', `Give a text of at most ${BEACON_LIMITS.messageId} characters.`);
  return null;
}

function readProof(fields: Record<string, unknown>, refuse: Refuse): ConsentProof {
  const text = (key: keyof ConsentProof): string => {
    const value = fields[key] ?? '';
    if (typeof value === 'string' && value.length <= BEACON_LIMITS.proof) return cleanText(value).trim();
    refuse(key, `Give a text of at most ${BEACON_LIMITS.proof} characters.`);
    return '';
  };
  return { text: text('text'), banner: text('banner'), adapter: text('adapter') };
}

function readClaims(fields: Record<string, unknown>, refuse: Refuse): Beacon['claimed'] {
  const text = (key: string): string | null => {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') refuse(key, 'Give a text.');
    return typeof value === 'string' ? value : null;
  };
  const time = text('time');
  const at = time === null ? null : Date.parse(time);
  if (at !== null && Number.isNaN(at)) refuse('time', 'Give a time such as 2026-03-01T10:00:00Z.');
  return { ip: text('ip'), userAgent: text('user_agent'), time: at };
}

function isTrue(value: unknown): boolean {
  return value === 1 || value === true || value === '1';
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function invalid(details: readonly ErrorDetail[]): AppError {
  return new AppError('invalid', 'The beacon could not be read; see details.', details);
}
