/**
 * What can be wrong with a site's settings: a code with parameters for whoever speaks another language (the dashboard has words for
 * each), and the English sentence that commands and API give. A closed list.
 */
import type { ErrorDetail } from '../domain/errors.ts';

interface Entry {
  /** Its place in the list, from 1. */
  entry: number;
}
interface QuotedEntry extends Entry {
  /** The entry itself, cut where it is long. */
  text: string;
}
interface Place {
  /** ISO code; '' where none is stated. */
  country: string;
}

export const SETTINGS_MISTAKES = {
  'one-of': ({ values }: { values: string }) => `Use one of ${values}.`,
  'time-zone': () => 'Use an IANA time zone such as Europe/Paris.',
  'click-identifier': ({ name }: { name: string }) => `${name} names a person’s click; it is never kept.`,
  'no-campaigns': () => 'In the profile exempt campaigns are not kept, so utm_ parameters cannot be part of a page.',
  'highest-level': ({ country, level }: Place & { level: string }) =>
    `${whereIs(country)} the highest level is ${level}.`,
  country: () => 'Use an ISO country code such as FR, or none.',
  'on-off': () => 'Use on or off.',
  'no-date': ({ country }: Place) => `${whereIs(country)} the device may not keep a date before consent; leave it off.`,
  months: ({ most }: { most: number }) => `Use months such as 25mo, at most ${most}mo, or none.`,
  'unknown-features': ({ names, known }: { names: string; known: string }) =>
    `There is no feature ${names}; use ${known}, or all or none.`,
  'host-entry': ({ entry }: Entry) => `Entry ${entry} is not a host name such as www.example.org.`,
  'parameter-entry': ({ entry }: Entry) => `Entry ${entry} is not a parameter name such as q.`,
  'too-many-entries': ({ most, given }: { most: number; given: number }) =>
    `At most ${most} entries; ${given} were given.`,
  'excluded-address': ({ entry, text }: QuotedEntry) =>
    `Entry ${entry} (${text}) is not an address or a range such as 192.0.2.0/24 or 2001:db8::/32.`,
  'excluded-country': ({ entry, text }: QuotedEntry) => `Entry ${entry} (${text}) is not an ISO country such as FR.`,
  'excluded-path': ({ entry, text, longest, wildcards }: QuotedEntry & { longest: number; wildcards: number }) =>
    `Entry ${entry} (${text}) is not a path that begins with / or *, such as /admin/**, of at most ${longest} characters and ${wildcards} wildcards.`,
  'excluded-host': ({ entry, text }: QuotedEntry) =>
    `Entry ${entry} (${text}) is not a host such as staging.example.org, or *.example.org for subdomains.`,
  'too-long': ({ longest }: { longest: number }) => `Use at most ${longest} characters.`,
  contact: () => 'Give an e-mail address, or the address of a page that begins with https://.',
  date: () => 'Use a day such as 2027-11-01, or none.',
  days: ({ most }: { most: number }) =>
    `Use days such as 31d, at most ${most}d, 0d for never, or none to leave it open.`,
  'small-cells': ({ most }: { most: number }) => `Use a whole number from 2 to ${most}, or off.`,
} as const;
export type MistakeCode = keyof typeof SETTINGS_MISTAKES;

/** A code and its parameters, where it has any. */
export type Mistake = {
  [Code in MistakeCode]: [code: Code, ...params: Parameters<(typeof SETTINGS_MISTAKES)[Code]>];
}[MistakeCode];

/** @param option as on the command line, without the dashes */
export function describeMistake(option: string, [code, params]: Mistake): ErrorDetail {
  const say = SETTINGS_MISTAKES[code] as (given: unknown) => string;
  return { path: `--${option}`, message: say(params), code, ...(params && { params: { ...params } }) };
}

function whereIs(country: string): string {
  return country === '' ? 'Without a stated jurisdiction' : `In ${country}`;
}
