/** The settings of a site as a form: which stand together, and how each is written. A setting is a row. */
import type { TextsWith } from '../i18n/languages.ts';

type Words = TextsWith<'office'>['siteOptions'];
export type OptionName = keyof Words['names'];
type ValueList = keyof Words['values'];
export type AmountName = keyof Words['amounts'];

export interface OptionRow {
  name: OptionName;
  /** The values to choose from by their words; a text when there are none. */
  values?: ValueList;
  /** Several of the values may be chosen. */
  isList?: boolean;
  /** The server's word for nothing, which the form shows as an empty field. */
  empty?: 'none';
  /** It is a day, chosen from a calendar. */
  isDay?: boolean;
}

export const OPTION_GROUPS: readonly { group: keyof Words['groups']; rows: readonly OptionRow[] }[] = [
  {
    group: 'site',
    rows: [
      { name: 'timezone' },
      { name: 'hosts' },
      { name: 'query-parameters' },
      { name: 'features', values: 'features', isList: true },
    ],
  },
  {
    group: 'law',
    rows: [
      { name: 'jurisdiction' },
      { name: 'profile', values: 'profile' },
      { name: 'anonymous', values: 'anonymous' },
      { name: 'date-flag', values: 'on' },
      { name: 'asked-by', values: 'asked-by' },
      { name: 'on-refusal', values: 'on-refusal' },
      { name: 'signals', values: 'signals' },
      { name: 'identifier', values: 'identifier' },
    ],
  },
  {
    group: 'kept',
    rows: [{ name: 'retention' }, { name: 'small-cells' }, { name: 'rounding', values: 'on' }],
  },
  {
    group: 'excluded',
    rows: [
      { name: 'exclude-addresses' },
      { name: 'exclude-countries' },
      { name: 'exclude-paths' },
      { name: 'exclude-hosts' },
    ],
  },
  {
    group: 'told',
    rows: [
      { name: 'controller', empty: 'none' },
      { name: 'contact', empty: 'none' },
      { name: 'hosting-country' },
      { name: 'access-logs' },
      { name: 'backups' },
      { name: 'review', empty: 'none', isDay: true },
      { name: 'analysis', empty: 'none' },
    ],
  },
];

interface Amount {
  /** What the server wants behind the number. */
  ending: 'mo' | 'd' | '';
  /** null for people, whose word the platform does not have. */
  unit: 'month' | 'day' | null;
  /** The number that stands there when none stood there before. */
  usual: string;
}

/** Settings that are a number of something, or a word in its place; `some` is the choice of a number. */
export const AMOUNTS: Readonly<Record<AmountName, Amount>> = {
  retention: { ending: 'mo', unit: 'month', usual: '25' },
  'small-cells': { ending: '', unit: null, usual: '5' },
  'access-logs': { ending: 'd', unit: 'day', usual: '31' },
  backups: { ending: 'd', unit: 'day', usual: '90' },
};

export function isAmount(name: OptionName): name is AmountName {
  return Object.hasOwn(AMOUNTS, name);
}

/** Settings that are a country, chosen by its name. */
export const COUNTRY_OPTIONS: readonly OptionName[] = ['jurisdiction', 'hosting-country'];

/** Settings that are several countries. */
export const COUNTRY_LISTS: readonly OptionName[] = ['exclude-countries'];

/** What has been changed, as the server reads it. */
export function changesOf(
  before: Readonly<Record<string, string>>,
  draft: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(draft).filter(([name, text]) => before[name] !== text));
}
