/** A site and its settings, as programs read and write them. */
import * as z from 'zod';
import { SITE_OPTIONS, type SiteOption } from '../../../admin/parse-site-settings.ts';
import { KEPT_ROLES } from '../../../auth/parse-standing.ts';
import { ANONYMOUS_LEVELS } from '../../../domain/levels.ts';
import {
  ASKED_BY,
  IDENTIFIER_PLACES,
  ON_REFUSAL,
  PROFILES,
  SCRIPT_FEATURES,
  SIGNAL_POLICIES,
} from '../../../domain/site.ts';
import { DATE } from './dates.ts';

const LONGEST_TEXT = 1000;
const MOST_ENTRIES = 1000;

/** Entries are kept with commas between them. */
const entry = z
  .string()
  .regex(/^[^,]*$/, { error: 'An entry of a list has no comma.' })
  .max(LONGEST_TEXT);
const text = z.string().max(LONGEST_TEXT);
const list = z.array(entry).max(MOST_ENTRIES);
const stated = text.nullable();

/** How each option is told: its text as on the command line, a list of its entries, true or false, a number, or null for `none`. */
export const SETTING_KINDS = {
  timezone: 'text',
  jurisdiction: 'stated',
  anonymous: 'text',
  'date-flag': 'flag',
  profile: 'text',
  retention: 'stated',
  'on-refusal': 'text',
  signals: 'text',
  identifier: 'text',
  features: 'list',
  hosts: 'list',
  'query-parameters': 'list',
  'asked-by': 'text',
  'exclude-addresses': 'list',
  'exclude-countries': 'list',
  'exclude-paths': 'list',
  'exclude-hosts': 'list',
  controller: 'stated',
  contact: 'stated',
  'hosting-country': 'stated',
  review: 'stated',
  analysis: 'stated',
  'access-logs': 'stated',
  backups: 'stated',
  'small-cells': 'number',
  rounding: 'flag',
} as const satisfies Record<SiteOption, 'text' | 'stated' | 'list' | 'flag' | 'number'>;

const SETTINGS = {
  timezone: text,
  jurisdiction: stated,
  anonymous: z.enum(ANONYMOUS_LEVELS),
  date_flag: z.boolean(),
  profile: z.enum(PROFILES),
  retention: stated,
  on_refusal: z.enum(ON_REFUSAL),
  signals: z.enum(SIGNAL_POLICIES),
  identifier: z.enum(IDENTIFIER_PLACES),
  features: z.array(z.enum(SCRIPT_FEATURES)).max(SCRIPT_FEATURES.length),
  hosts: list,
  query_parameters: list,
  asked_by: z.enum(ASKED_BY),
  exclude_addresses: list,
  exclude_countries: list,
  exclude_paths: list,
  exclude_hosts: list,
  controller: stated,
  contact: stated,
  hosting_country: stated,
  review: stated,
  analysis: stated,
  access_logs: stated,
  backups: stated,
  small_cells: z.int().min(0).max(1000),
  rounding: z.boolean(),
} as const satisfies Record<Underscored<SiteOption>, z.ZodType>;

type Underscored<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}_${Underscored<Rest>}`
  : Name;

type Described = { [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] };
/** Each with the words that the command line has for it. */
const DESCRIBED = Object.fromEntries(
  Object.entries(SETTINGS).map(([name, schema]) => [name, schema.describe(sayOption(SITE_OPTIONS[optionOf(name)]))]),
) as Described;

/** The words of the command line in terms of JSON. */
function sayOption(words: string): string {
  return words
    .replace(/, separated by commas(, all or none)?/, '')
    .replace(/: on, off$/, '')
    .replace(/, or none( to keep them)?$/, ', or null')
    .replace(/, or off$/, ', or 0 for none');
}

/** The name of an option on the command line. */
export function optionOf(name: string): SiteOption {
  return name.replaceAll('_', '-') as SiteOption;
}

export const SITE_SETTINGS = z.strictObject(DESCRIBED).partial();
export type SiteSettingsBody = z.infer<typeof SITE_SETTINGS>;

export const NEW_SITE = z.strictObject({
  domain: z.string().min(1).max(253).describe('How the site is named: its host, without `www.`'),
  ...SITE_SETTINGS.shape,
});

export const SITE = z.strictObject({
  domain: z.string(),
  demo: z.boolean().describe('The demo of a first start'),
  created_at: z.iso.datetime(),
  snippet: z.string().describe('The line to paste into the pages of the site'),
  ...DESCRIBED,
});
export type SiteAnswer = z.infer<typeof SITE>;

export const SITES = z.strictObject({ sites: z.array(SITE) });

export const REMOVED_SITES = z.strictObject({
  sites: z.array(
    z.strictObject({ domain: z.string(), until: DATE.describe('The day on which it is erased, by its own clock') }),
  ),
});

export const CONFIRMED = z.strictObject({ confirm: z.string().describe('The domain of the site once more') });

const address = z.string().min(1).max(254);
export const GIFT = CONFIRMED.extend({
  to: address.describe('E-mail address of the new owner'),
  from: address.optional().describe('Which owner gives it'),
  keep: z.enum(KEPT_ROLES).optional().describe('What that owner keeps there; left out: none'),
});
export const GIVEN = z.strictObject({ owner: z.string().describe('E-mail address') });
