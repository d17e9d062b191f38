/** Reads what a site does not count, as texts of a command or a form; the first wrong entry of each list is told to `refuse`. */
import { COUNTRY_CODES } from '../domain/countries.ts';
import { type ExclusionSettings, NOTHING_EXCLUDED } from '../domain/exclusions.ts';
import { formatAddressRange, readAddressRange } from '../lib/address-range.ts';
import { cleanText } from '../lib/clean-text.ts';
import type { Mistake } from './settings-mistakes.ts';

export const EXCLUSION_OPTIONS = {
  'exclude-addresses': 'addresses and ranges that are not counted, separated by commas: 192.0.2.7, 2001:db8::/32',
  'exclude-countries': 'ISO countries that are not counted, separated by commas: FR,DE',
  'exclude-paths': 'pages that are not counted, separated by commas: /admin/**,/preview/*',
  'exclude-hosts': 'hosts whose pages are not counted, separated by commas: staging.example.org,*.test.example.org',
} as const;
export type ExclusionOption = keyof typeof EXCLUSION_OPTIONS;

type Refuse = (option: ExclusionOption, ...mistake: Mistake) => void;
/** What is wrong with an entry of the list. */
type SayWrong = (wrong: { entry: number; text: string }) => Mistake;
/** The entry as it is kept, or null when it is none. */
type ReadEntry = (entry: string) => string | null;

const MOST_ENTRIES = 100;
const LONGEST_PATH = 500;
/** Each costs every message of the site a little. */
const MOST_WILDCARDS = 10;
/** Of an entry that is wrong, what a message repeats. */
const LONGEST_QUOTE = 60;
const HOST = /^(\*\.)?[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** @param current null for a new site */
export function parseExclusions(
  given: Partial<Record<ExclusionOption, string>>,
  current: ExclusionSettings | null,
  refuse: Refuse,
): ExclusionSettings {
  const before = current ?? NOTHING_EXCLUDED;
  const read = (option: ExclusionOption, fallback: readonly string[], readEntry: ReadEntry, say: SayWrong) =>
    readEntries(given[option], fallback, readEntry, say, (...mistake) => refuse(option, ...mistake));
  return {
    excludedAddresses: read('exclude-addresses', before.excludedAddresses, readAddress, (wrong) => [
      'excluded-address',
      wrong,
    ]),
    excludedCountries: read('exclude-countries', before.excludedCountries, readCountry, (wrong) => [
      'excluded-country',
      wrong,
    ]),
    excludedPaths: read('exclude-paths', before.excludedPaths, readPath, (wrong) => [
      'excluded-path',
      { ...wrong, longest: LONGEST_PATH, wildcards: MOST_WILDCARDS },
    ]),
    excludedHosts: read('exclude-hosts', before.excludedHosts, readHost, (wrong) => ['excluded-host', wrong]),
  };
}

/** An empty text clears the list. */
function readEntries(
  given: string | undefined,
  fallback: readonly string[],
  readEntry: ReadEntry,
  say: SayWrong,
  refuse: (...mistake: Mistake) => void,
): readonly string[] {
  if (given === undefined) return fallback;
  const entries = given
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (entries.length > MOST_ENTRIES) {
    refuse('too-many-entries', { most: MOST_ENTRIES, given: entries.length });
    return fallback;
  }
  const kept = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const read = readEntry(entry);
    if (read === null) {
      refuse(...say({ entry: index + 1, text: cleanText(entry).slice(0, LONGEST_QUOTE) }));
      return fallback;
    }
    kept.add(read);
  }
  return [...kept];
}

function readAddress(entry: string): string | null {
  const range = readAddressRange(entry);
  return range === null ? null : formatAddressRange(range);
}

function readCountry(entry: string): string | null {
  const country = entry.toUpperCase();
  return COUNTRY_CODES.has(country) ? country : null;
}

function readPath(entry: string): string | null {
  if (!/^[/*]/.test(entry) || entry.length > LONGEST_PATH || cleanText(entry) !== entry) return null;
  return (entry.match(/\*+/g) ?? []).length <= MOST_WILDCARDS ? entry : null;
}

function readHost(entry: string): string | null {
  const host = entry.toLowerCase();
  return HOST.test(host) ? host : null;
}
