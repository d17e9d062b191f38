/** Reads what people declare of a site, and how finely its figures are shown; every mistake is told to `refuse`. */
import type { DeclaredFacts } from '../domain/declared-facts.ts';
import { type DisclosureSettings, USUAL_DISCLOSURE } from '../domain/disclosure.ts';
import { cleanText } from '../lib/clean-text.ts';
import type { Mistake } from './settings-mistakes.ts';

export const DECLARED_OPTIONS = {
  controller: 'who is responsible for the site, as its visitors are told, or none',
  contact: 'where visitors write about their data: an e-mail address or an https:// page, or none',
  'hosting-country': 'ISO country where this service stores what it counts, or none',
  review: 'day of the next yearly review, such as 2027-11-01, or none',
  analysis: 'reference of the documents that analyse the processing, or none',
  'access-logs': 'how long the web server in front keeps logs with addresses, such as 31d; 0d: never',
  backups: 'how long copies of the data folder are kept, such as 90d; 0d: none are made',
  'small-cells': 'in the profile exempt, cells of fewer visitors are hidden: a number such as 5, or off',
  rounding: 'in the profile exempt, figures are rounded to ten: on, off',
} as const;
export type DeclaredOption = keyof typeof DECLARED_OPTIONS;

type Given = Partial<Record<DeclaredOption, string>>;
type Settings = DeclaredFacts & DisclosureSettings;
type Refuse = (option: DeclaredOption, ...mistake: Mistake) => void;

const LONGEST_TEXT = 200;
const LONGEST_KEPT_DAYS = 3660;
const LARGEST_CELL = 1000;

/** @param current null for a new site */
export function parseDeclaredFacts(given: Given, current: Settings | null, refuse: Refuse): Settings {
  const read = <T>(option: DeclaredOption, before: T | null | undefined, reader: (text: string) => T | Wrong) =>
    readDeclared(given[option], before ?? null, reader, (mistake) => refuse(option, ...mistake));
  return {
    controller: read('controller', current?.controller, readName),
    contact: read('contact', current?.contact, readContact),
    hostingCountry: read('hosting-country', current?.hostingCountry, readCountry),
    reviewOn: read('review', current?.reviewOn, readDate),
    analysis: read('analysis', current?.analysis, readName),
    accessLogDays: read('access-logs', current?.accessLogDays, readDays),
    backupDays: read('backups', current?.backupDays, readDays),
    smallCells: readSmallCells(given['small-cells'], current, refuse),
    rounding: readRounding(given.rounding, current, refuse),
  };
}

interface Wrong {
  mistake: Mistake;
}

/** `none` takes a fact back. */
function readDeclared<T>(
  given: string | undefined,
  before: T | null,
  reader: (text: string) => T | Wrong,
  refuse: (mistake: Mistake) => void,
): T | null {
  if (given === undefined) return before;
  const text = cleanText(given).trim();
  if (text === '' || text.toLowerCase() === 'none') return null;
  const read = reader(text);
  if (typeof read !== 'object' || read === null || !('mistake' in read)) return read;
  refuse(read.mistake);
  return null;
}

function readName(text: string): string | Wrong {
  return text.length <= LONGEST_TEXT ? text : { mistake: ['too-long', { longest: LONGEST_TEXT }] };
}

function readContact(text: string): string | Wrong {
  if (/^([^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+|https:\/\/[^\s<>"]+)$/.test(text)) return text;
  return { mistake: ['contact'] };
}

function readCountry(text: string): string | Wrong {
  const country = text.toUpperCase();
  return /^[A-Z]{2}$/.test(country) ? country : { mistake: ['country'] };
}

function readDate(text: string): string | Wrong {
  const isDate =
    /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;
  return isDate ? text : { mistake: ['date'] };
}

function readDays(text: string): number | Wrong {
  const days = Number(/^(\d{1,4})d$/.exec(text)?.[1]);
  return days <= LONGEST_KEPT_DAYS ? days : { mistake: ['days', { most: LONGEST_KEPT_DAYS }] };
}

function readSmallCells(given: string | undefined, current: Settings | null, refuse: Refuse): number {
  if (given === undefined) return current?.smallCells ?? USUAL_DISCLOSURE.smallCells;
  if (given === 'off') return 0;
  const cells = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (cells >= 2 && cells <= LARGEST_CELL) return cells;
  refuse('small-cells', 'small-cells', { most: LARGEST_CELL });
  return USUAL_DISCLOSURE.smallCells;
}

function readRounding(given: string | undefined, current: Settings | null, refuse: Refuse): boolean {
  if (given === undefined) return current?.rounding ?? USUAL_DISCLOSURE.rounding;
  if (given !== 'on' && given !== 'off') refuse('rounding', 'on-off');
  return given !== 'off';
}
